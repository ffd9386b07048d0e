"""The arXiv API: a feed of papers (Atom), https://info.arxiv.org/help/api/user-manual.html"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlencode

from roundup.authoring.lookup.comment import code_in, venue_in
from roundup.authoring.lookup.people import person
from roundup.authoring.lookup.shape import day
from roundup.authoring.work import Work
from roundup.identifiers import normalise, normalise_as
from roundup.model import PartialDate, Person, Venue

BATCH = 50
ACCEPT = "application/atom+xml,application/xml,text/xml"

_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WITHDRAWN = re.compile(
    r"(?:this |the )?(?:paper|article|submission|manuscript|work|version)?\s*"
    r"(?:has been|is|was|being)?\s*withdrawn\b",
    re.IGNORECASE,
)


def address(service: str, ids: Sequence[str]) -> str:
    """Where several papers are asked for at once."""
    joint = "&" if "?" in service else "?"
    query = {"id_list": ",".join(ids), "max_results": len(ids)}
    return f"{service}{joint}{urlencode(query, safe=',/')}"


def works(data: bytes) -> Mapping[str, Work] | None:
    """The papers of an answer by arXiv id; None where it is no such feed."""
    # The service never sends declarations of its own: what does is somebody else.
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return None
    try:
        root = ET.fromstring(data)
    except (ET.ParseError, ValueError, LookupError, RecursionError):
        return None
    if root.tag != f"{_ATOM}feed":
        return None
    found: dict[str, Work] = {}
    for entry in root.iter(f"{_ATOM}entry"):
        identifier = normalise(_said(entry, f"{_ATOM}id"))
        if identifier and identifier.scheme == "arxiv" and _said(entry, f"{_ATOM}title"):
            found[identifier.value] = _work(entry, identifier.value)
    return found


def _work(entry: ET.Element, arxiv: str) -> Work:
    comment = _said(entry, f"{_ARXIV}comment")
    identifiers = {"arxiv": arxiv}
    doi = normalise_as("doi", _said(entry, f"{_ARXIV}doi"))
    if doi and doi.scheme == "doi":
        identifiers["doi"] = doi.value
    journal = _said(entry, f"{_ARXIV}journal_ref")
    summary = _said(entry, f"{_ATOM}summary")
    withdrawn = _WITHDRAWN.match(comment) or _WITHDRAWN.match(summary)
    return Work(
        title=_said(entry, f"{_ATOM}title"),
        authors=tuple(_authors(entry)),
        identifiers=identifiers,
        date=_date(_said(entry, f"{_ATOM}published")),
        venue=_journal(journal) if journal else venue_in(comment),
        code=tuple(dict.fromkeys((*code_in(comment), *code_in(summary)))),
        abstract=summary,
        status="withdrawn" if withdrawn else "",
    )


def _authors(entry: ET.Element) -> Iterator[Person]:
    for author in entry.iter(f"{_ATOM}author"):
        if name := _said(author, f"{_ATOM}name"):
            yield person(name)


def _said(element: ET.Element, tag: str) -> str:
    """The text of a child in one line: the feed breaks lines as it likes, and knows no markup."""
    found = element.find(tag)
    return " ".join((found.text or "").split()) if found is not None else ""


def _date(stamp: str) -> PartialDate | None:
    found = _DAY.match(stamp)
    return day(*map(int, found.groups())) if found else None


def _journal(reference: str) -> Venue:
    years = _YEAR.findall(reference)
    return Venue(reference, year=int(years[-1]) if years else 0)
