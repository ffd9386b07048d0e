"""A tree of HTML becomes blocks in reading order."""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from roundup.authoring.importers.document import Block, BlockKind, Row, Span
from roundup.authoring.importers.reading.addresses import Base
from roundup.authoring.importers.reading.cells import is_layout, rows_of
from roundup.authoring.importers.reading.codes import code_of, is_code
from roundup.authoring.importers.reading.formulas import is_formula
from roundup.authoring.importers.reading.nodes import HEADINGS, LISTS, Child, Node, ids_of
from roundup.authoring.importers.reading.spans import Inline, tidied
from roundup.authoring.importers.reading.videos import framed, watched
from roundup.authoring.importers.reading.writing import fence_of, heading_of, line_of, table_of

_GONE = frozenset(
    ("head", "title", "template", "ldjson", "select", "option", "optgroup", "canvas", "datalist",
     "textarea", "noscript")
)  # fmt: skip
_MEDIA = ("iframe", "video", "audio", "embed", "object")
_DEEPEST_TABLE = 6


class Place(msgspec.Struct, frozen=True):
    """Where a block stands: lists around it, quotation, folded part, and the style that it inherits."""

    depth: int = 0
    quoted: bool = False
    folded: bool = False
    style: Span = Span("")
    tables: int = 0


def blocks_of(root: Node, base: Base) -> tuple[Block, ...]:
    """The blocks of a tree."""
    builder = _Builder(base)
    builder.children(root.children, Place(), root.line)
    return tuple(builder.blocks)


class _Builder:
    """Blocks so far, the ids that wait for one, and the list item that waits for its words."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self.blocks: list[Block] = []
        self.anchors: list[str] = []
        self.item: Block | None = None

    def children(self, children: Iterable[Child], place: Place, line: int) -> None:
        """Blocks one by one; what stands between them in a line is a paragraph."""
        run: list[Child] = []
        for child in children:
            if isinstance(child, Node) and (child.is_block or is_code(child)):
                self._paragraphs(run, place, line)
                run = []
                self.element(child, place)
                line = child.line or line
            else:
                run.append(child)
        self._paragraphs(run, place, line)

    def element(self, node: Node, place: Place) -> None:
        """One element as the blocks that it is."""
        name = node.name
        self.anchors += ids_of(node)
        if name in _GONE:
            return
        if is_formula(node):
            self._paragraphs([node], place, node.line)
        elif name in HEADINGS:
            self._heading(node, place)
        elif name in LISTS:
            self._list(node, replace(place, depth=place.depth + 1))
        elif name in ("li", "dt"):
            self._item(node, None, place if place.depth else Place(depth=1))
        elif name == "dl":
            self._definitions(node, replace(place, depth=place.depth + 1))
        elif name == "hr":
            self._add("rule", node, place, markdown="---")
        elif is_code(node):
            self._code(node, place)
        elif name == "table":
            self._table(node, place)
        elif name in _MEDIA:
            self._media(node, place)
        elif name == "a" and node.get("href"):
            self._card(node, place)
        else:
            self._container(node, place)

    def _container(self, node: Node, place: Place) -> None:
        if node.name == "blockquote":
            place = replace(place, quoted=True)
        elif node.name == "details":
            self._details(node, place)
            return
        place = replace(place, style=Inline(self.base).styled(node, place.style))
        if node.blocky:
            self.children(node.children, place, node.line)
        else:
            self._paragraphs(node.children, place, node.line)

    def _details(self, node: Node, place: Place) -> None:
        folded = replace(place, folded=True)
        for child in node.children:
            is_summary = isinstance(child, Node) and child.name == "summary"
            self.children([child], place if is_summary else folded, node.line)

    def _card(self, node: Node, place: Place) -> None:
        """A link around several blocks is a preview of what it leads to: one paragraph of its lines."""
        parts = [one for one in node.walk() if one.is_block and not one.blocky and one is not node]
        if len(parts) < 2 or any(one.name in ("table", "li", "pre") for one in parts):
            self._container(node, place)
            return
        inline = Inline(self.base)
        style = inline.styled(node, place.style)
        for part in parts:
            inline.line = part.line
            inline.take(part.children, replace(style, bold=part.name in HEADINGS))
            inline.spans.append(Span("\n", part.line, mark="break"))
        self.anchors += inline.anchors
        for spans in tidied(inline.spans):
            self._add("paragraph", node, place, spans=spans, markdown=line_of(spans))

    def _heading(self, node: Node, place: Place) -> None:
        spans = self._spans(node.children, place, node.line)
        flat = [one for part in spans for one in (*part, Span("\n", mark="break"))][:-1]
        if flat:
            level = int(node.name[1])
            self._add(
                "heading",
                node,
                place,
                spans=tuple(flat),
                level=level,
                markdown=heading_of(level, flat),
            )

    def _paragraphs(self, run: Iterable[Child], place: Place, line: int) -> None:
        for spans in self._spans(run, place, line):
            first = next((one.line for one in spans if one.line), 0)
            where = Node("p", line=first or line)
            self._add("paragraph", where, place, spans=spans, markdown=line_of(spans))

    def _spans(self, run: Iterable[Child], place: Place, line: int) -> list[tuple[Span, ...]]:
        inline = Inline(self.base)
        inline.line = line
        inline.take(run, place.style)
        self.anchors += inline.anchors
        return tidied(inline.spans)

    def _list(self, node: Node, place: Place) -> None:
        number = _first_number(node)
        step = -1 if "reversed" in node.attributes else 1
        for child in node.children:
            if not isinstance(child, Node):
                if child.strip():
                    self._paragraphs([child], place, node.line)
            elif child.name == "li":
                value = child.get("value")
                number = int(value) if value.isdecimal() and len(value) < 7 else number
                self._item(child, number if node.name == "ol" else None, place)
                number += step
            else:
                self.element(child, place)

    def _item(self, node: Node, number: int | None, place: Place) -> None:
        if self.item:
            self.blocks.append(self.item)
        self.item = Block(
            kind="item",
            line=node.line,
            depth=place.depth,
            number=number,
            quoted=place.quoted,
            folded=place.folded,
        )
        self.children(node.children, place, node.line)
        self.item = None

    def _definitions(self, node: Node, place: Place) -> None:
        for child in node.elements():
            if child.name == "dt":
                self._item(child, None, place)
            else:
                self.element(child, place)

    def _code(self, node: Node, place: Place) -> None:
        code, language = code_of(node)
        if code.strip():
            spans = (Span(code, node.line, code=True),)
            self._add("code", node, place, spans=spans, markdown=fence_of(code, language))

    def _table(self, node: Node, place: Place) -> None:
        if place.tables >= _DEEPEST_TABLE or is_layout(node):
            self.children(node.children, place, node.line)
            return
        rows = tuple(
            Row(
                tuple(self._cell(cell, place) if cell else () for cell in row.cells),
                row.line,
                row.header,
            )
            for row in rows_of(node)
        )
        caption = next((one for one in node.elements() if one.name == "caption"), None)
        if caption:
            self._paragraphs(caption.children, place, caption.line)
        if any(cell for row in rows for cell in row.cells):
            self._add("table", node, place, rows=rows, markdown=table_of(rows))

    def _cell(self, node: Node, place: Place) -> tuple[Block, ...]:
        inner = _Builder(self.base)
        inner.anchors = ids_of(node)
        inner.children(node.children, Place(tables=place.tables + 1), node.line)
        return tuple(inner.blocks)

    def _media(self, node: Node, place: Place) -> None:
        """A film or a sound is a link to it, a frame to the page that it shows, where that can be told."""
        source = node.find("source", "embed", "iframe")
        names = ("data-src", "src", "data", "data-lazy-src")
        found = [one.get(name) for one in (node, source) if one for name in names]
        address = next((self.base.resolved(one) for one in found if one.strip()), "")
        is_frame = node.name == "iframe"
        address = framed(address, node.get("data-content")) if is_frame else watched(address)
        if address:
            spans = (Span(address, node.line, link=address),)
            self._add("paragraph", node, place, spans=spans, markdown=line_of(spans))
        elif node.blocky:
            self.children(node.children, place, node.line)

    def _add(
        self,
        kind: BlockKind,
        node: Node,
        place: Place,
        *,
        spans: tuple[Span, ...] = (),
        rows: tuple[Row, ...] = (),
        level: int = 0,
        markdown: str = "",
    ) -> None:
        block = Block(
            kind=kind,
            line=node.line,
            spans=spans,
            level=level,
            depth=place.depth,
            rows=rows,
            markdown=markdown,
            quoted=place.quoted,
            folded=place.folded,
        )
        item, self.item = self.item, None
        if item and kind == "paragraph" and place.depth == item.depth:
            block = replace(block, kind="item", number=item.number)
        elif item:
            self.blocks.append(item)
        self.blocks.append(replace(block, anchors=tuple(dict.fromkeys(self.anchors))))
        self.anchors = []


def _first_number(node: Node) -> int:
    start = node.get("start").strip()
    if start.removeprefix("-").isdecimal() and len(start) < 7:
        return int(start)
    if "reversed" in node.attributes:
        return sum(one.name == "li" for one in node.elements())
    return 1
