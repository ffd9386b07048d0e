"""The entries of a document, each with its work, its words and what is doubtful about it."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from roundup.authoring.importers.found import FoundEntry, Remark
from roundup.authoring.importers.recognise.gathered import Gathered, gather
from roundup.authoring.importers.recognise.leads import TRAILING
from roundup.authoring.importers.recognise.leftover import leftover
from roundup.authoring.importers.recognise.lines import Line
from roundup.authoring.importers.recognise.numbering import is_unplaced, printed_numbers
from roundup.authoring.importers.recognise.parts import Part
from roundup.authoring.importers.recognise.references import Reference, match
from roundup.authoring.importers.recognise.rest import shared
from roundup.authoring.importers.recognise.titles import cleaned
from roundup.authoring.importers.recognise.tree import Found
from roundup.authoring.importers.recognise.works import Made, make


class Entry(msgspec.Struct, frozen=True):
    """An entry, where it was found, and its printed number."""

    entry: FoundEntry
    found: Found
    number: int | None = None


def entries_of(
    parts: Sequence[Part], found: Sequence[Found], references: Sequence[Reference]
) -> tuple[tuple[Entry, ...], frozenset[int], list[Remark]]:
    """The entries, the references that went to them by their places, and remarks."""
    gathered = [gather(parts, one) for one in found]
    common = _common(gathered)
    numbers = printed_numbers(parts, found, gathered)
    above = shared(found)
    entries: list[Entry] = []
    used: set[int] = set()
    remarks: list[Remark] = []
    for one, got, number in zip(found, gathered, numbers, strict=True):
        made, lender = _made(got, references, common)
        if lender is not None:
            used.add(lender)
            remarks.append(_lent(parts[lender]))
        words = leftover(got, made.work, made.heading, common)
        whole = replace(got, words="\n\n".join(filter(None, (words, got.words))))
        entries.append(_entry(parts, one, whole, made, number, above))
        remarks.extend(_remarks(got, made))
    return tuple(entries), frozenset(used), [*remarks, *_unlinked(entries)]


def _made(
    got: Gathered, references: Sequence[Reference], common: frozenset[str]
) -> tuple[Made, int | None]:
    """The work of an entry, and the place of the reference that went into it."""
    made = make(got, common)
    printed = got.lead.number if got.lead.shape in ("[1]", TRAILING) else None
    lead = replace(got.lead, title=made.work.title)
    found = match(lead, printed, got.anchors, references) if references else None
    if found is None:
        return made, None
    return (made if made.work.identifiers else _completed(got, found, common, made)), found.part


def _completed(got: Gathered, found: Reference, common: frozenset[str], made: Made) -> Made:
    """An entry with the identifiers that its reference gives; what stands in the entry itself goes first."""
    again = make(replace(got, facts=(*got.facts, *found.facts)), common)
    own = made.work
    url = own.url or again.work.url
    pdf = again.work.pdf if again.work.pdf != url else ""
    authors = own.authors or again.work.authors
    work = replace(again.work, title=own.title, url=url, pdf=pdf, authors=authors)
    return replace(again, work=work, heading=made.heading)


def _lent(part: Part) -> Remark:
    """What the reference of an entry said, which leaves the text with it."""
    links = " ".join(ref.target.url for refs in part.refs for ref in refs)
    return Remark(part.number, "moved", f"reference: {part.text} {links}".strip())


def _remarks(got: Gathered, made: Made) -> Iterator[Remark]:
    for line in got.used[1:]:
        yield Remark(line.number, "moved", _as_text(line))
    for doubt in made.doubts:
        yield Remark(got.line, "doubted", f"{made.work.title}: {doubt}")


def _as_text(line: Line) -> str:
    """A line for the report; one that is only a picture shows where it leads."""
    links = " ".join(dict.fromkeys(run.span.link for run in line.runs if run.span.link))
    return (" ".join(line.text.split()) or links)[:120]


def _entry(
    parts: Sequence[Part], one: Found, got: Gathered, made: Made, number: int | None, above: int
) -> Entry:
    names = one.sections[above:]
    unplaced = is_unplaced(parts, one)
    entry = FoundEntry(
        work=made.work,
        rank=None if unplaced else number,
        heading=made.heading,
        section=cleaned(parts[names[-1]].text) if names else "",
        words=got.words,
        pictures=got.pictures,
        anchors=got.anchors,
        line=got.line,
        unplaced=unplaced,
    )
    return Entry(entry, one, entry.rank)


def _common(gathered: Sequence[Gathered]) -> frozenset[str]:
    """Links under most entries, such as a way back to the top or the curator's own pages."""
    seen: Counter[str] = Counter()
    for one in gathered:
        seen.update({fact.ref.target.url for fact in one.facts if fact.ref and fact.kind == "link"})
    least = max(3, len(gathered) // 2 + 1)
    return frozenset(url for url, count in seen.items() if count >= least)


def _unlinked(entries: Sequence[Entry]) -> Iterator[Remark]:
    """Entries without a link to their paper where most have one."""
    bare = [
        one.entry for one in entries if not one.entry.work.identifiers and not one.entry.work.url
    ]
    if len(bare) * 2 <= len(entries):
        for one in bare:
            yield Remark(one.line, "doubted", f"{one.work.title}: no link to the paper was found")
