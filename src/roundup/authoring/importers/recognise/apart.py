"""One roundup for each section of a document."""

from collections.abc import Sequence

from msgspec.structs import replace

from roundup.authoring.importers.found import FoundEntry, FoundRoundup, FoundSection
from roundup.authoring.importers.recognise.entries import Entry
from roundup.authoring.importers.recognise.numbering import is_ranked
from roundup.authoring.importers.recognise.periods import period_in, year_of
from roundup.authoring.importers.recognise.rest import Rest

# Any year will do to tell whether a heading names a week or a month.
_SOME_YEAR = 2000


def apart(
    whole: FoundRoundup, entries: Sequence[Entry], rest: Rest, date: str
) -> tuple[FoundRoundup, ...]:
    """One roundup for each section: of the headings that name a period, else of the highest. What the document
    says before and after them stands in the first and in the last."""
    depth = _depth(entries, rest)
    groups: dict[int, list[Entry]] = {}
    for one in entries:
        above = one.found.sections
        groups.setdefault(above[depth] if len(above) > depth else -1, []).append(one)
    if len(groups) < 2:
        return (whole,)
    year = year_of(whole.title) or year_of(date)
    roundups = [
        _part(rest.sections.get(place), group, rest, depth, year) for place, group in groups.items()
    ]
    first, last = roundups[0], roundups[-1]
    roundups[0] = replace(first, introduction=_joined(whole.introduction, first.introduction))
    roundups[-1] = replace(roundups[-1], closing=_joined(last.closing, whole.closing))
    return tuple(roundups)


def _part(
    section: FoundSection | None, group: Sequence[Entry], rest: Rest, depth: int, year: int
) -> FoundRoundup:
    entries = tuple(_within(one, rest, depth) for one in group)
    ranked = is_ranked([one.rank for one in entries if not one.unplaced])
    title = section.title if section else ""
    inner = dict.fromkeys(place for one in group for place in one.found.sections[depth + 1 :])
    return FoundRoundup(
        title=title,
        period=period_in(title, year),
        introduction=section.words if section else "",
        entries=entries if ranked else tuple(replace(one, rank=None) for one in entries),
        sections=tuple(rest.sections[place] for place in inner),
        ranked=ranked,
        line=section.line if section else 1,
    )


def _within(one: Entry, rest: Rest, depth: int) -> FoundEntry:
    deeper = one.found.sections[depth + 1 :]
    section = rest.sections[deeper[-1]].title if deeper else ""
    return replace(one.entry, section=section, rank=one.number)


def _depth(entries: Sequence[Entry], rest: Rest) -> int:
    deepest = max((len(one.found.sections) for one in entries), default=0)
    for depth in range(rest.shared, deepest):
        places = {one.found.sections[depth] for one in entries if len(one.found.sections) > depth}
        named = sum(1 for one in places if period_in(rest.sections[one].title, _SOME_YEAR))
        if len(places) > 1 and named * 2 >= len(places):
            return depth
    return rest.shared


def _joined(one: str, other: str) -> str:
    return "\n\n".join(filter(None, (one, other)))
