"""The printed numbers of entries, and whether they are places."""

from collections.abc import Sequence
from itertools import pairwise

from roundup.authoring.importers.recognise.gathered import Gathered
from roundup.authoring.importers.recognise.parts import Part
from roundup.authoring.importers.recognise.sections import kind_of_section
from roundup.authoring.importers.recognise.segments import number_of
from roundup.authoring.importers.recognise.tree import Found


def printed_numbers(
    parts: Sequence[Part], found: Sequence[Found], gathered: Sequence[Gathered]
) -> list[int | None]:
    """The printed numbers where they number the list through; none where too few entries have one."""
    numbers = [
        got.lead.number if one.cells else number_of(parts[one.start])
        for one, got in zip(found, gathered, strict=True)
    ]
    placed = [
        number for number, one in zip(numbers, found, strict=True) if not is_unplaced(parts, one)
    ]
    known = [number for number in placed if number is not None]
    return numbers if len(known) * 10 >= len(placed) * 7 else [None] * len(numbers)


def is_unplaced(parts: Sequence[Part], one: Found) -> bool:
    """Whether an entry stands below a heading, or behind a label, of honourable mentions."""
    label, colon, _ = parts[one.start].text[:100].replace("：", ":").partition(":")
    names = [label if colon else "", *(parts[place].text for place in one.sections)]
    return any(kind_of_section(name) == "unplaced" for name in names if len(name) < 80)


def is_ranked(numbers: Sequence[int | None]) -> bool:
    """Whether numbers are places: rising or falling all through."""
    known = [number for number in numbers if number is not None]
    if len(known) < max(2, len(numbers) * 0.7):
        return False
    steps = [b - a for a, b in pairwise(known)]
    return all(step > 0 for step in steps) or all(step < 0 for step in steps)
