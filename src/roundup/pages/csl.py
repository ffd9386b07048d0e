"""CSL-JSON 1.0, the citation data of Zotero, pandoc and citeproc."""

from typing import Any

from roundup.model import Venue
from roundup.pages.bibliography import Name, date_parts, identifier_of, names_of, page_range
from roundup.pages.characters import one_line
from roundup.pages.data import json_text, known
from roundup.pages.views import Citation, CitationsView

Item = dict[str, Any]


def csl_json(view: CitationsView) -> str:
    """The works as an array of CSL items."""
    return json_text([_item(work) for work in view.works])


def _item(work: Citation) -> Item:
    issued = date_parts(work)
    return {"id": work.key, "type": work.type or "article"} | known(
        **{
            "title": one_line(work.title),
            "author": [_name(name) for name in names_of(work)],
            "issued": {"date-parts": [issued]} if issued else None,
            **(_published(work.venue) if work.venue else {}),
            **_archived(work),
            "DOI": identifier_of(work, "doi"),
            "ISBN": identifier_of(work, "isbn"),
            "PMID": identifier_of(work, "pmid"),
            "URL": work.url,
            "keyword": one_line(", ".join(work.keywords)),
            "language": work.language,
            "note": one_line(work.note),
            "abstract": one_line(work.abstract),
        }
    )


def _name(name: Name) -> Item:
    if not name.given:
        return {"literal": name.family}
    parts = {"non-dropping-particle": name.particle, "suffix": name.suffix}
    return {"family": name.family, "given": name.given} | known(**parts)


def _published(venue: Venue) -> Item:
    first, last = page_range(venue.pages)
    return {
        "container-title": one_line(venue.name),
        "container-title-short": one_line(venue.short),
        "volume": one_line(venue.volume),
        "issue": one_line(venue.issue),
        "page": f"{first}-{last}" if last else first,
        "publisher": one_line(venue.publisher),
    }


def _archived(work: Citation) -> Item:
    """Where arXiv has it; a preprint has its number there and no other publisher."""
    arxiv = identifier_of(work, "arxiv")
    if not arxiv:
        return {}
    archived = {"archive": "arXiv", "archive_location": arxiv}
    if work.type == "article" and not work.venue:
        archived |= {"number": f"arXiv:{arxiv}", "publisher": "arXiv"}
    return archived
