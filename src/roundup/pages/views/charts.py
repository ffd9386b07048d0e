"""Views of pictures: numbers for the drawing, and the texts of the table that says the same.

Lengths are CSS pixels. `x` runs from the left of the drawing whichever way its language runs; a text stands at
its start, and a row's or mark's `y` is the middle of what is drawn there.
"""

from roundup.pages.views.base import AppearanceLink, NamedLink, View


class ColumnView(View, frozen=True, kw_only=True):
    """A roundup as a column: the middle of it, and the letter that stands over it."""

    x: int
    sign: str
    title: str
    address: str
    year: int
    size: int = 0
    language: str = ""


class SpanView(View, frozen=True, kw_only=True):
    """The columns of one year: where they begin, how wide they are together, and their middle."""

    x: int
    width: int
    middle: int
    text: str


class CellView(View, frozen=True, kw_only=True):
    """A paper's best place in a roundup; `rank` and `size` are 0 where there is none to say."""

    x: int
    address: str
    rank: int = 0
    size: int = 0
    unplaced: bool = False


class MatrixRow(View, frozen=True, kw_only=True):
    """A paper as a row: its name as drawn, its title with a link, and a cell or None for every column."""

    top: int
    y: int
    name: str
    paper: NamedLink
    lists: int
    cells: tuple[CellView | None, ...]


class MatrixView(View, frozen=True, kw_only=True):
    """Papers × roundups; `rule` is where the papers of several lists end, 0 where all or none do.

    `more_papers` and `more_lists` are left out.
    """

    width: int
    height: int
    label: int
    columns: tuple[ColumnView, ...]
    spans: tuple[SpanView, ...]
    rows: tuple[MatrixRow, ...]
    rule: int = 0
    more_papers: int = 0
    more_lists: int = 0


class MarkView(AppearanceLink, frozen=True, kw_only=True):
    """A paper's place in a list as it is drawn, and as the table says it.

    `kind` is `rank`, `dot` (a list without ranks), `ring` (an honourable mention) or `mention` (in its words only).
    """

    x: int
    y: int
    kind: str
    sign: str


class TickView(View, frozen=True, kw_only=True):
    """A rank on the axis."""

    y: int
    rank: int


class PathView(View, frozen=True, kw_only=True):
    """A paper's path through lists in the order of time, rank 1 at the top; without `ticks` it is a timeline.

    `points` are the corners of the line; `more_lists` older ones are left out.
    """

    width: int
    height: int
    columns: tuple[ColumnView, ...]
    spans: tuple[SpanView, ...]
    marks: tuple[MarkView, ...]
    points: tuple[tuple[int, int], ...]
    ticks: tuple[TickView, ...] = ()
    start: int = 0
    end: int = 0
    more_lists: int = 0


class YearColumn(View, frozen=True, kw_only=True):
    """A year as a column of topics: its middle and its page."""

    x: int
    year: int
    address: str


class HeatView(View, frozen=True, kw_only=True):
    """How many papers of a topic a year has; `x` is the left of the cell, `strength` its colour in percent."""

    x: int
    middle: int
    papers: int
    strength: int


class TopicRow(View, frozen=True, kw_only=True):
    """A topic as a row: its name as drawn, its link, and a cell for every year."""

    y: int
    name: str
    topic: NamedLink
    cells: tuple[HeatView, ...]


class TopicsView(View, frozen=True, kw_only=True):
    """Topics × years; `cell` is the width and `row` the height of a cell, `more_topics` are left out."""

    width: int
    height: int
    label: int
    cell: int
    row: int
    years: tuple[YearColumn, ...]
    rows: tuple[TopicRow, ...]
    more_topics: int = 0
    more_years: int = 0
