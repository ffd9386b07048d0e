"""Which paper each found entry is about: one that is known where it lands, or a new one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from roundup.authoring.importers.found import FoundEntry, Remark
from roundup.authoring.importers.landing.entry_files import (
    titled,
    tokens_of,
    without_shared_link,
)
from roundup.authoring.importers.landing.shelf import Shelf, folded_title
from roundup.authoring.keys import fresh, key_for

_NAMES = frozenset(("index",))  # names of files that are no entry's


class Keyed(msgspec.Struct, frozen=True):
    """An entry with its paper's key and the stem of its file, another one where a paper occurs twice."""

    entry: FoundEntry
    key: str
    stem: str
    known: bool


def keyed(
    entries: Sequence[FoundEntry], shelf: Shelf
) -> tuple[tuple[Keyed, ...], tuple[Remark, ...], Shelf]:
    """The entries in order with keys, what is doubtful about them, and the shelf with their papers."""
    found: list[Keyed] = []
    remarks: list[Remark] = []
    keys, stems, taken = dict(shelf.keys), set(_NAMES), {*shelf.taken, *_NAMES}
    for entry, tokens, said in _apart(entries):
        line, work = entry.line, entry.work
        remarks += said
        if not work.title:
            remarks.append(Remark(line, "skipped", "an entry without title or address"))
            continue
        key = next((keys[one] for one in tokens if one in keys), "")
        same = shelf.titles.get(folded_title(work.title), "")
        if same and not key:
            text = f"the site has a paper of this title, '{same}'; if it is the same: paper: {same}"
            remarks.append(Remark(line, "doubted", text))
        known = key in shelf.taken
        key = key or key_for(work, taken)
        stem = fresh(key, stems)
        if stem != key:
            text = f"the paper '{key}' stands in the list twice: {work.title}"
            remarks.append(Remark(line, "doubted", text))
        keys |= {one: key for one in tokens if one not in keys}
        stems.add(stem)
        taken |= {key, stem}
        found.append(Keyed(entry, key, stem, known))
    new = msgspec.structs.replace(shelf, keys=keys, taken=frozenset(taken - _NAMES))
    return tuple(found), tuple(remarks), new


def _apart(
    entries: Sequence[FoundEntry],
) -> Iterator[tuple[FoundEntry, tuple[str, ...], tuple[Remark, ...]]]:
    """The entries with their tokens; an address that several have is no longer taken for each one's own."""
    named = [titled(one) for one in entries]
    held = [tokens_of(one.work) for one in named]
    shared = _shared_links(named, held)
    for entry, tokens in zip(named, held, strict=True):
        if shared.isdisjoint(tokens):
            yield entry, tokens, ()
            continue
        work = without_shared_link(entry.work)
        address = entry.work.url or entry.work.pdf
        text = f"several papers share the address {address}, so it is none's own"
        alone = msgspec.structs.replace(entry, work=work)
        yield alone, tokens_of(work), (Remark(entry.line, "doubted", text),)


def _shared_links(entries: Sequence[FoundEntry], held: Sequence[tuple[str, ...]]) -> frozenset[str]:
    """The addresses of no known kind that stand with different titles: a page of several papers."""
    titles: dict[str, set[str]] = defaultdict(set)
    for entry, tokens in zip(entries, held, strict=True):
        for token in tokens:
            if token.startswith("url:"):
                titles[token].add(folded_title(entry.work.title))
    return frozenset(token for token, named in titles.items() if len(named) > 1)
