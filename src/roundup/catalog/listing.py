"""A roundup from its articles: editions, entries in order, words in every language."""

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from roundup.catalog import translations as tr
from roundup.catalog.catalog import Edition, Entry, Roundup, Words
from roundup.catalog.order import entry_fields, in_places
from roundup.catalog.works import completed, facts_of, work_fields
from roundup.content.article import Article
from roundup.content.fields import EntryFields, RoundupFields
from roundup.model import Facts, Period


class Listing(msgspec.Struct, frozen=True):
    """A roundup before its papers are known: its articles, in order."""

    key: str
    editions: tuple[Article, ...]
    fields: tuple[RoundupFields, ...]
    entries: tuple[tuple[Article, ...], ...]

    @property
    def year(self) -> int:
        """The year of its folder."""
        return int(self.key.split("/")[0])

    @property
    def period(self) -> Period:
        """The time it covers: as written, else its folder's year."""
        return self.fields[0].period or Period.parse(str(self.year))

    @property
    def dated(self) -> date:
        """The day it is ordered by: its date, else `updated`, the source's date, the period's last day."""
        fields = self.fields[0]
        source = fields.source.date if fields.source else None
        found = fields.date or fields.updated or source
        return found.first if found else self.period.last

    def waits(self, fields: RoundupFields, today: date) -> bool:
        """Whether an edition's day is still to come; a translation without one waits for the original's."""
        day = fields.date or self.fields[0].date
        return day is not None and day.first > today

    def waiting(self, today: date) -> Iterator[str]:
        """The paths of the editions whose day is still to come."""
        for article, fields in zip(self.editions, self.fields, strict=True):
            if self.waits(fields, today):
                yield article.path


def listings(groups: tr.Groups) -> list[Listing]:
    """The roundups' articles, by key; entries without an index are left to the checks."""
    entries: dict[str, list[tuple[Article, ...]]] = {}
    for (folder, _), group in groups.items():
        if group[0].place.kind == "entry":
            entries.setdefault(folder, []).append(group)
    found = []
    for (folder, _), group in groups.items():
        if group[0].place.kind == "roundup":
            fields = tuple(tr.roundup_fields(one, group[0]) for one in group)
            found.append(Listing(folder, group, fields, tuple(entries.get(folder, ()))))
    return found


class Known(msgspec.Struct, frozen=True):
    """What has to be known of all articles before a roundup can be made of some of them.

    `presents` maps an article's path to its paper's key, `facts` the key to what is known of the paper,
    `stated` an original's path to what it says itself.
    """

    presents: Mapping[str, str]
    stated: Mapping[str, Facts]
    facts: Mapping[str, Facts]
    hidden: frozenset[str]
    today: date


def made(listing: Listing, known: Known) -> Roundup | None:
    """The roundup of a listing; None where its original is hidden."""
    hidden = known.hidden
    if listing.editions[0].path in hidden:
        return None
    fields = listing.fields[0]
    groups = {group[0].path: group for group in listing.entries if group[0].path not in hidden}
    originals = [group[0] for group in groups.values()]
    placed = in_places(fields, originals, known.presents)
    entries = tuple(
        _entry(groups[one.article.path], one.rank if fields.ranked else 0, known) for one in placed
    )
    size = sum(not entry.unplaced for entry in entries)
    pairs = zip(listing.editions, listing.fields, strict=True)
    return Roundup(
        key=listing.key,
        year=listing.year,
        slug=listing.key.split("/")[1],
        period=listing.period,
        dated=listing.dated,
        ranked=fields.ranked,
        countdown=fields.order == "countdown",
        counts=listing.period.is_long if fields.consensus is None else fields.consensus,
        series=fields.series,
        size=size,
        editions=tuple(
            _edition(own, its, listing, size, known.today)
            for own, its in pairs
            if own.path not in hidden
        ),
        entries=entries,
    )


def _edition(
    own: Article, fields: RoundupFields, listing: Listing, size: int, today: date
) -> Edition:
    filled = {"{n}": str(size), "{year}": str(listing.year)}
    title, description = fields.title, fields.description
    for name, value in filled.items():
        title, description = title.replace(name, value), description.replace(name, value)
    return Edition(
        path=own.path,
        language=own.language,
        title=title,
        description=description,
        fields=fields,
        parts=own.parts,
        stale=tr.stale_sections(own, listing.editions[0]),
        is_draft=fields.draft or listing.fields[0].draft,
        is_future=listing.waits(fields, today),
    )


def _entry(group: tuple[Article, ...], rank: int, known: Known) -> Entry:
    original = group[0]
    fields = entry_fields(original)
    paper = known.presents[original.path]
    own = completed(known.stated[original.path], [known.facts[paper]], original.removed)
    return Entry(
        roundup=original.place.folder,
        stem=original.place.stem,
        paper=paper,
        rank=rank or None,
        section=fields.section,
        unplaced=fields.unplaced,
        facts=own,
        words=tuple(words_in(one, original, own) for one in group if one.path not in known.hidden),
        extra=fields.extra,
    )


def words_in(own: Article, original: Article, facts: Facts) -> Words:
    """What an entry's or shared paper's article says in its language; `facts` are the original's."""
    fields = work_fields(own)
    entry = fields if isinstance(fields, EntryFields) else EntryFields()
    return Words(
        path=own.path,
        language=own.language,
        heading=entry.heading or fields.title or facts.title,
        summary=entry.summary,
        highlights=entry.highlights,
        abstract=fields.abstract,
        image=fields.image,
        parts=own.parts,
        stale=tr.stale_sections(own, original),
        facts=None if own is original else _changed(own, facts),
        aliases=fields.aliases,
        is_draft=fields.draft or original.fields.draft,
    )


_OWN_OF_TRANSLATION = ("title", "abstract", "image")


def _changed(own: Article, facts: Facts) -> Facts | None:
    """The facts as a translation gives or removes them; None where it leaves them alone."""
    stated = facts_of(work_fields(own))
    names = [n for n in (*own.given, *own.removed) if n in Facts.__struct_fields__]
    names = [n for n in names if n not in _OWN_OF_TRANSLATION]
    if not names:
        return None
    return msgspec.structs.replace(facts, **{name: getattr(stated, name) for name in names})
