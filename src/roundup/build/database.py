"""The file that a cache is kept in: made whole, opened, dropped."""

import fcntl
import os
import sqlite3
from contextlib import closing
from pathlib import Path

_TABLES = """
pragma journal_mode = wal;
create table sources (path text primary key, stamp blob, trace text not null, article blob not null) without rowid;
create table bodies (path text, digest text, html text not null, primary key (path, digest)) without rowid;
create index bodies_by_digest on bodies (digest);
create table files (path text primary key, stamp blob, fact blob not null) without rowid;
create table fonts (path text primary key, stamp blob, fact blob not null) without rowid;
create table builds (folder text primary key, last blob not null) without rowid;
create table outputs (folder text, path text, key blob, stamp blob, parts blob, primary key (folder, path))
    without rowid;
"""


def drop(folder: Path, but: str = "") -> None:
    """Removes the caches in a folder, or all but one; a build that has one open keeps it to itself."""
    for path in folder.glob("state-*"):
        if not but or not path.name.startswith(but):
            path.unlink(missing_ok=True)


def opened(path: Path) -> sqlite3.Connection:
    """A cache with its tables, made where it is not there; raises sqlite3.Error where it cannot be used."""
    if not path.exists():
        _make(path)
    db = sqlite3.connect(path, timeout=30)
    # A cache may lose its last transaction in a power cut; it is made again then.
    db.execute("pragma synchronous = normal")
    if not db.execute("select count(*) from sqlite_master where name = 'outputs'").fetchone()[0]:
        db.close()
        raise sqlite3.DatabaseError("no cache of ours")
    return db


def _make(path: Path) -> None:
    """Makes the tables aside, so that a build beside this one sees all of them or none."""
    with open(path.with_name("lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            aside = path.with_name(f"{path.name}-new")
            aside.unlink(missing_ok=True)
            try:
                with closing(sqlite3.connect(aside)) as db:
                    db.executescript(_TABLES)
                os.replace(aside, path)
            finally:
                aside.unlink(missing_ok=True)
