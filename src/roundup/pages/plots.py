"""The pages that readers open, in plots: each can be made by itself, and its address is known before."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from roundup.catalog.catalog import Author, Paper, Roundup, Series, Topic
from roundup.content.article import Article
from roundup.content.fields import WordsFields
from roundup.pages import addresses
from roundup.pages.articles import article_view, not_found_view, reading_list_view
from roundup.pages.bodies import template_of
from roundup.pages.cards import (
    card_of_paper,
    card_of_roundup,
    card_of_year,
    card_page,
    site_card,
)
from roundup.pages.home import home_view
from roundup.pages.lists import list_views
from roundup.pages.machine import page
from roundup.pages.papers import paper_view, papers_views
from roundup.pages.people import author_view
from roundup.pages.roundups import roundup_view
from roundup.pages.scope import Scope
from roundup.pages.search import search_view
from roundup.pages.series import series_view
from roundup.pages.topics import topic_views
from roundup.pages.views import Page
from roundup.pages.years import year_view


class Plot(NamedTuple):
    """Pages that are made together, and the address that all of theirs begin with."""

    address: str
    make: Callable[[], Iterator[Page]]


def plots(scope: Scope) -> Iterator[Plot]:
    """The pages of one language."""
    prefix = scope.prefix(scope.language)
    home = addresses.home(prefix)
    yield Plot(home, partial(_home, scope))
    for year in scope.own_years:
        yield Plot(addresses.year(prefix, year), partial(_year, scope, year))
    for roundup in scope.own_roundups:
        yield Plot(scope.roundup_address(roundup), partial(_roundup, scope, roundup))
    for paper in scope.papers:
        yield Plot(scope.paper_address(paper.key), partial(_paper, scope, paper))
    if scope.papers:
        yield Plot(addresses.kind(prefix, "papers"), partial(_papers, scope))
    for topic in scope.own_topics:
        yield Plot(addresses.kind(prefix, "tags", topic.slug), partial(_topic, scope, topic))
    for author in scope.own_authors:
        yield Plot(addresses.kind(prefix, "authors", author.slug), partial(_author, scope, author))
    for series in scope.own_series:
        yield Plot(addresses.kind(prefix, "series", series.slug), partial(_series, scope, series))
    yield from _articles(scope, prefix)
    yield Plot(home, partial(_lists, scope))
    if scope.site.reading_list:
        yield Plot(scope.site.reading_list, partial(_reading_list, scope))
    if scope.site.search:
        yield Plot(scope.site.search, partial(_search, scope))


def not_found(scope: Scope) -> Plot:
    """The page for addresses that do not exist."""

    def make() -> Iterator[Page]:
        view = not_found_view(scope)
        yield page(scope, view.head.address, "404.html", view)

    return Plot("/404.html", make)


def _home(scope: Scope) -> Iterator[Page]:
    view = home_view(scope)
    words = scope.own_words("", "index")
    yield page(scope, view.head.address, template_of(words, "home.html"), view)
    yield from site_card(scope)


def _year(scope: Scope, year: int) -> Iterator[Page]:
    view = year_view(scope, year)
    template = template_of(scope.own_words(str(year), "index"), "year.html")
    yield page(scope, view.head.address, template, view)
    yield from card_page(scope, view.head, partial(card_of_year, scope, year, view.title))


def _roundup(scope: Scope, roundup: Roundup) -> Iterator[Page]:
    view = roundup_view(scope, roundup)
    edition = roundup.in_language(scope.language)
    template = edition.fields.template or "roundup.html"
    yield Page(
        address=view.head.address,
        template=template,
        language=scope.language,
        view=view,
        source=edition.path,
    )
    yield from card_page(scope, view.head, partial(card_of_roundup, scope, roundup))


def _paper(scope: Scope, paper: Paper) -> Iterator[Page]:
    view = paper_view(scope, paper)
    yield page(scope, view.head.address, "paper.html", view)
    yield from card_page(scope, view.head, partial(card_of_paper, scope, paper))


def _papers(scope: Scope) -> Iterator[Page]:
    for rows in papers_views(scope):
        yield page(scope, rows.head.address, "papers.html", rows)


def _topic(scope: Scope, topic: Topic) -> Iterator[Page]:
    template = template_of(scope.own_words("tags", topic.slug), "topic.html")
    for view in topic_views(scope, topic):
        yield page(scope, view.head.address, template, view)


def _author(scope: Scope, author: Author) -> Iterator[Page]:
    view = author_view(scope, author)
    template = template_of(scope.own_words("authors", author.slug), "author.html")
    yield page(scope, view.head.address, template, view)


def _series(scope: Scope, series: Series) -> Iterator[Page]:
    view = series_view(scope, series)
    yield page(scope, view.head.address, "series.html", view)


def _articles(scope: Scope, prefix: str) -> Iterator[Plot]:
    """The standalone pages."""
    for group in scope.catalog.words.values():
        for article in group:
            shown = article.path not in scope.catalog.hidden
            if shown and article.place.kind == "page" and article.language == scope.language:
                address = addresses.article(prefix, article.place.folder, article.place.stem)
                yield Plot(address, partial(_article, scope, article, group))


def _article(scope: Scope, article: Article, group: tuple[Article, ...]) -> Iterator[Page]:
    view = article_view(scope, article, group)
    own = article.fields.template if isinstance(article.fields, WordsFields) else ""
    yield Page(
        address=view.head.address,
        template=own or "page.html",
        language=scope.language,
        view=view,
        source=article.path,
    )


def _lists(scope: Scope) -> Iterator[Page]:
    for view in list_views(scope):
        yield page(scope, view.head.address, "list.html", view)


def _reading_list(scope: Scope) -> Iterator[Page]:
    view = reading_list_view(scope)
    yield page(scope, view.head.address, "reading-list.html", view)


def _search(scope: Scope) -> Iterator[Page]:
    view = search_view(scope)
    yield page(scope, view.head.address, "search.html", view)
