"""The folders that a build works in: the site's cache and its output, both held while it works."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec

from roundup.build.database import drop
from roundup.build.fingerprint import fingerprint
from roundup.build.output import Output, Refused, opened
from roundup.build.sources import Options, Unreadable, read_settings
from roundup.build.state import Cache, Memory, State
from roundup.build.tree import CONTENT, STATIC, TEMPLATES
from roundup.problems import error, refused

CACHE = ".roundup"
T = TypeVar("T")


class Damaged(Unreadable):
    """A cache that makes no sense any more: without it all is as before, only slower."""


@contextmanager
def held(site: Path, options: Options) -> Iterator[tuple[State, Output]]:
    """The site's cache and its output folder, which nobody else writes meanwhile; raises Unreadable."""
    with faults_told(site):
        usual = read_settings(site).build.output
        folder = output_folder(site, options.output, usual)
        with closing(opened_state(site, options.fresh)) as state, opened(folder) as output:
            yield state, output


@contextmanager
def faults_told(site: Path) -> Iterator[None]:
    """Whatever the machine refuses becomes a problem: raises Unreadable."""
    try:
        yield
    except Refused as fault:
        raise Unreadable(fault.problem) from None
    except OSError as fault:
        name, why = str(fault.filename or site), fault.strerror or str(fault)
        raise Unreadable(error(name, 0, f"cannot be used: {why}", refused(fault))) from None
    except (sqlite3.Error, msgspec.DecodeError) as fault:
        problem = error(CACHE, 0, f"the cache cannot be used: {fault}", _hint(fault))
        raise (Damaged if _is_damage(fault) else Unreadable)(problem) from None


def _hint(fault: Exception) -> str:
    match getattr(fault, "sqlite_errorcode", None):
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR_WRITE:
            return "make room on the disk"
        case sqlite3.SQLITE_BUSY:
            return "another command works with it: wait for that one"
        case _:
            return f"delete the folder {CACHE}, or build with --fresh"


def _is_damage(fault: Exception) -> bool:
    """Whether the cache itself is at fault: not the disk, nor another build that holds it."""
    if isinstance(fault, sqlite3.OperationalError):
        return fault.sqlite_errorcode == sqlite3.SQLITE_ERROR  # as a table that is not there
    return True


def mended(site: Path, work: Callable[[], T]) -> T:
    """What work returns; with a damaged cache it is done once more, without that. Raises Unreadable."""
    try:
        return work()
    except Damaged:
        with faults_told(site):
            drop(site / CACHE)
        return work()


def opened_state(site: Path, fresh: bool = False) -> State:
    """The site's cache, or for a fresh build a state that knows and leaves nothing."""
    return Memory() if fresh else Cache(site / CACHE, fingerprint())


def output_folder(site: Path, chosen: Path | None, usual: str) -> Path:
    """Where the site is written; raises Refused for the site itself, its parents and source folders."""
    folder = Path(os.path.realpath(site / usual if chosen is None else chosen))
    root = Path(os.path.realpath(site))
    shown = str(folder).encode(errors="replace").decode()
    if shown != str(folder):
        raise Refused(error(shown, 0, "the folder's name is not UTF-8", "rename it"))
    sources = [root / name for name in (CONTENT, TEMPLATES, STATIC, CACHE, ".git")]
    bad = folder == root or folder in root.parents
    bad = bad or any(folder == one or one in folder.parents for one in sources)
    if bad and not (chosen is not None and folder.is_relative_to(root / CACHE)):
        message = "the output would overwrite the site's own files"
        hint = "choose another folder, as --output public"
        raise Refused(error(str(folder), 0, message, hint))
    return folder
