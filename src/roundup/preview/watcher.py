"""Notices that a site changed: its content, templates, static files, `site.toml`, and its theme."""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

from watchfiles import Change, awatch

from roundup.build.layers import layers
from roundup.build.sources import Unreadable, read_settings
from roundup.build.tree import CONTENT, STATIC, TEMPLATES
from roundup.content.config import SITE_FILE

_STEP_MS = 20  # how long a batch of changes waits for more of them
_LEFT_OVERS = (".", "#", "~")


async def watch(site: Path, changed: asyncio.Event) -> None:
    """Sets the event at once and after every change, until it is cancelled."""
    moved = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(_watch_top(site, changed, moved))
        group.create_task(_watch_folders(site, changed, moved))


async def _watch_top(site: Path, changed: asyncio.Event, moved: asyncio.Event) -> None:
    """The site's own folder without what is below it: it may be huge, and most of it is not the site's."""
    names = {SITE_FILE, CONTENT, TEMPLATES, STATIC}

    def wanted(change: Change, path: str) -> bool:
        return Path(path).name in names

    async for _ in awatch(site, watch_filter=wanted, step=_STEP_MS, recursive=False):
        changed.set()
        moved.set()


async def _watch_folders(site: Path, changed: asyncio.Event, moved: asyncio.Event) -> None:
    """The folders of sources with all below them, anew whenever `moved` says that they may be others."""
    known: tuple[Path, ...] = ()
    while True:
        known = theme(site) or known
        folders = [site / CONTENT, site / TEMPLATES, site / STATIC, *known]
        folders = sorted({one.resolve() for one in folders if one.is_dir()})
        moved.clear()
        # Whoever answers this event runs after the watch is set up, so nothing falls in between.
        changed.set()
        if not folders:
            await moved.wait()
        async for _ in awatch(
            *folders, watch_filter=_below(folders), step=_STEP_MS, stop_event=moved
        ):
            changed.set()


def _below(folders: Iterable[Path]) -> Callable[[Change, str], bool]:
    """Whether a path is no hidden file or editor's left-over below one of the folders."""
    tops = tuple(str(one) for one in folders)

    def wanted(change: Change, path: str) -> bool:
        top = max((one for one in tops if path.startswith(one)), key=len, default="")
        names = path.removeprefix(top).split("/")
        return not any(name.startswith(_LEFT_OVERS) or name.endswith("~") for name in names)

    return wanted


def theme(site: Path) -> tuple[Path, ...]:
    """The folders of the theme's layers; none while the settings cannot be read."""
    try:
        found, _ = layers(site, read_settings(site))
    except Unreadable:
        return ()
    return tuple(folder for one in found for folder in (one.templates, one.static))
