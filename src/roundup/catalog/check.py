"""What is wrong between articles: places, titles, names, links, files, translations. Pure."""

import re
from collections.abc import Collection, Iterator

from roundup.catalog.catalog import Catalog, Entry, Roundup
from roundup.catalog.contradictions import contradictions
from roundup.catalog.gather import Gathered
from roundup.catalog.links import link_problems
from roundup.catalog.listing import Listing, listings
from roundup.catalog.order import order_problems
from roundup.catalog.similar import title_problems
from roundup.catalog.translations import is_blank, stale_sections
from roundup.catalog.unused import unused_words
from roundup.catalog.works import facts_of, stated_at, work_fields
from roundup.content.article import Article
from roundup.content.config import SITE_FILE, line_of
from roundup.content.fields import EntryFields, WorkFields
from roundup.content.settings import Settings
from roundup.content.spelling import nearest
from roundup.problems import Problem, error, warning

_COUNT = re.compile(
    r"\b(?:top|best|first)[\s-]*(\d{1,3})\b|\b(\d{1,3})\s+(?:best|top|papers)\b|(\d{1,3})\s*(?:篇|大)",
    re.IGNORECASE,
)
_MOST_SHOWN = 10


def check(
    gathered: Gathered, settings: Settings, files: Collection[str], text: str = ""
) -> Iterator[Problem]:
    """Every problem that one article alone does not show.

    `files` are the paths that are no articles, `text` is what `site.toml` says.
    """
    catalog, groups = gathered.catalog, gathered.groups
    yield from _settings_problems(catalog, settings, files, text)
    lists = listings(groups)
    for listing in lists:
        yield from _listing_problems(listing, catalog)
    for roundup in catalog.roundups.values():
        yield from _roundup_problems(roundup, catalog)
    folders = {listing.key for listing in lists}
    for group in groups.values():
        yield from _group_problems(group, folders, settings)
        yield from _inheritance_problems(group, catalog)
    originals = [group[0] for group in groups.values()]
    yield from contradictions(catalog, originals)
    yield from title_problems(catalog)
    yield from link_problems(catalog, files)
    yield from unused_words(catalog, settings)


def _settings_problems(
    catalog: Catalog, settings: Settings, files: Collection[str], text: str
) -> Iterator[Problem]:
    """Pages, pictures and style sheets that `site.toml` names and nobody made; `text` is what it says."""
    articles = (one for _, one in sorted(catalog.articles.items()))
    pages = [one.path.removeprefix("content/") for one in articles if one.place.kind == "page"]
    for name in settings.nav:
        if name not in pages:
            message = f"'nav' names '{name}', which is not in content/"
            hint = nearest(name, pages) if pages else f"write content/{name}"
            yield error(SITE_FILE, line_of(text, ("nav",)), message, hint)
    theme = settings.theme
    named = [("logo", theme.logo), ("favicon", theme.favicon)]
    for field, name in (*named, *(("styles", one) for one in theme.styles)):
        if name and f"static/{name.removeprefix('/')}" not in files:
            message = f"'{field}' names '{name}', which is not in static/"
            yield error(
                SITE_FILE, line_of(text, ("theme", field)), message, _static_hint(name, files)
            )


def _static_hint(name: str, files: Collection[str]) -> str:
    """What to do about a name that no file in static/ has."""
    if name.startswith(("http:", "https:", "//")):
        return "put a copy into static/ and name it"
    if name in files and name.startswith("static/"):
        return f"names begin below static/: '{name.removeprefix('static/')}'"
    return "put the file into static/"


def _listing_problems(listing: Listing, catalog: Catalog) -> Iterator[Problem]:
    index, fields = listing.editions[0], listing.fields[0]
    if is_blank(index) and not index.problems:
        yield error(
            index.path, 1, "a roundup needs a title", "add 'title: ...' to its front matter"
        )
    originals = [group[0] for group in listing.entries]
    yield from order_problems(index, fields, originals, catalog.presents)
    if not listing.period.overlaps(listing.year):
        message = f"the period {listing.period.text} does not touch {listing.year}"
        hint = "move the folder to its year, or mend the period"
        yield error(index.path, index.line("period"), message, hint)


def _roundup_problems(roundup: Roundup, catalog: Catalog) -> Iterator[Problem]:
    for edition in roundup.editions:
        article = catalog.articles[edition.path]
        for found in _COUNT.finditer(edition.fields.title):
            number = int(next(group for group in found.groups() if group))
            if number != roundup.size and roundup.size:
                message = f"the title says {number}, but the roundup has {roundup.size} entries"
                hint = "write {n} in the title, and it is always right"
                yield warning(edition.path, article.line("title"), message, hint)
        yield from _section_problems(article, roundup)
        if edition.stale:
            yield _stale(article, edition.stale)
        yield from _missing(edition.language, article, roundup, catalog)
    seen: dict[str, Entry] = {}
    for entry in roundup.entries:
        first = seen.setdefault(entry.paper, entry)
        if first is not entry:
            message = (
                f"the paper '{entry.paper}' stands in this roundup twice: {first.original.path}"
            )
            yield warning(entry.original.path, 1, message, "keep one of the two entries")
        if _says_nothing(entry, catalog):
            hint = "write some words, a summary or an abstract"
            yield warning(entry.original.path, 1, "the entry says nothing", hint)
        yield from (_stale(catalog.articles[w.path], w.stale) for w in entry.words if w.stale)


def _says_nothing(entry: Entry, catalog: Catalog) -> bool:
    """Whether an entry that could be read has no words at all."""
    words = entry.original
    read = not any(problem.is_error for problem in catalog.articles[words.path].problems)
    return read and not (words.has_body or words.summary or entry.facts.abstract)


def _section_problems(article: Article, roundup: Roundup) -> Iterator[Problem]:
    sections = {entry.section for entry in roundup.entries}
    for part in article.parts:
        if part.kind == "papers" and part.section and part.section not in sections:
            message = f"no entry has the section '{part.section}'"
            known = ", ".join(sorted(name for name in sections if name))
            hint = f"sections are {known}" if known else "write 'section:' into its entries"
            yield warning(article.path, part.line, message, hint)


def _stale(article: Article, sections: tuple[str, ...]) -> Problem:
    place = article.place
    wanted = place.folder if place.kind in ("roundup", "entry") else article.path
    message = f"the original has changed since it was translated: {', '.join(sections)}"
    record = f"roundup translate {wanted} {article.language} --mark-current"
    hint = f"roundup status --diff shows what; translate it, then {record}"
    return warning(article.path, article.line("translated_from"), message, hint)


def _missing(
    language: str, index: Article, roundup: Roundup, catalog: Catalog
) -> Iterator[Problem]:
    """The entries that say something, but nothing in a language that the roundup speaks."""
    stems = [
        entry.stem
        for entry in roundup.entries
        if catalog.articles[entry.original.path].sections
        and all(words.language != language for words in entry.words)
    ]
    if not stems:
        return
    command = f"roundup translate {roundup.key} {language}"
    if len(stems) == 1:
        message = f"the entry {stems[0]} has no translation into '{language}'"
        hint = f"fill in the file that {command} makes; or leave it marked"
    else:
        more = f" and {len(stems) - _MOST_SHOWN} more" if len(stems) > _MOST_SHOWN else ""
        names = ", ".join(stems[:_MOST_SHOWN])
        message = f"{len(stems)} entries have no translation into '{language}': {names}{more}"
        hint = f"fill in the files that {command} makes; or leave them marked"
    yield warning(index.path, 0, message, hint)


def _group_problems(
    group: tuple[Article, ...], folders: Collection[str], settings: Settings
) -> Iterator[Problem]:
    for article in group:
        if not settings.speaks(article.language):
            message = f"the language '{article.language}' is not declared"
            hint = f"add [languages.{article.language}] to site.toml"
            yield error(article.path, article.line("language"), message, hint)
    original = group[0]
    if original.place.kind not in ("roundup", "entry"):
        stale = ((one, stale_sections(one, original)) for one in group)
        yield from (_stale(one, sections) for one, sections in stale if sections)
    if original.place.kind == "entry" and original.place.folder not in folders:
        message = "an entry without a roundup: its folder has no index.md"
        hint = f"write content/{original.place.folder}/index.md with a title"
        yield error(original.path, 0, message, hint)


def _inheritance_problems(group: tuple[Article, ...], catalog: Catalog) -> Iterator[Problem]:
    """A title that nobody gives, and translations that say another identity or rank."""
    original = group[0]
    if not isinstance(original.fields, WorkFields):
        return
    key = catalog.presents.get(original.path, "")
    paper = catalog.papers.get(key)
    known = original.fields.title or (paper and paper.facts.title)
    shown = paper or original.path not in catalog.hidden
    if shown and not known and not _has_bad_title(original):
        message = "an entry needs a title unless its paper is known"
        hint = "add 'title: ...', or 'paper: KEY' of a paper that has one"
        yield error(original.path, original.line("title"), message, hint)
    for article in group[1:]:
        yield from _departures(article, original, key)


def _has_bad_title(article: Article) -> bool:
    """Whether its title, or all of its front matter, could not be read, which has been said then."""
    if not article.lines:
        return any(problem.is_error for problem in article.problems)
    return "title" in article.lines and "title" not in (*article.given, *article.removed)


def _departures(article: Article, original: Article, key: str) -> Iterator[Problem]:
    own, theirs = work_fields(article), work_fields(original)
    if isinstance(own, EntryFields) and isinstance(theirs, EntryFields):
        if own.paper not in ("", theirs.paper, key):
            yield _departure(article, "paper", original)
        if own.rank not in (0, theirs.rank):
            yield _departure(article, "rank", original)
    mine = {one.scheme: one for one in facts_of(own).identifiers}
    for one in facts_of(theirs).identifiers:
        if one.scheme in mine and mine[one.scheme] != one:
            yield _departure(article, one.scheme, original)


def _departure(article: Article, name: str, original: Article) -> Problem:
    message = f"'{name}' is another than in {original.path}"
    hint = "a translation inherits it: leave it out"
    return warning(article.path, stated_at(article, name), message, hint)
