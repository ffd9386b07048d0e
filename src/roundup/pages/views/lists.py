"""Views of lists: roundups with their entries, home, years, series, topics."""

from typing import Any

import msgspec

from roundup.model import Person
from roundup.pages.views.base import (
    AppearanceLink,
    Body,
    NamedLink,
    PageView,
    PictureView,
    StaleView,
    View,
)
from roundup.pages.views.charts import MatrixView, TopicsView
from roundup.pages.views.works import AgreementRow, FactsView, PaperCard


class SourceView(View, frozen=True, kw_only=True):
    """Where a list was first published."""

    title: str = ""
    url: str = ""
    publisher: str = ""
    date: str = ""
    via: tuple["SourceView", ...] = ()


class EntryView(View, frozen=True, kw_only=True):
    """An entry as it stands in its roundup.

    `rank` is 0 where places are no ranks; `place` counts the entries as they are shown, from 1.
    `language` is set where the words are not in the page's language; `abstract_language` likewise.
    """

    key: str
    anchor: str
    place: int
    rank: int
    unplaced: bool
    heading: str
    facts: FactsView
    paper: str
    language: str = ""
    body: tuple[Body, ...] = ()
    summary: str = ""
    highlights: tuple[str, ...] = ()
    abstract: str = ""
    abstract_language: str = ""
    picture: PictureView | None = None
    elsewhere: tuple[AppearanceLink, ...] = ()
    translations: tuple[NamedLink, ...] = ()
    stale: StaleView | None = None
    is_draft: bool = False
    extra: dict[str, Any] = msgspec.field(default_factory=dict)


class SectionView(View, frozen=True, kw_only=True):
    """Entries under one section's name, which is empty where the list has no sections."""

    name: str
    entries: tuple[EntryView, ...]


class PartView(View, frozen=True, kw_only=True):
    """A piece of a roundup's page: words, or sections of entries."""

    body: Body | None = None
    sections: tuple[SectionView, ...] = ()


class CreditsView(View, frozen=True, kw_only=True):
    """Who picked, wrote, translated and first published a roundup, and when.

    `original_source` is the source of the edition that a translation translates.
    """

    curators: tuple[Person, ...] = ()
    others: tuple[Person, ...] = ()
    translators: tuple[Person, ...] = ()
    source: SourceView | None = None
    original_source: SourceView | None = None
    also_at: tuple[str, ...] = ()
    license: str = ""
    date: str = ""
    updated: str = ""


class SeriesLinks(View, frozen=True, kw_only=True):
    """The series of a roundup, and its editions before and after."""

    series: NamedLink
    previous: NamedLink | None = None
    next: NamedLink | None = None


class PartialView(View, frozen=True, kw_only=True):
    """Entries that are not translated: how many of all, and the languages they stand in.

    On a translation `language` and `address` are the original's.
    """

    missing: int
    total: int
    languages: tuple[str, ...]
    language: str = ""
    address: str = ""


class RoundupView(PageView, frozen=True, kw_only=True):
    """A roundup with all its entries in order."""

    title: str
    description: str
    key: str
    year: int
    year_address: str
    period: str
    ranked: bool
    countdown: bool
    size: int
    parts: tuple[PartView, ...]
    contents: tuple[NamedLink, ...]
    summary: str = ""
    highlights: tuple[str, ...] = ()
    event: str = ""
    credits: CreditsView
    topics: tuple[NamedLink, ...] = ()
    picture: PictureView | None = None
    translations: tuple[NamedLink, ...] = ()
    series: SeriesLinks | None = None
    stale: StaleView | None = None
    partial: PartialView | None = None
    original: str = ""
    is_draft: bool = False
    is_future: bool = False
    extra: dict[str, Any] = msgspec.field(default_factory=dict)


class RoundupCard(View, frozen=True, kw_only=True):
    """A roundup in a list of roundups; `language` where it differs from the page's."""

    title: str
    address: str
    year: int
    period: str
    size: int
    language: str = ""
    summary: str = ""
    date: str = ""
    publisher: str = ""
    event: str = ""
    ranked: bool = False
    top: tuple[str, ...] = ()
    is_draft: bool = False
    is_future: bool = False


class YearLink(View, frozen=True, kw_only=True):
    """A year with how many roundups and papers it has."""

    year: int
    address: str
    roundups: int
    papers: int


class HomeView(PageView, frozen=True, kw_only=True):
    """The home page: newest roundups, years, most picked papers; `others` are roundups in other languages only."""

    title: str
    body: Body | None
    stale: StaleView | None = None
    roundups: tuple[RoundupCard, ...]
    others: tuple[RoundupCard, ...]
    years: tuple[YearLink, ...]
    picked: tuple[PaperCard, ...]
    topics: tuple[NamedLink, ...]
    papers: int
    matrix: MatrixView | None = None


class YearView(PageView, frozen=True, kw_only=True):
    """A year: its roundups and what they agree on."""

    title: str
    year: int
    body: Body | None
    stale: StaleView | None = None
    roundups: tuple[RoundupCard, ...]
    others: tuple[RoundupCard, ...]
    agreement: tuple[AgreementRow, ...]
    matrix: MatrixView | None = None
    previous: NamedLink | None = None
    next: NamedLink | None = None


class ListView(PageView, frozen=True, kw_only=True):
    """All topics, all people or all series: links with counts in `detail`."""

    title: str
    kind: str
    items: tuple[NamedLink, ...]
    chart: TopicsView | None = None
    page: int = 1
    pages: int = 1
    previous: str = ""
    next: str = ""


class TopicView(PageView, frozen=True, kw_only=True):
    """A topic: its words, roundups and papers."""

    title: str
    slug: str
    body: Body | None
    stale: StaleView | None = None
    roundups: tuple[RoundupCard, ...]
    papers: tuple[PaperCard, ...]
    total: int
    page: int = 1
    pages: int = 1
    previous: str = ""
    next: str = ""


class EditionView(View, frozen=True, kw_only=True):
    """An edition of a series: what returned from the one before and what was new."""

    roundup: RoundupCard
    returned: tuple[NamedLink, ...]
    new: tuple[NamedLink, ...]


class SeriesView(PageView, frozen=True, kw_only=True):
    """A series with its editions, newest first."""

    title: str
    slug: str
    editions: tuple[EditionView, ...]
