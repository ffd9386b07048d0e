"""Tables: a header row, a row of dashes, rows; pipes in code, formulas and wiki-links stay."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor

from roundup.content.prose.codespans import spans

MOST_COLUMNS = 100
_RULE = re.compile(r"[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*\Z")
_STOP = re.compile(
    r"`+|\\.|\||\[\[[^\[\]\n]{1,700}\]\]|\$(?![\s$])[^$\n|]*\|[^$\n]*(?<!\s)\$(?!\d)"
)


class Table(BlockProcessor):
    """Tables of GitHub's kind; columns are aligned by class."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether the second line is a row of dashes for as many columns as the first has."""
        first, line_break, rest = block.partition("\n")
        rule = rest.partition("\n")[0]
        if not line_break or "|" not in first + rule or not _RULE.match(rule):
            return False
        columns = len(cells(first))
        return columns <= MOST_COLUMNS and columns == len(cells(rule))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Builds the table; rows have as many cells as the header."""
        head, rule, *rows = blocks.pop(0).split("\n")
        sides = [_side(cell) for cell in cells(rule)]
        table = SubElement(parent, "table")
        _row(SubElement(table, "thead"), "th", cells(head), sides)
        if rows:
            body = SubElement(table, "tbody")
            for row in rows:
                _row(body, "td", cells(row), sides)


def cells(row: str) -> list[str]:
    """The cells of a row; border pipes make no cells of their own."""
    row = row.strip(" ")
    code = dict(spans(row))
    found, position, start = list[str](), 0, 1 if row.startswith("|") else 0
    position = start
    while stop := _STOP.search(row, position):
        position = code.get(stop.start(), stop.end())
        if stop[0] == "|":
            found.append(row[start : stop.start()])
            start = stop.end()
    if start < len(row) or not found:
        found.append(row[start:])
    return [cell.strip(" ").replace("\\|", "|") for cell in found]


def _side(cell: str) -> str:
    if cell.endswith(":"):
        return "center" if cell.startswith(":") and len(cell) > 1 else "right"
    return "left" if cell.startswith(":") else ""


def _row(parent: Element, tag: str, texts: list[str], sides: list[str]) -> None:
    row = SubElement(parent, "tr")
    for index, side in enumerate(sides):
        cell = SubElement(row, tag)
        cell.text = texts[index] if index < len(texts) else ""
        if side:
            cell.set("class", side)
