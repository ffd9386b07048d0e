"""RIS, the tagged format that reference managers share: one field a line, lines ended by CRLF."""

from collections.abc import Iterable
from functools import lru_cache

from roundup.model import Venue
from roundup.pages.bibliography import (
    REMEMBERED,
    date_parts,
    identifier_of,
    names_of,
    page_range,
)
from roundup.pages.characters import one_line
from roundup.pages.views import Citation, CitationsView

_TYPES = {
    "article": "UNPB",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "review": "JOUR",
    "paper-conference": "CONF",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-encyclopedia": "ENCYC",
    "graphic": "ART",
    "manuscript": "MANSCPT",
    "pamphlet": "PAMP",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "software": "COMP",
    "speech": "SLIDE",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
Field = tuple[str, str]


def ris(view: CitationsView) -> str:
    """The works as RIS records, a blank line between them."""
    return "\r\n".join(map(_record, view.works))


@lru_cache(maxsize=REMEMBERED)
def _record(work: Citation) -> str:
    kind = _TYPES.get(work.type, "GEN")
    cleaned = ((tag, one_line(value)) for tag, value in _fields(work, kind))
    lines = "".join(f"{tag}  - {value}\r\n" for tag, value in cleaned if value)
    return f"TY  - {kind}\r\n{lines}ER  - \r\n"


def _fields(work: Citation, kind: str) -> Iterable[Field]:
    date, arxiv = date_parts(work), identifier_of(work, "arxiv")
    return [
        ("ID", work.key),
        *(("AU", name.inverted) for name in names_of(work)),
        ("TI", work.title),
        *(_published(work.venue, kind) if work.venue else ()),
        ("PY", f"{work.year:04d}" if work.year else ""),
        ("DA", _date(date)),
        ("DO", identifier_of(work, "doi")),
        ("SN", identifier_of(work, "isbn")),
        ("DB", "arXiv" if arxiv else ""),
        ("AN", arxiv),
        ("UR", work.url),
        ("L1", work.pdf),
        *(("KW", keyword) for keyword in work.keywords),
        ("N1", work.note),
        ("LA", work.language),
        ("AB", work.abstract),
    ]


def _published(venue: Venue, kind: str) -> Iterable[Field]:
    first, last = page_range(venue.pages)
    return [
        ("T2", venue.name),
        ("JO" if kind == "JOUR" else "J2", venue.short),
        ("VL", venue.volume),
        ("IS", venue.issue),
        ("SP", first),
        ("EP", last),
        ("PB", venue.publisher),
    ]


def _date(parts: tuple[int, ...]) -> str:
    """`YYYY/MM/DD/`, the parts that are not known left empty; a year alone is `PY`'s to say."""
    if len(parts) < 2:
        return ""
    return "/".join(f"{part:02d}" for part in parts) + "/" * (4 - len(parts))
