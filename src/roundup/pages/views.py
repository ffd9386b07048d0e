"""The views: everything one page shows and nothing else, one frozen type for every kind of page.

Addresses are relative to the site's root (`/2019/x/`); templates add the base path with the `url` filter.
Dates are ISO 8601 text, formatted by the `day` filter in the page's language. Empty text, 0 and None mean
that there is nothing to show. A `Body` prints as the HTML of an article's words.
"""

from typing import Any

import msgspec

from roundup.model import Link, Person, Venue


class View(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every view and part of one."""


class Target(View, frozen=True, kw_only=True):
    """Where a reference inside words leads: a site address with its text, plain text, or an image with its size."""

    address: str = ""
    text: str = ""
    width: int = 0
    height: int = 0


class Body(View, frozen=True, kw_only=True):
    """An article's words: the digest of their HTML, and what its references lead to."""

    digest: str
    targets: tuple[Target, ...] = ()
    language: str = ""


class NamedLink(View, frozen=True, kw_only=True):
    """A link with its text; `language` where it differs from the page's; `detail` is a second, quieter text."""

    text: str
    address: str
    language: str = ""
    detail: str = ""


class Alternate(View, frozen=True, kw_only=True):
    """The same page in a language."""

    language: str
    address: str


class FileLink(View, frozen=True, kw_only=True):
    """A feed or export of a page: its media type, title and address."""

    type: str
    title: str
    address: str


class Head(View, frozen=True, kw_only=True):
    """What every page says of itself to browsers, search engines and feed readers.

    `alternates` holds the page itself too where it has translations; `x_default` is empty where it has none.
    """

    address: str
    title: str
    language: str
    description: str = ""
    canonical: str = ""
    alternates: tuple[Alternate, ...] = ()
    x_default: str = ""
    feeds: tuple[FileLink, ...] = ()
    exports: tuple[FileLink, ...] = ()
    trail: tuple[NamedLink, ...] = ()
    image: str = ""
    kind: str = "website"
    published: str = ""
    modified: str = ""
    source: str = ""


class SiteView(View, frozen=True, kw_only=True):
    """What the whole site is, in one language: the `site` of every template.

    `words` are the interface words; `assets` maps a static file's name to the digest that its address carries.
    """

    title: str
    description: str
    language: str
    direction: str
    base_url: str
    base_path: str
    home: str
    author: str
    nav: tuple[NamedLink, ...]
    languages: tuple[NamedLink, ...]
    words: dict[str, Any]
    assets: dict[str, str]
    accent: str = ""
    logo: str = ""
    favicon: str = ""
    footer: str = ""
    edit_url: str = ""
    policy: str = ""
    extra: dict[str, Any] = {}


class PageView(View, frozen=True, kw_only=True):
    """Base of the views that are pages."""

    head: Head


class SourceView(View, frozen=True, kw_only=True):
    """Where a list was first published."""

    title: str = ""
    url: str = ""
    publisher: str = ""
    date: str = ""
    via: tuple["SourceView", ...] = ()


class PictureView(View, frozen=True, kw_only=True):
    """A picture of an article; `address` is a site address or, for a remote one, its URL."""

    address: str
    alt: str = ""
    caption: str = ""
    credit: str = ""
    width: int = 0
    height: int = 0


class FactsView(View, frozen=True, kw_only=True):
    """What is known about a work; `authors` link to a person's page where there is one."""

    title: str
    short: str
    authors: tuple[NamedLink, ...] = ()
    affiliations: tuple[str, ...] = ()
    year: int = 0
    date: str = ""
    published: str = ""
    venue: Venue | None = None
    type: str = ""
    status: str = ""
    identifiers: tuple[NamedLink, ...] = ()
    url: str = ""
    pdf: str = ""
    code: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    topics: tuple[NamedLink, ...] = ()
    former_titles: tuple[str, ...] = ()


class AppearanceLink(View, frozen=True, kw_only=True):
    """The same paper in a roundup: its rank there where it has one, the year, the words' language."""

    title: str
    address: str
    year: int
    rank: int = 0
    size: int = 0
    language: str = ""


class EntryView(View, frozen=True, kw_only=True):
    """An entry as it stands in its roundup.

    `rank` is 0 where places are no ranks; `place` counts the entries as they are shown, from 1.
    `language` is set where the words are not in the page's language; `abstract_language` likewise.
    """

    key: str
    anchor: str
    place: int
    rank: int
    unplaced: bool
    heading: str
    facts: FactsView
    paper: str
    language: str = ""
    body: tuple[Body, ...] = ()
    summary: str = ""
    highlights: tuple[str, ...] = ()
    abstract: str = ""
    abstract_language: str = ""
    picture: PictureView | None = None
    elsewhere: tuple[AppearanceLink, ...] = ()
    translations: tuple[NamedLink, ...] = ()
    stale: tuple[str, ...] = ()
    original: str = ""
    is_draft: bool = False
    extra: dict[str, Any] = {}


class SectionView(View, frozen=True, kw_only=True):
    """Entries under one section's name, which is empty where the list has no sections."""

    name: str
    entries: tuple[EntryView, ...]


class PartView(View, frozen=True, kw_only=True):
    """A piece of a roundup's page: words, or sections of entries."""

    body: Body | None = None
    sections: tuple[SectionView, ...] = ()


class RoundupView(PageView, frozen=True, kw_only=True):
    """A roundup with all its entries in order."""

    title: str
    description: str
    key: str
    year: int
    year_address: str
    period: str
    ranked: bool
    countdown: bool
    size: int
    parts: tuple[PartView, ...]
    contents: tuple[NamedLink, ...]
    summary: str = ""
    highlights: tuple[str, ...] = ()
    event: str = ""
    date: str = ""
    updated: str = ""
    curators: tuple[Person, ...] = ()
    credits: tuple[Person, ...] = ()
    translators: tuple[Person, ...] = ()
    source: SourceView | None = None
    original_source: SourceView | None = None
    also_at: tuple[str, ...] = ()
    license: str = ""
    topics: tuple[NamedLink, ...] = ()
    picture: PictureView | None = None
    translations: tuple[NamedLink, ...] = ()
    series: NamedLink | None = None
    previous: NamedLink | None = None
    next: NamedLink | None = None
    stale: tuple[str, ...] = ()
    untranslated: int = 0
    original: str = ""
    is_draft: bool = False
    is_future: bool = False
    extra: dict[str, Any] = {}


class RoundupCard(View, frozen=True, kw_only=True):
    """A roundup in a list of roundups; `language` where it differs from the page's."""

    title: str
    address: str
    year: int
    period: str
    size: int
    language: str = ""
    summary: str = ""
    date: str = ""
    publisher: str = ""
    event: str = ""
    ranked: bool = False
    top: tuple[str, ...] = ()


class PaperCard(View, frozen=True, kw_only=True):
    """A paper in a list of papers."""

    title: str
    address: str
    short: str = ""
    authors: tuple[str, ...] = ()
    year: int = 0
    venue: str = ""
    picks: tuple[AppearanceLink, ...] = ()


class AgreementRow(View, frozen=True, kw_only=True):
    """A paper's place in the agreement of lists: Σ 1/(60 + r) over the lists that picked it."""

    title: str
    address: str
    score: str
    lists: int
    picks: tuple[AppearanceLink, ...]


class YearLink(View, frozen=True, kw_only=True):
    """A year with how many roundups and papers it has."""

    year: int
    address: str
    roundups: int
    papers: int


class HomeView(PageView, frozen=True, kw_only=True):
    """The home page: newest roundups, years, most picked papers; `others` are roundups in other languages only."""

    title: str
    body: Body | None
    roundups: tuple[RoundupCard, ...]
    others: tuple[RoundupCard, ...]
    years: tuple[YearLink, ...]
    picked: tuple[PaperCard, ...]
    topics: tuple[NamedLink, ...]
    papers: int


class YearView(PageView, frozen=True, kw_only=True):
    """A year: its roundups and what they agree on."""

    title: str
    year: int
    body: Body | None
    roundups: tuple[RoundupCard, ...]
    others: tuple[RoundupCard, ...]
    agreement: tuple[AgreementRow, ...]
    previous: NamedLink | None = None
    next: NamedLink | None = None


class WordsView(View, frozen=True, kw_only=True):
    """An appearance with its words, on its paper's page."""

    roundup: AppearanceLink
    period: str
    language: str
    heading: str
    curators: tuple[str, ...] = ()
    publisher: str = ""
    summary: str = ""
    highlights: tuple[str, ...] = ()
    body: tuple[Body, ...] = ()
    translations: tuple[NamedLink, ...] = ()


class PaperView(PageView, frozen=True, kw_only=True):
    """A paper: facts, every appearance with rank, words and language, its citation, who mentions it."""

    key: str
    heading: str
    facts: FactsView
    note: tuple[Body, ...]
    appearances: tuple[WordsView, ...]
    mentions: tuple[NamedLink, ...]
    abstract: str = ""
    abstract_language: str = ""
    picture: PictureView | None = None
    bibtex: str = ""
    reference: str = ""


class PapersView(PageView, frozen=True, kw_only=True):
    """One page of the list of all papers."""

    title: str
    papers: tuple[PaperCard, ...]
    total: int
    page: int
    pages: int
    previous: str = ""
    next: str = ""


class ListView(PageView, frozen=True, kw_only=True):
    """All topics, all people or all series: links with counts in `detail`."""

    title: str
    kind: str
    items: tuple[NamedLink, ...]
    page: int = 1
    pages: int = 1
    previous: str = ""
    next: str = ""


class TopicView(PageView, frozen=True, kw_only=True):
    """A topic: its words, roundups and papers."""

    title: str
    slug: str
    body: Body | None
    roundups: tuple[RoundupCard, ...]
    papers: tuple[PaperCard, ...]
    total: int
    page: int = 1
    pages: int = 1
    previous: str = ""
    next: str = ""


class AuthorView(PageView, frozen=True, kw_only=True):
    """A person: words, papers."""

    person: Person
    body: Body | None
    papers: tuple[PaperCard, ...]


class EditionView(View, frozen=True, kw_only=True):
    """An edition of a series: what returned from the one before and what was new."""

    roundup: RoundupCard
    returned: tuple[NamedLink, ...]
    new: tuple[NamedLink, ...]


class SeriesView(PageView, frozen=True, kw_only=True):
    """A series with its editions, newest first."""

    title: str
    slug: str
    editions: tuple[EditionView, ...]


class ArticleView(PageView, frozen=True, kw_only=True):
    """A standalone page."""

    title: str
    body: Body | None
    picture: PictureView | None = None
    extra: dict[str, Any] = {}


class PlainView(PageView, frozen=True, kw_only=True):
    """A page with nothing of its own beyond the interface words: 404, search."""

    title: str


class RedirectView(PageView, frozen=True, kw_only=True):
    """A page at an old address that leads to the new one."""

    target: str


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


class Citation(View, frozen=True, kw_only=True):
    """A work as citations need it."""

    key: str
    type: str
    title: str
    authors: tuple[Person, ...]
    year: int
    date: str
    venue: Venue | None
    identifiers: tuple[tuple[str, str], ...]
    url: str
    pdf: str
    abstract: str
    note: str
    language: str
    keywords: tuple[str, ...]


class CitationsView(View, frozen=True, kw_only=True):
    """The works of one citation file, in order."""

    works: tuple[Citation, ...]


class TextView(View, frozen=True, kw_only=True):
    """A file whose text is known as it is: robots.txt, CNAME, .nojekyll."""

    text: str


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


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A file of the site: where it goes, what renders it, and its view.

    `template` is a Jinja2 template (`roundup.html`) or the name of a writer (`atom`, `bibtex`, `sitemap`);
    `source` is the file it mainly stems from, empty for lists of others.
    """

    address: str
    template: str
    language: str
    view: View
    source: str = ""
