"""The catalog becomes pages: everything the site's output holds, in a fixed order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from roundup.catalog.catalog import Catalog, Topic
from roundup.content.fields import WordsFields
from roundup.content.settings import Settings
from roundup.pages import addresses, machine
from roundup.pages.agreement import agreement_pages
from roundup.pages.articles import article_view, not_found_view, reading_list_view
from roundup.pages.bodies import template_of
from roundup.pages.cards import (
    card_of_paper,
    card_of_roundup,
    card_of_year,
    card_page,
    site_card,
)
from roundup.pages.filefacts import FileFact
from roundup.pages.files import published
from roundup.pages.glyphs import FontFact
from roundup.pages.home import home_view
from roundup.pages.lists import list_views
from roundup.pages.machine import page
from roundup.pages.markdown.guide import TwinRow, guide_pages, twin_rows
from roundup.pages.markdown.twins import twin_of
from roundup.pages.opml import FeedRow, feed_rows, outlines_page
from roundup.pages.papers import paper_view, papers_views
from roundup.pages.people import author_view
from roundup.pages.pictures import rendition_pages
from roundup.pages.records import records_of
from roundup.pages.redirects import redirects
from roundup.pages.roundups import roundup_view
from roundup.pages.scope import Scope
from roundup.pages.search import index_pages, search_view
from roundup.pages.series import series_view
from roundup.pages.topics import topic_views
from roundup.pages.views import Page, PageView, SearchRecord, SitemapPage, SiteView
from roundup.pages.years import year_view


def plan(
    catalog: Catalog,
    settings: Settings,
    sites: Mapping[str, SiteView],
    files: Mapping[str, FileFact],
    fonts: Sequence[FontFact] = (),
) -> Iterator[Page]:
    """Every page of the site; `sites` holds the site's view for each language, `files` what is not Markdown.

    Share cards are set in `fonts`; without any there are none.
    """
    scopes = [Scope(catalog, settings, sites[one.tag], files, fonts) for one in settings.languages]
    first = scopes[0]
    listed: list[SitemapPage] = []
    searched: list[SearchRecord] = []
    feeds: list[FeedRow] = []
    twins: list[TwinRow] = []
    for made in chain.from_iterable(_pages(scope) for scope in scopes):
        if isinstance(made.view, PageView):
            listed.append(machine.sitemap_row(made.view.head))
        if first.site.search_index:
            searched += records_of(made)
        feeds += feed_rows(made)
        twins += twin_rows(made)
        yield made
        yield from twin_of(made)
    yield from _shared(first)
    if feeds:
        yield outlines_page(scopes, feeds)
    if settings.pages.markdown:
        yield from guide_pages(scopes, twins)
    yield from redirects(scopes)
    yield from machine.sitemap_pages(first, listed)
    for scope in scopes:
        own = (one for one in searched if one.language == scope.language)
        yield from index_pages(scope, own)
    yield from machine.copies(first, published(first))
    yield from rendition_pages(first)


def _pages(scope: Scope) -> Iterator[Page]:
    """The pages of one language."""
    home = home_view(scope)
    words = scope.own_words("", "index")
    yield page(scope, home.head.address, template_of(words, "home.html"), home)
    yield from site_card(scope)
    for maker in (_years, _roundups, _papers, _topics, _people, _series, _articles, _lists):
        yield from maker(scope)
    if scope.site.reading_list:
        view = reading_list_view(scope)
        yield page(scope, view.head.address, "reading-list.html", view)
    if scope.site.search:
        found = search_view(scope)
        yield page(scope, found.head.address, "search.html", found)
    if scope.settings.pages.feeds:
        yield from _feeds(scope)
    if scope.settings.pages.citations:
        yield from _citations(scope)


def _years(scope: Scope) -> Iterator[Page]:
    for year in scope.own_years:
        view = year_view(scope, year)
        template = template_of(scope.own_words(str(year), "index"), "year.html")
        yield page(scope, view.head.address, template, view)
        yield from card_page(scope, view.head, partial(card_of_year, scope, year, view.title))


def _roundups(scope: Scope) -> Iterator[Page]:
    for roundup in scope.own_roundups:
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


def _papers(scope: Scope) -> Iterator[Page]:
    for paper in scope.papers:
        view = paper_view(scope, paper)
        yield page(scope, view.head.address, "paper.html", view)
        yield from card_page(scope, view.head, partial(card_of_paper, scope, paper))
    if scope.papers:
        for rows in papers_views(scope):
            yield page(scope, rows.head.address, "papers.html", rows)


def _topics(scope: Scope) -> Iterator[Page]:
    for topic in scope.own_topics:
        template = template_of(scope.own_words("tags", topic.slug), "topic.html")
        for view in topic_views(scope, topic):
            yield page(scope, view.head.address, template, view)


def _people(scope: Scope) -> Iterator[Page]:
    for author in scope.own_authors:
        view = author_view(scope, author)
        template = template_of(scope.own_words("authors", author.slug), "author.html")
        yield page(scope, view.head.address, template, view)


def _series(scope: Scope) -> Iterator[Page]:
    for series in scope.own_series:
        view = series_view(scope, series)
        yield page(scope, view.head.address, "series.html", view)


def _lists(scope: Scope) -> Iterator[Page]:
    for view in list_views(scope):
        yield page(scope, view.head.address, "list.html", view)


def _articles(scope: Scope) -> Iterator[Page]:
    """The standalone pages."""
    for group in scope.catalog.words.values():
        for article in group:
            shown = article.path not in scope.catalog.hidden
            if shown and article.place.kind == "page" and article.language == scope.language:
                view = article_view(scope, article, group)
                own = article.fields.template if isinstance(article.fields, WordsFields) else ""
                yield Page(
                    address=view.head.address,
                    template=own or "page.html",
                    language=scope.language,
                    view=view,
                    source=article.path,
                )


def _feeds(scope: Scope) -> Iterator[Page]:
    prefix = scope.prefix(scope.language)
    title = scope.site.title
    home = addresses.home(prefix)
    yield from machine.feeds(scope, home, title, scope.own_roundups, in_full=True)
    for year in scope.own_years:
        found = [one for one in scope.own_roundups if one.year == year]
        yield from machine.feeds(scope, addresses.year(prefix, year), f"{year} · {title}", found)
    for topic in scope.own_topics:
        keys = _roundups_of_topic(scope, topic)
        found = [one for one in scope.own_roundups if one.key in keys]
        folder = addresses.kind(prefix, "tags", topic.slug)
        name = f"{scope.topic_title(topic.slug)} · {title}"
        yield from machine.feeds(scope, folder, name, found)
    for series in scope.own_series:
        found = [one for one in scope.own_roundups if one.key in series.roundups]
        folder = addresses.kind(prefix, "series", series.slug)
        yield from machine.feeds(scope, folder, f"{series.name} · {title}", found)


def _roundups_of_topic(scope: Scope, topic: Topic) -> frozenset[str]:
    """The roundups that carry a topic themselves or through one of their entries."""
    papers = (scope.catalog.papers[key] for key in topic.papers)
    through = (roundup for paper in papers for roundup, _ in paper.entries)
    return frozenset((*topic.roundups, *through))


def _citations(scope: Scope) -> Iterator[Page]:
    prefix = scope.prefix(scope.language)
    if scope.papers:
        yield from machine.collection(scope, addresses.home(prefix), scope.papers)
    papers = scope.catalog.papers
    for roundup in scope.own_roundups:
        folder = scope.roundup_address(roundup)
        keys = dict.fromkeys(entry.paper for entry in roundup.entries)
        yield from machine.collection(scope, folder, (papers[key] for key in keys))
        yield machine.list_citation(scope, roundup)
    for folder, found in _folders(scope, prefix):
        keys = dict.fromkeys(sorted(found))
        yield from machine.collection(scope, folder, (papers[key] for key in keys))


def _folders(scope: Scope, prefix: str) -> Iterator[tuple[str, Iterable[str]]]:
    """The folders of years, topics and series, with the keys of the papers that each collects."""
    for year in scope.own_years:
        found = (one for one in scope.roundups if one.year == year)
        keys = {entry.paper for one in found for entry in one.entries}
        yield addresses.year(prefix, year), keys
    for topic in scope.own_topics:
        yield addresses.kind(prefix, "tags", topic.slug), topic.papers
    for series in scope.own_series:
        lists = (scope.catalog.roundups[key] for key in series.roundups)
        keys = {entry.paper for one in lists for entry in one.entries}
        yield addresses.kind(prefix, "series", series.slug), keys


def _shared(scope: Scope) -> Iterator[Page]:
    """What the site has once, whatever its languages."""
    if scope.settings.pages.citations:
        for paper in scope.catalog.papers.values():
            yield from machine.paper_citations(scope, paper)
    if scope.settings.pages.data:
        yield from machine.data_pages(scope)
        yield from agreement_pages(scope)
    missing = not_found_view(scope)
    yield page(scope, missing.head.address, "404.html", missing)
    yield from machine.host_pages(scope)
