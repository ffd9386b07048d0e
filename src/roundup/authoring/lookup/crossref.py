"""Crossref's record of a DOI, https://api.crossref.org/swagger-ui/index.html"""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from roundup.authoring.lookup.people import person
from roundup.authoring.lookup.plain import abstract, plain_line
from roundup.authoring.lookup.shape import day, items, mapping, part, text
from roundup.authoring.work import Work
from roundup.identifiers import normalise_as
from roundup.model import PartialDate, Person, Venue

ACCEPT = "application/json"

_TYPES = {
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "posted-content": "article",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-chapter": "chapter",
    "book-part": "chapter",
    "book-section": "chapter",
    "reference-entry": "entry-encyclopedia",
    "report": "report",
    "dissertation": "thesis",
    "dataset": "dataset",
    "standard": "standard",
    "peer-review": "review",
}
_BOOKS = ("book", "monograph", "edited-book", "reference-book")
_POSTED = "posted-content"
_ACRONYM = re.compile(r"\(([A-Z][\w&/+-]{1,14})\)\s*\Z")
_RETRACTED = re.compile(
    r"\A(?:retracted(?: article)?|withdrawn)\s*[:：]\s*|\s*\(retracted\)\Z", re.IGNORECASE
)


def address(service: str, doi: str, mailto: str) -> str:
    """Where a DOI is asked for; who says whom to write to is served among the polite."""
    query = f"?{urlencode({'mailto': mailto})}" if mailto else ""
    return f"{service.rstrip('/')}/{quote(doi, safe='')}{query}"


def work(data: bytes, doi: str) -> Work | None:
    """The work of an answer; None where it is no such record."""
    record = part(mapping(data), "message")
    title = _title(record)
    stated = normalise_as("doi", text(record, "DOI"))
    if not title or stated is None or stated.value != doi:
        return None
    kind = text(record, "type")
    published = _earliest(record, "published", "published-print", "published-online", "issued")
    is_posted = kind == _POSTED
    return Work(
        title=_RETRACTED.sub("", title) or title,
        authors=tuple(_authors(record)),
        identifiers=dict(_identifiers(record, doi, kind)),
        date=_earliest(record, "posted", "published", "issued") if is_posted else None,
        published=None if is_posted else published,
        venue=None if is_posted else _venue(record, kind, published),
        type=_TYPES.get(kind, ""),
        abstract=abstract(text_of_abstract(record)),
        status=_status(record, title, is_posted),
    )


def text_of_abstract(record: Mapping[str, Any]) -> str:
    """The abstract as it came, its paragraphs whole."""
    found = record.get("abstract")
    return found if isinstance(found, str) else ""


def _title(record: Mapping[str, Any]) -> str:
    title, subtitle = plain_line(text(record, "title")), plain_line(text(record, "subtitle"))
    if not title or not subtitle or subtitle.casefold() in title.casefold():
        return title
    return f"{title.rstrip(' :')}: {subtitle}"


def _authors(record: Mapping[str, Any]) -> Iterator[Person]:
    for author in items(record, "author"):
        given, family = plain_line(text(author, "given")), plain_line(text(author, "family"))
        group, suffix = plain_line(text(author, "name")), plain_line(text(author, "suffix"))
        orcid = text(author, "ORCID").rpartition("/")[2]
        if family:
            whole = person(f"{family}, {given}" if given else family, orcid)
            yield _with_suffix(whole, suffix)
        elif group or given:
            name = group or given
            yield Person(name, "", name)


def _with_suffix(one: Person, suffix: str) -> Person:
    if not suffix:
        return one
    return Person(one.family, one.given, f"{one.name} {suffix}", one.orcid)


def _earliest(record: Mapping[str, Any], *names: str) -> PartialDate | None:
    """The first date that is given: in Crossref's own order, in print, online."""
    return next((found for name in names if (found := _date(part(record, name)))), None)


def _date(value: Mapping[str, Any]) -> PartialDate | None:
    for parts in items(value, "date-parts"):
        numbers = [one for one in parts if type(one) is int] if isinstance(parts, list) else []
        return day(*numbers[:3]) if numbers else None
    return None


def _venue(record: Mapping[str, Any], kind: str, published: PartialDate | None) -> Venue | None:
    name = plain_line(text(record, "container-title")) or plain_line(
        text(part(record, "event"), "name")
    )
    publisher = plain_line(text(record, "publisher"))
    if not name:
        return Venue(publisher) if kind in _BOOKS and publisher else None
    acronym = _ACRONYM.search(name)
    short = acronym[1] if acronym else plain_line(text(record, "short-container-title"))
    short = short or plain_line(text(part(record, "event"), "acronym"))
    return Venue(
        name,
        short="" if short == name else short,
        year=published.year if published and kind == "proceedings-article" else 0,
        volume=text(record, "volume"),
        issue=text(record, "issue"),
        pages=text(record, "page"),
        publisher=publisher,
    )


def _identifiers(record: Mapping[str, Any], doi: str, kind: str) -> Iterator[tuple[str, str]]:
    yield "doi", doi
    for one in items(part(record, "relation"), "has-preprint"):
        stated = text(one, "id")
        if text(one, "id-type") == "arxiv" and (found := normalise_as("arxiv", stated)):
            yield found.scheme, found.value
            break
    isbn = normalise_as("isbn", text(record, "ISBN"))
    if kind in _BOOKS and isbn:  # a chapter's is that of its book
        yield isbn.scheme, isbn.value


def _status(record: Mapping[str, Any], title: str, is_posted: bool) -> str:
    updates = {text(one, "type") for one in items(record, "updated-by")}
    if "retraction" in updates or title.casefold().startswith("retracted"):
        return "retracted"
    if "withdrawal" in updates or title.casefold().startswith("withdrawn:"):
        return "withdrawn"
    return "preprint" if is_posted else ""
