"""What stands before a title: symbols, a number, a date, a venue or a short name in brackets."""

import re

import msgspec

from roundup.authoring.importers.recognise import titles
from roundup.authoring.importers.recognise.dates import MONTH, is_date
from roundup.authoring.importers.recognise.labels import field_of
from roundup.authoring.importers.recognise.lines import is_symbol, weight
from roundup.authoring.importers.recognise.numbers import dotted_end, leading
from roundup.authoring.importers.recognise.venues import is_short_venue

_CHECKBOX = re.compile(r"\s*\[[ xX✓]?\]\s+")


_SHORTCODE = re.compile(r"\s*:[a-z0-9_+-]+:\s*")


_FRONT_DATE = re.compile(
    r"\s*\[?\(?((?:19|20)\d\d(?:[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?月?)?)\]?\)?\s*(?:[:：|,–—-]+\s*|"
    r""
    r"\s+(?=[“\"*\[《「A-Z]))"
)


_LONG_DATE = re.compile(
    rf"\s*\(?((?:(?:{MONTH})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{MONTH})\.?),?\s+(?:19|"
    rf"20)\d\d)\)?\s*(?:[·•|:：,–—-]+\s*|$)",
    re.IGNORECASE,
)
_FRONT_VENUE = re.compile(
    r"([A-Z][\w &/-]{1,20}[\s'’-]?(?:(?:19|20)\d\d|['’]\d\d))\s*(?::|\||\s[–—-])\s+(?=\S+\s\S)"
)
# Behind a year: `2017, ICLR, A Title`.
_VENUE_COLUMN = re.compile(r"([A-Z][\w&'’ -]{1,24}?)\s*[,，]\s+(?=\S+\s\S)")
_LEADING_STRAY = re.compile(r"[\s\0*•·▪►▶>|–—-]+")


class Marks(msgspec.Struct, frozen=True):
    """What was found before a title, which begins at `at`."""

    at: int = 0
    number: int | None = None
    shape: str = ""
    venue: str = ""
    authors: str = ""
    date: str = ""
    short: str = ""


def read_marks(text: str) -> Marks:
    """What stands before the title: symbols, a number, a date, a venue or a short name in brackets."""
    marks = Marks()
    for _ in range(8):
        after = _next_mark(text, marks)
        if after.at == marks.at:
            return marks
        marks = after
    return marks


def _next_mark(text: str, marks: Marks) -> Marks:
    replace = msgspec.structs.replace
    rest = text[marks.at :]
    stray = _LEADING_STRAY.match(rest)
    if stray:
        return replace(marks, at=marks.at + stray.end())
    number = leading(rest) if marks.number is None else None
    if marks.shape == "🥇":
        again = leading(rest)
        number = again if again and again.value == marks.number else None
    if number and rest[number.end :].strip("\0 "):
        return replace(marks, at=marks.at + number.end, number=number.value, shape=number.shape)
    if rest[:1] and (is_symbol(rest[0]) or rest[0] in "★☆✓✔◆■□●○※"):
        return replace(marks, at=marks.at + 1)
    found = _CHECKBOX.match(rest) or _SHORTCODE.match(rest)
    if found:
        return replace(marks, at=marks.at + found.end())
    dotted = dotted_end(rest)
    if dotted:
        return replace(marks, at=marks.at + dotted)
    return _bracket_mark(rest, marks)


def _longest(rest: str) -> int:
    """How many words a name before a title may have: more in square brackets, which titles do not begin with."""
    return 4 if rest.lstrip()[:1] in "[【" else 2


def _bracket_mark(rest: str, marks: Marks) -> Marks:
    replace = msgspec.structs.replace
    dated = _FRONT_DATE.match(rest) or _LONG_DATE.match(rest)
    if dated:
        return replace(marks, at=marks.at + dated.end(), date=dated[1])
    ahead = _FRONT_VENUE.match(rest)
    if ahead and is_short_venue(ahead[1]):
        return replace(marks, at=marks.at + ahead.end(), venue=ahead[1])
    column = _VENUE_COLUMN.match(rest) if marks.date and not marks.venue else None
    if column and is_short_venue(column[1]):
        return replace(marks, at=marks.at + column.end(), venue=column[1])
    group = titles.front_group(rest)
    if group is None or not rest[group[2] :].strip("\0 *"):
        return marks
    kind, words, end = group
    ordinal = leading(words) if marks.number is None else None
    if ordinal and not words[ordinal.end :].strip():
        return replace(marks, at=marks.at + end, number=ordinal.value, shape=ordinal.shape)
    if is_date(words):
        return replace(marks, at=marks.at + end, date=words)
    if kind == "authors":
        return replace(marks, at=marks.at + end, authors=words)
    if kind == "venue":
        return replace(marks, at=marks.at + end, venue=words)
    if (
        kind == "note"
        or field_of(words)
        or (weight(words) <= _longest(rest) and len(words) <= 30 and weight(rest[end:]) >= 3)
    ):
        return replace(marks, at=marks.at + end, short=words if kind == "short" else "")
    return marks
