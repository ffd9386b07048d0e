"""Which days a heading speaks of, written as the front matter writes periods."""

import re
from datetime import date

from roundup.authoring.importers.recognise.dates import MONTH, date_in, month_number
from roundup.model import Period

_WEEK = re.compile(r"(?i)(?<!\d)((?:19|20)\d\d)[-\s]?W(?:eek\s*)?(\d{1,2})(?!\d)")
_WEEK_WORDS = re.compile(
    r"(?i)(?:week|semana|주차)\s*#?(\d{1,2})(?!\d)|第\s*(\d{1,2})\s*[周週期]|(\d{1,2})\s*주차"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_RANGE = re.compile(
    rf"(?i)(?P<m>{MONTH})\.?\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:-|–|—|to|~|until)\s*"
    rf"(?:(?P<n>{MONTH})\.?\s*)?(?P<e>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
)
_NUMERIC_RANGE = re.compile(
    r"(?P<y>20\d\d)[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?\s*(?:-|–|—|~|～|至|to)\s*"
    r"(?:(?P<z>20\d\d)[-/.年])?(?P<n>\d{1,2})[-/.月](?P<e>\d{1,2})"
)
_MONTH_ONLY = re.compile(rf"(?i)\b(?P<m>{MONTH})\b")


def period_in(text: str, year: int = 0) -> str:
    """The period a text names, as `2019`, `2019-12`, `2019-W50`, `2019-12-13` or with `..`; empty without one.

    `year` is the document's, for headings that leave it out.
    """
    own = _YEAR.search(text)
    named = int(own[1]) if own else year
    for reader in (_numeric_range, _month_range, _week):
        found = reader(text, named)
        if found:
            return found
    day = date_in(text)
    if day:
        return str(day)
    month = _MONTH_ONLY.search(text) if named else None
    return _sound(f"{named}-{month_number(month['m']):02d}") if month else ""


def _numeric_range(text: str, _year: int) -> str:
    found = _NUMERIC_RANGE.search(text)
    if not found:
        return ""
    until = found["z"] or found["y"]
    return _sound(
        f"{found['y']}-{int(found['m']):02d}-{int(found['d']):02d}..{until}-{int(found['n']):02d}-{int(found['e']):02d}"
    )


def _month_range(text: str, year: int) -> str:
    found = _RANGE.search(text)
    if not found or not year:
        return ""
    first = month_number(found["m"])
    last = month_number(found["n"]) if found["n"] else first
    begin = year - 1 if last < first else year
    return _sound(
        f"{begin}-{first:02d}-{int(found['d']):02d}..{year}-{last:02d}-{int(found['e']):02d}"
    )


def _week(text: str, year: int) -> str:
    found = _WEEK.search(text)
    if found:
        return _sound(f"{found[1]}-W{int(found[2]):02d}")
    words = _WEEK_WORDS.search(text)
    if not words or not year:
        return ""
    number = int(next(group for group in words.groups() if group))
    return _sound(f"{year}-W{number:02d}") if 1 <= number <= 53 else ""


def _sound(text: str) -> str:
    try:
        Period.parse(text)
    except ValueError:
        return ""
    return text


def year_of(text: str, latest: int = date.max.year) -> int:
    """The year that a text speaks of; 0 without one."""
    found = [int(match[1]) for match in _YEAR.finditer(text) if int(match[1]) <= latest]
    return found[-1] if found else 0
