"""Highwire Press tags, which Google Scholar indexes and reference managers import a page by.

After Google Scholar's inclusion guidelines and the rules of Zotero's translator "Embedded Metadata".
"""

from collections.abc import Iterator

from roundup.model import Venue
from roundup.pages.bibliography import (
    Name,
    date_parts,
    identifier_of,
    names_of,
    page_range,
)
from roundup.pages.characters import one_line
from roundup.pages.metadata.works import ITEM_TYPES, SERIALS, full_text, inverted
from roundup.pages.views import Citation, PaperView

Tag = tuple[str, str]


def highwire(view: PaperView) -> tuple[Tag, ...]:
    """The `citation_*` tags of a paper's page in order; none for a work without a title."""
    if not view.citation.title:
        return ()
    found = ((name, one_line(value)) for name, value in _tags(view, view.citation))
    return tuple((name, value) for name, value in found if value)


def _tags(view: PaperView, work: Citation) -> Iterator[Tag]:
    names = names_of(work)
    yield "citation_title", work.title
    yield from (("citation_author", _author(name, len(names))) for name in names)
    yield "citation_publication_date", _slashed(date_parts(work))
    if view.facts.date and view.facts.date != work.date:
        yield "citation_online_date", view.facts.date.replace("-", "/")
    yield from _published(work)
    yield "citation_doi", identifier_of(work, "doi")
    yield "citation_arxiv_id", identifier_of(work, "arxiv")
    yield "citation_isbn", identifier_of(work, "isbn")
    yield "citation_pmid", identifier_of(work, "pmid")
    yield "citation_keywords", "; ".join(topic.text for topic in view.facts.topics)
    yield "citation_language", work.language
    yield "citation_abstract", work.abstract
    yield "citation_public_url", work.url
    yield "citation_abstract_html_url", work.url
    yield "citation_pdf_url", full_text(work)


def _author(name: Name, count: int) -> str:
    """`Family, Given`, with one comma at most: more of them read as several people.

    So does, in the only author's tag, a comma between two pairs of words; that one is not inverted.
    """
    if not name.given:
        return name.family
    if count == 1 and " " in name.last and " " in name.given:
        return f"{name.given} {name.last}"
    return inverted(name)


def _slashed(parts: tuple[int, ...]) -> str:
    """`2019/12/16`, `2019/12` or `2019`."""
    return "/".join(f"{part:02d}" for part in parts)


def _published(work: Citation) -> Iterator[Tag]:
    """What it stands in; the last of the containers' tags decides what Zotero takes the work for."""
    venue = work.venue
    if venue is None:
        yield "DC.type", ITEM_TYPES.get(work.type, "")
        yield "citation_publisher", "arXiv" if identifier_of(work, "arxiv") else ""
        return
    first, last = page_range(venue.pages)
    container = tuple(_container(work.type, venue))
    yield from container or (("DC.type", ITEM_TYPES.get(work.type, "")),)
    yield "citation_volume", venue.volume
    yield "citation_issue", venue.issue
    yield "citation_firstpage", first
    yield "citation_lastpage", last
    yield "citation_publisher", venue.publisher or ("" if container else venue.name)


def _container(kind: str, venue: Venue) -> Iterator[Tag]:
    """What holds a work of that kind; nothing for one that stands alone."""
    if kind in SERIALS:
        yield "citation_journal_title", venue.name
        yield "citation_journal_abbrev", venue.short if venue.short != venue.name else ""
    elif kind == "paper-conference":
        # Without a title of the proceedings Zotero takes the site's name for it.
        yield "citation_inbook_title", venue.name
        yield "citation_conference_title", venue.name
    elif kind in ("chapter", "entry-encyclopedia"):
        yield "citation_inbook_title", venue.name
    elif kind == "thesis":
        yield "citation_dissertation_institution", venue.name
    elif kind == "report":
        yield "citation_technical_report_institution", venue.name
