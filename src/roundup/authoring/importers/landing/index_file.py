"""A found roundup as the fields and words of its index."""

from collections.abc import Sequence
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
    """Introduction, entries, closing words."""
    papers = PAPERS if has_entries else ""
    return "\n\n".join(filter(None, (found.introduction, papers, found.closing)))


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
