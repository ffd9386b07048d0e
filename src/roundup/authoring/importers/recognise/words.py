"""The words of parts as Markdown: a block's own where it is whole, rebuilt where lines of it became facts."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from roundup.authoring.importers.document import Block, Span
from roundup.authoring.importers.reading import writing
from roundup.authoring.importers.recognise.lines import Line
from roundup.authoring.importers.recognise.parts import Part, spans_of


def block_of(part: Part, kept: Sequence[Line] | None = None) -> Block:
    """A part as a block again; of one that lost lines, only those that are kept."""
    if part.whole and kept is None:
        return part.block
    return of_lines(part.lines if kept is None else kept, part.block)


def of_lines(lines: Sequence[Line], block: Block) -> Block:
    """A block like another one that holds these lines."""
    spans: list[Span] = []
    for line in lines:
        if spans:
            spans.append(Span("\n", mark="soft" if line.soft else "break"))
        spans.extend(spans_of(line))
    text = (
        writing.heading_of(block.level, spans)
        if block.kind == "heading"
        else writing.line_of(spans)
    )
    return replace(block, spans=tuple(spans), markdown=text)


def paragraph(lines: Sequence[Line]) -> Block:
    """Lines as a paragraph."""
    return of_lines(lines, Block(kind="paragraph", line=lines[0].number if lines else 0))


def markdown_of(blocks: Iterable[Block]) -> str:
    """Blocks as one text; lists that stood inside an item stand at the margin."""
    kept = [block for block in blocks if block.markdown.strip() or block.kind == "item"]
    depths = [block.depth for block in kept if block.kind == "item"]
    least = (
        max(0, min(depths, default=1) - 1)
        if not any(block.depth == 0 for block in kept) or depths
        else 0
    )
    return writing.markdown_of(
        replace(block, depth=max(0, block.depth - least)) for block in kept
    ).strip("\n")
