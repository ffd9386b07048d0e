"""A document as importers see it, whatever format it came in: blocks of text with the lines they stand on."""

from typing import Literal

import msgspec

BlockKind = Literal["heading", "paragraph", "item", "table", "code", "rule"]
Mark = Literal["", "sub", "sup", "del", "math", "break", "soft"]


class Span(msgspec.Struct, frozen=True):
    """A run of text in one style; `link` is where it leads, `image` the picture it is (its text the alt text).

    A line break is a span of its own, its text a line feed, its mark "break", or "soft" where only the source
    begins a new line. White space is single, none stands at the ends of a line, a link or an emphasis.
    Addresses are as written; relative ones of saved pages are resolved. A bare address in the text is a link
    too. A formula's text is `$tex$`.
    """

    text: str
    line: int = 0
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""
    image: str = ""
    mark: Mark = ""


class Row(msgspec.Struct, frozen=True):
    """A row of a table: its cells, each with blocks of its own; cells that others span are empty."""

    cells: tuple[tuple["Block", ...], ...]
    line: int = 0
    header: bool = False


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A block in reading order.

    `level` is a heading's (1 to 6). `depth` counts the lists that the block stands in; an `item` begins one,
    what follows at the same depth until the next item belongs to it. An item that begins with something else
    than text has no spans. `number` is an ordered item's place. `markdown` is the block alone as clean
    Markdown, without its list marker; its n-th line is the n-th line of the text, except in tables.
    `anchors` are ids it can be reached by. `quoted` says that it stands in a quotation, `folded` in a part
    that opens on demand. `writing.markdown_of` writes any run of blocks, `writing.line_of` any run of spans.
    """

    kind: BlockKind
    line: int = 0
    spans: tuple[Span, ...] = ()
    level: int = 0
    depth: int = 0
    number: int | None = None
    rows: tuple[Row, ...] = ()
    markdown: str = ""
    anchors: tuple[str, ...] = ()
    quoted: bool = False
    folded: bool = False

    @property
    def text(self) -> str:
        """Its words without styles; those of pictures left out."""
        return "".join(span.text for span in self.spans if not span.image)


class Skipped(msgspec.Struct, frozen=True, order=True):
    """A part that no reader of the list would miss: navigation, comments of readers, adverts."""

    line: int
    what: str


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """What a file says, and what it says of itself; dates as written (ISO where it could be told).

    A heading that only repeats the title is not among the blocks. `slug` and `aliases` are old addresses
    on the document's own site, `address` is where it stood in full.
    """

    blocks: tuple[Block, ...] = ()
    title: str = ""
    description: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""
    address: str = ""
    slug: str = ""
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    image: str = ""
    skipped: tuple[Skipped, ...] = ()
