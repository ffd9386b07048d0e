"""JSON-LD of every kind of page, in the words of schema.org: one graph a page.

It says what the page shows and no more: no rating, no day that nobody stated, no person who is not named.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from roundup.pages.absolute import absolute
from roundup.pages.data import known
from roundup.pages.metadata.listed import roundup_nodes
from roundup.pages.metadata.nodes import (
    Node,
    full_node,
    item_list,
    links,
    person_node,
    site_id,
    trail,
)
from roundup.pages.views import (
    AuthorView,
    HomeView,
    ListView,
    PageView,
    PapersView,
    PaperView,
    RedirectView,
    RoundupView,
    SeriesView,
    SiteView,
    TopicView,
    YearView,
)


def linked_data(view: PageView, site: SiteView) -> str:
    """The page's graph as JSON that is safe inside a script element; nothing for a page that is none."""
    if isinstance(view, RedirectView) or view.head.address == "/404.html":
        return ""
    describe = _DESCRIBED.get(type(view), _page)
    graph = {
        "@context": "https://schema.org",
        "@graph": describe(view, site) + trail(site, view.head),
    }
    return msgspec.json.encode(graph).decode().replace("<", "\\u003c")


def _about(view: PageView, site: SiteView, kind: str, **more: Any) -> Node:
    """A page and the site it is part of."""
    head = view.head
    address = absolute(site.base_url, head.address)
    named = {"@type": kind, "@id": address, "url": head.canonical or address, "name": head.title}
    return named | known(
        inLanguage=head.language,
        description=head.description,
        isPartOf={"@id": site_id(site)},
        **more,
    )


def _page(view: PageView, site: SiteView) -> list[Node]:
    return [_about(view, site, "WebPage")]


def _home(view: HomeView, site: SiteView) -> list[Node]:
    address = absolute(site.base_url, site.home)
    newest = links(site, (card.address for card in view.roundups))
    described = {"@type": "WebSite", "@id": site_id(site), "url": address, "name": site.title}
    described |= known(
        inLanguage=site.language,
        description=site.description,
        publisher=site.author and {"@type": "Organization", "name": site.author},
    )
    return [described, *([item_list(newest)] if newest else [])]


def _collection(view: PageView, site: SiteView, addresses: tuple[str, ...]) -> list[Node]:
    found = item_list(links(site, addresses)) if addresses else {}
    return [_about(view, site, "CollectionPage", mainEntity=found)]


def _year(view: YearView, site: SiteView) -> list[Node]:
    return _collection(view, site, tuple(card.address for card in view.roundups))


def _topic(view: TopicView, site: SiteView) -> list[Node]:
    roundups = tuple(card.address for card in view.roundups)
    return _collection(view, site, (*roundups, *(card.address for card in view.papers)))


def _papers(view: PapersView, site: SiteView) -> list[Node]:
    return _collection(view, site, tuple(card.address for card in view.papers))


def _series(view: SeriesView, site: SiteView) -> list[Node]:
    return _collection(view, site, tuple(one.roundup.address for one in view.editions))


def _list(view: ListView, site: SiteView) -> list[Node]:
    return _collection(view, site, tuple(one.address for one in view.items))


def _author(view: AuthorView, site: SiteView) -> list[Node]:
    return [_about(view, site, "ProfilePage", mainEntity=person_node(view.person))]


def _paper(view: PaperView, site: SiteView) -> list[Node]:
    """The work is what the page is about; the words of its appearances are reviews of it."""
    reviews = [
        {"@type": "Review", "@id": absolute(site.base_url, one.roundup.address)}
        | known(
            name=one.roundup.title,
            author=[{"@type": "Person", "name": name} for name in one.curators],
        )
        for one in view.appearances
    ]
    topics = [topic.text for topic in view.facts.topics]
    work = full_node(view.citation) | known(keywords=topics, review=reviews)
    return [_about(view, site, "WebPage", mainEntity=work)]


_DESCRIBED: Mapping[type[PageView], Callable[[Any, SiteView], list[Node]]] = MappingProxyType(
    {
        AuthorView: _author,
        HomeView: _home,
        ListView: _list,
        PapersView: _papers,
        PaperView: _paper,
        RoundupView: roundup_nodes,
        SeriesView: _series,
        TopicView: _topic,
        YearView: _year,
    }
)
