"""Views of works: facts, appearances, cards, and the pages of papers and people."""

from roundup.model import Link, Person, Venue
from roundup.pages.views.base import (
    AppearanceLink,
    Body,
    NamedLink,
    PageView,
    PictureView,
    StaleView,
    View,
)
from roundup.pages.views.charts import PathView


class AuthorLink(NamedLink, frozen=True, kw_only=True):
    """An author; `inverted` is the name with the family's part first, where the last word is not that part."""

    inverted: str = ""


class FactsView(View, frozen=True, kw_only=True):
    """What is known about a work; `authors` link to a person's page where there is one."""

    title: str
    short: str
    authors: tuple[AuthorLink, ...] = ()
    affiliations: tuple[str, ...] = ()
    year: int = 0
    date: str = ""
    published: str = ""
    venue: Venue | None = None
    type: str = ""
    status: str = ""
    identifiers: tuple[NamedLink, ...] = ()
    url: str = ""
    pdf: str = ""
    code: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    topics: tuple[NamedLink, ...] = ()
    former_titles: tuple[str, ...] = ()


class PaperCard(View, frozen=True, kw_only=True):
    """A paper in a list of papers."""

    title: str
    address: str
    short: str = ""
    authors: tuple[str, ...] = ()
    year: int = 0
    venue: str = ""
    picks: tuple[AppearanceLink, ...] = ()


class AgreementRow(View, frozen=True, kw_only=True):
    """A paper's place in the agreement of lists: Σ 1/(60 + r) over the lists that picked it.

    `share` is the score in percent of the best one in the table.
    """

    title: str
    address: str
    score: str
    share: int
    lists: int
    picks: tuple[AppearanceLink, ...]


class TranslationView(View, frozen=True, kw_only=True):
    """An appearance's words in another language than those it is shown with, and where they stand."""

    language: str
    address: str
    heading: str
    summary: str = ""
    highlights: tuple[str, ...] = ()
    body: tuple[Body, ...] = ()


class WordsView(View, frozen=True, kw_only=True):
    """An appearance with its words, on its paper's page."""

    roundup: AppearanceLink
    period: str
    language: str
    heading: str
    curators: tuple[str, ...] = ()
    publisher: str = ""
    summary: str = ""
    highlights: tuple[str, ...] = ()
    body: tuple[Body, ...] = ()
    translations: tuple[TranslationView, ...] = ()
    stale: StaleView | None = None
    is_draft: bool = False
    is_future: bool = False


class Citation(View, frozen=True, kw_only=True):
    """A work as citations need it."""

    key: str
    type: str
    title: str
    authors: tuple[Person, ...]
    year: int
    date: str
    venue: Venue | None
    identifiers: tuple[tuple[str, str], ...]
    url: str
    pdf: str
    abstract: str
    note: str
    language: str
    keywords: tuple[str, ...]


class PaperView(PageView, frozen=True, kw_only=True):
    """A paper: facts, every appearance with rank, words and language, its citation, who mentions it.

    `appearances` stand in the order of time; `lists` counts the roundups among them.
    """

    key: str
    heading: str
    facts: FactsView
    note: tuple[Body, ...]
    stale: StaleView | None = None
    lists: int = 0
    appearances: tuple[WordsView, ...]
    mentions: tuple[NamedLink, ...]
    citation: Citation
    path: PathView | None = None
    abstract: str = ""
    abstract_language: str = ""
    picture: PictureView | None = None


class PapersView(PageView, frozen=True, kw_only=True):
    """One page of the list of all papers; the first has what all lists agree on."""

    title: str
    papers: tuple[PaperCard, ...]
    agreement: tuple[AgreementRow, ...] = ()
    total: int
    page: int
    pages: int
    previous: str = ""
    next: str = ""


class AuthorView(PageView, frozen=True, kw_only=True):
    """A person: words, papers."""

    person: Person
    body: Body | None
    stale: StaleView | None = None
    papers: tuple[PaperCard, ...]
