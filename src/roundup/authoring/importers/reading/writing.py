"""Spans and blocks as clean Markdown: text that looks like Markdown stays text."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from roundup.authoring.importers.document import Block, Row, Span
from roundup.authoring.importers.reading.nesting import WRITTEN, nested
from roundup.pages.markdown.inline import guarded, inline

_TICKS = re.compile(r"^\s*(`{3,})", re.MULTILINE)
_RULE = re.compile(r"[|:\- ]*-[|:\- ]*")
_OPENS = re.compile(r"!{3}|\|")
_STEP = 4  # what our Markdown wants what belongs to an item to be moved in by
_LANGUAGE = re.compile(r"[A-Za-z0-9+#.-]{1,30}")


def line_of(spans: Iterable[Span]) -> str:
    """Spans as Markdown; a break of the text is a backslash at the end of a line, a soft one only ends it."""
    out: list[str] = []
    line: list[Span] = []
    for span in spans:
        if span.mark in ("break", "soft"):
            out.append(_line(line) + ("\\\n" if span.mark == "break" else "\n"))
            line = []
        else:
            line.append(span)
    return "".join([*out, _line(line)])


def _line(spans: Sequence[Span]) -> str:
    text = guarded(_words(spans).strip())
    if _OPENS.match(text) or _RULE.fullmatch(text):
        return f"\\{text}"
    return text


def _words(spans: Sequence[Span]) -> str:
    return inline(nested(spans)).translate(WRITTEN)


def heading_of(level: int, spans: Sequence[Span]) -> str:
    """A heading of these spans, in one line."""
    flat = [replace(one, text=" ", mark="") if one.text == "\n" else one for one in spans]
    text = _words(flat).strip()
    if text.endswith("#"):
        text = f"{text[:-1]}\\#"
    return f"{'#' * level} {text}"


def fence_of(code: str, language: str) -> str:
    """Code between fences that nothing in it closes."""
    longest = max(map(len, _TICKS.findall(code)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language if _LANGUAGE.fullmatch(language) else ''}\n{code}\n{fence}"


def table_of(rows: Sequence[Row]) -> str:
    """A table; its first row is the head, as in our Markdown every table has one."""
    width = max((len(row.cells) for row in rows), default=0)
    lines = [_row([_cell(cell) for cell in row.cells], width) for row in rows]
    return "\n".join([*lines[:1], _row(["---"] * width, width), *lines[1:]]) if width else ""


def _row(cells: list[str], width: int) -> str:
    return f"| {' | '.join(cells + [''] * (width - len(cells)))} |"


def _cell(blocks: Iterable[Block]) -> str:
    return "<br>".join(_lines(blocks)).replace("|", "\\|")


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    """The lines of what stands in a cell; of a table inside it those of its cells."""
    for block in blocks:
        for row in block.rows:
            for cell in row.cells:
                yield from _lines(cell)
        spans = block.spans
        if block.kind == "code":
            spans = (Span(" ".join(block.text.split()), code=True),)
        for line in line_of(spans).split("\n"):
            if line:
                yield line.removesuffix("\\")


def markdown_of(blocks: Iterable[Block]) -> str:
    """Blocks one after the other: list markers set, items and what belongs to them moved in, quotations marked."""
    writer = _Writer()
    for block in blocks:
        writer.add(block)
    return writer.text()


class _Writer:
    """Keeps which lists are open, what was written last, and the sign of an item that has no words yet."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.depth = 0
        self.sign = ""
        self.was_item = False
        self.was_quoted = False

    def text(self) -> str:
        return "".join(self.out)

    def add(self, block: Block) -> None:
        is_item = block.kind == "item"
        self.depth = min(max(block.depth, int(is_item)), self.depth + int(is_item))
        indent = " " * _STEP * self.depth
        if is_item:
            marker = "-" if block.number is None else f"{block.number}."
            self.sign = f"{indent[_STEP:]}{marker:<{_STEP - 1}} "
        if not block.markdown:
            return
        rows = _moved(block.markdown, indent)
        if self.sign and self.depth:
            rows = self.sign + rows[len(indent) :]
        self.sign = ""
        self._put(rows, block)

    def _put(self, rows: str, block: Block) -> None:
        is_item = block.kind == "item"
        if block.quoted:
            rows = "\n".join(f"> {row}".rstrip() for row in rows.split("\n"))
        tight = is_item and self.was_item and block.quoted == self.was_quoted
        between = "\n" if tight else "\n>\n" if block.quoted and self.was_quoted else "\n\n"
        self.out += [between if self.out else "", rows]
        self.was_item, self.was_quoted = is_item, block.quoted


def _moved(text: str, indent: str) -> str:
    return "\n".join(f"{indent}{line}" if line else "" for line in text.split("\n"))
