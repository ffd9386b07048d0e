"""Notices that a site changed: its content, templates, static files, `site.toml`, its theme and its fonts."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path

from watchfiles import Change, awatch
from watchfiles._rust_notify import WatchfilesRustInternalError

from roundup.preview.changes import Changes
from roundup.preview.places import Places, further, places
from roundup.preview.polling import poll

_STEP_MS = 10  # how long a batch of changes waits for more of them
_REST_SECONDS = 0.2
_LEFT_OVERS = (".", "#", "~")
_PROBE = "4913"  # what Vim makes and removes to see whether it may write

Batch = set[tuple[Change, str]]
Filter = Callable[[Change, str], bool]


async def watch(site: Path, changes: Changes, say: Callable[[str], None]) -> None:
    """Adds every change, and one at once and whenever other folders are watched, until it is cancelled."""
    known: tuple[Path, ...] = ()
    method = _watch
    while True:
        known = further(site) or known
        try:
            await method(places(site, known), changes)
        except FileNotFoundError:
            await asyncio.sleep(_REST_SECONDS)  # a folder went as it was to be watched
        except (OSError, UnicodeError, WatchfilesRustInternalError, ExceptionGroup) as fault:
            if method is _watch:
                why = fault.exceptions[0] if isinstance(fault, ExceptionGroup) else fault
                say(f"the system cannot watch the files ({why}): looking at them again and again")
                method = poll
            await asyncio.sleep(_REST_SECONDS)


async def _watch(where: Places, changes: Changes) -> None:
    """Adds changes until a name changes on which depends what is watched."""
    moved = asyncio.Event()

    async def names() -> None:
        async for found in _changes(tuple(where.names), _named(where.names), moved, below=False):
            _add(changes, found)
            moved.set()

    async def folders() -> None:
        async for found in _changes(where.folders, _below(where.folders), moved, below=True):
            _add(changes, found)

    tasks = [asyncio.create_task(names()), asyncio.create_task(folders())]
    try:
        # Whoever answers this runs after both have begun to watch, so nothing falls in between.
        await asyncio.sleep(0)
        changes.add()
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _changes(
    watched: tuple[Path, ...], wanted: Filter, moved: asyncio.Event, *, below: bool
) -> AsyncIterator[Batch]:
    """Every batch of changes; ends when `moved` is set."""
    if not watched:
        await moved.wait()
        return
    batches = awatch(
        *watched,
        watch_filter=wanted,
        step=_STEP_MS,
        stop_event=moved,
        ignore_permission_denied=True,
        recursive=below,
    )
    async for batch in batches:
        yield batch


def _add(changes: Changes, batch: Batch) -> None:
    new = [path for change, path in batch if change == Change.added]
    changes.add({path for _, path in batch}, new)


def _named(names: Mapping[Path, frozenset[str]]) -> Filter:
    """Whether a path is one of the names in its folder."""
    known = {str(folder): found for folder, found in names.items()}

    def wanted(change: Change, path: str) -> bool:
        folder, _, name = path.rpartition("/")
        return name in known.get(folder or "/", ())

    return wanted


def _below(folders: tuple[Path, ...]) -> Filter:
    """Whether a path is no hidden file or editor's left-over below one of the folders."""
    tops = tuple(str(one) for one in folders)

    def wanted(change: Change, path: str) -> bool:
        top = max((one for one in tops if path.startswith(one)), key=len, default="")
        names = path.removeprefix(top).split("/")
        return not any(
            name.startswith(_LEFT_OVERS) or name.endswith("~") or name == _PROBE for name in names
        )

    return wanted
