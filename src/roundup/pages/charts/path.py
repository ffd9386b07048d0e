"""A paper through the lists that picked it, in the order of time: by rank where they rank, else along one line."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from roundup.catalog.catalog import Entry, Paper, Roundup
from roundup.pages.charts.columns import HEAD, MOST, Columns, columns_of, in_time
from roundup.pages.facts import appearance_link
from roundup.pages.scope import Scope
from roundup.pages.views import ColumnView, MarkView, PathView, TickView

STEP, AXIS = 44, 28
TOP = HEAD + 24  # rank 1
TALL, RANK = 168, 34  # all ranks together at most, one rank at most
LANE = 40  # from the last rank to the places without one
FOOT = 20


class _Scale(NamedTuple):
    """Where ranks stand: rank 1 at `TOP`, `last` at the bottom, places without a rank on the lane."""

    last: int

    def at(self, rank: int) -> int:
        if self.last < 2:
            return TOP
        return TOP + round((rank - 1) * min(RANK, TALL / (self.last - 1)))

    @property
    def lane(self) -> int:
        return self.at(self.last) + LANE if self.last else TOP


def paper_path(scope: Scope, paper: Paper) -> PathView | None:
    """A paper's path through its lists; None where fewer than two picked it."""
    if not scope.settings.pages.pictures or len({key for key, _ in paper.entries}) < 2:
        return None
    entries = scope.entries_of(paper)
    ranked = len({entry.roundup for entry in entries if entry.rank}) > 1
    known = in_time(_roundups(scope, paper, entries, not ranked))
    lists = known[-MOST:]
    grid = columns_of(scope, lists, AXIS if ranked else 0, STEP)
    scale = _Scale(max(entry.rank or 0 for entry in entries) if ranked else 0)
    found = [
        one
        for roundup, column in zip(lists, grid.columns, strict=True)
        for one in _marks(scope, roundup, column, entries, scale)
    ]
    return _view(grid, scale, tuple(found), len(known) - len(lists))


def _view(grid: Columns, scale: _Scale, marks: tuple[MarkView, ...], more: int) -> PathView:
    on_line = [one for one in marks if one.kind == "rank" or not scale.last]
    lowest = max(one.y for one in marks)
    ticks = (1, scale.last) if scale.last > 1 else (1,) if scale.last else ()
    width = grid.direction.width
    return PathView(
        width=width,
        height=lowest + FOOT,
        columns=grid.columns,
        spans=grid.spans,
        marks=marks,
        points=tuple(_best(on_line)),
        ticks=tuple(TickView(y=scale.at(rank), rank=rank) for rank in ticks),
        start=grid.direction.at(0),
        end=grid.direction.at(width),
        more_lists=more,
    )


def _roundups(
    scope: Scope, paper: Paper, entries: Sequence[Entry], mentioning: bool
) -> Iterator[Roundup]:
    """The lists that picked the paper, and those that only name it."""
    roundups = scope.catalog.roundups
    keys = {entry.roundup for entry in entries}
    if mentioning:
        keys |= {one.roundup for one in paper.mentions if one.roundup in roundups}
    return (roundups[key] for key in sorted(keys))


def _marks(
    scope: Scope, roundup: Roundup, column: ColumnView, entries: Sequence[Entry], scale: _Scale
) -> Iterator[MarkView]:
    """One mark for every place that the paper has in a list, else one for its name there."""
    own = [entry for entry in entries if entry.roundup == roundup.key]
    own.sort(key=lambda entry: (entry.unplaced, entry.rank or 0))
    for entry in own:
        link = appearance_link(scope, entry)
        yield MarkView(
            x=column.x,
            y=scale.at(entry.rank) if entry.rank and scale.last else scale.lane,
            kind="rank" if entry.rank else "ring" if entry.unplaced else "dot",
            sign=column.sign,
            **msgspec.structs.asdict(link),
        )
    if not own:
        yield MarkView(
            x=column.x,
            y=scale.lane,
            kind="mention",
            sign=column.sign,
            year=roundup.year,
            title=column.title,
            address=column.address,
            language=column.language,
        )


def _best(marks: Sequence[MarkView]) -> Iterator[tuple[int, int]]:
    """The corners of the line: the best mark of every column."""
    for number, mark in enumerate(marks):
        if not number or marks[number - 1].x != mark.x:
            yield mark.x, mark.y
