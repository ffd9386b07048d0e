"""Names of authors as BibTeX writes them: `von Last, Jr, First and {A Corporation} and others`."""

import re
from collections.abc import Iterator

from bibtexparser.middlewares.names import parse_single_name_into_parts

from roundup.authoring.importers.bibliography.given import cleaned
from roundup.authoring.importers.bibliography.latex import text_of
from roundup.model import Person

_SIGN = re.compile(r"\\[{}]|[{}]|\s+and\b(?=\s|$)")


def authors_of(latex: str) -> tuple[tuple[Person, ...], bool]:
    """The people of a list, and whether it ends in `and others`."""
    names = [one.strip() for one in _apart(" ".join(latex.split()))]
    people = [person for one in names if one != "others" and (person := _person(one))]
    return tuple(people), "others" in names


def _apart(latex: str) -> Iterator[str]:
    """The names between `and`, which inside braces is a word like any other.

    The library's own splitting loses the backslash of a name that begins with an accent.
    """
    depth, start = 0, 0
    for found in _SIGN.finditer(latex):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth <= 0 and found[0].endswith("and"):
            yield latex[start : found.start()]
            start = found.end()
    yield latex[start:]


def _person(latex: str) -> Person | None:
    """One person; what stands in braces of its own is a name without parts, as are Chinese names."""
    parts = parse_single_name_into_parts(latex.rstrip(", "), strict=False)
    von, last, given, junior = (
        cleaned(text_of(" ".join(part))) for part in (parts.von, parts.last, parts.first, parts.jr)
    )
    family = f"{von} {last}".strip()
    if not family:
        return Person.parse(given) if given else None
    if not given:
        return Person(family, "", family)
    whole = Person.parse(f"{last}, {given}").name if not von else f"{given} {family}"
    if junior:
        return Person(family, f"{given}, {junior}", f"{whole} {junior}")
    return Person(family, given, whole)
