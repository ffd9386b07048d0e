"""The process that makes a preview's search index: what is wanted comes in, its files go out.

A process of its own, since it would take turns with the server for the interpreter; and a patient one.
"""

import os
import sys
from contextlib import closing, suppress
from pathlib import Path

import msgspec

from roundup.build.folders import opened_state
from roundup.build.search import Unindexed, index_files
from roundup.pages.views import IndexView

MODULE = __name__
_PATIENCE = (
    5  # of 19, as `nice` counts: behind the server, and yet it comes to an end on a busy machine
)


class Wanted(msgspec.Struct, frozen=True):
    """Parts of the index by their keys."""

    views: dict[bytes, IndexView]


class Made(msgspec.Struct, frozen=True):
    """The files of such parts."""

    files: dict[bytes, list[tuple[str, bytes]]]


def make(site: Path, wanted: Wanted) -> Made:
    """The files; none of a part where it fails, as it does when words have changed meanwhile."""
    files = {}
    with closing(opened_state(site)) as state:
        for key, view in wanted.views.items():
            with suppress(Unindexed):
                files[key] = list(index_files(view, state.bodies))
    return Made(files)


def main() -> None:
    """Reads what is wanted, and writes what was made."""
    os.nice(_PATIENCE)
    wanted = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Wanted)
    made = make(Path(sys.argv[1]), wanted)
    sys.stdout.buffer.write(msgspec.msgpack.encode(made))


if __name__ == "__main__":
    main()
