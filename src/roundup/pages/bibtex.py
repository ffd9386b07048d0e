"""BibTeX: UTF-8 with TeX's own characters escaped, capitals that carry meaning kept by braces."""

import re
from functools import lru_cache

from roundup.model import Venue
from roundup.pages.bibliography import (
    REMEMBERED,
    Name,
    date_parts,
    identifier_of,
    names_of,
    page_range,
)
from roundup.pages.characters import one_line
from roundup.pages.views import Citation, CitationsView

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "paper-conference": "inproceedings",
    "book": "book",
    "chapter": "incollection",
    "entry-encyclopedia": "incollection",
    "thesis": "phdthesis",
    "report": "techreport",
    "post": "online",
    "post-weblog": "online",
    "webpage": "online",
}
# A book stands in nothing: its venue is who published it.
_CONTAINERS = {
    "article": "journal",
    "inproceedings": "booktitle",
    "incollection": "booktitle",
    "phdthesis": "school",
    "techreport": "institution",
    "online": "organization",
    "misc": "howpublished",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Braces count for BibTeX even behind a backslash, so they need a name of their own.
_TEX = str.maketrans(
    {character: f"\\{character}" for character in "&%$#_"}
    | {"\\": "{\\textbackslash}", "{": "{\\textbraceleft}", "}": "{\\textbraceright}"}
    | {"~": "{\\textasciitilde}", "^": "{\\textasciicircum}"}
)
_VERBATIM = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", "^": "%5E"})
_PUNCTUATION = ".,:;!?()[]\"'“”‘’«»"
_WORD = re.compile(r"\w+")
_SEPARATOR = re.compile(r",|\band\b|^others$", re.IGNORECASE)


def bibtex(view: CitationsView) -> str:
    """The works as BibTeX entries under their keys, a blank line between them."""
    return "\n".join(map(_entry, view.works))


@lru_cache(maxsize=REMEMBERED)
def _entry(work: Citation) -> str:
    kind = _TYPES.get(work.type, "misc")
    lines = [f"  {name} = {value},\n" for name, value in _fields(work, kind) if value]
    return f"@{kind}{{{work.key},\n{''.join(lines)}}}\n"


def _fields(work: Citation, kind: str) -> list[tuple[str, str]]:
    date, arxiv = date_parts(work), identifier_of(work, "arxiv")
    return [
        ("title", _braced(_title(one_line(work.title)))),
        ("author", _braced(" and ".join(map(_author, names_of(work))))),
        ("year", _braced(str(work.year or ""))),
        ("month", _MONTHS[date[1] - 1] if len(date) > 1 else ""),
        *(_published(work.venue, kind) if work.venue else ()),
        ("doi", _verbatim(identifier_of(work, "doi"))),
        ("isbn", _tex(identifier_of(work, "isbn"))),
        ("eprint", _verbatim(arxiv)),
        ("archivePrefix", "{arXiv}" if arxiv else ""),
        ("url", _verbatim(work.url)),
        ("keywords", _tex(", ".join(work.keywords))),
        ("note", _tex(work.note)),
    ]


def _published(venue: Venue, kind: str) -> list[tuple[str, str]]:
    first, last = page_range(venue.pages)
    container = _CONTAINERS.get(kind, "")
    return [
        *([(container, _tex(venue.name))] if container else ()),
        ("volume", _tex(venue.volume)),
        ("number", _tex(venue.issue)),
        ("pages", _tex(f"{first}--{last}" if last else re.sub("-+", "--", first))),
        ("publisher", _tex(venue.publisher or ("" if container else venue.name))),
    ]


def _braced(value: str) -> str:
    return f"{{{value}}}" if value else ""


def _tex(text: str) -> str:
    return _braced(_escaped(one_line(text)))


def _verbatim(text: str) -> str:
    """An address or identifier, which styles print as it stands: encoded where TeX escapes."""
    return _braced(one_line(text).translate(_VERBATIM))


def _escaped(text: str) -> str:
    return text.translate(_TEX)


def _author(name: Name) -> str:
    """`von Last, Jr, First`; a name without parts in braces, so that nothing takes it apart."""
    if not name.given:
        return f"{{{_escaped(name.family)}}}"
    return ", ".join(map(_name_part, filter(None, (name.last, name.suffix, name.given))))


def _name_part(text: str) -> str:
    return f"{{{_escaped(text)}}}" if _SEPARATOR.search(text) else _escaped(text)


def _title(title: str) -> str:
    """Braces around the words whose capitals a style must not lower: acronyms and names.

    In a title in sentence case every capital after the first word is meant; in one in title case
    only those inside a word, beside a digit or standing alone. A first word with a colon is a name.
    """
    first, *rest = title.split(" ")
    is_meant = _has_capital if _is_sentence_case(rest) else _is_special
    opening = _protect(first) if first.endswith(":") or _is_special(first) else _escaped(first)
    others = (_protect(word) if is_meant(word) else _escaped(word) for word in rest)
    return " ".join((opening, *others))


def _is_sentence_case(words: list[str]) -> bool:
    """Whether half of the longer words begin small: a brace too many harms less than a capital lost."""
    longer = [word for word in words if len(word) >= 4 and word[0].isalpha()]
    return 2 * sum(word[0].islower() for word in longer) >= len(longer)


def _is_special(word: str) -> bool:
    return any(
        _has_capital(part) and part != "A" and not (part[1:].isalpha() and part[1:].islower())
        for part in _WORD.findall(word)
    )


def _has_capital(text: str) -> bool:
    return any(map(str.isupper, text))


def _protect(word: str) -> str:
    core = word.strip(_PUNCTUATION)
    if not _has_capital(core):
        return _escaped(word)
    before, _, after = word.partition(core)
    return f"{_escaped(before)}{{{_escaped(core)}}}{_escaped(after)}"
