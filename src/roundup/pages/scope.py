"""What planning looks at: the catalog seen from one language, and which pages that language has."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from roundup.catalog.catalog import Author, Catalog, Entry, Paper, Roundup, Series, Topic
from roundup.catalog.translations import leads_on_only
from roundup.content.article import Article
from roundup.content.settings import Settings
from roundup.pages import addresses
from roundup.pages.filefacts import FileFact
from roundup.pages.glyphs import FontFact, Glyphs
from roundup.pages.views import SiteView


class Scope:
    """The catalog from the point of view of one language; everything in it is derived, nothing changes.

    `pieces` keeps what `once` made of it.
    """

    def __init__(
        self,
        catalog: Catalog,
        settings: Settings,
        site: SiteView,
        files: Mapping[str, FileFact],
        fonts: Sequence[FontFact] = (),
    ) -> None:
        self.catalog, self.settings, self.site, self.files = catalog, settings, site, files
        self.glyphs = Glyphs(fonts)
        self.language = site.language
        self.default = settings.language
        self.tags = tuple(one.tag for one in settings.languages)
        self.pieces: dict[object, dict[str, Any]] = {}

    def prefix(self, language: str) -> str:
        """What addresses of a language begin with."""
        return "" if language == self.default else f"{language}/"

    @cached_property
    def roundups(self) -> tuple[Roundup, ...]:
        """Every shown roundup, newest first."""
        found = self.catalog.roundups.values()
        return tuple(sorted(found, key=lambda one: (one.dated, one.key), reverse=True))

    @cached_property
    def own_roundups(self) -> tuple[Roundup, ...]:
        """The roundups with an edition in this language, newest first."""
        return tuple(one for one in self.roundups if one.speaks(self.language))

    @cached_property
    def other_roundups(self) -> tuple[Roundup, ...]:
        """The roundups that only other languages have, newest first."""
        return tuple(one for one in self.roundups if not one.speaks(self.language))

    @cached_property
    def entries(self) -> Mapping[tuple[str, str], Entry]:
        """Every shown entry by roundup and stem."""
        return {
            (roundup.key, entry.stem): entry
            for roundup in self.catalog.roundups.values()
            for entry in roundup.entries
        }

    def entries_of(self, paper: Paper) -> tuple[Entry, ...]:
        """A paper's shown entries, earliest first."""
        return self._entries_of[paper.key]

    @cached_property
    def _entries_of(self) -> Mapping[str, tuple[Entry, ...]]:
        entries = self.entries
        papers = self.catalog.papers.items()
        return {key: tuple(entries[where] for where in one.entries) for key, one in papers}

    @cached_property
    def paper_languages(self) -> Mapping[str, tuple[str, ...]]:
        """The languages in which each paper has a page: those of its entries and notes, in the site's order."""
        found = {}
        for key, paper in self.catalog.papers.items():
            spoken = {words.language for words in paper.notes}
            for entry in self.entries_of(paper):
                spoken |= {words.language for words in entry.words}
            found[key] = tuple(tag for tag in self.tags if tag in spoken)
        return found

    @cached_property
    def papers(self) -> tuple[Paper, ...]:
        """The papers with a page in this language, by key."""
        languages = self.paper_languages
        found = self.catalog.papers
        return tuple(found[key] for key in sorted(found) if self.language in languages[key])

    @cached_property
    def paper_keys(self) -> frozenset[str]:
        """The keys of the papers with a page in this language."""
        return frozenset(paper.key for paper in self.papers)

    def paper_address(self, key: str) -> str:
        """A paper's page in this language, else in the first that has one."""
        languages = self.paper_languages[key]
        language = self.language if self.language in languages else languages[0]
        return addresses.kind(self.prefix(language), "papers", key)

    def foreign(self, language: str) -> str:
        """A language where it is not this one, else empty."""
        return language if language != self.language else ""

    def roundup_address(self, roundup: Roundup, language: str = "") -> str:
        """A roundup's page in a language (this one unless told), else its original's."""
        edition = roundup.in_language(language or self.language)
        return addresses.roundup(self.prefix(edition.language), roundup.key)

    def entry_address(self, entry: Entry, language: str = "") -> str:
        """An entry's place on its roundup's page."""
        roundup = self.catalog.roundups[entry.roundup]
        return f"{self.roundup_address(roundup, language)}#{self.anchors(roundup)[entry.stem]}"

    def words_address(self, entry: Entry, language: str) -> str:
        """Where an entry's words in a language stand: in its roundup, else on its paper's page."""
        if self.catalog.roundups[entry.roundup].speaks(language):
            return self.entry_address(entry, language)
        return addresses.kind(self.prefix(language), "papers", entry.paper)

    def anchors(self, roundup: Roundup) -> Mapping[str, str]:
        """The anchor of every entry by stem: its paper's key, numbered where a roundup repeats a paper."""
        return self._anchors[roundup.key]

    @cached_property
    def _anchors(self) -> Mapping[str, Mapping[str, str]]:
        return {key: _anchors(one.entries) for key, one in self.catalog.roundups.items()}

    @cached_property
    def author_slugs(self) -> Mapping[str, str]:
        """The slugs of people with a page in this language, by ORCID and by folded name."""
        return {
            name: slug
            for slug, author in self.catalog.authors.items()
            if not self.paper_keys.isdisjoint(author.papers)
            for name in author.names
        }

    def hides(self, written: str) -> bool:
        """Whether a link beginning with `/` names the page of a hidden article."""
        return addresses.linked(written) + "/" in self._hidden_addresses

    @cached_property
    def _hidden_addresses(self) -> frozenset[str]:
        found = set()
        for path in self.catalog.hidden:
            article = self.catalog.articles[path]
            place, prefix = article.place, self.prefix(article.language)
            key = self.catalog.presents.get(path, "")
            if place.kind == "roundup":
                found.add(addresses.roundup(prefix, place.folder))
            elif place.kind == "page":
                found.add(addresses.article(prefix, place.folder, place.stem))
            elif key and key not in self.catalog.papers:
                found.add(addresses.kind(prefix, "papers", key))
        return frozenset(found)

    @cached_property
    def topic_languages(self) -> Mapping[str, frozenset[str]]:
        """The languages in which each topic has a page."""
        found = {}
        for slug, topic in self.catalog.topics.items():
            words = (one for one in self.words_of("tags", slug) if not leads_on_only(one))
            spoken = {one.language for one in words}
            for key in topic.papers:
                spoken.update(self.paper_languages[key])
            for key in topic.roundups:
                spoken |= {one.language for one in self.catalog.roundups[key].editions}
            found[slug] = frozenset(spoken)
        return found

    @cached_property
    def year_languages(self) -> Mapping[int, frozenset[str]]:
        """The languages in which each year has a page: those of its editions and of its own words."""
        found: dict[int, set[str]] = {year: set() for year in self.catalog.years}
        for roundup in self.roundups:
            found[roundup.year] |= {edition.language for edition in roundup.editions}
        for year, spoken in found.items():
            spoken |= {one.language for one in self.words_of(str(year), "index")}
        return {year: frozenset(spoken) for year, spoken in found.items()}

    @cached_property
    def author_languages(self) -> Mapping[str, frozenset[str]]:
        """The languages in which each person has a page: those of their papers and of words about them."""
        found = {}
        for slug, author in self.catalog.authors.items():
            spoken = {tag for key in author.papers for tag in self.paper_languages[key]}
            spoken |= {one.language for one in self.words_of("authors", slug)}
            found[slug] = frozenset(spoken)
        return found

    @cached_property
    def series_languages(self) -> Mapping[str, frozenset[str]]:
        """The languages in which each series has a page: those of its editions."""
        roundups = self.catalog.roundups
        return {
            slug: frozenset(e.language for key in one.roundups for e in roundups[key].editions)
            for slug, one in self.catalog.series.items()
        }

    @cached_property
    def own_years(self) -> tuple[int, ...]:
        """The years with a page in this language, newest first."""
        return tuple(y for y in self.catalog.years if self.language in self.year_languages[y])

    @cached_property
    def own_topics(self) -> tuple[Topic, ...]:
        """The topics with a page in this language, by slug."""
        if not self.settings.pages.tags:
            return ()
        spoken = self.topic_languages
        return tuple(t for t in self.catalog.topics.values() if self.language in spoken[t.slug])

    @cached_property
    def own_authors(self) -> tuple[Author, ...]:
        """The people with a page in this language, by slug."""
        spoken = self.author_languages
        return tuple(a for a in self.catalog.authors.values() if self.language in spoken[a.slug])

    @cached_property
    def own_series(self) -> tuple[Series, ...]:
        """The series with a page in this language, by slug."""
        spoken = self.series_languages
        return tuple(s for s in self.catalog.series.values() if self.language in spoken[s.slug])

    def topic_title(self, slug: str) -> str:
        """A topic's title in this language: of its article, of the settings, else the tag itself."""
        topic = self.catalog.topics[slug]
        articles = {one.language: one.fields.title for one in self.words_of("tags", slug)}
        named = {(tag or self.default): title for tag, title in topic.titles}
        first = topic.label[:1].upper() + topic.label[1:]
        return (
            articles.get(self.language)
            or named.get(self.language)
            or named.get(self.language.split("-")[0])
            or articles.get(self.default)
            or named.get(self.default)
            or first
        )

    def words_of(self, folder: str, stem: str) -> tuple[Article, ...]:
        """The shown articles at a place of words, the original first."""
        group = self.catalog.words.get((folder, stem), ())
        return tuple(one for one in group if one.path not in self.catalog.hidden)

    def own_words(self, folder: str, stem: str) -> Article | None:
        """The shown article at a place of words in this language."""
        return next((o for o in self.words_of(folder, stem) if o.language == self.language), None)


def _anchors(entries: Iterable[Entry]) -> Mapping[str, str]:
    taken: dict[str, str] = {}
    used: set[str] = set()
    for entry in entries:
        anchor, number = entry.paper, 1
        while anchor in used:
            number += 1
            anchor = f"{entry.paper}-{number}"
        used.add(anchor)
        taken[entry.stem] = anchor
    return taken
