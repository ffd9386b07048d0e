"""Old addresses that lead to where things are now."""

import posixpath
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from roundup.catalog.catalog import Roundup
from roundup.pages.bodies import article_address
from roundup.pages.machine import page
from roundup.pages.scope import Scope
from roundup.pages.views import Head, Page, RedirectView


def redirects(scopes: Sequence[Scope]) -> Iterator[Page]:
    """A page at every alias of what each language shows."""
    first = scopes[0]
    for paper in first.catalog.papers.values():
        for alias in paper.aliases:
            yield _redirect(first, alias, first.paper_address(paper.key), "")
    for scope in scopes:
        for roundup in scope.own_roundups:
            yield from _of_roundup(scope, roundup)
        for group in scope.catalog.words.values():
            for article in group:
                shown = article.path not in scope.catalog.hidden
                if shown and article.language == scope.language:
                    for alias in article.fields.aliases:
                        target = article_address(scope, article.path)
                        yield _redirect(scope, alias, target, article.path)


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
    address = alias_address(alias)
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


def alias_address(alias: str) -> str:
    """The address an alias stands for: its path, with a slash at the end unless it names a file."""
    path = posixpath.normpath("/" + urlsplit(alias).path).replace("//", "/")
    ends = path.endswith((".html", ".htm", ".xml", ".json", ".txt", ".php", ".pdf"))
    return path if ends or path == "/" else path + "/"
