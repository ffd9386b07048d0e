"""Articles that translate each other: which is the original, what the others inherit, what went stale."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from roundup.content.article import Article
from roundup.content.fields import RoundupFields
from roundup.content.sections import TRANSLATED_FIELDS
from roundup.problems import Problem, error

Groups = Mapping[tuple[str, str], tuple[Article, ...]]

INHERITED_BY_ROUNDUPS = [
    "period",
    "event",
    "ranked",
    "entries",
    "order",
    "series",
    "curators",
    "credits",
    "tags",
    "image",
    "consensus",
    "template",
    "license",
]


def translations(
    articles: Iterable[Article], languages: Sequence[str]
) -> tuple[Groups, tuple[Problem, ...]]:
    """Articles by folder and stem, one a language, the original first; two of one language are an error.

    A translation that holds only comments is left out: it counts as missing.
    """
    found: dict[tuple[str, str], list[Article]] = defaultdict(list)
    for article in sorted(articles, key=lambda one: one.path):
        found[article.place.folder, article.place.stem].append(article)
    problems: list[Problem] = []
    grouped = {}
    for key, group in sorted(found.items()):
        order = sorted(group, key=lambda one: _originality(one, languages))
        by_language: dict[str, Article] = {}
        for article in order:
            known = by_language.setdefault(article.language, article)
            if known is not article:
                message = f"{known.path} is already the article in '{article.language}'"
                hint = "remove one, or give one another language"
                problems.append(error(article.path, 1, message, hint))
        first, *others = by_language.values()
        grouped[key] = (first, *(one for one in others if not is_blank(one)))
    return grouped, tuple(problems)


def is_blank(article: Article) -> bool:
    """Whether a file says nothing a reader could read."""
    told = any(getattr(article.fields, name, None) for name in TRANSLATED_FIELDS)
    return not (told or article.has_words)


def leads_on_only(article: Article) -> bool:
    """Whether a file is there for its old addresses alone: it says nothing, and in no language."""
    return article.given == ("aliases",) and not article.has_words


def _originality(article: Article, languages: Sequence[str]) -> tuple[bool, bool, int, str]:
    """What says that it was translated is no original, whatever its name; of others one without a tag is."""
    known = languages.index(article.language) if article.language in languages else len(languages)
    translated = bool(getattr(article.fields, "translated_from", None))
    return translated, bool(article.place.tag), known, article.language


def inherit(own: Article, original: Any, names: Iterable[str]) -> Any:
    """The article's fields, those among `names` that it neither gives nor removes taken from another's."""
    missing = [n for n in names if n not in own.given and n not in own.removed]
    return msgspec.structs.replace(own.fields, **{n: getattr(original, n) for n in missing})


def roundup_fields(own: Article, original: Article) -> RoundupFields:
    """What a translated roundup says, with what it inherits."""
    assert isinstance(own.fields, RoundupFields)
    if own is original:
        return own.fields
    fields: RoundupFields = inherit(own, original.fields, INHERITED_BY_ROUNDUPS)
    return fields


def stale_sections(own: Article, original: Article) -> tuple[str, ...]:
    """The sections of the original that changed since the translation recorded their digests."""
    recorded: Mapping[str, str] = getattr(own.fields, "translated_from", {})
    if own is original or not recorded:
        return ()
    now = dict(original.sections)
    changed = [name for name, _ in original.sections if recorded.get(name) != now[name]]
    return (*changed, *sorted(name for name in recorded if name not in now))
