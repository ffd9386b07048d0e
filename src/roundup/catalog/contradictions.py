"""Facts that two files give differently for one paper; saying less is no contradiction."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from roundup.catalog.catalog import Catalog
from roundup.catalog.works import facts_of, stated_at, work_fields
from roundup.content.article import Article
from roundup.model import Facts, PartialDate, Venue
from roundup.problems import Problem, warning

_CONTRADICTABLE = ("title", "authors", "date", "published", "venue", "type", "status")


def contradictions(catalog: Catalog, originals: Sequence[Article]) -> Iterator[Problem]:
    """Warnings that name both files; `originals` are the articles that translate no other."""
    files: dict[str, list[Article]] = defaultdict(list)
    for article in sorted(originals, key=lambda one: one.path):
        if article.path in catalog.presents:
            files[catalog.presents[article.path]].append(article)
    for articles in files.values():
        if len(articles) > 1:
            yield from _contradicting(articles)


def _contradicting(articles: Sequence[Article]) -> Iterator[Problem]:
    facts = [facts_of(work_fields(article)) for article in articles]
    former = {_plain(title) for one in facts for title in one.former_titles}
    said: dict[str, tuple[object, Article]] = {}
    for article, stated in zip(articles, facts, strict=True):
        for name, value in _statements(stated, former):
            first, where = said.setdefault(name, (value, article))
            if not compatible(first, value):
                message = f"'{name}' contradicts {where.path}"
                hint = "one paper has one value: mend one of them, or keep the two apart"
                yield warning(article.path, stated_at(article, name), message, hint)


def _statements(facts: Facts, former: set[str]) -> Iterator[tuple[str, object]]:
    for name in _CONTRADICTABLE:
        value = getattr(facts, name)
        if value and not (name == "title" and _plain(value) in former):
            yield name, value
    for one in facts.identifiers:
        yield one.scheme, one


def compatible(one: object, other: object) -> bool:
    """Whether two values can both be true: a month and a day in it, a venue's name and its whole record."""
    match one, other:
        case PartialDate(), PartialDate():
            return str(one).startswith(str(other)) or str(other).startswith(str(one))
        case Venue(), Venue():
            return _same_venue(one, other)
        case str(), str():
            return _plain(one) == _plain(other)
        case tuple(), tuple():
            return [_name(person) for person in one] == [_name(person) for person in other]
    return one == other


def _same_venue(one: Venue, other: Venue) -> bool:
    names = [{_plain(name) for name in (v.name, v.short) if name} for v in (one, other)]
    parts = ("year", "volume", "issue", "pages", "publisher")
    pairs = [(getattr(one, part), getattr(other, part)) for part in parts]
    return bool(names[0] & names[1]) and all(a == b for a, b in pairs if a and b)


def _name(person: object) -> object:
    return getattr(person, "folded", person)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
