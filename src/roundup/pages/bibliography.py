"""What every citation format asks of a work: its authors' names, pages, date, identifiers."""

import re
from functools import lru_cache

import msgspec

from roundup.model import Person
from roundup.pages.characters import one_line
from roundup.pages.views import Citation

_PARTICLES = frozenset(
    (
        "'t", "'s", "af", "al", "av", "bin", "da", "das", "de", "degli", "dei", "del", "della",
        "dem", "den", "der", "des", "di", "do", "dos", "du", "el", "ibn", "la", "le", "lo",
        "of", "ten", "ter", "van", "vom", "von", "zu", "zum", "zur",
    )
)  # fmt: skip
_RANGE = re.compile(r"([^\s,;-]+)\s*-+\s*([^\s,;-]+)")
_DASH = re.compile(r"[‐-―−]")

REMEMBERED = 1 << 12  # works whose texts a format keeps, since each stands in several collections


class Name(msgspec.Struct, frozen=True):
    """A name as it is written whole, and its parts; one without parts has its `family` alone."""

    whole: str
    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""

    @property
    def last(self) -> str:
        """The family name with its particle."""
        return f"{self.particle} {self.family}".lstrip()

    @property
    def inverted(self) -> str:
        """`van der Maaten, Laurens`, the suffix last."""
        return ", ".join(filter(None, (self.last, self.given, self.suffix)))


@lru_cache(maxsize=1 << 16)
def name_of(person: Person) -> Name:
    """A name in parts: particles from wherever they were written, a suffix after the given name."""
    family, given = one_line(person.family), one_line(person.given)
    whole = one_line(person.name) or f"{given} {family}".strip()
    if not (family and given):
        return Name(whole, family or given or whole)
    given, _, suffix = (part.strip() for part in given.partition(","))
    words, last = given.split(), family.split()
    while len(words) > 1 and words[-1] in _PARTICLES:
        last.insert(0, words.pop())
    led = len(last) - 1
    while not set(last[:led]) <= _PARTICLES:
        led -= 1
    return Name(whole, " ".join(last[led:]), " ".join(words), " ".join(last[:led]), suffix)


def names_of(work: Citation) -> tuple[Name, ...]:
    """The names of its authors, in order; somebody without any name is left out."""
    return tuple(name for name in map(name_of, work.authors) if name.family)


def page_range(pages: str) -> tuple[str, str]:
    """The first and the last page; the whole text and nothing where it is no single range."""
    plain = _DASH.sub("-", one_line(pages))
    found = _RANGE.fullmatch(plain)
    return (found[1], found[2]) if found else (plain, "")


def date_parts(work: Citation) -> tuple[int, ...]:
    """Year, month and day of its date, as far as they are known; without a date the year alone."""
    if work.date:
        return tuple(int(part) for part in work.date.split("-"))
    return (work.year,) if work.year else ()


def identifier_of(work: Citation, scheme: str) -> str:
    """Its identifier of a scheme, else nothing."""
    return next((value for name, value in work.identifiers if name == scheme), "")
