"""CSL-JSON, the citation data of Zotero, pandoc, Crossref and citeproc."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from roundup.authoring.importers.bibliography.given import Given, cleaned, dated, dated_text, listed
from roundup.authoring.importers.found import Remark
from roundup.content.fields import CSL_TYPES
from roundup.model import PartialDate, Person

_TAG = re.compile(r"</?(?:jats:)?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>")
_SPACE = re.compile(r"[\s\ufeff]*")
_NEXT = re.compile(r"[\s,]*")
_ITEMS = re.compile(r'"(?:items|references|data)"\s*:\s*\[')
_EXTRA = re.compile(r"\s*(doi|pmid|isbn|arxiv|eprint)\s*:\s*(.+)", re.IGNORECASE)
_OPENING = re.compile(r'\{\s*"(?:id|type|title|DOI|citation-key|author)"\s*:')
_MOST_BREAKS = 20
_DECODER = json.JSONDecoder()
_TYPES = frozenset(CSL_TYPES)
# What Crossref and Zotero call them.
_OTHER_TYPES = MappingProxyType(
    {
        "journal-article": "article-journal",
        "proceedings-article": "paper-conference",
        "book-chapter": "chapter",
        "monograph": "book",
        "dissertation": "thesis",
        "preprint": "article",
        "posted-content": "article",
    }
)
_DATES = ("issued", "published-print", "published-online", "published", "event-date", "submitted")


class Record(msgspec.Struct, frozen=True):
    """An item as it was read, and the line it begins on."""

    line: int
    item: dict[str, Any]


def records(text: str) -> tuple[tuple[Record, ...], tuple[Remark, ...]]:
    """The items of an array, of an object's `items`, or the object alone; of a broken file those before the break."""
    start = _SPACE.match(text)
    place = start.end() if start else 0
    if text.startswith("{", place) and (listed_at := _ITEMS.search(text)) is None:
        return _read(text, place, single=True)
    place = listed_at.end() - 1 if text.startswith("{", place) and listed_at else place
    return _read(text, place + text.startswith("[", place), single=False)


def _read(text: str, place: int, single: bool) -> tuple[tuple[Record, ...], tuple[Remark, ...]]:
    found: list[Record] = []
    remarks: list[Remark] = []
    line, counted = 1, 0
    while (place := _following(text, place)) < len(text) and text[place] != "]":
        line, counted = line + text.count("\n", counted, place), place
        try:
            value, place = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError):
            remarks.append(Remark(line, "skipped", "what begins here is not JSON"))
            after = _OPENING.search(text, place + 1)
            if after is None or len(remarks) > _MOST_BREAKS:
                break
            place = after.start()
            continue
        if isinstance(value, dict):
            found.append(Record(line, value))
        else:
            remarks.append(Remark(line, "skipped", f"no item: {cleaned(str(value))[:60]}"))
        if single:
            break
    return tuple(found), tuple(remarks)


def _following(text: str, place: int) -> int:
    between = _NEXT.match(text, place)
    return between.end() if between else place


def given_of(record: Record) -> Given:
    """What an item gives; Crossref's own JSON differs in that titles and venues are lists."""
    item = record.item
    kind = _string(item, "type")
    authors = item.get("author")
    return Given(
        line=record.line,
        key=_string(item, "id"),
        type=kind if kind in _TYPES else _OTHER_TYPES.get(kind, ""),
        title=_string(item, "title"),
        short=_string(item, "title-short") or _string(item, "shortTitle"),
        authors=tuple(_people(authors if isinstance(authors, list) else [])),
        date=_date(item),
        venue=_string(item, "container-title") or _string(item, "event-title"),
        venue_short=_string(item, "container-title-short") or _string(item, "journalAbbreviation"),
        volume=_string(item, "volume"),
        issue=_string(item, "issue"),
        pages=_string(item, "page").replace("–", "-"),
        publisher=_string(item, "publisher"),
        identifiers=tuple(_identifiers(item)),
        links=tuple(filter(None, (_raw(item, "URL"), _raw(item, "url")))),
        abstract=_string(item, "abstract"),
        keywords=listed(_string(item, "keyword")),
        notes=tuple(_notes(item)),
        words=_raw(item, "annote"),
    )


def _raw(item: Mapping[str, Any], name: str) -> str:
    value = item.get(name)
    if isinstance(value, list) and value:
        value = value[0]
    return str(value) if isinstance(value, str | int | float) else ""


def _string(item: Mapping[str, Any], name: str) -> str:
    """A value as text: its tags and entities gone."""
    return cleaned(html.unescape(_TAG.sub("", _raw(item, name))))


def _people(authors: list[Any]) -> Iterator[Person]:
    for one in authors:
        if isinstance(one, str) and cleaned(one):
            yield Person.parse(cleaned(one))
        if isinstance(one, dict) and (person := _person(one)):
            yield person


def _person(item: Mapping[str, Any]) -> Person | None:
    literal = _string(item, "literal") or _string(item, "name")
    if literal:
        return Person(literal, "", literal)
    particles = (_string(item, f"{one}-particle") for one in ("dropping", "non-dropping"))
    family = " ".join(filter(None, (*particles, _string(item, "family"))))
    given, suffix = _string(item, "given"), _string(item, "suffix")
    if not (family and given):
        return Person(family or given, "", family or given) if family or given else None
    whole = Person.parse(f"{family}, {given}").name
    if suffix:
        return Person(family, f"{given}, {suffix}", f"{whole} {suffix}")
    return Person(family, given, whole)


def _date(item: Mapping[str, Any]) -> PartialDate | None:
    for name in _DATES:
        value = item.get(name)
        if isinstance(value, dict) and (found := _of_date(value)):
            return found
        if isinstance(value, str) and (found := dated_text(value)):
            return found
    return None


def _of_date(value: Mapping[str, Any]) -> PartialDate | None:
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list) and first:
        return dated(*(str(one) for one in (*first[:3], "", "")[:3]))
    return next(
        (found for name in ("raw", "literal") if (found := dated_text(_raw(value, name)))), None
    )


def _identifiers(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, scheme in (("DOI", "doi"), ("PMID", "pmid"), ("ISBN", "isbn"), ("arxiv", "arxiv")):
        value = _raw(item, name) or _raw(item, name.lower())
        if value:
            yield scheme, value.split()[0] if scheme == "isbn" and value.split() else value
    for name in ("archive_location", "archive-location", "number"):
        if value := _raw(item, name):
            yield "", value
    for row in _raw(item, "note").splitlines():
        if found := _EXTRA.fullmatch(row):
            scheme = found[1].lower()
            yield ("arxiv" if scheme == "eprint" else scheme), found[2].strip()


def _notes(item: Mapping[str, Any]) -> Iterator[str]:
    """The rows of a note; those that name an identifier are facts."""
    for row in _raw(item, "note").splitlines():
        if cleaned(row) and not _EXTRA.fullmatch(row):
            yield cleaned(row)
