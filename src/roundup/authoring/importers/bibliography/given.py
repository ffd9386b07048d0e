"""What an entry of a bibliography gives, in whatever format, before it is known what its addresses are."""

import re
from collections.abc import Iterable

import msgspec

from roundup.model import PartialDate, Person

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = re.compile(r"\d+")


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """Values of one entry as text.

    `identifiers` are pairs of a scheme (empty where the value has to say it) and a value; `links` lead to
    the work or to what belongs to it, `pdfs` to the work itself. `notes` are remarks of no fixed meaning,
    `words` what somebody wrote about the work.
    """

    line: int
    key: str = ""
    type: str = ""
    title: str = ""
    short: str = ""
    authors: tuple[Person, ...] = ()
    unnamed: bool = False
    date: PartialDate | None = None
    venue: str = ""
    venue_short: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    links: tuple[str, ...] = ()
    pdfs: tuple[str, ...] = ()
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    words: str = ""


def cleaned(text: str) -> str:
    """Text on one line without control characters."""
    return " ".join(_CONTROL.sub(" ", text).split())


def listed(text: str) -> tuple[str, ...]:
    """Keywords out of one text, whose separator is `;` where there is one, else `,`."""
    parts = text.split(";" if ";" in text else ",")
    return tuple(part for part in map(cleaned, parts) if part)


def dated(year: str, month: str = "", day: str = "") -> PartialDate | None:
    """A date of parts, as far as they make one: `dec`, `December`, `12`, `1~jan` are months."""
    numbers = _NUMBERS.findall(year)
    wanted = next((int(one) for one in numbers if len(one) == 4 and one >= "1000"), 0)
    if not wanted:
        return None
    named = next((n for n, name in enumerate(_MONTHS, 1) if name in month.lower()), 0)
    found = [int(one) for one in _NUMBERS.findall(month)[:1]]
    counted = named or (found[0] if found and found[0] <= 12 else 0)
    days = _NUMBERS.findall(day) or (_NUMBERS.findall(month)[:1] if named else [])
    return _valid(wanted, counted, int(days[0][:3]) if days and counted else 0)


def dated_text(text: str) -> PartialDate | None:
    """The first date in `2019-12-08/2019-12-14`, `2019/12/08/`, `2019` or `8 December 2019`."""
    parts = [part for part in re.split(r"[-/.T ]+", text.strip()) if part]
    if parts and parts[0].isdecimal() and len(parts[0]) == 4:
        return dated(*(part for part in (*parts, "", "")[:3]))
    return dated(text, re.sub(r"\d", " ", text), "")


def _valid(year: int, month: int, day: int) -> PartialDate | None:
    """The date with as many of its parts as the calendar knows."""
    for value in (PartialDate(year, month, day), PartialDate(year, month), PartialDate(year)):
        try:
            return PartialDate.parse(str(value))
        except ValueError:
            continue
    return None


def people(names: Iterable[str]) -> tuple[Person, ...]:
    """Names as they are written, each one person."""
    return tuple(Person.parse(name) for name in map(cleaned, names) if name)
