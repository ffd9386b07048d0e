"""Roundups as columns in the order of time, grouped by year, in the direction of the page's language."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from string import ascii_uppercase
from typing import NamedTuple

from roundup.catalog.catalog import Roundup
from roundup.pages.scope import Scope
from roundup.pages.views import ColumnView, SpanView

MOST = len(ascii_uppercase)
HEAD = 48  # two lines above the first row: the years and the letters
BETWEEN = 10  # years stand apart


class Direction(NamedTuple):
    """Which way a drawing of that width runs."""

    width: int
    leftwards: bool

    def at(self, x: int, width: int = 0) -> int:
        """Where something of a width stands that begins `x` after the start."""
        return self.width - x - width if self.leftwards else x


class Columns(NamedTuple):
    """Columns with the years over them, and the direction that they run in."""

    columns: tuple[ColumnView, ...]
    spans: tuple[SpanView, ...]
    direction: Direction


def in_time(roundups: Iterable[Roundup]) -> list[Roundup]:
    """Roundups from the oldest to the newest, those of one year together."""
    return sorted(roundups, key=lambda one: (one.year, one.dated, one.key))


def columns_of(scope: Scope, roundups: Sequence[Roundup], start: int, step: int) -> Columns:
    """Columns of `step` pixels for roundups in time, the first of them after `start` pixels."""
    years = [one.year for one in roundups]
    places = [_place(start, step, years, number) for number in range(len(years))]
    width = places[-1] + step
    direction = Direction(width, scope.site.direction == "rtl")
    columns = tuple(
        _column(scope, roundup, direction.at(x + step // 2), sign)
        for roundup, x, sign in zip(roundups, places, ascii_uppercase, strict=False)
    )
    spans = tuple(_spans(years, places, step, direction))
    return Columns(columns, spans, direction)


def _place(start: int, step: int, years: Sequence[int], number: int) -> int:
    """Where a column begins: after those before it, and a little more for every year among them."""
    return start + step * number + BETWEEN * (len(set(years[: number + 1])) - 1)


def _column(scope: Scope, roundup: Roundup, x: int, sign: str) -> ColumnView:
    edition = roundup.in_language(scope.language)
    return ColumnView(
        x=x,
        sign=sign,
        title=edition.title,
        address=scope.roundup_address(roundup),
        year=roundup.year,
        size=roundup.size,
        language=scope.foreign(edition.language),
    )


def _spans(
    years: Sequence[int], places: Sequence[int], step: int, direction: Direction
) -> Iterable[SpanView]:
    for year, found in groupby(zip(years, places, strict=True), key=lambda pair: pair[0]):
        inside = [x for _, x in found]
        width = inside[-1] + step - inside[0]
        x = direction.at(inside[0], width)
        yield SpanView(x=x, width=width, middle=x + width // 2, text=str(year))
