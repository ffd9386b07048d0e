"""A document -> the roundups in it: the one door of recognition."""

from collections.abc import Sequence

from msgspec.structs import replace

from roundup.authoring.importers.document import Document
from roundup.authoring.importers.found import Findings, FoundRoundup, Remark
from roundup.authoring.importers.recognise.apart import apart
from roundup.authoring.importers.recognise.entries import Entry, entries_of
from roundup.authoring.importers.recognise.lone import unlisted
from roundup.authoring.importers.recognise.makers import without_makers
from roundup.authoring.importers.recognise.numbering import is_ranked
from roundup.authoring.importers.recognise.outline import outline
from roundup.authoring.importers.recognise.parts import Part, parts_of
from roundup.authoring.importers.recognise.periods import period_in
from roundup.authoring.importers.recognise.places import contents_places, trimmed
from roundup.authoring.importers.recognise.references import (
    Reference,
    lent,
    read_references,
    reference_places,
)
from roundup.authoring.importers.recognise.rest import Rest, rest_of
from roundup.authoring.importers.recognise.titles import cleaned
from roundup.authoring.importers.recognise.told import emptied, outside, skipped, skipped_rows
from roundup.authoring.importers.recognise.tree import Found
from roundup.authoring.importers.recognise.ways import agreed


def recognise(document: Document, split: bool = False) -> Findings:
    """The roundup that a document is, or one for each of its sections; every block of it lands in the
    introduction, an entry, a section's words, the closing words, or in a remark."""
    parts = without_makers(agreed(unlisted(parts_of(document.blocks))))
    contents = contents_places(parts)
    found, references = _found(parts, contents)
    entries, used, remarks = entries_of(parts, found, references)
    titled = frozenset() if document.title else _title_places(parts)
    rest = rest_of(parts, found, contents | used | titled)
    title = document.title or "".join(parts[place].text for place in titled)
    whole = _roundup(title, entries, rest)
    report = [
        *remarks,
        *skipped(document, parts, contents),
        *skipped_rows(parts, found),
        *emptied(parts, rest.emptied),
        *outside(parts, found, references),
    ]
    roundups = apart(whole, entries, rest, document.date) if split else (whole,)
    if whole not in roundups and titled:
        report.append(Remark(1, "skipped", f"the title over all sections: {whole.title}"))
    return Findings(roundups, tuple(sorted(report)))


def _found(
    parts: Sequence[Part], contents: frozenset[int]
) -> tuple[tuple[Found, ...], tuple[Reference, ...]]:
    """The entries, with the help of a list of references; without them the references themselves; without
    any link at all what is repeated in shape."""
    listed = reference_places(parts)
    references = read_references(parts, listed)
    lending = lent(parts, references)
    found = trimmed(lending, outline(lending, contents | listed))
    if found:
        return found, references
    found = trimmed(parts, outline(parts, contents))
    return found or trimmed(parts, outline(parts, contents, lenient=True)), ()


def _title_places(parts: Sequence[Part]) -> frozenset[int]:
    """The place of the heading that is the document's title."""
    first = next((place for place, part in enumerate(parts) if part.kind == "heading"), -1)
    return frozenset((first,)) if first >= 0 and parts[first].level == 1 else frozenset()


def _roundup(title: str, entries: Sequence[Entry], rest: Rest) -> FoundRoundup:
    ranked = is_ranked([one.entry.rank for one in entries if not one.entry.unplaced])
    return FoundRoundup(
        title=cleaned(title),
        period=period_in(title),
        introduction=rest.introduction,
        closing=rest.closing,
        entries=tuple(one.entry if ranked else replace(one.entry, rank=None) for one in entries),
        sections=tuple(rest.sections.values()),
        ranked=ranked,
        pictures=rest.pictures,
        line=1,
    )
