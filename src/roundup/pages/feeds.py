"""Feeds of roundups with their words in full: Atom (RFC 4287) and JSON Feed 1.1.

The writers compose: a part's words are finished HTML whose links are absolute already.
"""

from functools import lru_cache

from roundup.model import PartialDate
from roundup.pages.absolute import absolute, read_elsewhere
from roundup.pages.characters import xml_text
from roundup.pages.data import json_text, known
from roundup.pages.elements import element, escaped
from roundup.pages.views import FeedEntry, FeedPart, FeedView, SiteView

_NEVER = "1970-01-01"


def atom(view: FeedView, site: SiteView) -> str:
    """The feed as Atom; ids are absolute addresses, moments the first instant of a day in UTC."""
    entries = (
        element("entry", _atom_entry(one, site), **_lang(one.language)) for one in view.entries
    )
    head = _lines(
        element("id", escaped(absolute(site.base_url, view.address))),
        element("title", escaped(view.title)),
        view.description and element("subtitle", escaped(view.description)),
        element("updated", _moment(_updated(view))),
        _author(_owner(view, site)),
        _link("self", "application/atom+xml", absolute(site.base_url, view.address)),
        _link("alternate", "text/html", absolute(site.base_url, view.home)),
        *entries,
    )
    feed = {"xmlns": "http://www.w3.org/2005/Atom", **_lang(view.language)}
    return '<?xml version="1.0" encoding="utf-8"?>\n' + element("feed", head, **feed) + "\n"


def _atom_entry(entry: FeedEntry, site: SiteView) -> str:
    address = absolute(site.base_url, entry.address)
    return _lines(
        element("id", escaped(address)),
        element("title", escaped(entry.title)),
        element("updated", _moment(entry.updated)),
        entry.published and element("published", _moment(entry.published)),
        *map(_author, entry.authors),
        _link("alternate", "text/html", address, hreflang=entry.language),
        *(element("category", term=topic) for topic in entry.topics),
        entry.summary and element("summary", escaped(entry.summary)),
        element("content", escaped(_content(entry, site.base_url)), type="html"),
    )


def _lines(*elements: str) -> str:
    return "\n" + "".join(one + "\n" for one in elements if one)


def _lang(language: str) -> dict[str, str]:
    return {"xml:lang": language}


def _author(name: str) -> str:
    return element("author", element("name", escaped(name)))


def _link(rel: str, media_type: str, href: str, hreflang: str = "") -> str:
    return element("link", rel=rel, type=media_type, href=href, hreflang=hreflang)


def json_feed(view: FeedView, site: SiteView) -> str:
    """The feed as JSON Feed 1.1, with the same ids, moments and content as the Atom feed."""
    return json_text(
        known(
            version="https://jsonfeed.org/version/1.1",
            title=view.title,
            description=view.description,
            language=view.language,
            home_page_url=absolute(site.base_url, view.home),
            feed_url=absolute(site.base_url, view.address),
            authors=[{"name": _owner(view, site)}],
        )
        | {"items": [_item(one, site) for one in view.entries]}
    )


def _item(entry: FeedEntry, site: SiteView) -> dict[str, object]:
    address = absolute(site.base_url, entry.address)
    return known(
        id=address,
        url=address,
        title=entry.title,
        language=entry.language,
        date_published=entry.published and _moment(entry.published),
        date_modified=_moment(entry.updated),
        authors=[{"name": name} for name in entry.authors],
        tags=entry.topics,
        summary=entry.summary,
    ) | {"content_html": _content(entry, site.base_url)}


@lru_cache(maxsize=1 << 10)
def _content(entry: FeedEntry, base_url: str) -> str:
    """The parts as HTML; what leads to a place on the page itself gets the page's address."""
    page = absolute(base_url, entry.address)
    html = "\n".join(_part(part, base_url) for part in entry.parts)
    return xml_text(read_elsewhere(html, page))


def _part(part: FeedPart, base_url: str) -> str:
    address = part.address and absolute(base_url, part.address)
    heading = (
        element("a", escaped(part.heading), href=address) if address else escaped(part.heading)
    )
    return "\n".join((
        *([element("h2", heading)] if part.heading else []),
        *(element("p", escaped(line)) for line in (part.detail, part.summary) if line),
        *map(str, part.body),
    ))  # fmt: skip


def _owner(view: FeedView, site: SiteView) -> str:
    return view.author or site.author or site.title


def _updated(view: FeedView) -> str:
    """Atom demands a moment of a feed that has no entry yet, too."""
    return view.updated or max((one.updated for one in view.entries), default=_NEVER)


def _moment(day: str) -> str:
    """The first instant of a day, month or year (RFC 3339)."""
    return f"{PartialDate.parse(day).first.isoformat()}T00:00:00Z"
