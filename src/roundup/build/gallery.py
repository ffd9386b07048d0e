"""Pictures made smaller, kept for later builds: by the digest of the picture that they were made from."""

import sqlite3
from collections.abc import Collection
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from roundup.build.renditions import Made
from roundup.pages.filefacts import Rendition

_TABLES = """
create table if not exists pictures (digest text primary key, broken integer not null) without rowid;
create table if not exists renditions
    (digest text, width integer, ending text, data blob not null, primary key (digest, width, ending));
"""


class Known(NamedTuple):
    """What became of a picture: its renditions, widest first, and whether its pixels cannot be read."""

    renditions: tuple[Rendition, ...] = ()
    is_broken: bool = False


class Gallery:
    """Renditions in an SQLite file, or for a fresh build in one that nobody else sees and nothing is left of.

    The file is opened when the first picture is asked for. Raises sqlite3.Error where it cannot be used.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path

    @cached_property
    def _db(self) -> sqlite3.Connection:
        # Without a name SQLite keeps what memory does not hold in a file without a name.
        db = sqlite3.connect(self._path or "", timeout=30)
        try:
            db.executescript(_TABLES)
        except sqlite3.DatabaseError as fault:
            db.close()
            if self._path is None or isinstance(fault, sqlite3.OperationalError):
                raise
            self._path.unlink(missing_ok=True)
            db = sqlite3.connect(self._path, timeout=30)
            db.executescript(_TABLES)
        return db

    def known(self) -> dict[str, Known]:
        """What is kept, by digest."""
        found: dict[str, list[Rendition]] = {}
        rows = "select digest, width, ending from renditions order by digest, width desc, ending"
        for digest, width, ending in self._db.execute(rows):
            found.setdefault(digest, []).append(Rendition(width, ending))
        return {
            digest: Known(tuple(found.get(digest, ())), bool(broken))
            for digest, broken in self._db.execute("select digest, broken from pictures")
        }

    def keep(self, made: Made) -> None:
        """Keeps what became of a picture."""
        with self._db as db:
            rows = ((made.digest, one.width, one.ending, data) for one, data in made.files)
            db.executemany("insert or replace into renditions values (?, ?, ?, ?)", rows)
            row = (made.digest, made.is_broken)
            db.execute("insert or replace into pictures values (?, ?)", row)

    def forget(self, digests: Collection[str]) -> None:
        """Forgets pictures that are gone."""
        with self._db as db:
            for table in ("renditions", "pictures"):
                sql = f"delete from {table} where digest = ?"
                db.executemany(sql, ((digest,) for digest in sorted(digests)))

    def data(self, digest: str, width: int, ending: str) -> bytes | None:
        """The bytes of a rendition; None where another build has forgotten it since."""
        sql = "select data from renditions where digest = ? and width = ? and ending = ?"
        row = self._db.execute(sql, (digest, width, ending)).fetchone()
        return bytes(row[0]) if row else None

    def close(self) -> None:
        """Closes the file, if it was opened."""
        if "_db" in self.__dict__:
            self._db.close()
