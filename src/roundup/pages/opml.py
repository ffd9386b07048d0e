"""The list of all feeds, which feed readers take in at once: OPML 2.0."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from roundup.pages import addresses
from roundup.pages.absolute import absolute
from roundup.pages.elements import element, escaped
from roundup.pages.scope import Scope
from roundup.pages.views import (
    FeedView,
    NamedLink,
    OutlinesView,
    OutlineView,
    Page,
    SiteView,
)


class FeedRow(NamedTuple):
    """A feed in the outline: its language, and its title, address and page."""

    language: str
    link: NamedLink


def feed_rows(made: Page) -> Iterator[FeedRow]:
    """The row of a page that is an Atom feed."""
    view = made.view
    if isinstance(view, FeedView) and made.template == "atom":
        link = NamedLink(text=view.title, address=view.address, detail=view.home)
        yield FeedRow(made.language, link)


def outlines_page(scopes: Sequence[Scope], feeds: Iterable[FeedRow]) -> Page:
    """The feeds of every language, in the order of the pages that they belong to."""
    first = scopes[0]
    titles = {one.language: one.site.title for one in scopes}
    groups = (
        OutlineView(title=titles[language], language=language, feeds=tuple(row.link for row in own))
        for language, own in groupby(feeds, key=lambda row: row.language)
    )
    return Page(
        address=addresses.OUTLINES,
        template="opml",
        language=first.language,
        view=OutlinesView(title=first.site.title, owner=first.site.author, groups=tuple(groups)),
    )


def opml(view: OutlinesView, site: SiteView) -> str:
    """The outline; a site in several languages has a branch for each."""
    groups = [
        "".join(_feed(one, group.language, site) for one in group.feeds) for group in view.groups
    ]
    if len(groups) > 1:
        titles = (group.title for group in view.groups)
        groups = [
            element("outline", f"\n{own}", text=title) + "\n"
            for title, own in zip(titles, groups, strict=True)
        ]
    head = element("title", escaped(view.title))
    head += element("ownerName", escaped(view.owner)) if view.owner else ""
    body = element("body", "\n" + "".join(groups))
    outline = element("opml", f"\n{element('head', head)}\n{body}\n", version="2.0")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{outline}\n'


def _feed(feed: NamedLink, language: str, site: SiteView) -> str:
    outline = element(
        "outline",
        type="rss",
        text=feed.text,
        title=feed.text,
        xmlUrl=absolute(site.base_url, feed.address),
        htmlUrl=absolute(site.base_url, feed.detail),
        language=language,
        version="ATOM1",
    )
    return f"{outline}\n"
