"""Entries known by the company they keep: items without links beside lists of papers, shaped as those are."""

from collections.abc import Iterator, Sequence

import msgspec

from roundup.authoring.importers.recognise.leads import Lead
from roundup.authoring.importers.recognise.lines import has_cjk, weight
from roundup.authoring.importers.recognise.parts import Part
from roundup.authoring.importers.recognise.quotes import is_title_case
from roundup.authoring.importers.recognise.rating import names_meetings
from roundup.authoring.importers.recognise.sections import kind_of_section
from roundup.authoring.importers.recognise.segments import number_of
from roundup.authoring.importers.recognise.tree import Found, Node
from roundup.authoring.importers.recognise.venues import is_short_venue

_ITEMS = "item"
_LEAST = 3


class Company(msgspec.Struct, frozen=True):
    """What the entries found have in common: the traits of most leads, whether they are numbered, whether all
    of them are linked, and the levels of their sections."""

    traits: frozenset[str]
    numbered: bool
    linked: bool
    levels: frozenset[int]


def with_company(parts: Sequence[Part], root: Node, found: Sequence[Found]) -> tuple[Found, ...]:
    """The entries found, and the items beside them, or below sibling headings, that are like them."""
    listed = [one for one in found if one.by == _ITEMS]
    if len(listed) < _LEAST or len(listed) * 2 < len(found):
        return tuple(found)
    numbers = sum(number_of(parts[one.start]) is not None for one in listed)
    numbered = numbers * 10 >= len(listed) * 9
    linked = all(_is_linked(parts, one) for one in listed)
    company = Company(_traits_of(listed), numbered, linked, _levels_of(parts, listed))
    taken = {place for one in found for place in range(one.start, one.end)}
    joined = _joining(parts, root, (), taken, company)
    return tuple(sorted((*found, *joined), key=lambda one: one.start))


def in_company(parts: Sequence[Part], found: Sequence[Found]) -> tuple[Found, ...]:
    """The entries without those that keep no company: a list without any link, of another shape than the
    entries that have one, whose words are no titles either."""
    linked = [one for one in found if _is_linked(parts, one)]
    if len(linked) < _LEAST or len(linked) * 2 < len(found):
        return tuple(found)
    shapes = {one.by for one in linked}
    groups: dict[tuple[str, tuple[int, ...]], list[Found]] = {}
    for one in found:
        groups.setdefault((one.by, one.sections), []).append(one)
    left = [
        one
        for (by, _), group in groups.items()
        if by not in shapes and not any(_is_sound(parts, one) for one in group)
        for one in group
    ]
    return tuple(one for one in found if one not in left)


def _is_linked(parts: Sequence[Part], one: Found) -> bool:
    refs = (ref for part in parts[one.start : one.end] for refs in part.refs for ref in refs)
    return bool(one.cells) or any(ref.kind == "paper" for ref in refs)


def _is_sound(parts: Sequence[Part], one: Found) -> bool:
    """Whether an entry is a paper's beyond its shape."""
    lead = one.lead
    titled = weight(lead.title) >= 5 or ":" in lead.title or lead.style == "quote"
    cited = bool(lead.authors) and (lead.style == "quote" or not has_cjk(lead.title))
    return bool(one.cells or cited or _is_linked(parts, one)) or (
        titled and is_title_case(lead.title)
    )


def _traits_of(found: Sequence[Found]) -> frozenset[str]:
    leads = [_traits(one.lead) for one in found]
    return frozenset(
        trait
        for trait in ("venue", "authors", "date")
        if sum(trait in lead for lead in leads) * 10 >= len(leads) * 7
    )


def _traits(lead: Lead) -> frozenset[str]:
    venue = lead.venue or is_short_venue(" ".join(lead.short.split()[:2]))
    named = (("venue", venue), ("authors", lead.authors), ("date", lead.date))
    return frozenset(trait for trait, text in named if text)


def _levels_of(parts: Sequence[Part], found: Sequence[Found]) -> frozenset[int]:
    above = {one.sections[-1] for one in found if one.sections}
    return frozenset(parts[place].level for place in above if parts[place].kind == "heading")


def _joining(
    parts: Sequence[Part],
    node: Node,
    above: tuple[int, ...],
    taken: set[int],
    company: Company,
) -> Iterator[Found]:
    if node.at >= 0:
        if node.at in taken:
            return
        above = (*above, node.at)
    own = range(node.at + 1, node.own_end)
    beside = any(place in taken for place in own)
    names_venue = node.at >= 0 and is_short_venue(parts[node.at].text)
    if beside or names_venue or node.level in company.levels:
        for start, end in _free(parts, own, taken):
            yield from _accepted(parts, start, end, above, company)
    for child in node.children:
        yield from _joining(parts, child, above, taken, company)


def _free(parts: Sequence[Part], own: range, taken: set[int]) -> Iterator[tuple[int, int]]:
    """The stretches of items of the outermost kind that no entry holds."""
    start = -1
    for place in (*own, own.stop):
        free = place < own.stop and place not in taken and parts[place].depth > 0
        if free and start < 0 and parts[place].kind == "item":
            start = place
        elif not free and start >= 0:
            yield start, place
            start = -1


def _accepted(
    parts: Sequence[Part], start: int, end: int, above: tuple[int, ...], company: Company
) -> Iterator[Found]:
    items = [place for place in range(start, end) if parts[place].kind == "item"]
    if len({parts[place].depth for place in items}) != 1:
        return
    ends = [*items[1:], end]
    kind = kind_of_section(parts[above[-1]].text) if above else ""
    good = [(a, b) for a, b in zip(items, ends, strict=True) if _is_like(parts, a, company, kind)]
    if len(good) * 10 < len(items) * 8:
        return
    if company.linked and not company.traits and not _is_plain(parts, good):
        return
    for begin, after in zip(items, ends, strict=True):
        title = parts[begin].lead.title
        if (begin, after) not in good and not (weight(title) >= 3 and is_title_case(title)):
            continue
        yield Found(
            start=begin,
            end=after,
            lead=parts[begin].lead,
            sections=above,
            by=_ITEMS,
            score=0.2,
        )


def _is_plain(parts: Sequence[Part], good: Sequence[tuple[int, int]]) -> bool:
    """Whether items can only be titles, as it takes where no other entry goes without a link."""
    titles = [parts[place].lead.title for place, _ in good]
    sure = sum(1 for title in titles if ":" in title or weight(title) >= 8)
    return sure * 2 >= len(titles)


def _is_like(parts: Sequence[Part], place: int, company: Company, kind: str) -> bool:
    """Whether an item has what most entries have beside their title, or where they have nothing reads as a
    title of a paper itself."""
    lead = parts[place].lead
    if any(
        ref.leads and ref.kind not in ("paper", "local")
        for refs in parts[place].refs
        for ref in refs
    ):
        return False
    if company.numbered and number_of(parts[place]) is None:
        return False
    if names_meetings(lead):
        return False
    if company.traits and company.traits <= _traits(lead) and weight(lead.title) >= 2:
        return True
    if kind in ("other", "references"):
        return False
    return 3 <= weight(lead.title) <= 25 and is_title_case(lead.title) and _is_specific(lead)


def _is_specific(lead: Lead) -> bool:
    """Whether a title says more than a topic would: long, or in two parts, or cited."""
    return weight(lead.title) >= 5 or ":" in lead.title[:-1] or lead.is_cited
