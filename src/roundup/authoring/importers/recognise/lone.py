"""Lists of one item each, as editors of posts make them: what follows such an item belongs to it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from roundup.authoring.importers.recognise.lines import weight
from roundup.authoring.importers.recognise.parts import Part

_LEAST = 3
# Deeper than any heading of the document's own, so that it stands below all of them.
_BELOW_ALL = 6


def unlisted(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Parts whose lone items, where the papers they name are linked in the paragraphs behind them, stand in no
    list; the bold lines just before such items are headings."""
    places = [place for place in range(len(parts)) if _is_lone(parts, place)]
    items = sum(part.kind == "item" and part.depth == 1 for part in parts)
    linked = [
        start
        for start, after in pairwise([*places, len(parts)])
        if any(part.claims for part in _below(parts, start, after))
    ]
    if len(linked) < _LEAST or len(linked) * 10 < items * 8:
        return tuple(parts)
    lone = frozenset(places)
    named = frozenset(_names(parts, places))
    return tuple(_changed(part, place in lone, place in named) for place, part in enumerate(parts))


def _changed(part: Part, is_lone: bool, is_name: bool) -> Part:
    if is_name:
        return msgspec.structs.replace(part, kind="heading", level=_BELOW_ALL)
    return msgspec.structs.replace(part, depth=0) if is_lone else part


def _is_lone(parts: Sequence[Part], place: int) -> bool:
    """Whether an item is all of a list, a title without a link, and paragraphs follow it."""
    part = parts[place]
    if part.kind != "item" or part.depth != 1 or part.claims or weight(part.lead.title) < 1:
        return False
    before, behind = parts[place - 1 : place] if place else (), parts[place + 1 : place + 2]
    return all(not one.depth for one in before) and any(
        one.kind == "paragraph" and not one.depth for one in behind
    )


def _below(parts: Sequence[Part], start: int, after: int) -> Iterator[Part]:
    """The paragraphs behind an item, up to the next heading."""
    for part in parts[start + 1 : after]:
        if part.kind == "heading":
            return
        yield part


def _names(parts: Sequence[Part], places: Sequence[int]) -> Iterator[int]:
    """The bold lines that name a part of the document: just before an item, and where no entry has one of its
    own, behind all that the last one links."""
    bold = [place for place in range(len(parts)) if _is_bold(parts[place])]
    yield from (place for place in bold if place + 1 in places)
    if not any(places[0] < place < places[-1] and place + 1 not in places for place in bold):
        claims = (place for place in range(places[-1], len(parts)) if parts[place].claims)
        first = next(claims, len(parts))
        yield from [place for place in bold if place > first][:1]


def _is_bold(part: Part) -> bool:
    if part.kind != "paragraph" or part.depth or len(part.lines) != 1 or any(part.refs):
        return False
    line = part.lines[0]
    printed = [run.span.bold for run in line.runs if line.text[run.start : run.end].strip()]
    return bool(printed) and all(printed) and weight(line.text) <= 10
