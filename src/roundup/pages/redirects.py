"""Old addresses that lead to where things are now."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from roundup.catalog.catalog import Roundup
from roundup.content.article import Article
from roundup.pages import addresses
from roundup.pages.bodies import article_address
from roundup.pages.machine import page
from roundup.pages.scope import Scope
from roundup.pages.views import Head, Page, RedirectView

_HOST = re.compile(r"https?://[^/?#]*|mailto:", re.IGNORECASE)
_QUERY = re.compile(r"[?#].*", re.DOTALL)


def redirects(scopes: Sequence[Scope]) -> Iterator[Page]:
    """A page at every alias of what each language shows."""
    first = scopes[0]
    for paper in first.catalog.papers.values():
        for alias in paper.aliases:
            scope = _spoken(scopes, alias)
            yield _redirect(scope, alias, scope.paper_address(paper.key), "")
    for scope in scopes:
        for roundup in scope.own_roundups:
            yield from _of_roundup(scope, roundup)
        for group in scope.catalog.words.values():
            for article in group:
                shown = article.path not in scope.catalog.hidden
                if shown and article.language == scope.language:
                    for alias in article.fields.aliases:
                        target = _topic(_spoken(scopes, alias), article)
                        target = target or article_address(scope, article.path)
                        yield _redirect(scope, alias, target, article.path)


def _spoken(scopes: Sequence[Scope], alias: str) -> Scope:
    """The language that an old address was in, as far as it begins with one; else the default one."""
    first = scopes[0]
    address = alias_address(alias, first.site.base_url)
    named = (one for one in scopes[1:] if address.startswith(f"/{one.prefix(one.language)}"))
    return next(named, first)


def _topic(scope: Scope, article: Article) -> str:
    """A topic's page in a language; empty for other articles, and where it has none."""
    slug = article.place.stem
    shown = article.place.kind == "topic" and slug in {one.slug for one in scope.own_topics}
    return addresses.kind(scope.prefix(scope.language), "tags", slug) if shown else ""


def _of_roundup(scope: Scope, roundup: Roundup) -> Iterator[Page]:
    edition = roundup.in_language(scope.language)
    for alias in edition.fields.aliases:
        yield _redirect(scope, alias, scope.roundup_address(roundup), edition.path)
    for entry in roundup.entries:
        words = entry.in_language(scope.language)
        if words.language == scope.language:
            for alias in words.aliases:
                yield _redirect(scope, alias, scope.entry_address(entry), words.path)


def _redirect(scope: Scope, alias: str, target: str, source: str) -> Page:
    address = alias_address(alias, scope.site.base_url)
    title = str(scope.site.words["moved"])
    head = Head(address=address, title=title, language=scope.language, canonical=target)
    made = page(scope, address, "redirect.html", RedirectView(head=head, target=target))
    return Page(
        address=made.address,
        template=made.template,
        language=made.language,
        view=made.view,
        source=source,
    )


def alias_address(alias: str, base_url: str) -> str:
    """The address an alias stands for: its path, with a slash at the end unless it names a file.

    Below the site's own address it is what follows that; `%C3%A9` is the letter that a server looks for.
    """
    whole = alias.removeprefix(base_url) if alias.startswith(base_url) else _HOST.sub("", alias)
    written = _QUERY.sub("", whole)
    read = unquote(written)
    path = posixpath.normpath("/" + (read if read.isprintable() else written)).replace("//", "/")
    ends = path.endswith((".html", ".htm", ".xml", ".json", ".txt", ".php", ".pdf"))
    return path if ends or path == "/" else path + "/"
