"""What a paper's own page says of it: the tags that Google Scholar and Zotero read (Highwire), or Dublin Core.

https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from bs4 import BeautifulSoup

from roundup.authoring.lookup.people import person
from roundup.authoring.lookup.plain import abstract, plain_line
from roundup.authoring.lookup.shape import day
from roundup.authoring.work import Work
from roundup.identifiers import clean_url, normalise_as
from roundup.model import PartialDate, Person, Venue

ACCEPT = "text/html,application/xhtml+xml"

_PREFIXES = ("citation_", "bepress_citation_", "eprints.", "dc.", "dcterms.", "prism.", "og:")
_NAMES = {
    "author_name": "author",
    "authors": "author",
    "creators_name": "author",
    "creator": "author",
    "creator.personalname": "author",
    "publicationdate": "publication_date",
    "issued": "date",
    "abstract_html_url": "",
    "publicationname": "journal_title",
    "ispartof": "journal_title",
    "startingpage": "firstpage",
    "endingpage": "lastpage",
    "number": "issue",
}
_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORDED = re.compile(r"(?i)(?:(\d{1,2})\s+)?([a-z]{3})[a-z]*\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})")
_BETWEEN = re.compile(r"\s*;\s*")

Tags = Mapping[str, list[str]]


def work(body: bytes, charset: str, url: str) -> Work | None:
    """The work of a page; None where the page says nothing of one."""
    soup = BeautifulSoup(body, "html.parser", from_encoding=charset or None)
    tags: dict[str, list[str]] = defaultdict(list)
    for meta in soup.find_all("meta"):
        name = str(meta.get("name") or meta.get("property") or "").strip().lower()
        content = str(meta.get("content") or "").strip()
        if content:
            tags[name].append(content)
    for prefix in _PREFIXES:
        found = _with_prefix(tags, prefix)
        if found.get("title") and (prefix != "og:" or _is_article(found)):
            return _work(found, url) if prefix != "og:" else Work(title=_first(found, "title"))
    return None


def _with_prefix(tags: Tags, prefix: str) -> Tags:
    found: dict[str, list[str]] = defaultdict(list)
    for name, values in tags.items():
        if name.startswith(prefix):
            bare = name.removeprefix(prefix)
            found[_NAMES.get(bare, bare)] += values
    return found


def _is_article(tags: Tags) -> bool:
    return _first(tags, "type") == "article"


def _work(tags: Tags, url: str) -> Work:
    published, online = _date(tags, "publication_date"), _date(tags, "online_date")
    published = published or _date(tags, "date") or _date(tags, "year")
    pdf = _first(tags, "pdf_url")
    kind = _type(tags)
    return Work(
        title=_first(tags, "title"),
        authors=tuple(_authors(tags)),
        identifiers=dict(_identifiers(tags, kind)),
        pdf=clean_url(urljoin(url, pdf)) or "" if pdf else "",
        venue=_venue(tags, published),
        date=online if online != published else None,
        published=published,
        type=kind,
        abstract=abstract((tags.get("abstract") or [""])[0]),
    )


def _first(tags: Tags, *names: str) -> str:
    values = (value for name in names for value in tags.get(name, ()))
    return plain_line(next(values, ""))


def _authors(tags: Tags) -> Iterator[Person]:
    """Everybody once, also where all names stand in one tag."""
    names = [name for value in tags.get("author", ()) for name in _BETWEEN.split(plain_line(value))]
    for name in dict.fromkeys(filter(None, names)):
        yield person(name.rstrip(" ,"))


def _date(tags: Tags, name: str) -> PartialDate | None:
    for text in tags.get(name, ()):
        if found := _DATE.match(text):
            return day(*(int(part or 0) for part in found.groups()))
        if (worded := _WORDED.search(text)) and worded[2].lower() in _MONTHS:
            month = _MONTHS.index(worded[2].lower()) + 1
            return day(int(worded[4]), month, int(worded[1] or worded[3] or 0))
    return None


def _type(tags: Tags) -> str:
    for name, kind in (
        ("dissertation_institution", "thesis"),
        ("technical_report_institution", "report"),
        ("conference_title", "paper-conference"),
        ("conference", "paper-conference"),
        ("inbook_title", "chapter"),
        ("journal_title", "article-journal"),
    ):
        if tags.get(name):
            return kind
    return ""


def _venue(tags: Tags, published: PartialDate | None) -> Venue | None:
    meeting = _first(tags, "conference_title", "conference")
    name = meeting or _first(tags, "journal_title", "inbook_title")
    name = name or _first(tags, "dissertation_institution", "technical_report_institution")
    if not name:
        return None
    short = _first(tags, "conference_abbrev", "journal_abbrev")
    pages = [_first(tags, "firstpage"), _first(tags, "lastpage")]
    return Venue(
        name,
        short="" if short == name else short,
        year=published.year if meeting and published else 0,
        volume=_first(tags, "volume"),
        issue=_first(tags, "issue"),
        pages="-".join(dict.fromkeys(filter(None, pages))),
        publisher=_first(tags, "publisher"),
    )


def _identifiers(tags: Tags, kind: str) -> Iterator[tuple[str, str]]:
    """What a page says it is; a book's number only where the page is no part of one."""
    stated = [("doi", "doi"), ("doi", "identifier"), ("arxiv", "arxiv_id"), ("pmid", "pmid")]
    stated += [("isbn", "isbn")] if not kind else []
    for scheme, name in stated:
        found = normalise_as(scheme, _first(tags, name)) if tags.get(name) else None
        if found:
            yield found.scheme, found.value
