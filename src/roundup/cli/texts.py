"""The files of articles as they are on disk, for commands that edit them."""

import os
from collections.abc import Collection
from pathlib import Path

from roundup.build.tree import CONTENT, Tree


def texts(tree: Tree, folders: Collection[str] | None = None) -> dict[str, bytes]:
    """The bytes of every article by path, in some folders or all."""
    return {
        file.path: Path(file.where).read_bytes()
        for file in tree.below(CONTENT)
        if file.path.endswith(".md")
        and (folders is None or file.path.rpartition("/")[0] in folders)
    }


def names_below(site: Path) -> frozenset[str]:
    """The paths of all files below the site's content, also of those that no build looks at."""
    found = (
        os.path.relpath(os.path.join(folder, name), site)
        for folder, _, names in os.walk(site / CONTENT)
        for name in names
    )
    return frozenset(Path(one).as_posix() for one in found)
