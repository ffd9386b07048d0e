"""What a roundup and its site know already of papers that somebody wants in it."""

from collections.abc import Callable
from typing import Any

import msgspec

from roundup.authoring.articles import work_fields
from roundup.authoring.lookup.merge import lacks
from roundup.authoring.lookup.references import names_of, tokens
from roundup.authoring.places import Standing
from roundup.authoring.work import Work
from roundup.catalog.catalog import Catalog, Entry, Roundup
from roundup.catalog.order import entry_fields, in_places
from roundup.content.article import Article
from roundup.content.fields import SCHEMES, EntryFields, RoundupFields
from roundup.content.values import is_key


class Wanted(msgspec.Struct, frozen=True):
    """A paper that somebody wants in a roundup.

    `text` is how it was referred to, `name` how to refer to it again, which stands for a title nobody knows;
    `key` is the paper's where it was named by that; `said` tells whose the facts are, `troubles` why some
    are missing.
    """

    text: str
    name: str
    work: Work
    key: str = ""
    said: str = ""
    troubles: tuple[str, ...] = ()


class Desk(msgspec.Struct, frozen=True):
    """The roundup that is written to, in its site.

    `names` are the files in its folder, `read` gives a file's bytes.
    """

    catalog: Catalog
    roundup: Roundup
    names: frozenset[str]
    read: Callable[[str], bytes]

    @property
    def index(self) -> Article:
        """The original's index."""
        return self.catalog.articles[self.roundup.original.path]

    @property
    def fields(self) -> RoundupFields:
        """What the index says."""
        fields = self.index.fields
        assert isinstance(fields, RoundupFields)
        return fields

    @property
    def standing(self) -> list[Standing]:
        """The placed entries in their order; what cannot be read has no place."""
        articles = self.catalog.articles
        placed = [articles[one.original.path] for one in self.roundup.entries if not one.unplaced]
        found = in_places(self.fields, placed, self.catalog.presents)
        standing = (
            Standing(one.article.place.stem, one.rank, bool(entry_fields(one.article).rank))
            for one in found
            if one.article.lines or not one.article.problems
        )
        return list(standing)

    def entry_of(self, key: str) -> Entry | None:
        """The entry of a paper in this roundup."""
        return next((one for one in self.roundup.entries if key and one.paper == key), None)


def known_key(catalog: Catalog, wanted: Wanted) -> str:
    """The key under which the site knows a paper; empty where it does not."""
    names = (wanted.key, *tokens(wanted.work))
    found = next((catalog.keys[one] for one in names if one in catalog.keys), "")
    return found if is_key(found) else ""


def is_to_be_asked(desk: Desk, wanted: Wanted) -> bool:
    """Whether facts have to be found: of a paper new to the site, or of an entry here that lacks them."""
    key = known_key(desk.catalog, wanted)
    if not key:
        return bool(lacks(wanted.work))
    paper = desk.catalog.papers.get(key)
    if paper is None or desk.entry_of(key) is None:
        return False
    facts = paper.facts
    is_dated = facts.date or facts.published
    return not (facts.authors and is_dated) or facts.title in names_of(wanted.work)


def missing_fields(desk: Desk, wanted: Wanted, entry: Entry) -> dict[str, Any]:
    """The facts that neither an entry nor its paper has; what the author wrote or removed stays."""
    own = desk.catalog.articles[entry.original.path]
    facts = desk.catalog.papers[entry.paper].facts
    schemes = {one.scheme for one in facts.identifiers}
    found = {}
    for name, value in work_fields(wanted.work).items():
        if name == "title" and facts.title in names_of(wanted.work):
            found[name] = value
        elif name in own.given or name in own.removed:
            continue
        elif name not in schemes if name in SCHEMES else not getattr(facts, name):
            found[name] = value
    return found


def first_entry(catalog: Catalog, key: str) -> str:
    """The file of a paper's earliest entry; empty where only a shared paper speaks of it."""
    for roundup, stem in catalog.papers[key].entries[:1] if key in catalog.papers else ():
        for entry in catalog.roundups[roundup].entries:
            if entry.stem == stem:
                return entry.original.path
    return ""


def is_key_written(catalog: Catalog, key: str) -> bool:
    """Whether somebody wrote a paper's key, so that naming it joins."""
    paths = (path for path, paper in catalog.presents.items() if paper == key)
    articles = (catalog.articles[path] for path in paths)
    return any(
        one.fields.paper == key if isinstance(one.fields, EntryFields) else True for one in articles
    )
