"""Titles as evidence: alike without a shared identifier, or unlike under one. Titles never join."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz

from roundup.catalog.catalog import Catalog
from roundup.catalog.claims import claim_of
from roundup.catalog.identity import Claim
from roundup.catalog.works import work_fields
from roundup.problems import Problem, warning

ALIKE, UNLIKE = 92.0, 45.0
_LONGEST = 300  # letters of a title that are compared; no title needs more to be told from another
_CROWD = 40  # titles that share their longest words; beyond this they are a pattern, not a slip


def title_problems(catalog: Catalog) -> Iterator[Problem]:
    """Warnings that show both places."""
    yield from _alike(catalog)
    yield from _unlike(catalog)


def folded(title: str) -> str:
    """A title as it is compared: words alone, case-folded."""
    return re.sub(r"[\W_]+", " ", title).strip().casefold()


def _alike(catalog: Catalog) -> Iterator[Problem]:
    titles = tuple((key, one.facts.title[:_LONGEST]) for key, one in catalog.papers.items())
    for one, other in _alike_pairs(titles):
        if not _told_apart(catalog, one, other):
            yield _alike_problem(catalog, one, other)


@lru_cache(maxsize=1)
def _alike_pairs(written: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The papers, of keys and titles, that could be one by their titles; a preview asks again and again.

    Only titles that share their longest words are compared, so that time grows with the papers.
    """
    titles = {key: folded(title) for key, title in written}
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, title in titles.items():
        for block in _blocks(title):
            blocks[block].append(key)
    crowds = [keys for keys in blocks.values() if 1 < len(keys) <= _CROWD]
    pairs = {pair for keys in crowds for pair in combinations(keys, 2)}
    return tuple(pair for pair in sorted(pairs) if _almost(titles[pair[0]], titles[pair[1]]))


def _almost(one: str, other: str) -> bool:
    """Whether two titles could be one title; those that differ by a number alone are a sequel of each other."""
    if fuzz.ratio(one, other, score_cutoff=ALIKE) < ALIKE:
        return False
    return one == other or re.sub(r"\d+", "", one) != re.sub(r"\d+", "", other)


def _blocks(title: str) -> Iterator[tuple[str, ...]]:
    """Every two of its three longest words: one slip of the pen leaves one pair as it was."""
    words = sorted(set(title.split()), key=lambda word: (-len(word), word))[:3]
    yield from combinations(sorted(words), 2) if len(words) > 1 else [tuple(words)] * bool(words)


def _told_apart(catalog: Catalog, one: str, other: str) -> bool:
    """Whether an article of one says that it is different from the other."""
    first, second = _claims(catalog, one), _claims(catalog, other)
    return any(
        token in _names(key, theirs)
        for own, key, theirs in ((first, other, second), (second, one, first))
        for claim in own
        for token, _ in claim.different
    )


def _claims(catalog: Catalog, key: str) -> list[Claim]:
    paths = [path for path, found in sorted(catalog.presents.items()) if found == key]
    return [claim_of(catalog.articles[path], (), {}) for path in paths]


def _names(key: str, claims: Iterable[Claim]) -> set[str]:
    """Every token that names a paper: its key, its identifiers, its files."""
    tokens = {token for claim in claims for token in (*claim.tokens, f"file:{claim.path}")}
    return {f"key:{key}", *tokens}


def _alike_problem(catalog: Catalog, one: str, other: str) -> Problem:
    first, second = sorted((_path(catalog, one), _path(catalog, other)))
    article = catalog.articles[second]
    message = f"the title is almost that of {first}, yet they are two papers"
    hint = "write 'same_as:' or 'different_from:' into one of them"
    return warning(second, article.line("title"), message, hint)


def _path(catalog: Catalog, key: str) -> str:
    return min(path for path, found in catalog.presents.items() if found == key)


def _unlike(catalog: Catalog) -> Iterator[Problem]:
    """Entries of one paper whose titles have nothing in common: often a wrong identifier."""
    named: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for path, key in sorted(catalog.presents.items()):
        article = catalog.articles[path]
        fields = work_fields(article)
        if fields.title and not article.place.tag:
            titles = (fields.title, *fields.former_titles)
            named[key] += [(path, folded(title)) for title in titles[:1]]
            named[key] += [("", folded(title)) for title in titles[1:]]
    for found in named.values():
        first_path = found[0][0]
        known = [title for _, title in found]
        for path, title in found[1:]:
            others = [other for other in known if other != title]
            if path and others and all(fuzz.ratio(title, other) < UNLIKE for other in others):
                message = f"the title has little in common with that in {first_path}, yet they are one paper"
                hint = "check the identifiers of both; 'different_from:' keeps them apart"
                yield warning(path, catalog.articles[path].line("title"), message, hint)
