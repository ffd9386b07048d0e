"""COinS: a work as an OpenURL ContextObject in the title of an empty span (Z39.88-2004, KEV).

Zotero offers every work of a page that has several; the keys are those that its reader understands.
"""

from collections.abc import Iterator
from urllib.parse import quote_plus

from roundup.model import Venue
from roundup.pages.bibliography import Name, identifier_of, names_of, page_range
from roundup.pages.characters import one_line
from roundup.pages.metadata.works import ITEM_TYPES, inverted
from roundup.pages.views import Citation

Pair = tuple[str, str]

MOST_AUTHORS = 50
# A query may hold them as they are (RFC 3986), and pages that hold many stay small.
_SAFE = "/:,()!*@$?;~"
_FORMAT = "info:ofi/fmt:kev:mtx:"
_GENRES = {
    "article-journal": ("journal", "article"),
    "article-magazine": ("journal", "article"),
    "article-newspaper": ("journal", "article"),
    "review": ("journal", "article"),
    "paper-conference": ("book", "proceeding"),
    "chapter": ("book", "bookitem"),
    "entry-encyclopedia": ("book", "bookitem"),
    "book": ("book", "book"),
    "report": ("book", "report"),
    "thesis": ("dissertation", ""),
}


def coins(work: Citation) -> str:
    """The ContextObject of a work; of more than fifty authors the first fifty."""
    pairs = ((name, one_line(value)) for name, value in _pairs(work))
    return "&".join(f"{name}={quote_plus(value, safe=_SAFE)}" for name, value in pairs if value)


def _pairs(work: Citation) -> Iterator[Pair]:
    form, genre = _GENRES.get(work.type, ("dc", ""))
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", _FORMAT + form
    yield "rft.genre", genre
    yield from _titled(work, form, genre)
    yield "rft.date", work.date or str(work.year or "")
    for name in names_of(work)[:MOST_AUTHORS]:
        yield ("rft.creator" if form == "dc" else "rft.au"), _author(name)
    yield from _identified(work)


def _titled(work: Citation, form: str, genre: str) -> Iterator[Pair]:
    """The title under the key of its kind, and what it stands in."""
    venue = work.venue or Venue("")
    if form == "dc":
        # Zotero reads the type of what is neither journal, book nor thesis as one of its own.
        yield "rft.type", ITEM_TYPES.get(work.type, "document")
        yield "rft.title", work.title
        yield "rft.source", venue.name
        arxiv = "arXiv" if identifier_of(work, "arxiv") and not work.venue else ""
        yield "rft.publisher", venue.publisher or arxiv
    elif form == "dissertation":
        yield "rft.title", work.title
        yield "rft.inst", venue.name
    elif genre in ("book", "report"):
        yield "rft.btitle", work.title
        yield "rft.pub", venue.publisher or venue.name
    else:
        yield "rft.atitle", work.title
        yield from _within(venue, form)


def _within(venue: Venue, form: str) -> Iterator[Pair]:
    first, last = page_range(venue.pages)
    yield ("rft.jtitle" if form == "journal" else "rft.btitle"), venue.name
    if form == "journal":
        yield "rft.stitle", venue.short if venue.short != venue.name else ""
    yield "rft.volume", venue.volume
    yield "rft.issue", venue.issue
    yield "rft.spage", first
    yield "rft.epage", last
    yield "rft.pub", venue.publisher


def _author(name: Name) -> str:
    """`Family, Given`; the comma behind a name without parts keeps its words together."""
    if name.given:
        return inverted(name)
    return f"{name.family}," if " " in name.family else name.family


def _identified(work: Citation) -> Iterator[Pair]:
    doi, isbn = identifier_of(work, "doi"), identifier_of(work, "isbn")
    yield "rft_id", f"info:doi/{doi}" if doi else ""
    yield "rft_id", f"urn:isbn:{isbn}" if isbn else ""
    yield "rft_id", work.url
