"""What changed in the originals of stale translations, found in git's history and told to people."""

import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import click
import msgspec

from roundup.authoring.differences import Change, Piece, Version, changes, sections_in
from roundup.build.prepare import Prepared
from roundup.build.tree import Tree
from roundup.catalog.translations import stale_sections
from roundup.cli import say
from roundup.cli.history import NoHistory, versions
from roundup.content.article import Article

_MARKS = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
_COLOURS = {"gone": "red", "new": "green"}


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """A stale translation, what changed in its original, and why some of it may not be known."""

    file: str
    original: str
    language: str
    changes: tuple[Change, ...]
    reason: str = ""


class _Past:
    """The earlier versions of a file; in the end it knows why there are no more."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.reason = "no version of the file in git has these words"

    def __iter__(self) -> Iterator[Version]:
        try:
            yield from versions(self.file)
        except NoHistory as fault:
            self.reason = str(fault)


def changed(
    prepared: Prepared, roundup: str | None, languages: Collection[str]
) -> tuple[Changed, ...]:
    """Every stale translation into some languages, of one roundup or of the whole site."""
    groups = prepared.gathered.groups
    return tuple(
        _changed(own, group[0], prepared.tree)
        for (folder, _), group in groups.items()
        if roundup in (None, folder)
        for own in group[1:]
        if own.language in languages and stale_sections(own, group[0])
    )


def _changed(own: Article, original: Article, tree: Tree) -> Changed:
    file = Path(tree.files[original.path].where)
    past, kind = _Past(file), original.place.kind
    recorded = getattr(own.fields, "translated_from", {})
    now = sections_in(file.read_bytes(), kind)
    found = tuple(changes(stale_sections(own, original), recorded, now, past, kind))
    return Changed(
        file=own.path,
        original=original.path,
        language=own.language,
        changes=found,
        reason="" if all(one.known for one in found) else past.reason,
    )


def as_text(found: Sequence[Changed]) -> str:
    """The changes for people: words that went and came in colour on a terminal, else between marks."""
    if not found:
        return "no translation is stale"
    coloured = say.has_colour(sys.stdout)
    return "\n\n".join("\n".join(_lines(one, coloured)) for one in found)


def _lines(one: Changed, coloured: bool) -> Iterator[str]:
    yield f"{one.file}: {one.original} has changed"
    for change in one.changes:
        yield f"  {change.section}, {_since(change, one.reason)}:"
        for paragraph in change.paragraphs:
            pieces = paragraph if change.known else _as_they_stand(paragraph)
            text = "".join(_shown(piece, coloured) for piece in pieces)
            yield from (f"    {row}" for row in text.split("\n"))


def _since(change: Change, reason: str) -> str:
    if not change.known:
        return f"of which it is not known what it said ({reason}); now it says"
    return f"since {change.commit} of {change.date}" if change.commit else "new"


def _as_they_stand(paragraph: Sequence[Piece]) -> Iterator[Piece]:
    return (Piece("same", piece.text) for piece in paragraph)


def _shown(piece: Piece, coloured: bool) -> str:
    text = say.harmless(piece.text)
    if not coloured:
        return _MARKS[piece.kind].format(text)
    return click.style(text, fg=_COLOURS.get(piece.kind))
