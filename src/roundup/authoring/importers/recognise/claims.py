"""The papers that a line stands for."""

import msgspec

from roundup.authoring.importers.recognise.labels import is_also, labelled
from roundup.authoring.importers.recognise.lines import Line, weight
from roundup.authoring.importers.recognise.quotes import inner, quoted
from roundup.authoring.importers.recognise.refs import Ref
from roundup.authoring.importers.recognise.titles import split


class Claim(msgspec.Struct, frozen=True):
    """A paper that a line stands for: its printed title, if the link is one, and the keys it can be known by."""

    title: str
    keys: tuple[str, ...]
    labelled: bool = False
    strength: int = 0


def claims_of(line: Line, refs: tuple[Ref, ...]) -> list[Claim]:
    """The papers a line stands for: one for each linked title, else one for all its links together."""
    papers = [ref for ref in refs if ref.kind == "paper" and ref.leads]
    if not papers:
        return []
    field, _ = labelled(line.text)
    if field == "related" and not is_also(line.text):
        return []
    titled = [ref for ref in papers if ref.role == "title" and not _is_aside(line, ref)]
    if len(titled) > 1:
        return [_claim(ref.label, [ref], bool(field)) for ref in titled]
    if titled:
        return [_claim(titled[0].label, papers, bool(field))]
    return [_claim(_quoted(line), papers, bool(field))]


def _quoted(line: Line) -> str:
    """The title in quotation marks that a line begins with, before links that do not repeat it."""
    found = quoted(line.text)
    return inner(found) if found and weight(line.text[: found.start()]) == 0 else ""


def _is_aside(line: Line, ref: Ref) -> bool:
    """A link of one or two words behind many others, as a name among the words of a description."""
    return weight(ref.label) <= 1 and ref.start > 80


def _claim(title: str, refs: list[Ref], is_labelled: bool) -> Claim:
    keys = []
    for ref in refs:
        found = ref.target.identifier
        keys.append(f"{found.scheme}:{found.value}" if found else ref.target.url)
    return Claim(
        split(title, styled=True).title if title else "",
        tuple(dict.fromkeys(keys)),
        is_labelled,
        max(ref.target.strength for ref in refs),
    )
