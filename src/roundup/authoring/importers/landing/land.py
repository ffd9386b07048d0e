"""What was found in a document lands as folders of articles: pure, so that it can be looked at before."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from roundup.authoring.changes import Changes, creations
from roundup.authoring.importers.document import Document
from roundup.authoring.importers.found import Findings, FoundRoundup, Remark
from roundup.authoring.importers.found import Picture as FoundPicture
from roundup.authoring.importers.landing import former
from roundup.authoring.importers.landing.entry_files import entry_fields, pictured
from roundup.authoring.importers.landing.index_file import index_fields, index_words
from roundup.authoring.importers.landing.keyed import Keyed, keyed
from roundup.authoring.importers.landing.leads import Leads, leads_of, lost
from roundup.authoring.importers.landing.pictures import Picture
from roundup.authoring.importers.landing.places import Places, places_of
from roundup.authoring.importers.landing.relinked import Target
from roundup.authoring.importers.landing.shelf import Shelf
from roundup.authoring.importers.landing.slugs import named
from roundup.authoring.importers.landing.sound import Sound, sound
from roundup.authoring.importers.landing.spots import Spot, Wish, spot_of
from roundup.catalog.works import facts_of
from roundup.content import schema
from roundup.content.fields import EntryFields
from roundup.content.place import is_undated


class LandedEntry(msgspec.Struct, frozen=True):
    """An entry as it landed: where it stood, its file, and what of it shows whether it was understood."""

    line: int
    path: str
    title: str
    rank: int | None
    identifiers: dict[str, str]
    known: bool


class LandedRoundup(msgspec.Struct, frozen=True):
    """A roundup's folder, its title and entries."""

    folder: str
    title: str
    entries: tuple[LandedEntry, ...]


class Landed(msgspec.Struct, frozen=True):
    """Everything that a document becomes, and the shelf with it on; paths begin with the year."""

    changes: Changes
    roundups: tuple[LandedRoundup, ...]
    remarks: tuple[Remark, ...]
    shelf: Shelf


class _Made(msgspec.Struct, frozen=True):
    """One roundup's files by name."""

    files: dict[str, str | bytes]
    roundup: LandedRoundup
    remarks: tuple[Remark, ...]
    shelf: Shelf


def land(
    path: str,
    document: Document,
    findings: Findings,
    wish: Wish,
    shelf: Shelf,
    pictures: Mapping[str, Picture],
) -> Landed:
    """The roundups of the file at `path`, each in a folder of its own; `pictures` by their addresses."""
    files: dict[str, str | bytes] = {}
    roundups: list[LandedRoundup] = []
    remarks = [*findings.remarks, *(Remark(o.line, "skipped", o.what) for o in document.skipped)]
    several = len(findings.roundups) > 1
    for number, found in enumerate(findings.roundups, 1):
        spot, said = spot_of(path, document, found, wish, shelf, number if several else 0)
        entries, doubts, filled = keyed(found.entries, shelf)
        ground = _Ground(
            path=path,
            document=document,
            found=found,
            entries=entries,
            places=places_of([one.entry for one in entries]),
            spot=spot,
            known=shelf,
            shelf=filled,
            leads=leads_of(document, found, entries, spot.ending, pictures),
        )
        made = _made(ground, pictures)
        files |= {f"{spot.folder}/{name}": contents for name, contents in made.files.items()}
        roundups.append(made.roundup)
        remarks += [*said, *doubts, *made.remarks]
        shelf = made.shelf
    return Landed(creations(files), tuple(roundups), tuple(sorted(set(remarks))), shelf)


class _Ground(msgspec.Struct, frozen=True):
    """Everything that decides what the files of one roundup say."""

    path: str
    document: Document
    found: FoundRoundup
    entries: tuple[Keyed, ...]
    places: Places
    spot: Spot
    known: Shelf
    shelf: Shelf
    leads: Leads


def _made(ground: _Ground, pictures: Mapping[str, Picture]) -> _Made:
    leads, spot, found, shelf = ground.leads, ground.spot, ground.found, ground.shelf
    remarks = [
        *_doubted(found.line, [ground.places.doubt]),
        *lost(leads, ground.document, found, pictures),
    ]
    files: dict[str, str | bytes] = {leads.names[one]: pictures[one].data for one in leads.names}
    landed: list[LandedEntry] = []
    ranks = ground.places.ranks or (0,) * len(ground.entries)
    for one, rank in zip(ground.entries, ranks, strict=True):
        made = _entry(ground, one, rank)
        name = f"{one.stem}{spot.ending}"
        files[name] = made.text
        remarks += _doubted(one.entry.line, made.doubts)
        landed.append(_landed(one, rank, f"{spot.folder}/{name}"))
        if not is_undated(f"content/{spot.folder}/{name}"):
            shelf = _filed(shelf, one, made)
    aliases = former.aliases(
        former.former_addresses(ground.document, ground.path), former.occupied(shelf, spot.folder)
    )
    index = _index(ground, aliases)
    files[f"index{spot.ending}"] = index.text
    remarks += _doubted(found.line, index.doubts)
    shelf = msgspec.structs.replace(
        shelf,
        occupied=shelf.occupied | {former.file_of(alias) for alias in aliases},
        folders=shelf.folders | {spot.folder},
    )
    roundup = LandedRoundup(spot.folder, str(index.fields.get("title", "")), tuple(landed))
    return _Made(files, roundup, tuple(remarks), shelf)


def _entry(ground: _Ground, one: Keyed, rank: int) -> Sound:
    leads = ground.leads
    picture, words = pictured(one.entry, leads.names)
    fields = entry_fields(one.entry, one.key, rank, ground.known)
    fields |= {"unplaced": True} if ground.places.ranked and not rank else {}
    fields |= {"image": _image(picture, leads)} if picture else {}
    return sound("entry", fields, leads.words(words), ground.spot.language, leads.beside)


def _index(ground: _Ground, aliases: Sequence[str]) -> Sound:
    document, found, spot, leads = ground.document, ground.found, ground.spot, ground.leads
    stems = [one.stem for one in ground.entries if not one.entry.unplaced]
    fields = index_fields(found, document, named(ground.path), ground.places, stems)
    shown = index_words(found, False)
    others = (one for one in found.pictures if one.source not in shown)
    pictures = (FoundPicture(document.image), *others)
    cover = next((one for one in pictures if one.source in leads.names), None)
    told: dict[str, Any] = {
        "period": spot.period,
        "language": spot.says,
        "aliases": list(aliases),
        "image": _image(cover, leads) if cover else None,
    }
    fields |= {name: value for name, value in told.items() if value}
    words = leads.words(index_words(found, bool(ground.entries)))
    return sound("roundup", fields, words, spot.language, leads.beside)


def _image(picture: FoundPicture, leads: Leads) -> dict[str, str] | None:
    """A picture in front matter: the file beside the article, else its address on the web."""
    source = leads.to(Target(picture.source, True))
    if source is None:
        return None
    parts = {"src": source, "alt": picture.alt, "caption": picture.caption}
    return {name: value for name, value in parts.items() if value}


def _filed(shelf: Shelf, one: Keyed, made: Sound) -> Shelf:
    """A site's shelf with a paper that has just landed."""
    if not shelf.languages or one.key in shelf.facts:
        return shelf
    facts = facts_of(schema.read(EntryFields, made.fields).fields)
    return msgspec.structs.replace(shelf, facts=shelf.facts | {one.key: facts})


def _landed(one: Keyed, rank: int, path: str) -> LandedEntry:
    work = one.entry.work
    return LandedEntry(one.entry.line, path, work.title, rank or None, work.identifiers, one.known)


def _doubted(line: int, doubts: Iterable[str]) -> list[Remark]:
    return [Remark(line or 1, "doubted", one) for one in doubts if one]
