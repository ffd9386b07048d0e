"""Tables: their rows and cells, and whether one holds facts or only a page's layout."""

from collections.abc import Iterator

import msgspec

from roundup.authoring.importers.reading.nodes import HEADINGS, Node

_SECTIONS = ("thead", "tbody", "tfoot")
_MOST_SPANNED = 30
_MOST_CELLS = 100


class RowOfCells(msgspec.Struct, frozen=True):
    """A row: its cells in their columns, None where a cell of another column or row reaches in."""

    cells: tuple[Node | None, ...]
    line: int
    header: bool


def rows_of(table: Node) -> tuple[RowOfCells, ...]:
    """The rows of a table, without those of tables inside it."""
    found: list[RowOfCells] = []
    reaching: dict[int, int] = {}
    for row, in_head in _rows(table, False):
        cells = [one for one in row.elements() if one.name in ("td", "th")][:_MOST_CELLS]
        header = in_head or (bool(cells) and all(one.name == "th" for one in cells))
        found.append(RowOfCells(tuple(_columns(cells, reaching)), row.line, header))
    return tuple(found)


def _columns(cells: list[Node], reaching: dict[int, int]) -> Iterator[Node | None]:
    column = 0
    for cell in cells:
        while reaching.get(column, 0) > 0:
            reaching[column] -= 1
            column += 1
            yield None
        down = _spanned(cell, "rowspan")
        for place in range(_spanned(cell, "colspan")):
            reaching[column] = down - 1
            column += 1
            yield None if place else cell
    while reaching.get(column, 0) > 0:
        reaching[column] -= 1
        column += 1
        yield None


def _spanned(cell: Node, name: str) -> int:
    value = cell.get(name).strip()
    return max(1, min(int(value), _MOST_SPANNED)) if value.isdecimal() and len(value) < 5 else 1


def _rows(node: Node, in_head: bool) -> Iterator[tuple[Node, bool]]:
    for one in node.elements():
        if one.name == "tr":
            yield one, in_head
        elif one.name in _SECTIONS:
            yield from _rows(one, one.name == "thead")


def is_layout(table: Node) -> bool:
    """Whether a table only puts parts of a page beside each other."""
    if table.get("role").lower() in ("presentation", "none"):
        return True
    rows = rows_of(table)
    if any(row.header for row in rows) and len(rows) > 1:
        return False
    widest = max((sum(cell is not None for cell in row.cells) for row in rows), default=0)
    return widest <= 1 or _holds_structure(table)


def _holds_structure(table: Node) -> bool:
    """Whether it holds headings, rules or tables, or nearly all words in one of few cells."""
    names = {one.name for one in table.walk() if one is not table}
    if names & {*HEADINGS[:4], "table", "hr"}:
        return True
    cells = [one for row in rows_of(table) for one in row.cells if one is not None]
    sizes = [len(one.text.strip()) for one in cells]
    return len(cells) <= 6 and sum(sizes) > 800 and max(sizes) > 0.9 * sum(sizes)
