"""The views: everything one page shows and nothing else, one frozen type for every kind of page.

Addresses are relative to the site's root (`/2019/x/`); templates add the base path with the `url` filter.
Dates are ISO 8601 text, formatted by the `day` filter in the page's language. Empty text, 0 and None mean
that there is nothing to show. A `Body` prints as the HTML of an article's words.
"""

from typing import Any

import msgspec


class View(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every view and part of one."""


class Candidate(View, frozen=True, kw_only=True):
    """A file that shows a picture in one of its sizes; browsers choose among them (`srcset`)."""

    address: str
    width: int


class Target(View, frozen=True, kw_only=True):
    """Where a reference inside words leads: a site address with its text, plain text, or an image with its size.

    An image that `leads` its page is loaded at once, the others when the reader comes near them.
    """

    address: str = ""
    text: str = ""
    width: int = 0
    height: int = 0
    candidates: tuple[Candidate, ...] = ()
    is_image: bool = False
    leads: bool = False


class Body(View, frozen=True, kw_only=True):
    """An article's words: the digest of their HTML, and what its references lead to.

    Their headings stand `shift` levels deeper than they were rendered.
    """

    digest: str
    targets: tuple[Target, ...] = ()
    language: str = ""
    shift: int = 0


class NamedLink(View, frozen=True, kw_only=True):
    """A link with its text; `language` where it differs from the page's; `detail` is a second, quieter text."""

    text: str
    address: str
    language: str = ""
    detail: str = ""


class AppearanceLink(View, frozen=True, kw_only=True):
    """The same paper in a roundup: its rank there where it has one, the year, the words' language.

    `unplaced` is an honourable mention, which has no `size` either.
    """

    title: str
    address: str
    year: int
    rank: int = 0
    size: int = 0
    unplaced: bool = False
    language: str = ""


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
    `policy` is the page's Content-Security-Policy where that is not the site's, `markdown` the address of the
    page as plain Markdown. `image` is what links to the page show, with its words for those who do not see it
    and its size where that is known.
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
    image_alt: str = ""
    image_width: int = 0
    image_height: int = 0
    kind: str = "website"
    published: str = ""
    modified: str = ""
    source: str = ""
    policy: str = ""
    markdown: str = ""


class SiteView(View, frozen=True, kw_only=True):
    """What the whole site is, in one language: the `site` of every template.

    `words` are the interface words, in `words_language` where the site's own has none; `assets` maps a
    static file's name to the digest that its address carries.
    `reading_list` and `search` are the addresses of those pages, `search_index` of the folder of the search
    index; each is empty where there is none.
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
    words_language: str = ""
    assets: dict[str, str]
    reading_list: str = ""
    search: str = ""
    search_index: str = ""
    accent: str = ""
    logo: str = ""
    favicon: str = ""
    styles: tuple[str, ...] = ()
    footer: str = ""
    edit_url: str = ""
    policy: str = ""
    extra: dict[str, Any] = msgspec.field(default_factory=dict)


class PageView(View, frozen=True, kw_only=True):
    """Base of the views that are pages."""

    head: Head


class PictureView(View, frozen=True, kw_only=True):
    """A picture of an article; `address` is a site address or, for a remote one, its URL."""

    address: str
    alt: str = ""
    caption: str = ""
    credit: str = ""
    width: int = 0
    height: int = 0
    candidates: tuple[Candidate, ...] = ()


class ChangedPart(View, frozen=True, kw_only=True):
    """A part of an original: one that has a name of its own in every article, or the section under a heading."""

    name: str = ""
    heading: str = ""


class StaleView(View, frozen=True, kw_only=True):
    """What of an original changed since it was translated, the original's language and place."""

    parts: tuple[ChangedPart, ...]
    language: str
    address: str


class ArticleView(PageView, frozen=True, kw_only=True):
    """A standalone page."""

    title: str
    body: Body | None
    stale: StaleView | None = None
    picture: PictureView | None = None
    is_draft: bool = False
    extra: dict[str, Any] = msgspec.field(default_factory=dict)


class PlainView(PageView, frozen=True, kw_only=True):
    """A page with nothing of its own beyond the interface words: 404."""

    title: str


class ReadingListView(PageView, frozen=True, kw_only=True):
    """The page of the papers that a reader saved; `citations` says whether papers have citation files."""

    title: str
    citations: bool


class RedirectView(PageView, frozen=True, kw_only=True):
    """A page at an old address that leads to the new one."""

    target: str


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
