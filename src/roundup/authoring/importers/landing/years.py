"""The year that a list is about: of its period, its title, the name of its file, or the day it was posted."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from roundup.content.place import UNDATED
from roundup.model import PartialDate, Period

_YEAR = re.compile(r"(?<![\d.,/:#$€£+-])(19[5-9]\d|20\d\d)(?![\d%]|[.,]\d|\s*(?:papers|篇))")
_SPAN = re.compile(r"(?<!\d)(19[5-9]\d|20\d\d)\s*[-–—~至]\s*(19[5-9]\d|20\d\d)(?!\d)")
_DATED_NAME = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[-_.]|$)")
_NEW_YEAR = (1, 2)
# Words of a list that looks back on a year, in the languages that lists come in.
_LOOKING_BACK = re.compile(
    r"(?i)\b(?:of the|this|last|past|the) year\b|\bend[- ]of[- ]year\b|\byear in review\b|年度|今年|去年"
    r"|올해|\b(?:del|este) año\b|\b(?:do|este) ano\b"
)


class Span(msgspec.Struct, frozen=True):
    """The folder of a roundup's year, its period where that is another than the year, and what is doubtful."""

    folder: str
    period: str = ""
    doubt: str = ""


def span_of(wish: str, period: str, titles: Iterable[str], names: Iterable[str], date: str) -> Span:
    """The year that was asked for, else that of the list's period, titles, names of files, and date."""
    own = _period(period)
    if wish:
        return _within(int(wish), own)
    if own:
        return _within(own.first.year, own)
    titles = tuple(titles)
    for text in (*titles, *(_DATED_NAME.sub("", name) for name in names)):
        if found := _SPAN.search(text):
            return _of_years(found[1], found[2])
        if years := _YEAR.findall(text.replace("_", " ").replace("-", " ")):
            return Span(years[0])
    return _posted(_day(date), titles)


def _period(text: str) -> Period | None:
    try:
        return Period.parse(text) if text else None
    except ValueError:
        return None


def _within(year: int, period: Period | None) -> Span:
    if period is None or period == Period.parse(str(year)):
        return Span(f"{year:04d}")
    if not period.overlaps(year):
        return Span(f"{year:04d}", "", f"its period {period.text} is not in {year}")
    return Span(f"{year:04d}", period.text)


def _of_years(first: str, last: str) -> Span:
    if first >= last:
        return Span(last)
    return Span(last, f"{first}..{last}")


def _posted(day: PartialDate | None, titles: Iterable[str]) -> Span:
    """A list that looks back and is posted as the next year begins is about the year before."""
    if day is None:
        return Span(UNDATED, "", "no year is known: name it with --year")
    if day.month in _NEW_YEAR and any(map(_LOOKING_BACK.search, titles)):
        before = str(day.year - 1)
        return Span(before, "", f"posted in {day}, it seems to look back on {before}")
    return Span(f"{day.year:04d}")


def _day(date: str) -> PartialDate | None:
    return day_of(date)


def day_of(text: str) -> PartialDate | None:
    """The day, month or year that an ISO date begins with."""
    for length in (10, 7, 4):
        try:
            found = PartialDate.parse(text[:length])
        except ValueError:
            continue
        return found if found.year >= 1000 else None
    return None


def dated_names(names: Iterable[str]) -> Iterator[str]:
    """The days that names of files begin with, as Jekyll writes them."""
    for name in names:
        if found := _DATED_NAME.match(name):
            yield f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}"


def undated_name(name: str) -> str:
    """A file's name without the day that it begins with."""
    return _DATED_NAME.sub("", name, count=1)
