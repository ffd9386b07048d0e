"""How far each roundup is in each language of the site: what is missing, and what has gone stale. Pure."""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from roundup.catalog.catalog import Catalog, Edition, Roundup, Words

Standing = Literal["original", "current", "stale", "partial", "missing"]


class Stale(msgspec.Struct, frozen=True):
    """A translation whose original has moved on: the sections that changed, the original's digests now."""

    file: str
    sections: tuple[str, ...]
    digests: dict[str, str]


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """A roundup in one language; `missing` holds `index` and the stems of entries without words in it.

    `files` is how many files there are to translate: the index and the entries that say something.
    """

    roundup: str
    language: str
    state: Standing
    files: int
    stale: tuple[Stale, ...] = ()
    missing: tuple[str, ...] = ()


def statuses(catalog: Catalog, languages: Sequence[str]) -> Iterator[Status]:
    """Every roundup by key in every language, in the site's order of languages."""
    for _, roundup in sorted(catalog.roundups.items()):
        for language in languages:
            yield _status(catalog, roundup, language)


def _status(catalog: Catalog, roundup: Roundup, language: str) -> Status:
    translated = tuple(_files(catalog, roundup))
    files = len(translated)
    if roundup.original.language == language:
        return Status(roundup=roundup.key, language=language, state="original", files=files)
    made: list[Stale] = []
    missing = []
    for name, versions in translated:
        own = next((one for one in versions if one.language == language), None)
        if own is None:
            missing.append(name)
        else:
            digests = dict(catalog.articles[versions[0].path].sections)
            made.append(Stale(own.path, own.stale, digests))
    stale = tuple(one for one in made if one.sections)
    return Status(
        roundup=roundup.key,
        language=language,
        state="missing" if not made else "stale" if stale else "partial" if missing else "current",
        files=files,
        stale=stale,
        missing=tuple(missing),
    )


def _files(
    catalog: Catalog, roundup: Roundup
) -> Iterator[tuple[str, tuple[Edition, ...] | tuple[Words, ...]]]:
    """The index and the entries that say something, in their order, each with its languages."""
    yield "index", roundup.editions
    for entry in roundup.entries:
        if catalog.articles[entry.original.path].sections or len(entry.words) > 1:
            yield entry.stem, entry.words
