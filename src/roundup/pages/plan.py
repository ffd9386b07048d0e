"""The catalog becomes pages: everything the site's output holds, in a fixed order."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from roundup.catalog.catalog import Topic
from roundup.pages import addresses, machine
from roundup.pages.agreement import agreement_pages
from roundup.pages.files import published
from roundup.pages.markdown.guide import TwinRow, guide_pages, twin_rows
from roundup.pages.markdown.twins import twin_of
from roundup.pages.opml import FeedRow, feed_rows, outlines_page
from roundup.pages.pictures import rendition_pages
from roundup.pages.plots import Plot, not_found, plots
from roundup.pages.records import records_of
from roundup.pages.redirects import redirects
from roundup.pages.scope import Scope
from roundup.pages.search import index_pages
from roundup.pages.views import Page, PageView, SearchRecord, SitemapPage


def plan(scopes: Sequence[Scope]) -> Iterator[Page]:
    """Every page of the site, which is seen from each of its languages."""
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
    if first.settings.pages.markdown:
        yield from guide_pages(scopes, twins)
    yield from redirects(scopes)
    yield from machine.sitemap_pages(first, listed)
    for scope in scopes:
        own = (one for one in searched if one.language == scope.language)
        yield from index_pages(scope, own)
    yield from machine.copies(first, published(first))
    yield from rendition_pages(first)


def asked(scopes: Sequence[Scope], wanted: Sequence[str]) -> Iterator[Page]:
    """The pages at some addresses, in the order of these; of all others as few are made as can be.

    Static files and the accent's sheet are among them, but nothing else that is no page for readers.
    """
    files = scopes[0].files
    accent = {one.address: one for one in machine.accent_sheets(scopes[0])}
    static = {address: f"static{address}" for address in wanted if f"static{address}" in files}
    places = _places(scopes, set(wanted) - {*static, *accent})
    for address in wanted:
        if address in accent:
            yield accent[address]
            continue
        if address in static:
            yield from machine.copies(scopes[0], [static[address]])
        near = next((one for one in _above(address) if one in places), "")
        pages = chain.from_iterable(plot.make() for plot in places.get(near, ()))
        yield from (one for one in pages if one.address == address)


def _places(scopes: Sequence[Scope], wanted: Collection[str]) -> dict[str, list[Plot]]:
    """The plots by their addresses: all of them, or as many as hold those that are wanted."""
    places: dict[str, list[Plot]] = {}
    missing = set(wanted)
    for plot in chain([not_found(scopes[0])], chain.from_iterable(map(plots, scopes))):
        if not missing:
            break
        places.setdefault(plot.address, []).append(plot)
        missing.discard(plot.address)
    return places


def _above(address: str) -> Iterator[str]:
    """An address, and the folders that it lies in, the nearest first."""
    yield address
    while address := address.rstrip("/").rpartition("/")[0]:
        yield f"{address}/"
    yield "/"


def _pages(scope: Scope) -> Iterator[Page]:
    """The pages of one language."""
    for plot in plots(scope):
        yield from plot.make()
    if scope.settings.pages.feeds:
        yield from _feeds(scope)
    if scope.settings.pages.citations:
        yield from _citations(scope)


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
    yield from not_found(scope).make()
    yield from machine.host_pages(scope)
