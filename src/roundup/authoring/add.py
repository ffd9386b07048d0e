"""New entries for a roundup, and facts for entries that lack them, from what is known of their papers."""

from collections.abc import Iterable, Sequence
from shlex import quote
from typing import Any

import msgspec

from roundup.authoring.articles import article, place, work_fields
from roundup.authoring.changes import Changes, Edit, creations, together
from roundup.authoring.edits import Uneditable, with_fields
from roundup.authoring.importers.landing.sound import sound
from roundup.authoring.keys import fresh, key_for
from roundup.authoring.known import (
    Desk,
    Wanted,
    first_entry,
    is_key_written,
    known_key,
    missing_fields,
)
from roundup.authoring.lookup.merge import lacks
from roundup.authoring.lookup.references import tokens
from roundup.authoring.places import Places, beyond, by_list, by_rank
from roundup.authoring.work import Work
from roundup.catalog.catalog import Entry
from roundup.problems import Problem, error, warning

WORDS_GO_HERE = (
    "<!-- Your words about this paper go here. Comments like this one are never published. -->"
)


class Added(msgspec.Struct, frozen=True):
    """What adding comes to: changes of files, a line for each paper, and what is missing or wrong."""

    changes: Changes
    lines: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class _New(msgspec.Struct, frozen=True):
    """An entry to be written: its file's stem, its paper's key, what it says, and of whom it came."""

    stem: str
    key: str
    fields: dict[str, Any]
    wanted: Wanted
    known_at: str = ""


def add(desk: Desk, wanted: Iterable[Wanted], rank: int | None = None) -> Added:
    """The changes that put papers into a roundup, at a rank or at its end; each paper once, nothing overwritten."""
    plan = _Plan(desk)
    for one in wanted:
        plan.take(one)
    return plan.done(rank)


class _Plan:
    """What is going to be written, gathered paper by paper."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._stems = {name.partition(".")[0] for name in desk.names if name.endswith(".md")}
        keys = {key for key in desk.catalog.keys if ":" not in key}
        self._taken = keys | set(desk.catalog.papers) | self._stems
        self._seen: dict[str, str] = {}
        self._edits: dict[str, dict[str, Any]] = {}
        self._lines: list[str | _New] = []
        self._problems: list[Problem] = []

    def take(self, wanted: Wanted) -> None:
        """Finds out what one paper needs: nothing, missing facts, or an entry."""
        key = known_key(self._desk.catalog, wanted)
        marks = [one for one in (f"key:{key}" if key else "", *tokens(wanted.work)) if one]
        if first := next((self._seen[one] for one in marks if one in self._seen), ""):
            self._lines.append(f"{wanted.text}: the same paper as {first}, so it is added once")
            return
        self._seen |= dict.fromkeys(marks, wanted.text)
        if entry := self._desk.entry_of(key):
            self._complete(wanted, entry)
        elif key:
            self._appear(wanted, key)
        else:
            self._write(wanted)

    def _complete(self, wanted: Wanted, entry: Entry) -> None:
        """An entry that stands here gets the facts it lacks, and keeps all it has."""
        path = entry.original.path
        fields = self._sound(path, missing_fields(self._desk, wanted, entry))
        if not fields:
            self._lines.append(f"{wanted.text}: stands here already, in {path}")
            self._warn(path, wanted, is_new=False)
            return
        self._edit(path, fields)
        told = f"{', '.join(sorted(fields, key=place))} filled in{_by(wanted)}"
        self._lines.append(f"{wanted.text}: stands here already; {told}")
        better = key_for(wanted.work, self._taken)
        if "title" in fields and entry.paper == _first_key(wanted):
            self._lines.append(
                f"  a better key than '{entry.paper}': roundup rename paper:{entry.paper} {better}"
            )

    def _appear(self, wanted: Wanted, key: str) -> None:
        """A paper of the site gets an entry that names it, and says nothing twice."""
        first = first_entry(self._desk.catalog, key)
        if first and not is_key_written(self._desk.catalog, key):
            self._edit(first, {"paper": key})
        stem = fresh(key, self._stems)
        self._stems.add(stem)
        self._lines.append(_New(stem, key, {"paper": key}, wanted, first or key))

    def _write(self, wanted: Wanted) -> None:
        """A paper that is new to the site gets an entry with all its facts."""
        key = key_for(_nameable(wanted), self._taken)
        self._taken.add(key)
        self._stems.add(key)
        facts = self._sound(self._path(key), work_fields(wanted.work))
        facts.setdefault("title", wanted.name)
        self._lines.append(_New(key, key, {"paper": key, **facts}, wanted))

    def _sound(self, path: str, fields: dict[str, Any]) -> dict[str, Any]:
        """The facts that front matter can hold, whatever a service may have sent."""
        made = sound("entry", fields, "", self._desk.index.language, ())
        self._problems += [warning(path, 0, doubt) for doubt in made.doubts]
        return made.fields

    @property
    def _new(self) -> list[_New]:
        return [one for one in self._lines if isinstance(one, _New)]

    def _edit(self, path: str, fields: dict[str, Any]) -> None:
        self._edits.setdefault(path, {}).update(fields)

    def _warn(self, path: str, wanted: Wanted, is_new: bool = True) -> None:
        missing = lacks(wanted.work)
        if is_new and missing:
            self._problems.append(_incomplete(path, wanted, missing, self._desk.roundup.key))
        elif wanted.troubles:
            message = f"not found out: {'; '.join(wanted.troubles)}"
            hint = "write what you know into its front matter"
            self._problems.append(warning(path, 0, message, hint))
        if wanted.work.status in ("withdrawn", "retracted"):
            message = f"the paper was {wanted.work.status}"
            hint = f"its front matter says 'status: {wanted.work.status}', which readers see"
            self._problems.append(warning(path, 0, message, hint))

    def done(self, rank: int | None) -> Added:
        """All of it as changes; with an error among the problems there are none."""
        places = self._places(rank)
        ranks = {one.stem: to for one, to in zip(self._new, places.ranks, strict=True) if to}
        files = {self._path(one.stem): _text(one, ranks.get(one.stem)) for one in self._new}
        for one in self._new:
            if not one.known_at:
                self._warn(self._path(one.stem), one.wanted)
        edits, faults = _edited(self._desk, self._edits)
        if beyond(places):
            faults = (error(self._desk.index.path, 0, "no rank is higher than 9999"),)
        if faults:
            return Added(Changes(), (), faults)
        lines = [
            one if isinstance(one, str) else _told(one, ranks.get(one.stem)) for one in self._lines
        ]
        if rank and not self._new:
            lines.append("--rank is for new entries: to move one, change the rank in its file")
        changes = together((creations(files), Changes(edits=edits)))
        return Added(changes, tuple(lines), tuple(self._problems))

    def _path(self, stem: str) -> str:
        tag = self._desk.index.place.tag
        return f"content/{self._desk.roundup.key}/{stem}{f'.{tag}' if tag else ''}.md"

    def _places(self, rank: int | None) -> Places:
        """Where the new entries go; what has to move for them joins the edits."""
        desk, fields = self._desk, self._desk.fields
        if not self._new:
            return Places((), {})
        if fields.entries:
            places = by_list(fields.entries, [one.key for one in self._new], rank)
            self._edit(desk.index.path, {"entries": list(places.entries)})
            return places
        places = by_rank(desk.standing, len(self._new), rank, fields.ranked)
        for entry in desk.roundup.entries:
            if entry.stem in places.moved:
                for words in entry.words:
                    if words is entry.original or "rank" in desk.catalog.articles[words.path].given:
                        self._edit(words.path, {"rank": places.moved[entry.stem]})
        return places


def _nameable(wanted: Wanted) -> Work:
    """A work out of which a key can be made, also where nothing but its address is known."""
    work = wanted.work
    if work.title or work.identifiers:
        return work
    return msgspec.structs.replace(work, title=wanted.name.partition("://")[2] or wanted.name)


def _first_key(wanted: Wanted) -> str:
    """The key that a paper gets as long as nothing but its identifier is known."""
    identifiers = dict(list(wanted.work.identifiers.items())[:1])
    return key_for(
        _nameable(msgspec.structs.replace(wanted, work=Work(identifiers=identifiers))), ()
    )


def _edited(
    desk: Desk, values: dict[str, dict[str, Any]]
) -> tuple[tuple[Edit, ...], tuple[Problem, ...]]:
    """Files with new fields, and those whose front matter cannot be edited."""
    edits, faults = [], []
    for path, fields in sorted(values.items()):
        before = desk.read(path)
        try:
            after = with_fields(before.decode(), fields).encode()
        except (Uneditable, UnicodeDecodeError) as fault:
            why = str(fault) if isinstance(fault, Uneditable) else "the file is not UTF-8"
            told = f"'{', '.join(fields)}' cannot be written: {why}"
            faults.append(error(path, 0, told, "see what is wrong: roundup check"))
            continue
        edits.append(Edit(path, before, after))
    return tuple(edits), tuple(faults)


def _text(one: _New, rank: int | None) -> str:
    ranked = {"rank": rank} if rank else {}
    return article({**ranked, **one.fields}, WORDS_GO_HERE)


def _told(one: _New, rank: int | None) -> str:
    """What became of a reference, in a line."""
    place = f", rank {rank}" if rank else ""
    if one.known_at:
        return f"{one.wanted.text}: the site knows it as '{one.key}' ({one.known_at}){place}"
    title = one.fields["title"]
    told = "" if one.wanted.text == title else f"{one.wanted.text}: "
    return f"{told}{title}{place}{_by(one.wanted)}"


def _by(wanted: Wanted) -> str:
    return f" (facts from {wanted.said})" if wanted.said else ""


def _incomplete(path: str, wanted: Wanted, missing: Sequence[str], roundup: str) -> Problem:
    what = f"no {' and no '.join(missing)}" if len(missing) < 3 else "no facts"
    why = f": {'; '.join(wanted.troubles)}" if wanted.troubles else ""
    return warning(path, 0, f"{what} yet{why}", _again(wanted, roundup))


def _again(wanted: Wanted, roundup: str) -> str:
    if not tokens(wanted.work):
        return "write what is missing into its front matter"
    command = f"roundup add {roundup} {quote(wanted.name)}"
    return f"write what is missing into its front matter, or ask again later: {command}"
