"""Notices changes where the system tells of none: by looking at all files again and again."""

import asyncio
import os
from collections.abc import Mapping

from roundup.build.tree import Stamp, stamp_of, stamps_below
from roundup.preview.changes import Changes
from roundup.preview.places import Places

SECONDS = 0.5


async def poll(where: Places, changes: Changes) -> None:
    """Adds changes until a name changes on which depends what is looked at."""
    below, named = await asyncio.to_thread(_looked, where)
    changes.add()
    while True:
        await asyncio.sleep(SECONDS)
        old_below, old_named = below, named
        below, named = await asyncio.to_thread(_looked, where)
        found = {*_differing(old_below, below), *_differing(old_named, named)}
        if found:
            changes.add(found)
        if old_named != named:
            return


def _looked(where: Places) -> tuple[dict[str, Stamp], dict[str, Stamp]]:
    """The stamps of the files in folders, and of the names that matter elsewhere."""
    below = dict(one for folder in where.folders for one in stamps_below(folder))
    named = {}
    for folder, names in where.names.items():
        for name in names:
            path = f"{folder}/{name}"
            try:
                found = stamp_of(os.stat(path))
            except OSError:
                continue
            # Of a folder it matters only that it is there, and which one.
            named[path] = Stamp(found.inode, 0, 0, 0) if os.path.isdir(path) else found
    return below, named


def _differing(old: Mapping[str, Stamp], new: Mapping[str, Stamp]) -> set[str]:
    return {path for path in {*old, *new} if old.get(path) != new.get(path)}
