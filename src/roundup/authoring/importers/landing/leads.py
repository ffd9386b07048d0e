"""Where the links and pictures in a roundup's words lead once it has landed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import unquote, urljoin

import msgspec

from roundup.authoring.importers.document import Document
from roundup.authoring.importers.found import FoundRoundup, Remark
from roundup.authoring.importers.landing.keyed import Keyed
from roundup.authoring.importers.landing.pictures import (
    Picture,
    is_badge,
    is_remote,
    name_of,
    pictures_of,
)
from roundup.authoring.importers.landing.relinked import Target, is_relative, relinked, targets
from roundup.content.prose.addresses import Address, kind_of
from roundup.identifiers import clean_url


class Leads(msgspec.Struct, frozen=True):
    """Addresses in the words and what they become: `names` of pictures that come along, `anchors` of entries.

    `base` is the document's own address on the web, which relative addresses begin at; empty if not known.
    """

    base: str
    names: dict[str, str]
    anchors: dict[str, str]
    beside: frozenset[str]

    def to(self, target: Target) -> str | None:
        """What an address becomes; None where nothing is left but its text."""
        address = target.address
        if target.image and (address in self.names or is_badge(address)):
            return self.names.get(address)
        if not is_relative(address):
            return None if kind_of(address) is Address.UNSAFE else address
        if address.startswith("#"):
            return None if target.image else self.anchors.get(unquote(address[1:]))
        return clean_url(urljoin(self.base, address)) if self.base else None

    def words(self, markdown: str) -> str:
        """The words with all of that done."""
        return relinked(markdown, self.to)


def leads_of(
    document: Document,
    found: FoundRoundup,
    entries: Sequence[Keyed],
    ending: str,
    pictures: Mapping[str, Picture],
) -> Leads:
    """What is known of a roundup's addresses before its files are made."""
    base = document.address if is_remote(document.address) else ""
    names: dict[str, str] = {}
    for source in filter(None, (document.image, *pictures_of(found))):
        picture = pictures.get(source)
        if picture and picture.data and source not in names:
            names[source] = name_of(source, picture, names.values())
    files = {one.stem: f"{one.stem}{ending}" for one in entries}
    anchors = {anchor: files[one.stem] for one in entries for anchor in one.entry.anchors}
    beside = frozenset((*names.values(), *files.values(), f"index{ending}"))
    return Leads(base, names, anchors, beside)


def lost(
    leads: Leads, document: Document, found: FoundRoundup, pictures: Mapping[str, Picture]
) -> Iterator[Remark]:
    """The addresses that did not come along, at the lines of what they stand in."""
    far: dict[str, int] = {}
    cover = [(1, Target(document.image, True))] if document.image else []
    for line, target in (*cover, *_targets(found)):
        address = target.address
        if target.image:
            if address in leads.names or is_badge(address):
                continue
            picture = pictures.get(address)
            if picture is None and is_remote(leads.to(target) or address):
                far.setdefault(address, line)
                continue
            fault = picture.fault if picture else "there is no such file"
            kept = "stays on the web" if leads.to(target) else "was left out"
            yield Remark(line, "doubted", f"the picture {address[:200]} {kept}: {fault}")
        elif leads.to(target) is None:
            text = f"a link leads nowhere from here, only its text is kept: {address[:200]}"
            yield Remark(line, "doubted", text)
    if far:
        lines = ", ".join(map(str, sorted(set(far.values()))))
        lines = f"lines {lines}" if "," in lines else f"line {lines}"
        told = "1 picture stays" if len(far) == 1 else f"{len(far)} pictures stay"
        text = f"{told} on the web, --images brings them along: {lines}"
        yield Remark(min(far.values()), "doubted", text)


def _targets(found: FoundRoundup) -> Iterator[tuple[int, Target]]:
    for line, words in _words_of(found):
        yield from ((line, target) for target in targets(words))
    for entry in found.entries:
        yield from ((one.line or entry.line, Target(one.source, True)) for one in entry.pictures)
    yield from ((one.line or found.line, Target(one.source, True)) for one in found.pictures)


def _words_of(found: FoundRoundup) -> Iterable[tuple[int, str]]:
    yield found.line or 1, found.introduction
    yield found.line or 1, found.closing
    for section in found.sections:
        yield section.line, section.words
    for entry in found.entries:
        yield entry.line, entry.words
