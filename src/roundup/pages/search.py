"""The search page of every language, and the pages that stand for the parts of its index."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from zlib import crc32

from roundup.catalog.catalog import Paper
from roundup.pages import addresses
from roundup.pages.facts import paper_title
from roundup.pages.heads import head, trail_home
from roundup.pages.machine import page
from roundup.pages.numbered import numbered
from roundup.pages.records import foreign_records, is_shared
from roundup.pages.scope import Scope
from roundup.pages.site import policy
from roundup.pages.views import (
    GroupView,
    IndexView,
    NamedLink,
    Page,
    SearchRecord,
    SearchView,
)

INDEX = "index"
PART = 4000  # records, about; Pagefind takes some 120 kB of memory for each
LONG = 3  # pages of papers beyond which the search page leads to them instead of naming all
_DIGITS = "0–9"


def search_view(scope: Scope) -> SearchView:
    """The search page in this scope's language."""
    title = str(scope.site.words["search"])
    security = scope.settings.security
    rows = sorted(_rows(scope), key=lambda row: (row[0].casefold(), row[1]))
    pages = -(-len(rows) // scope.settings.pages.page_size)
    prefix = scope.prefix(scope.language)
    return SearchView(
        head=head(
            scope,
            lambda tag: addresses.search(scope.prefix(tag)),
            scope.tags,
            title,
            trail=(trail_home(scope),),
            policy=policy(security, wasm=True) if is_indexed(scope) else "",
        ),
        title=title,
        index=tuple(
            addresses.search_part(scope.language, number)
            for number in range(1, parts_of(scope) + 1)
            if is_indexed(scope)
        ),
        total=len(rows),
        groups=tuple(_beginnings(scope, rows, pages) if pages > LONG else _groups(rows)),
        years=tuple(
            NamedLink(text=str(year), address=addresses.year(prefix, year))
            for year in scope.own_years
        ),
    )


def is_indexed(scope: Scope) -> bool:
    """Whether this language has a search index: it must have something to find."""
    found = scope.papers or scope.own_roundups or is_shared(scope)
    return bool(scope.site.search_index and found)


def parts_of(scope: Scope) -> int:
    """How many parts a language's index has: as many as keep them small enough to be made side by side."""
    return -(-(len(scope.papers) + len(scope.own_roundups)) // PART) or 1


def index_pages(scope: Scope, records: Iterable[SearchRecord]) -> Iterator[Page]:
    """The parts of this language's index; `records` are those of its pages, others join them."""
    if not is_indexed(scope):
        return
    count = parts_of(scope)
    parts: list[list[SearchRecord]] = [[] for _ in range(count)]
    for one in sorted((*records, *foreign_records(scope)), key=lambda one: one.address):
        # By a digest of the address, so that no record moves to another part when one comes or goes.
        parts[crc32(one.address.encode()) % count].append(one)
    for number, found in enumerate(parts, 1):
        address = addresses.search_entry(scope.language, number)
        yield page(scope, address, INDEX, IndexView(is_first=number == 1, records=tuple(found)))


Row = tuple[str, str, str]  # title, address, year


def _rows(scope: Scope) -> Iterator[Row]:
    for paper in scope.papers:
        yield paper_title(scope, paper), scope.paper_address(paper.key), _year(scope, paper)


def _year(scope: Scope, paper: Paper) -> str:
    picked = (int(roundup[:4]) for roundup, _ in paper.entries)
    return str(paper.facts.year or min(picked, default=0) or "")


def _beginnings(scope: Scope, rows: list[Row], pages: int) -> Iterator[GroupView]:
    """Every letter with the page of the list of papers where it begins."""
    first: dict[str, int] = {}
    counts: dict[str, int] = {}
    for at, (title, _, _) in enumerate(rows):
        name = letter(title)
        first.setdefault(name, at)
        counts[name] = counts.get(name, 0) + 1
    for name in sorted(first, key=_letters_order):
        number = first[name] // scope.settings.pages.page_size + 1
        yield GroupView(
            name=name,
            anchor=_anchor(name),
            count=counts[name],
            address=numbered(scope, "papers", "", number, pages),
        )


def _groups(rows: list[Row]) -> Iterator[GroupView]:
    """All papers by letter; by year where most titles are of a script without letters."""
    lettered = sum(1 for title, _, _ in rows if letter(title))
    if 2 * lettered >= len(rows):
        yield from _grouped(rows, lambda row: letter(row[0]), _letters_order)
    else:
        yield from _grouped(rows, lambda row: row[2], _years_order)


def _grouped(
    rows: list[Row], name_of: Callable[[Row], str], order: Callable[[str], tuple[int, str]]
) -> Iterator[GroupView]:
    found: dict[str, list[NamedLink]] = {}
    for row in rows:
        found.setdefault(name_of(row), []).append(NamedLink(text=row[0], address=row[1]))
    for name in sorted(found, key=order):
        papers = tuple(found[name])
        yield GroupView(name=name, anchor=_anchor(name), count=len(papers), papers=papers)


def letter(title: str) -> str:
    """The letter that a title begins with, without accents; empty for ideographs, signs and symbols."""
    first = unicodedata.normalize("NFKD", title)[:1]
    if first.isdecimal():
        return _DIGITS
    alphabetic = first.isalpha() and not unicodedata.name(first, "").startswith("CJK")
    return first.upper() if alphabetic else ""


def _letters_order(name: str) -> tuple[int, str]:
    return (1 if name else 2, name) if name != _DIGITS else (0, name)


def _years_order(name: str) -> tuple[int, str]:
    return -int(name or 0), name


def _anchor(name: str) -> str:
    return f"in-{name.lower().replace('–', '-') or 'rest'}"
