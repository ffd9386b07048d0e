"""Views of files for machines: feeds, citations, sitemap, data, copies."""

from typing import Any

from roundup.pages.views.base import Alternate, Body, NamedLink, View
from roundup.pages.views.works import Citation


class FeedPart(View, frozen=True, kw_only=True):
    """A piece of a feed entry: words alone, or one paper's heading, facts in a line, and words."""

    heading: str = ""
    address: str = ""
    detail: str = ""
    summary: str = ""
    body: tuple[Body, ...] = ()


class FeedEntry(View, frozen=True, kw_only=True):
    """A roundup in a feed, with its words in full; `updated` is an ISO day."""

    title: str
    address: str
    language: str
    updated: str
    published: str
    summary: str
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    parts: tuple[FeedPart, ...]


class FeedView(View, frozen=True, kw_only=True):
    """A feed: newest roundups of the site, a year, a topic or a series in one language."""

    title: str
    description: str
    language: str
    address: str
    home: str
    author: str
    updated: str
    entries: tuple[FeedEntry, ...]


class CitationsView(View, frozen=True, kw_only=True):
    """The works of one citation file, in order."""

    works: tuple[Citation, ...]


class TextView(View, frozen=True, kw_only=True):
    """A file whose text is known as it is: robots.txt, CNAME, .nojekyll."""

    text: str


class SitemapIndexView(View, frozen=True, kw_only=True):
    """The parts of a sitemap that is too long for one file."""

    base_url: str
    parts: tuple[str, ...]


class OutlineView(View, frozen=True, kw_only=True):
    """The feeds of one language: each with its title, its address and, as `detail`, its page's."""

    title: str
    language: str
    feeds: tuple[NamedLink, ...]


class OutlinesView(View, frozen=True, kw_only=True):
    """Every feed of the site, by language."""

    title: str
    owner: str
    groups: tuple[OutlineView, ...]


class LinksView(View, frozen=True, kw_only=True):
    """Links below a heading, with a sentence over them where there is something to say."""

    title: str
    links: tuple[NamedLink, ...]
    note: str = ""


class GuideView(View, frozen=True, kw_only=True):
    """What the site holds, for programs that read text: where the plain Markdown of its pages is."""

    title: str
    description: str
    sections: tuple[LinksView, ...]


class SitemapView(View, frozen=True, kw_only=True):
    """Every page with its translations and the day its words last changed, where known."""

    base_url: str
    pages: tuple["SitemapPage", ...]


class SitemapPage(View, frozen=True, kw_only=True):
    """A page in the sitemap."""

    address: str
    alternates: tuple[Alternate, ...] = ()
    x_default: str = ""
    modified: str = ""


class DataView(View, frozen=True, kw_only=True):
    """A JSON document: the catalog, its schema."""

    data: dict[str, Any]


class CopyView(View, frozen=True, kw_only=True):
    """A file that is published as it is: its path in the site folder and the digest of its bytes."""

    source: str
    digest: str


class RenditionView(CopyView, frozen=True, kw_only=True):
    """A picture of the site folder made smaller: its width in pixels and the ending of its format."""

    width: int
    ending: str
