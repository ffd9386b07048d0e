"""What translations tell their readers: which parts of the original moved on, and which entries wait."""

import re
from collections.abc import Iterable

from roundup.catalog.catalog import Edition, Entry, Paper, Roundup, Words
from roundup.catalog.translations import stale_sections
from roundup.content.article import Article
from roundup.content.sections import BODY, CLOSING
from roundup.pages import addresses
from roundup.pages.bodies import article_address
from roundup.pages.scope import Scope
from roundup.pages.views import ChangedPart, PartialView, StaleView

_FIELDS = ("title", "description", "summary", "highlights", "abstract", "image")
_CLOSING = re.compile(rf"{CLOSING}(?: \(\d+\))?")
_LABELLED = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]|!?\[([^\[\]]*)\]\([^()]*\)")
_MARKS = re.compile(r"[*`$\\]|(?<!\w)_|_(?!\w)|\s*\{[:#.][^{}]*\}\s*$")


def stale_entry(scope: Scope, entry: Entry, words: Words) -> StaleView | None:
    """What moved on since an entry's words were translated, with a link to the original's place."""
    language = entry.original.language
    return _stale(words.stale, "words", language, scope.words_address(entry, language))


def stale_edition(scope: Scope, roundup: Roundup, edition: Edition) -> StaleView | None:
    """What moved on in a roundup's own words since this edition of it was made."""
    original = roundup.original
    address = scope.roundup_address(roundup, original.language)
    return _stale(edition.stale, "opening", original.language, address)


def stale_note(scope: Scope, paper: Paper, words: Words) -> StaleView | None:
    """What moved on since a note about a paper was translated."""
    folder, stem = _place(scope, words.path)
    original = next(one for one in paper.notes if _place(scope, one.path) == (folder, stem))
    prefix = scope.prefix(original.language)
    address = addresses.kind(prefix, "papers", paper.key)
    return _stale(words.stale, "words", original.language, address)


def stale_article(scope: Scope, article: Article | None) -> StaleView | None:
    """What moved on since an article of words, as a page or a topic's, was translated."""
    if article is None:
        return None
    original = scope.words_of(article.place.folder, article.place.stem)[0]
    address = article_address(scope, original.path)
    return _stale(stale_sections(article, original), "words", original.language, address)


def untranslated(scope: Scope, roundup: Roundup, edition: Edition) -> PartialView | None:
    """How many entries stand on a roundup's page in other languages than the page's, and in which."""
    spoken = [entry.in_language(scope.language).language for entry in roundup.entries]
    others = [one for one in spoken if one != scope.language]
    if not others:
        return None
    original = roundup.original
    translated = edition is not original
    return PartialView(
        missing=len(others),
        total=len(spoken),
        languages=tuple(tag for tag in scope.tags if tag in others),
        language=original.language if translated else "",
        address=scope.roundup_address(roundup, original.language) if translated else "",
    )


def _stale(sections: Iterable[str], body: str, language: str, address: str) -> StaleView | None:
    """The view of changed sections; `body` says what an original's words before its first heading are."""
    parts = tuple(dict.fromkeys(_part(name, body) for name in sections))
    return StaleView(parts=parts, language=language, address=address) if parts else None


def _part(section: str, body: str) -> ChangedPart:
    if section in _FIELDS:
        return ChangedPart(name=section)
    if _CLOSING.fullmatch(section):
        return ChangedPart(name=CLOSING)
    return ChangedPart(name=body) if section == BODY else ChangedPart(heading=_plain(section))


def _plain(heading: str) -> str:
    """The words of a heading without the marks of Markdown."""
    return _MARKS.sub("", _LABELLED.sub(lambda found: found[1] or found[2], heading)).strip()


def _place(scope: Scope, path: str) -> tuple[str, str]:
    place = scope.catalog.articles[path].place
    return place.folder, place.stem
