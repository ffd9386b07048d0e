"""The catalog's nouns: roundups with their entries, papers with their appearances, topics, people, series."""

from datetime import date

import msgspec

from roundup.content.article import Article, Part
from roundup.content.fields import RoundupFields
from roundup.model import Facts, Image, Period, Person


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """An entry's words in one language; `facts` where that language's article changes the entry's."""

    path: str
    language: str
    heading: str
    summary: str = ""
    highlights: tuple[str, ...] = ()
    abstract: str = ""
    image: Image | None = None
    parts: tuple[Part, ...] = ()
    stale: tuple[str, ...] = ()
    facts: Facts | None = None
    aliases: tuple[str, ...] = ()
    is_draft: bool = False

    @property
    def has_body(self) -> bool:
        """Whether its body says anything."""
        return any(part.html for part in self.parts)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One paper's place in one roundup, with its words by language, the original's first.

    `rank` is what pages may show: None where places are no ranks. Entries stand in order of place.
    """

    roundup: str
    stem: str
    paper: str
    rank: int | None
    section: str
    unplaced: bool
    facts: Facts
    words: tuple[Words, ...]
    extra: dict[str, object] = {}

    @property
    def original(self) -> Words:
        """The words that the others translate."""
        return self.words[0]

    def in_language(self, language: str) -> Words:
        """Its words in a language, else the original's."""
        for one in self.words:
            if one.language == language:
                return one
        return self.words[0]


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """A roundup in one language: its index article, title and description filled in, inheritance done."""

    path: str
    language: str
    title: str
    description: str
    fields: RoundupFields
    parts: tuple[Part, ...]
    stale: tuple[str, ...] = ()
    is_draft: bool = False
    is_future: bool = False


class Roundup(msgspec.Struct, frozen=True, kw_only=True):
    """A list of papers that somebody picked for a period, in all its languages, the original's first.

    `dated` is the day it is ordered by, which pages never show unless an author wrote it.
    """

    key: str
    year: int
    slug: str
    period: Period
    dated: date
    ranked: bool
    countdown: bool
    counts: bool
    series: str
    size: int
    editions: tuple[Edition, ...]
    entries: tuple[Entry, ...]

    @property
    def original(self) -> Edition:
        """The edition that the others translate."""
        return self.editions[0]

    def in_language(self, language: str) -> Edition:
        """Its edition in a language, else the original."""
        for one in self.editions:
            if one.language == language:
                return one
        return self.editions[0]

    def speaks(self, language: str) -> bool:
        """Whether there is an edition in that language."""
        return any(one.language == language for one in self.editions)

    @property
    def shown(self) -> tuple[Entry, ...]:
        """Its entries as pages show them: by place, from the last in a countdown, unplaced ones at the end."""
        placed = [one for one in self.entries if not one.unplaced]
        rest = tuple(one for one in self.entries if one.unplaced)
        return (*(reversed(placed) if self.countdown else placed), *rest)


class Mention(msgspec.Struct, frozen=True, order=True):
    """An article that names a paper in its words."""

    path: str
    roundup: str
    paper: str
    language: str


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """The work itself: its facts, the entries that present it, earliest first, and who mentions it."""

    key: str
    facts: Facts
    entries: tuple[tuple[str, str], ...]
    notes: tuple[Words, ...] = ()
    mentions: tuple[Mention, ...] = ()
    aliases: tuple[str, ...] = ()


class Scored(msgspec.Struct, frozen=True):
    """A paper's agreement: its score and the (roundup, rank used) pairs it is summed over."""

    paper: str
    score: float
    votes: tuple[tuple[str, float], ...]


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """A tag with the papers and roundups that carry it; titles and words by language."""

    slug: str
    label: str
    titles: tuple[tuple[str, str], ...] = ()
    papers: tuple[str, ...] = ()
    roundups: tuple[str, ...] = ()


class Author(msgspec.Struct, frozen=True, kw_only=True):
    """A person who wrote papers: an ORCID, else a folded name; `names` are all of theirs that occur."""

    slug: str
    person: Person
    names: tuple[str, ...]
    papers: tuple[str, ...]


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """The editions of a series, newest first."""

    slug: str
    name: str
    roundups: tuple[str, ...]


class Catalog(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the site shows, sorted by key, and where hidden things stand so that links can tell.

    `words` are the articles that are no entries, in their languages, the original first, by folder and
    stem: home, years, topics, people, pages. `keys` maps every written key and every identifier as
    `scheme:value` to the paper's key; `presents` an entry's or shared paper's path to its paper's.
    """

    roundups: dict[str, Roundup]
    papers: dict[str, Paper]
    topics: dict[str, Topic]
    authors: dict[str, Author]
    series: dict[str, Series]
    words: dict[tuple[str, str], tuple[Article, ...]]
    agreement: dict[int, tuple[Scored, ...]]
    keys: dict[str, str]
    presents: dict[str, str]
    articles: dict[str, Article]
    hidden: frozenset[str]

    def papers_in(self, language: str) -> frozenset[str]:
        """The keys of the papers that have an entry or a note in a language."""
        entries = (
            (entry.paper, words.language)
            for roundup in self.roundups.values()
            for entry in roundup.entries
            for words in entry.words
        )
        notes = ((key, one.language) for key, paper in self.papers.items() for one in paper.notes)
        return frozenset(key for key, spoken in (*entries, *notes) if spoken == language)

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have roundups, newest first."""
        return tuple(sorted({one.year for one in self.roundups.values()}, reverse=True))
