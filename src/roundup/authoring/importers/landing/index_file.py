"""A found roundup as the fields and words of its index."""

from collections.abc import Iterator, Sequence
from typing import Any

from roundup.authoring.importers.bibliography.given import cleaned
from roundup.authoring.importers.document import Document
from roundup.authoring.importers.found import FoundRoundup
from roundup.authoring.importers.landing.places import Places
from roundup.authoring.importers.landing.years import day_of
from roundup.content.words import topic_slug
from roundup.identifiers import clean_url
from roundup.model import Person

PAPERS = "<!-- papers -->"


def index_fields(
    found: FoundRoundup, document: Document, title: str, places: Places, stems: Sequence[str]
) -> dict[str, Any]:
    """What the index says of the list, apart from where it lands."""
    fields: dict[str, Any] = {
        "title": next(filter(None, map(cleaned, (found.title, document.title, title))), ""),
        "description": document.description,
        "order": "countdown" if places.countdown else "",
        "entries": [] if places.ranked else list(stems),
        "curators": [_person(one) for one in document.authors if one.strip()],
        "source": _source(document),
        "tags": list(dict.fromkeys(tag for tag in document.tags if topic_slug(tag))),
    }
    kept = {name: value for name, value in fields.items() if value}
    return kept if places.ranked else kept | {"ranked": False}


def index_words(found: FoundRoundup, has_entries: bool) -> str:
    """Introduction, entries, closing words; the words of sections stand before their entries."""
    papers = [PAPERS] if has_entries else []
    named = {entry.section for entry in found.entries}
    if any(one.words or one.title not in named for one in found.sections):
        papers = list(_in_sections(found, named))
    return "\n\n".join(filter(None, (found.introduction, *papers, found.closing)))


def _in_sections(found: FoundRoundup, named: set[str]) -> Iterator[str]:
    """The places of all sections with their words; a section over others has a heading of its own."""
    if "" in named:
        yield PAPERS
    placed: set[str] = set()
    for one in found.sections:
        if one.title not in named and one.title:
            yield f"## {one.title}"
        yield one.words
        if one.title in named - placed and "--" not in one.title:
            yield f"<!-- papers: {one.title} -->"
            placed.add(one.title)
    if named - placed - {""}:
        yield PAPERS if "" not in named else ""


def _person(name: str) -> Any:
    """A name that holds a comma without being turned around is one name: `Somebody, PhD`."""
    name = " ".join(name.split())
    return {"name": name, "family": name} if name.count(",") > 1 else Person.parse(name).name


def _source(document: Document) -> dict[str, Any]:
    """Where the list was published; nothing where that is not known."""
    day = day_of(document.date)
    address = document.address if clean_url(document.address) else ""
    if not (address or document.publisher or day):
        return {}
    date = (str(day) if day.month else day.year) if day else None
    parts = {
        "title": document.title if address or document.publisher else "",
        "url": address,
        "publisher": document.publisher,
        "date": date,
    }
    return {name: value for name, value in parts.items() if value}
