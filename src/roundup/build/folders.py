"""The folders that a build works in: the site's cache and its output, both held while it works."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from roundup.build.fingerprint import fingerprint
from roundup.build.output import Output, Refused, opened
from roundup.build.sources import Options, Unreadable, read_settings
from roundup.build.state import Cache, Memory, State
from roundup.build.tree import CONTENT, STATIC, TEMPLATES
from roundup.problems import error, refused

CACHE = ".roundup"


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
    except sqlite3.Error as fault:
        hint = f"delete the folder {CACHE}, or build with --fresh"
        raise Unreadable(error(CACHE, 0, f"the cache cannot be used: {fault}", hint)) from None


def opened_state(site: Path, fresh: bool = False) -> State:
    """The site's cache, or for a fresh build a state that knows and leaves nothing."""
    return Memory() if fresh else Cache(site / CACHE, fingerprint())


def output_folder(site: Path, chosen: Path | None, usual: str) -> Path:
    """Where the site is written; raises Refused for the site itself, its parents and source folders."""
    folder = (site / usual if chosen is None else chosen).resolve()
    root = site.resolve()
    sources = [root / name for name in (CONTENT, TEMPLATES, STATIC, CACHE, ".git")]
    bad = folder == root or folder in root.parents
    bad = bad or any(folder == one or one in folder.parents for one in sources)
    if bad and not (chosen is not None and folder.is_relative_to(root / CACHE)):
        message = "the output would overwrite the site's own files"
        hint = "choose another folder, as --output public"
        raise Refused(error(str(folder), 0, message, hint))
    return folder
