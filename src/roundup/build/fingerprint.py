"""Which code and libraries made something: what they made stays valid as long as they are the same."""

import hashlib
import os
import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_LIBRARIES = (
    "babel",
    "jinja2",
    "latex2mathml",
    "markdown",
    "msgspec",
    "nh3",
    "pagefind_bin_extended",
    "pillow",
    "pygments",
    "python_frontmatter",
    "pyyaml",
)


@cache
def fingerprint() -> str:
    """32 hexadecimal digits that change with this package, Python, or a library whose output we keep."""
    parts = [sys.version, *_code(), *_versions()]
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()


def _code() -> list[str]:
    found = []
    for folder, _, names in os.walk(_PACKAGE):
        for name in names:
            if name.endswith(".py"):
                path = os.path.join(folder, name)
                stat = os.stat(path)
                shown = os.path.relpath(path, _PACKAGE)
                found.append(f"{shown} {stat.st_size} {stat.st_mtime_ns}")
    return sorted(found)


def _versions() -> list[str]:
    """The libraries' versions as the names of their metadata folders say, without importing any."""
    found = set()
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        for name in names:
            library = name.partition("-")[0].lower()
            if name.endswith(".dist-info") and library in _LIBRARIES:
                found.add(name.lower())
    return sorted(found)
