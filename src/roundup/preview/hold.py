"""A site is previewed once at a time: two previews would build into one folder, each for its own address."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from roundup.build.folders import CACHE

_NAME = "preview.lock"


class Previewed(Exception):
    """Somebody else previews the site; says where."""


@contextmanager
def held(site: Path, address: str) -> Iterator[None]:
    """Holds the site for a preview at an address; raises Previewed, or OSError where nothing can be written."""
    folder = site / CACHE
    folder.mkdir(exist_ok=True)
    handle = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            other = os.read(handle, 200).decode("utf-8", "replace").strip()
            raise Previewed(other) from None
        os.ftruncate(handle, 0)
        os.write(handle, f"{address} (process {os.getpid()})\n".encode())
        yield
    finally:
        os.close(handle)
