"""What every page says of itself: address, translations, feeds, exports, the trail to it."""

from collections.abc import Callable, Collection
from typing import Any

import msgspec

from roundup.pages import addresses
from roundup.pages.cards import site_image
from roundup.pages.scope import Scope
from roundup.pages.views import Alternate, FileLink, Head, NamedLink

ATOM, JSON_FEED = "application/atom+xml", "application/feed+json"
OPML = "text/x-opml"
EXPORTS = (
    ("application/x-bibtex", "BibTeX", "bib"),
    ("application/x-research-info-systems", "RIS", "ris"),
    ("application/vnd.citationstyles.csl+json", "CSL-JSON", "json"),
)


def head(
    scope: Scope,
    address_in: Callable[[str], str],
    languages: Collection[str],
    title: str,
    *,
    original: str = "",
    feeds: str = "",
    exports: str = "",
    cited: tuple[FileLink, ...] = (),
    **details: Any,
) -> Head:
    """The head of a page that exists in `languages`, at `address_in` each of them.

    `feeds` and `exports` are the addresses of folders or papers whose files belong to the page,
    `cited` links to further ones; `details` are further fields of the head. Without an image it has the site's.
    """
    if not details.get("image"):
        details |= site_image(scope)
    shown = [tag for tag in scope.tags if tag in languages]
    several = len(shown) > 1
    leading = scope.default if scope.default in shown else (original or shown[0])
    return Head(
        address=address_in(scope.language),
        title=title,
        language=scope.language,
        alternates=tuple(
            Alternate(language=tag, address=address_in(tag)) for tag in shown if several
        ),
        x_default=address_in(leading) if several else "",
        feeds=feed_links(scope, title, feeds),
        exports=export_links(scope, exports) + cited,
        **details,
    )


def feed_links(scope: Scope, title: str, folder: str) -> tuple[FileLink, ...]:
    """The feeds in a folder, and the language's own; none where the site has none."""
    if not scope.settings.pages.feeds:
        return ()
    home = addresses.home(scope.prefix(scope.language))
    folders = {folder: title, home: scope.site.title} if folder else {home: scope.site.title}
    return tuple(
        FileLink(type=kind, title=name, address=f"{where}feed.{ending}")
        for where, name in folders.items()
        for kind, ending in ((ATOM, "xml"), (JSON_FEED, "json"))
    )


def export_links(scope: Scope, base: str) -> tuple[FileLink, ...]:
    """The citation files of a folder (`…/papers.bib`) or a paper (`/papers/KEY.bib`)."""
    if not base or not scope.settings.pages.citations:
        return ()
    name = f"{base}papers" if base.endswith("/") else base
    return tuple(
        FileLink(type=kind, title=title, address=f"{name}.{ending}")
        for kind, title, ending in EXPORTS
    )


def list_citation_link(scope: Scope, folder: str) -> tuple[FileLink, ...]:
    """The citation of the list itself, in its folder."""
    if not scope.settings.pages.citations:
        return ()
    title = str(scope.site.words["cite_list"])
    return (FileLink(type=EXPORTS[0][0], title=title, address=f"{folder}cite.bib"),)


def with_outline(scope: Scope, plain: Head) -> Head:
    """A head that leads to the list of all feeds too, where the site has feeds."""
    if not scope.settings.pages.feeds:
        return plain
    title = str(scope.site.words["all_feeds"])
    outline = FileLink(type=OPML, title=title, address=addresses.OUTLINES)
    return msgspec.structs.replace(plain, feeds=(*plain.feeds, outline))


def twin_address(scope: Scope, page: str) -> str:
    """The page as plain Markdown; empty where the site has none."""
    return addresses.twin(page) if scope.settings.pages.markdown else ""


def trail_home(scope: Scope) -> NamedLink:
    """The first step of every trail."""
    return NamedLink(text=scope.site.title, address=addresses.home(scope.prefix(scope.language)))
