"""A roundup in the words of schema.org: the post, its list of works, a review of each."""

from collections.abc import Sequence
from itertools import count
from typing import Any

from roundup.model import Person
from roundup.pages.absolute import absolute
from roundup.pages.data import known
from roundup.pages.metadata.nodes import Node, item_list, person_node, site_id, work_node
from roundup.pages.metadata.works import cited
from roundup.pages.views import EntryView, RoundupView, SiteView, SourceView

MOST_AUTHORS = 10


def roundup_nodes(view: RoundupView, site: SiteView) -> list[Node]:
    """A post where it says since when it stands here, else a page that collects works."""
    head, credit = view.head, view.credits
    address = absolute(site.base_url, head.address)
    people = _people(address, credit.curators)
    told = {
        "headline" if credit.date else "name": view.title,
        "author": people or (_owner(site) if credit.date else []),
    }
    return [
        {"@type": "BlogPosting" if credit.date else "CollectionPage", "@id": address}
        | known(
            url=head.canonical or address,
            **told,
            inLanguage=head.language,
            description=view.description or view.summary,
            datePublished=credit.date,
            dateModified=credit.updated,
            image=head.image and absolute(site.base_url, head.image),
            keywords=[topic.text for topic in view.topics],
            license=credit.license if credit.license.startswith("http") else "",
            translator=[person_node(one) for one in credit.translators],
            isPartOf={"@id": site_id(site)},
            isBasedOn=_source(credit.original_source or credit.source),
            **_translations(view, site),
            mainEntity=_works(view, site, people),
        )
    ]


def _people(address: str, people: Sequence[Person]) -> list[Node]:
    """Curators, with an identity on the page so that reviews can name them."""
    return [
        {"@id": f"{address}#curator-{place}"} | person_node(one)
        for place, one in enumerate(people, start=1)
    ]


def _owner(site: SiteView) -> list[Node]:
    return [{"@type": "Organization", "name": site.author or site.title}]


def _source(source: SourceView | None) -> Node:
    """Where the list was first published."""
    if source is None or not (source.title or source.url):
        return {}
    return {"@type": "CreativeWork"} | known(
        name=source.title,
        url=source.url,
        publisher=source.publisher and {"@type": "Organization", "name": source.publisher},
        datePublished=source.date,
    )


def _translations(view: RoundupView, site: SiteView) -> dict[str, Any]:
    if view.original:
        return {"translationOfWork": {"@id": absolute(site.base_url, view.original)}}
    return {
        "workTranslation": [
            {"@id": absolute(site.base_url, one.address)} for one in view.translations
        ]
    }


def _works(view: RoundupView, site: SiteView, people: list[Node]) -> Node:
    entries = [
        entry for part in view.parts for section in part.sections for entry in section.entries
    ]
    if not entries:
        return {}
    page = absolute(site.base_url, view.head.address)
    authors = [{"@id": one["@id"]} for one in people]
    items = [{"item": _reviewed(entry, site, page, authors)} for entry in entries]
    if not view.ranked:
        return item_list(items) | {"itemListOrder": "https://schema.org/ItemListUnordered"}
    order = "Descending" if view.countdown else "Ascending"
    return item_list(items, order, _positions(entries, view.countdown))


def _positions(entries: Sequence[EntryView], countdown: bool) -> Sequence[int]:
    """Places from 1 on, from the last in a countdown; those outside the ranking come after."""
    if not countdown:
        return range(1, len(entries) + 1)
    placed = sum(not entry.unplaced for entry in entries)
    down, after = iter(range(placed, 0, -1)), count(placed + 1)
    return [next(after if entry.unplaced else down) for entry in entries]


def _reviewed(entry: EntryView, site: SiteView, page: str, authors: list[Node]) -> Node:
    """A work with the review that the entry is; its words are not said twice."""
    work = cited(entry.key, entry.facts, absolute(site.base_url, entry.paper))
    review = {"@type": "Review", "@id": f"{page}#{entry.anchor}"} | known(
        name=entry.heading if entry.heading != entry.facts.title else "",
        author=authors,
        inLanguage=entry.language,
    )
    return work_node(work, MOST_AUTHORS) | {"review": review}
