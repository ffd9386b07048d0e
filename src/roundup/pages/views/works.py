"""Views of works: facts, appearances, cards, and the pages of papers and people."""

from roundup.model import Link, Person, Venue
from roundup.pages.views.base import Body, NamedLink, PageView, PictureView, View


class FactsView(View, frozen=True, kw_only=True):
    """What is known about a work; `authors` link to a person's page where there is one."""

    title: str
    short: str
    authors: tuple[NamedLink, ...] = ()
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


class AppearanceLink(View, frozen=True, kw_only=True):
    """The same paper in a roundup: its rank there where it has one, the year, the words' language."""

    title: str
    address: str
    year: int
    rank: int = 0
    size: int = 0
    language: str = ""


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
    """A paper's place in the agreement of lists: Σ 1/(60 + r) over the lists that picked it."""

    title: str
    address: str
    score: str
    lists: int
    picks: tuple[AppearanceLink, ...]


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
    translations: tuple[NamedLink, ...] = ()


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
    """A paper: facts, every appearance with rank, words and language, its citation, who mentions it."""

    key: str
    heading: str
    facts: FactsView
    note: tuple[Body, ...]
    appearances: tuple[WordsView, ...]
    mentions: tuple[NamedLink, ...]
    citation: Citation
    abstract: str = ""
    abstract_language: str = ""
    picture: PictureView | None = None


class PapersView(PageView, frozen=True, kw_only=True):
    """One page of the list of all papers."""

    title: str
    papers: tuple[PaperCard, ...]
    total: int
    page: int
    pages: int
    previous: str = ""
    next: str = ""


class AuthorView(PageView, frozen=True, kw_only=True):
    """A person: words, papers."""

    person: Person
    body: Body | None
    papers: tuple[PaperCard, ...]
