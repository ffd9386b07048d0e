"""The headings of a document as a tree, and what was found in it."""

from collections.abc import Sequence

import msgspec

from roundup.authoring.importers.recognise.columns import Cell
from roundup.authoring.importers.recognise.leads import Lead
from roundup.authoring.importers.recognise.parts import Part


class Node(msgspec.Struct, frozen=True):
    """A heading at place `at` (-1 for the document itself), what it covers, and the headings below it."""

    at: int
    end: int
    level: int
    children: tuple["Node", ...] = ()

    @property
    def own_end(self) -> int:
        """Where the first heading below it begins."""
        return self.children[0].at if self.children else self.end


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """An entry found: its parts, its lead, the headings above it, and what part of the tree it stands in."""

    start: int
    end: int
    lead: Lead
    sections: tuple[int, ...] = ()
    by: str = ""
    score: float = 0.0
    cells: tuple[Cell, ...] = ()


class Judged(msgspec.Struct, frozen=True):
    """A node weighed as an entry and as a section."""

    node: Node
    entry: float
    section: float
    runs: tuple[Found, ...]
    children: tuple["Judged", ...]


def tree(parts: Sequence[Part]) -> Node:
    """The headings of a document as a tree by their levels."""
    places = [(place, part.level) for place, part in enumerate(parts) if part.kind == "heading"]
    children, _ = _children(places, 0, 0, len(parts))
    return Node(-1, len(parts), 0, children)


def _children(
    places: list[tuple[int, int]], first: int, level: int, end: int
) -> tuple[tuple[Node, ...], int]:
    nodes = []
    while first < len(places) and places[first][1] > level:
        at, own = places[first]
        below, after = _children(places, first + 1, own, end)
        nodes.append(Node(at, places[after][0] if after < len(places) else end, own, below))
        first = after
    return tuple(nodes), first
