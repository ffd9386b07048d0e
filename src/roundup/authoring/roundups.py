"""Which roundup a command means: `YEAR/SLUG`, a folder, or a slug that is unique."""

import difflib
import os
import re
from collections.abc import Iterable
from pathlib import Path

from roundup.content.spelling import nearest

_CLOSE = 0.8  # keys of one year are alike anyway
_KEY = re.compile(r"(?P<year>[12]\d{3})/(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)")


class NoRoundup(LookupError):
    """No roundup, or more than one, goes by a name; the hint says which ones there are."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def find_roundup(keys: Iterable[str], wanted: str, site: Path) -> str:
    """The key of the roundup that a text names, out of the keys there are; raises NoRoundup.

    `wanted` is a key, a folder or file in one (from here or from the site), or a slug that one roundup has.
    """
    known = sorted(keys)
    for key in dict.fromkeys((wanted.strip("/"), *_as_folder(wanted, site))):
        if key in known:
            return key
    slug = wanted.strip("/")
    found = [key for key in known if key.endswith(f"/{slug}")]
    if len(found) == 1:
        return found[0]
    if found:
        raise NoRoundup(
            f"more than one roundup is called '{slug}'", f"say which: {', '.join(found)}"
        )
    raise NoRoundup(f"there is no roundup '{wanted}'", _hint(slug, known))


def _as_folder(wanted: str, site: Path) -> list[str]:
    """The keys that a path may stand for: seen from here, and from the site."""
    content = Path(os.path.realpath(site / "content"))
    found = []
    for base in (Path(), site):
        path = Path(os.path.realpath(os.path.abspath(base / wanted)))
        if path.suffix == ".md":
            path = path.parent
        if path.is_relative_to(content):
            found.append("/".join(path.relative_to(content).parts[:2]))
    return found


def _hint(wanted: str, known: list[str]) -> str:
    """What may have been meant, else how to make it: many add papers before there is a list for them."""
    key = _KEY.fullmatch(wanted)
    if not key:
        return nearest(wanted, known) or "make one: roundup new YEAR SLUG"
    if difflib.get_close_matches(wanted, known, cutoff=_CLOSE):
        return nearest(wanted, known)
    return f"make it: roundup new {key['year']} {key['slug']}"
