"""The nodes of schema.org that several kinds of pages speak of: works, people, lists, trails."""

from collections.abc import Iterable, Sequence
from typing import Any

from roundup.identifiers import Identifier
from roundup.model import Person
from roundup.pages.absolute import absolute
from roundup.pages.bibliography import Name, name_of, names_of, page_range
from roundup.pages.characters import one_line
from roundup.pages.data import known
from roundup.pages.metadata.works import SCHEMES, SERIALS, full_text
from roundup.pages.views import Citation, Head, NamedLink, SiteView

Node = dict[str, Any]

_KINDS = {"thesis": "Thesis", "book": "Book", "chapter": "Chapter", "dataset": "Dataset"}
_KINDS |= {"software": "SoftwareSourceCode", "report": "Report"}
# The identity that every page gives a work, whatever its language: the one that changes least.
_LASTING = ("doi", "acl", "pmlr", "jmlr", "arxiv", "openreview", "pmid", "isbn")


def site_id(site: SiteView) -> str:
    """The identity of the site in one language."""
    return absolute(site.base_url, site.home) + "#site"


def work_id(work: Citation) -> str:
    """The identity of a work: an identifier's address, else where it is published."""
    found = dict(reversed(work.identifiers))
    scheme = next((one for one in _LASTING if one in found), "")
    return Identifier(scheme, found[scheme]).address if scheme else work.url


def work_node(work: Citation, most_authors: int) -> Node:
    """What identifies a work in a list: title, first authors, date, address."""
    kind = _KINDS.get(work.type)
    return {
        "@type": ["ScholarlyArticle", kind] if kind else "ScholarlyArticle",
        "@id": work_id(work),
    } | known(
        name=one_line(work.title),
        author=[_author(name) for name in names_of(work)[:most_authors]],
        datePublished=work.date or (f"{work.year:04d}" if work.year else ""),
        url=work.url,
    )


def full_node(work: Citation) -> Node:
    """All that is known of a work."""
    pdf, (first, last) = full_text(work), page_range(work.venue.pages if work.venue else "")
    return work_node(work, 0) | known(
        author=[person_node(one) for one in work.authors],
        isPartOf=_container(work),
        pageStart=first if last else "",
        pageEnd=last,
        pagination="" if last else first,
        publisher=_publisher(work),
        identifier=[_identifier(*one) for one in work.identifiers if one[0] in SCHEMES],
        sameAs=_same(work),
        encoding=pdf
        and {"@type": "MediaObject", "encodingFormat": "application/pdf", "contentUrl": pdf},
    )


def _author(name: Name) -> Node:
    return {"@type": "Person", "name": name.whole}


def person_node(person: Person) -> Node:
    """A person, with the parts of the name and the ORCID where they are known."""
    name = name_of(person)
    orcid = person.orcid and f"https://orcid.org/{person.orcid}"
    return known(
        **{"@type": "Person", "@id": orcid},
        name=name.whole,
        givenName=name.given,
        familyName=name.last if name.given else "",
        affiliation=person.affiliation
        and {"@type": "Organization", "name": one_line(person.affiliation)},
        url=person.url,
    )


def _container(work: Citation) -> Node:
    """The issue and the journal, or the volume of proceedings, that a work stands in."""
    venue = work.venue
    if venue is None or work.type in ("thesis", "report", "book"):
        return {}
    name, volume = one_line(venue.name), one_line(venue.volume)
    if work.type not in SERIALS:
        return known(**{"@type": "PublicationVolume"}, name=name, volumeNumber=volume)
    serial: Node = {"@type": "Periodical", "name": name}
    if volume:
        serial = {
            "@type": ["PublicationVolume", "Periodical"],
            "name": name,
            "volumeNumber": volume,
        }
    if not venue.issue:
        return serial
    return {"@type": "PublicationIssue", "issueNumber": one_line(venue.issue), "isPartOf": serial}


def _publisher(work: Citation) -> Node:
    venue = work.venue
    name = (venue.publisher or (venue.name if not _container(work) else "")) if venue else ""
    return {"@type": "Organization", "name": one_line(name)} if name else {}


def _identifier(scheme: str, value: str) -> Node:
    return {"@type": "PropertyValue", "propertyID": SCHEMES[scheme], "value": value}


def _same(work: Citation) -> list[str]:
    found = (Identifier(scheme, value).address for scheme, value in work.identifiers)
    return [one for one in dict.fromkeys(found) if one not in (work_id(work), work.url)]


def item_list(items: Iterable[Node], order: str = "", positions: Sequence[int] = ()) -> Node:
    """A list of items, each a `ListItem` without its position; numbered as they come unless told."""
    rows = list(items)
    places = positions or range(1, len(rows) + 1)
    return {
        "@type": "ItemList",
        **known(itemListOrder=order and f"https://schema.org/ItemListOrder{order}"),
        "numberOfItems": len(rows),
        "itemListElement": [
            {"@type": "ListItem", "position": place, **row}
            for place, row in zip(places, rows, strict=True)
        ],
    }


def links(site: SiteView, addresses: Iterable[str]) -> list[Node]:
    """Items of a list that stand on pages of their own."""
    return [{"url": absolute(site.base_url, one)} for one in addresses]


def trail(site: SiteView, head: Head) -> list[Node]:
    """The way from the home page to this one; nothing where there is none."""
    if not head.trail:
        return []
    steps = (*head.trail, NamedLink(text=head.title, address=head.address))
    return [
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": place,
                    "name": step.text,
                    "item": absolute(site.base_url, step.address),
                }
                for place, step in enumerate(steps, start=1)
            ],
        }
    ]
