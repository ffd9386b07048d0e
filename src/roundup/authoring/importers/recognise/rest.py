"""What is outside of entries: the introduction, the words of sections, the closing words."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec

from roundup.authoring.importers.found import FoundSection, Picture
from roundup.authoring.importers.recognise.gathered import pictures_in
from roundup.authoring.importers.recognise.parts import Part
from roundup.authoring.importers.recognise.titles import cleaned
from roundup.authoring.importers.recognise.tree import Found
from roundup.authoring.importers.recognise.words import block_of, markdown_of, paragraph


class Rest(msgspec.Struct, frozen=True, kw_only=True):
    """The words around the entries, and each section by the place of its heading; `emptied` are the places of
    headings with nothing left to stand over."""

    introduction: str = ""
    closing: str = ""
    sections: Mapping[int, FoundSection] = {}
    pictures: tuple[Picture, ...] = ()
    shared: int = 0
    emptied: tuple[int, ...] = ()


def shared(found: Sequence[Found]) -> int:
    """How many headings stand above all entries: these name the list, not a section of it."""
    first = found[0].sections if found else ()
    count = 0
    while count < len(first) and all(
        one.sections[: count + 1] == first[: count + 1] for one in found
    ):
        count += 1
    return count


def rest_of(parts: Sequence[Part], found: Sequence[Found], gone: Iterable[int]) -> Rest:
    """What no entry holds. Places that are `gone` are told of elsewhere: tables of contents, references that
    went to their entries, the title."""
    above = shared(found)
    headings = sorted({place for one in found for place in one.sections[above:]})
    taken = set(gone).union(headings, *(range(one.start, one.end) for one in found))
    free = [
        place
        for place, part in enumerate(parts)
        if place not in taken and part.kind != "rule" and (part.kind != "heading" or part.text)
    ]
    emptied = _emptied(parts, free, taken)
    free = [place for place in free if place not in emptied]
    owners = _owners(parts, found, headings)
    first = found[0].start if found else len(parts)
    sections = {
        place: _section(parts, place, [one for one in free if owners[one] == place])
        for place in headings
    }
    return Rest(
        introduction=_text(parts, [one for one in free if owners[one] < 0 and one < first]),
        closing=_text(parts, [one for one in free if owners[one] < 0 and one >= first]),
        sections=sections,
        pictures=tuple(picture for one in free for picture in pictures_in(parts[one].block)),
        shared=above,
        emptied=tuple(sorted(emptied)),
    )


def _emptied(parts: Sequence[Part], free: Sequence[int], taken: Collection[int]) -> frozenset[int]:
    """Headings whose parts have all gone elsewhere."""
    kept, gone = set(free), set(taken)
    emptied: set[int] = set()
    for place in free:
        if parts[place].kind != "heading":
            continue
        below = list(_below(parts, place))
        words = [one for one in below if one in kept and parts[one].kind != "heading"]
        if not words and any(one in gone for one in below):
            emptied.add(place)
    return frozenset(emptied)


def _below(parts: Sequence[Part], place: int) -> Iterator[int]:
    for one in range(place + 1, len(parts)):
        if parts[one].kind == "heading" and parts[one].level <= parts[place].level:
            return
        yield one


def _owners(parts: Sequence[Part], found: Sequence[Found], headings: Sequence[int]) -> list[int]:
    """For each part the heading of the section it stands in, -1 for none: a section ends at a heading of its
    level that begins no entry, and none reaches beyond the last entry."""
    begun = {one.start for one in found}
    last = max((one.end for one in found), default=0)
    names = set(headings)
    owners = []
    owner = -1
    for place, part in enumerate(parts):
        if place in names:
            owner = place
        elif place >= last or (
            part.kind == "heading" and place not in begun and _ends(parts, owner, part)
        ):
            owner = -1
        owners.append(owner)
    return owners


def _ends(parts: Sequence[Part], owner: int, part: Part) -> bool:
    return owner >= 0 and parts[owner].kind == "heading" and part.level <= parts[owner].level


def _section(parts: Sequence[Part], place: int, inside: Sequence[int]) -> FoundSection:
    linked = [paragraph(parts[place].lines)] if _is_linked(parts[place]) else []
    words = markdown_of([*linked, *(block_of(parts[one]) for one in inside)])
    return FoundSection(cleaned(parts[place].text), words, parts[place].number)


def _is_linked(part: Part) -> bool:
    """Whether a heading leads to somewhere else than a place in the document."""
    return any(ref.target.kind != "anchor" for refs in part.refs for ref in refs)


def _text(parts: Sequence[Part], places: Sequence[int]) -> str:
    return markdown_of(block_of(parts[place]) for place in places)
