"""What is known about works and lists, as lines of Markdown: a label and what stands behind it."""

from collections.abc import Iterable, Iterator

from roundup.model import Person, Venue
from roundup.pages.absolute import absolute
from roundup.pages.markdown.inline import plain, target
from roundup.pages.metadata.works import SCHEMES
from roundup.pages.site import said
from roundup.pages.views import (
    AppearanceLink,
    FactsView,
    NamedLink,
    RoundupView,
    SiteView,
    SourceView,
)


def link(site: SiteView, text: str, address: str) -> str:
    """A link with its address in full; text alone without one."""
    return (
        f"[{plain(text)}]({target(absolute(site.base_url, address))})" if address else plain(text)
    )


def bare(site: SiteView, address: str) -> str:
    """An address in full that is its own link."""
    return f"<{absolute(site.base_url, address)}>"


def rows(found: Iterable[tuple[str, str]]) -> str:
    """A list of labels and values; those without a value are left out."""
    return "\n".join(f"- {label}: {value}" for label, value in found if value)


def links(site: SiteView, found: Iterable[NamedLink]) -> str:
    """Several links on one line."""
    return ", ".join(link(site, one.text, one.address) for one in found)


def people(found: Iterable[Person]) -> str:
    """Names on one line, with what each did where that is said."""
    return ", ".join(plain(f"{one.name} ({one.role})" if one.role else one.name) for one in found)


def facts(site: SiteView, view: FactsView) -> Iterator[tuple[str, str]]:
    """What is known about a work."""
    yield said(site, "label_authors"), ", ".join(plain(one.text) for one in view.authors)
    yield said(site, "venue"), plain(_venue(site, view.venue, view.year)) if view.venue else ""
    yield said(site, "published"), view.published
    yield said(site, "first_posted"), view.date
    status = view.status if view.status != "published" else ""
    yield said(site, "label_status"), said(site, f"status_{status}") if status else ""
    yield said(site, "identifiers"), _identifiers(site, view)
    yield said(site, "more"), ", ".join(_elsewhere(site, view))
    yield said(site, "topics"), links(site, view.topics)


def _venue(site: SiteView, venue: Venue, year: int) -> str:
    stated = str(venue.year or year or "")
    volume = said(site, "volume", volume=venue.volume) if venue.volume else ""
    parts = (
        venue.name,
        "" if stated in venue.name else stated,
        f"{volume}({venue.issue})" if venue.issue else volume,
        said(site, "page_range", pages=venue.pages) if venue.pages else "",
        venue.publisher,
    )
    return ", ".join(part for part in parts if part)


def _identifiers(site: SiteView, view: FactsView) -> str:
    return ", ".join(
        link(site, f"{SCHEMES.get(one.detail, '')} {one.text}", one.address)
        for one in view.identifiers
    )


def _elsewhere(site: SiteView, view: FactsView) -> Iterator[str]:
    """The work itself, its PDF, code and further addresses."""
    if view.url:
        yield link(site, said(site, "paper"), view.url)
    if view.pdf:
        yield link(site, said(site, "pdf"), view.pdf)
    for address in view.code:
        yield link(site, said(site, "rel_code"), address)
    for one in view.links:
        yield link(site, one.title or said(site, f"rel_{one.rel}"), one.url)


def appearance(site: SiteView, one: AppearanceLink) -> str:
    """A place in a list: the list, its year, the rank."""
    rank = ""
    if one.rank and one.size:
        rank = said(site, "rank_of", rank=one.rank, n=one.size)
    elif one.rank:
        rank = said(site, "rank_alone", rank=one.rank)
    elif one.size:
        rank = said(site, "one_of", n=one.size)
    elif one.unplaced:
        rank = said(site, "unplaced")
    detail = ", ".join(part for part in (str(one.year), rank) if part)
    return f"{link(site, one.title, one.address)} ({detail})"


def credit(site: SiteView, view: RoundupView) -> Iterator[tuple[str, str]]:
    """Who made a list, when, and where it was first published."""
    given = view.credits
    yield said(site, "curators"), people(given.curators)
    yield said(site, "credits"), people(given.others)
    yield said(site, "translators"), people(given.translators)
    yield said(site, "first_published"), _source(site, given.original_source or given.source)
    yield said(site, "date"), given.date
    yield said(site, "updated"), given.updated
    yield said(site, "series"), links(site, (view.series.series,)) if view.series else ""
    yield said(site, "other_languages"), links(site, view.translations)
    yield said(site, "topics"), links(site, view.topics)
    yield said(site, "license"), plain(given.license)


def _source(site: SiteView, source: SourceView | None) -> str:
    if source is None:
        return ""
    name = link(site, source.title or source.publisher or source.url, source.url)
    publisher = plain(source.publisher) if source.title else ""
    return ", ".join(part for part in (name, publisher, source.date) if part)
