"""What earlier builds left to save work: a cache in one SQLite file, dropped whenever it does not fit.

Sources keep constructive traces (stamp and digest → article), outputs verifying ones (path → key), in the
words of Mokhov, Mitchell and Peyton Jones, "Build Systems à la Carte" (2018).
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal, Protocol

import msgspec

from roundup.build.database import drop, opened
from roundup.build.gallery import Gallery
from roundup.build.tree import Stamp
from roundup.problems import Problem

FileKind = Literal["files", "fonts"]
Bodies = Mapping[str, tuple[tuple[str, str], ...]]


class SourceTrace(msgspec.Struct, frozen=True):
    """What is kept of a source: its stamp, a digest of its bytes and of how it was read, the article."""

    stamp: Stamp | None
    trace: str
    article: bytes


class FileTrace(msgspec.Struct, frozen=True):
    """What is kept of a file that is no article: its stamp and facts."""

    stamp: Stamp | None
    fact: bytes


class OutputTrace(msgspec.Struct, frozen=True):
    """What is kept of a written file: the page's key, the file's stamp, digests of what the key is made of.

    Those are packed: they are looked at where a page is rendered again.
    """

    key: bytes
    stamp: Stamp
    parts: bytes


class Last(msgspec.Struct, frozen=True):
    """What is kept of the last build into a folder: what it looked at, what it left, its pages, its problems."""

    mark: str
    output: str
    pages: int
    problems: tuple[Problem, ...]


class State(Protocol):
    """What a build may ask of earlier ones, and what it leaves for later ones."""

    gallery: Gallery

    def sources(self) -> dict[str, SourceTrace]: ...
    def files(self, kind: FileKind = "files") -> dict[str, FileTrace]: ...
    def outputs(self, folder: str) -> dict[str, OutputTrace]: ...
    def last(self, folder: str) -> Last | None: ...
    def keep_last(self, folder: str, last: Last) -> None: ...
    def bodies(self, digests: Iterable[str]) -> dict[str, str]: ...
    def keep_sources(
        self, changed: Mapping[str, SourceTrace], bodies: Bodies, gone: Iterable[str]
    ) -> None: ...
    def keep_files(
        self, changed: Mapping[str, FileTrace], gone: Iterable[str], kind: FileKind = "files"
    ) -> None: ...
    def keep_outputs(
        self, folder: str, changed: Mapping[str, OutputTrace], gone: Iterable[str]
    ) -> None: ...
    def close(self) -> None: ...


class Memory:
    """The state of a build that neither reads nor leaves anything: bodies live as long as it does."""

    def __init__(self) -> None:
        self.gallery = Gallery(None)
        self._bodies: dict[str, str] = {}

    def sources(self) -> dict[str, SourceTrace]:
        """Nothing is known yet."""
        return {}

    def files(self, kind: FileKind = "files") -> dict[str, FileTrace]:
        """Nothing is known yet."""
        return {}

    def outputs(self, folder: str) -> dict[str, OutputTrace]:
        """Nothing is known yet."""
        return {}

    def last(self, folder: str) -> Last | None:
        """Nothing is known yet."""
        return None

    def keep_last(self, folder: str, last: Last) -> None:
        """Nothing is left."""

    def bodies(self, digests: Iterable[str]) -> dict[str, str]:
        """The HTML behind digests."""
        return {digest: self._bodies[digest] for digest in digests}

    def keep_sources(
        self, changed: Mapping[str, SourceTrace], bodies: Bodies, gone: Iterable[str]
    ) -> None:
        """Bodies are needed again when pages are rendered."""
        for found in bodies.values():
            self._bodies |= dict(found)

    def keep_files(
        self, changed: Mapping[str, FileTrace], gone: Iterable[str], kind: FileKind = "files"
    ) -> None:
        """Nothing is left."""

    def keep_outputs(
        self, folder: str, changed: Mapping[str, OutputTrace], gone: Iterable[str]
    ) -> None:
        """Nothing is left."""

    def close(self) -> None:
        """Lets go of the pictures."""
        self.gallery.close()


class Cache:
    """The state in a file of the cache's folder; only code and libraries of this fingerprint use that file.

    Raises sqlite3.Error, here and in every method, where the file cannot be used.
    """

    def __init__(self, folder: Path, fingerprint: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"state-{fingerprint}.db"
        self.gallery = Gallery(folder / f"{path.name}-pictures")
        drop(folder, but=path.name)
        try:
            self._db = opened(path)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            drop(folder)
            self._db = opened(path)

    def sources(self) -> dict[str, SourceTrace]:
        """What is kept of every source by path."""
        rows = self._db.execute("select path, stamp, trace, article from sources")
        return {path: SourceTrace(_stamp(stamp), trace, blob) for path, stamp, trace, blob in rows}

    def files(self, kind: FileKind = "files") -> dict[str, FileTrace]:
        """What is kept of every other file by path, or of every font."""
        rows = self._db.execute(f"select path, stamp, fact from {kind}")
        return {path: FileTrace(_stamp(stamp), fact) for path, stamp, fact in rows}

    def outputs(self, folder: str) -> dict[str, OutputTrace]:
        """What is kept of every file written into an output folder, by path."""
        sql = "select path, key, stamp, parts from outputs where folder = ?"
        return {
            path: OutputTrace(key, msgspec.msgpack.decode(stamp, type=Stamp), parts)
            for path, key, stamp, parts in self._db.execute(sql, (folder,))
        }

    def last(self, folder: str) -> Last | None:
        """What is kept of the last build into a folder."""
        row = self._db.execute("select last from builds where folder = ?", (folder,)).fetchone()
        return msgspec.msgpack.decode(row[0], type=Last) if row else None

    def keep_last(self, folder: str, last: Last) -> None:
        """Keeps what a build looked at and found."""
        with self._db as db:
            row = (folder, msgspec.msgpack.encode(last))
            db.execute("insert or replace into builds values (?, ?)", row)

    def bodies(self, digests: Iterable[str]) -> dict[str, str]:
        """The HTML behind digests."""
        found: dict[str, str] = {}
        for batch in _batches(wanted := sorted(set(digests)), 500):
            marks = ",".join("?" * len(batch))
            found |= dict(
                self._db.execute(
                    f"select digest, html from bodies where digest in ({marks})", batch
                )
            )
        if len(found) < len(wanted):
            raise sqlite3.DatabaseError("words are missing")
        return found

    def keep_sources(
        self, changed: Mapping[str, SourceTrace], bodies: Bodies, gone: Iterable[str]
    ) -> None:
        """Keeps the sources that were parsed, and forgets those that are gone."""
        gone = list(gone)
        with self._db as db:
            db.executemany("delete from sources where path = ?", ((path,) for path in gone))
            db.executemany("delete from bodies where path = ?", ((p,) for p in (*gone, *bodies)))
            rows = ((path, *one) for path, found in sorted(bodies.items()) for one in found)
            db.executemany("insert or ignore into bodies values (?, ?, ?)", rows)
            db.executemany(
                "insert or replace into sources values (?, ?, ?, ?)",
                (
                    (path, _packed(one.stamp), one.trace, one.article)
                    for path, one in sorted(changed.items())
                ),
            )

    def keep_files(
        self, changed: Mapping[str, FileTrace], gone: Iterable[str], kind: FileKind = "files"
    ) -> None:
        """Keeps what was found out about files, and forgets those that are gone."""
        with self._db as db:
            db.executemany(f"delete from {kind} where path = ?", ((path,) for path in gone))
            db.executemany(
                f"insert or replace into {kind} values (?, ?, ?)",
                ((path, _packed(one.stamp), one.fact) for path, one in sorted(changed.items())),
            )

    def keep_outputs(
        self, folder: str, changed: Mapping[str, OutputTrace], gone: Iterable[str]
    ) -> None:
        """Keeps the traces of written files, and forgets those that were removed."""
        with self._db as db:
            sql = "delete from outputs where folder = ? and path = ?"
            db.executemany(sql, ((folder, path) for path in gone))
            db.executemany(
                "insert or replace into outputs values (?, ?, ?, ?, ?)",
                (
                    (folder, path, one.key, _packed(one.stamp), one.parts)
                    for path, one in sorted(changed.items())
                ),
            )

    def close(self) -> None:
        """Closes the files."""
        self._db.close()
        self.gallery.close()


def _stamp(blob: bytes | None) -> Stamp | None:
    return msgspec.msgpack.decode(blob, type=Stamp) if blob else None


def _packed(stamp: Stamp | None) -> bytes | None:
    return msgspec.msgpack.encode(stamp) if stamp else None


def _batches(items: list[str], size: int) -> Iterator[list[str]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
