"""What only planned pages can tell: links to addresses without a page, named files that stay out. Pure."""

import posixpath
from collections.abc import Collection, Iterator

from rapidfuzz import fuzz, process

from roundup.content.article import Article
from roundup.content.prose import Reference
from roundup.pages import addresses
from roundup.pages.files import named_files, why_kept_out
from roundup.pages.scope import Scope
from roundup.problems import Problem, error, warning

_NEAR = 60  # of 100: what is less alike is no help


def page_link_problems(scope: Scope, paths: Collection[str]) -> Iterator[Problem]:
    """Links beginning with `/` that lead to no file of the output; `paths` are all of its files."""
    pages: list[str] = []
    for article in _shown(scope):
        for reference in _page_links(article):
            name = addresses.linked(reference.target)[1:]
            if name in paths or posixpath.join(name, "index.html") in paths:
                continue
            if scope.hides(reference.target):
                yield _hidden(article, reference)
                continue
            pages = pages or sorted(addresses.of_page(one) for one in paths)
            yield _nowhere(article, reference, pages)


def file_problems(scope: Scope) -> Iterator[Problem]:
    """Files beside articles that shown articles name and that must not be published."""
    for article in _shown(scope):
        for file, line in named_files(scope, article):
            if why := why_kept_out(scope, file):
                message = f"{file} cannot be published: {why}"
                hint = "leave it out, or trust all articles with [security] trusted_content = true"
                yield error(article.path, line, message, hint)


def _shown(scope: Scope) -> Iterator[Article]:
    for path, article in sorted(scope.catalog.articles.items()):
        if path not in scope.catalog.hidden:
            yield article


def _page_links(article: Article) -> Iterator[Reference]:
    """The links to addresses; links to content files have been held against the catalog before."""
    for part in article.parts:
        for reference in part.references:
            name = reference.target.split("#")[0]
            if reference.kind == "link" and name.startswith("/") and not name.endswith(".md"):
                yield reference


def _hidden(article: Article, reference: Reference) -> Problem:
    message = f"the link leads to {reference.target}, which is hidden, so it is plain text"
    return warning(article.path, reference.line, message, "it appears when the target does")


def _nowhere(article: Article, reference: Reference, pages: list[str]) -> Problem:
    wanted = addresses.linked(reference.target) + "/"
    near = process.extractOne(wanted, pages, scorer=fuzz.ratio, score_cutoff=_NEAR)
    hint = f"did you mean {near[0]}?" if near else "links begin at the site's home page, /"
    message = f"the link leads to {reference.target}, where there is no page"
    return error(article.path, reference.line, message, hint)
