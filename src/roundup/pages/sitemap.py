"""The sitemap (sitemaps.org protocol 0.9): every page, its translations as XHTML links."""

from collections.abc import Iterator, Sequence

from roundup.pages.absolute import absolute
from roundup.pages.elements import element, escaped
from roundup.pages.views import SitemapIndexView, SitemapPage, SitemapView

MOST = 50_000
_OPEN_INDEX = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)
_OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(view: SitemapView) -> str:
    """`sitemap.xml`, one page a line in the order of the view."""
    lines = "".join(_url(view.base_url, page) + "\n" for page in view.pages)
    return f"{_OPEN}{lines}</urlset>\n"


def sitemap_index(view: SitemapIndexView) -> str:
    """`sitemap.xml` of a site with too many pages for one: where its parts are."""
    parts = (element("loc", escaped(absolute(view.base_url, part))) for part in view.parts)
    lines = "".join(element("sitemap", part) + "\n" for part in parts)
    return f"{_OPEN_INDEX}{lines}</sitemapindex>\n"


def parts_of(rows: Sequence[SitemapPage]) -> Iterator[tuple[SitemapPage, ...]]:
    """Rows in files of at most 50,000 addresses, those of translations counted, which keeps each below 50 MB."""
    part: list[SitemapPage] = []
    size = 0
    for row in rows:
        weight = 1 + len(row.alternates)
        if part and size + weight > MOST:
            yield tuple(part)
            part, size = [], 0
        part.append(row)
        size += weight
    yield tuple(part)


def _url(base_url: str, page: SitemapPage) -> str:
    parts = [element("loc", escaped(absolute(base_url, page.address)))]
    if page.modified:
        parts.append(element("lastmod", escaped(page.modified)))
    parts += [_alternate(base_url, one.language, one.address) for one in page.alternates]
    if page.x_default:
        parts.append(_alternate(base_url, "x-default", page.x_default))
    return element("url", "".join(parts))


def _alternate(base_url: str, language: str, address: str) -> str:
    href = absolute(base_url, address)
    return element("xhtml:link", rel="alternate", hreflang=language, href=href)
