"""What is known where imported roundups land: languages, papers, addresses."""

import re
from collections.abc import Iterable

import msgspec

from roundup.catalog.catalog import Catalog
from roundup.model import Facts

_WORD = re.compile(r"\w+")


class Shelf(msgspec.Struct, frozen=True, kw_only=True):
    """The place: without `languages` nothing is known of it, and what lands says its own language.

    `keys` maps identifiers as `scheme:value` to the key of their paper, `titles` folded titles to it;
    `facts` hold what the site knows of a paper; `occupied` are the files of its pages.
    """

    languages: tuple[str, ...] = ()
    keys: dict[str, str] = {}
    titles: dict[str, str] = {}
    facts: dict[str, Facts] = {}
    taken: frozenset[str] = frozenset()
    occupied: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()


def shelf_of(catalog: Catalog, languages: Iterable[str], occupied: Iterable[str]) -> Shelf:
    """A site as the place where roundups land."""
    facts = {key: paper.facts for key, paper in catalog.papers.items()}
    return Shelf(
        languages=tuple(languages),
        keys=dict(catalog.keys),
        titles={folded_title(one.title): key for key, one in facts.items() if one.title},
        facts=facts,
        taken=frozenset((*catalog.papers, *catalog.keys.values())),
        occupied=frozenset(occupied),
    )


def folded_title(title: str) -> str:
    """A title as it is compared: its words in lower case."""
    return " ".join(_WORD.findall(title.casefold()))
