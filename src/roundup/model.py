"""The nouns of the domain: frozen values that every later stage speaks of. Imports nothing but identifiers."""

import calendar
import re
import unicodedata
from datetime import date
from functools import lru_cache

import msgspec

from roundup.identifiers import Identifier

_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_DECADE = re.compile(r"(\d{3}0)s")
_CJK = re.compile(r"[⺀-鿿가-힯豈-﫿\U00020000-\U0003ffff]")


class PartialDate(msgspec.Struct, frozen=True, order=True):
    """A year, a month or a day of the Gregorian calendar (ISO 8601); 0 stands for the part that is not known."""

    year: int
    month: int = 0
    day: int = 0

    @staticmethod
    def parse(text: str) -> "PartialDate":
        """`2019`, `2019-12` or `2019-12-16`; raises ValueError for anything else."""
        found = _PARTIAL.fullmatch(text.strip())
        if not found or "00" in found.groups():
            raise ValueError(f"{text!r} is not a year, a month or a day")
        value = PartialDate(*(int(part or 0) for part in found.groups()))
        date(value.year, value.month or 1, value.day or 1)
        return value

    @property
    def first(self) -> date:
        """The first day it covers."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it covers."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = (f"{self.year:04d}", f"{self.month:02d}", f"{self.day:02d}")
        return "-".join(parts[: 1 + bool(self.month) + bool(self.day)])


class Period(msgspec.Struct, frozen=True, order=True):
    """The days a roundup is about, both ends included, and how its author wrote them."""

    first: date
    last: date
    text: str

    @staticmethod
    def parse(text: str) -> "Period":
        """`2019`, `2019-12`, `2019-W50`, `2019-12-13`, `2019-10..2019-12` or `2010s`; raises ValueError."""
        text = text.strip()
        ends = [_span(part) for part in text.split("..")]
        first, last = ends[0][0], ends[-1][1]
        if len(ends) > 2 or last < first:
            raise ValueError(f"{text!r} is not a period")
        return Period(first, last, text)

    def overlaps(self, year: int) -> bool:
        """Whether a day of it lies in that year."""
        return self.first.year <= year <= self.last.year

    @property
    def is_long(self) -> bool:
        """Whether it covers a year or more."""
        return (self.last - self.first).days >= 364


def _span(text: str) -> tuple[date, date]:
    if found := _WEEK.fullmatch(text):
        year, week = int(found[1]), int(found[2])
        return date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)
    if found := _DECADE.fullmatch(text):
        return date(int(found[1]), 1, 1), date(int(found[1]) + 9, 12, 31)
    day = PartialDate.parse(text)
    return day.first, day.last


class Person(msgspec.Struct, frozen=True):
    """Somebody who wrote, picked or translated; `given` is empty where a name has one part only."""

    family: str
    given: str = ""
    name: str = ""
    orcid: str = ""
    affiliation: str = ""
    url: str = ""
    role: str = ""

    @staticmethod
    def parse(text: str) -> "Person":
        """`Family, Given`, else split at the last space; Chinese, Japanese and Korean names stay whole."""
        text = " ".join(text.split())
        if _CJK.search(text) and "," not in text:
            return Person(text, "", text)
        if "," in text:
            family, given = (part.strip() for part in text.split(",", 1))
            together = family + given if _CJK.search(text) else f"{given} {family}".strip()
            return Person(family, given, together)
        given, _, family = text.rpartition(" ")
        return Person(family, given, text)

    @property
    def folded(self) -> str:
        """The name as it is compared: NFKC, case-folded, without accents."""
        return _folded(self.name)


@lru_cache(maxsize=1 << 16)
def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


class Venue(msgspec.Struct, frozen=True):
    """Where a work was published; `year` 0 where it is not known."""

    name: str
    short: str = ""
    year: int = 0
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""


class Link(msgspec.Struct, frozen=True):
    """An address that belongs to a work, and what it is (`rel`)."""

    url: str
    rel: str = "other"
    title: str = ""
    archived: str = ""


class Image(msgspec.Struct, frozen=True):
    """A picture of an article; `src` is a file beside it or an address."""

    src: str
    alt: str = ""
    caption: str = ""
    credit: str = ""


class Origin(msgspec.Struct, frozen=True):
    """Where a list was first published, and through whom it came (`via`)."""

    title: str = ""
    url: str = ""
    publisher: str = ""
    date: PartialDate | None = None
    via: tuple["Origin", ...] = ()


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What is known about a work itself, whoever presents it."""

    title: str = ""
    short: str = ""
    former_titles: tuple[str, ...] = ()
    authors: tuple[Person, ...] = ()
    affiliations: tuple[str, ...] = ()
    date: PartialDate | None = None
    published: PartialDate | None = None
    venue: Venue | None = None
    type: str = ""
    identifiers: tuple[Identifier, ...] = ()
    url: str = ""
    pdf: str = ""
    code: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    abstract: str = ""
    tags: tuple[str, ...] = ()
    image: Image | None = None
    status: str = ""

    @property
    def year(self) -> int:
        """The year citations print: of `published`, else of the venue, else of `date`; 0 when none is known."""
        if self.published:
            return self.published.year
        if self.venue and self.venue.year:
            return self.venue.year
        return self.date.year if self.date else 0
