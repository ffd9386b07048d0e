"""Changes to a folder as values: what will be written, before anything is."""

from collections.abc import Iterable, Mapping

import msgspec


class Edit(msgspec.Struct, frozen=True):
    """A file that is replaced, as long as it still holds what was read."""

    path: str
    before: bytes
    after: bytes


class Move(msgspec.Struct, frozen=True):
    """A file that gets another path, where nothing may be yet."""

    path: str
    target: str


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """New files (which replace nothing), edits, then moves of files; paths are relative to one folder."""

    created: tuple[tuple[str, bytes], ...] = ()
    edits: tuple[Edit, ...] = ()
    moves: tuple[Move, ...] = ()


def creations(files: Mapping[str, str | bytes]) -> Changes:
    """Changes that make files of a mapping from path to contents, text as UTF-8."""
    encoded = ((path, _bytes(files[path])) for path in sorted(files))
    return Changes(created=tuple(encoded))


def together(changes: Iterable[Changes]) -> Changes:
    """Several changes as one."""
    several = list(changes)
    return Changes(
        created=tuple(one for change in several for one in change.created),
        edits=tuple(one for change in several for one in change.edits),
        moves=tuple(one for change in several for one in change.moves),
    )


def _bytes(contents: str | bytes) -> bytes:
    return contents.encode() if isinstance(contents, str) else contents
