"""Dates as pages write them."""

import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january enero janeiro janvier januar",
            "feb february febrero fevereiro février februar",
            "mar march marzo março mars märz",
            "apr april abril avril",
            "may mayo maio mai",
            "jun june junio junho juin juni",
            "jul july julio julho juillet juli",
            "aug august agosto août",
            "sep sept september septiembre setembro septembre",
            "oct october octubre outubro octobre oktober",
            "nov november noviembre novembro novembre",
            "dec december diciembre dezembro décembre dezember",
        ),
        1,
    )
    for name in names.split()
}
_NUMERIC = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-/.]|\. )(\d{1,2})(?:[-/.]|\. )(\d{1,2})(?!\d)")
_EAST = re.compile(r"((?:19|20)\d\d)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日일])?")
_COMPACT = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?:T|\d*$)")
_NAMED_FIRST = re.compile(r"([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)")
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?\.?(?:\s+de)?[\s-]+([^\W\d_]{3,10})\.?,?(?:\s+de)?[\s-]+((?:19|20)\d\d)"
)
_MONTH_YEAR = re.compile(r"([^\W\d_]{3,10})\.?,?\s+((?:19|20)\d\d)")


def iso(written: str) -> str:
    """A date as ISO 8601 has it, as far as it can be told; else as it is written."""
    text = " ".join(written.split())[:100]
    for pattern in (_NUMERIC, _EAST, _COMPACT):
        if (found := pattern.search(text)) and (date := _date(found[1], found[2], found[3])):
            return date
    if (found := _NAMED_FIRST.search(text)) and (date := _date(found[3], found[1], found[2])):
        return date
    if (found := _DAY_FIRST.search(text)) and (date := _date(found[3], found[2], found[1])):
        return date
    if (found := _MONTH_YEAR.search(text)) and (date := _date(found[2], found[1], None)):
        return date
    return text


def _date(year: str, month: str, day: str | None) -> str:
    number = int(month) if month.isdecimal() else _MONTHS.get(month.lower(), 0)
    if not 1 <= number <= 12:
        return ""
    if not day:
        return f"{year}-{number:02}"
    return f"{year}-{number:02}-{int(day):02}" if 1 <= int(day) <= 31 else ""
