"""A cheap look at a site's folder: which names there are; nothing is checked, and nothing missing is a fault."""

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SITE = "site.toml"
_MOST_BYTES = 1_000_000
_YEAR = re.compile(r"[12]\d{3}")
_INDEX = re.compile(r"index(?:\.[A-Za-z][A-Za-z0-9-]*)?\.md")
_ARTICLE = re.compile(r"(?P<stem>[^.].*?)(?:\.(?P<tag>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?\.md")


def roundups(site: Path) -> list[str]:
    """The keys of all roundups, in order."""
    found = []
    for year in _names(site / "content"):
        for slug in _names(site / "content" / year) if _YEAR.fullmatch(year) else ():
            if indices(site, f"{year}/{slug}"):
                found.append(f"{year}/{slug}")
    return found


def indices(site: Path, key: str) -> list[str]:
    """The names of a roundup's index files, in all languages, the one without a language first."""
    names = (one for one in _names(site / "content" / key) if _INDEX.fullmatch(one))
    return sorted(names, key=lambda name: (name != "index.md", name))


def articles(site: Path, key: str) -> dict[str, set[str]]:
    """The stems of the files in a roundup's folder, its index included, each with its language tags."""
    found: dict[str, set[str]] = {}
    for name in _names(site / "content" / key):
        if parts := _ARTICLE.fullmatch(name):
            found.setdefault(parts["stem"], set()).add(parts["tag"] or "")
    return found


def entries(site: Path, key: str) -> list[str]:
    """The stems of a roundup's entries, in order."""
    return sorted(set(articles(site, key)) - {"index"})


def papers(site: Path) -> list[str]:
    """The stems that name papers, in order."""
    stems = {stem for key in roundups(site) for stem in entries(site, key)}
    return sorted(stems | set(articles(site, "papers")))


def tags(site: Path) -> list[str]:
    """The topics with a file or a title of their own, in order."""
    titled = settings(site).get("tags", {})
    return sorted({*articles(site, "tags"), *(titled if isinstance(titled, dict) else ())})


def languages(site: Path) -> list[str]:
    """The languages of the site, the default first."""
    given = settings(site)
    default, more = given.get("language", "en"), given.get("languages", {})
    further = sorted(more) if isinstance(more, dict) else []
    return list(dict.fromkeys([str(default), *further]))


def settings(site: Path) -> dict[str, Any]:
    """What `site.toml` says, unchecked; nothing where it cannot be read."""
    try:
        with (site / SITE).open("rb") as stream:
            return tomllib.loads(stream.read(_MOST_BYTES).decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}


def is_site(folder: Path) -> bool:
    """Whether a folder holds a `site.toml`; one that nobody may look into does not."""
    return os.path.isfile(folder / SITE)


def site_above(folder: Path) -> Path | None:
    """The nearest folder above that is a site."""
    return next((one for one in folder.parents if is_site(one)), None)


def sites_below(folder: Path) -> list[str]:
    """The folders inside that are sites, by name."""
    return [name for name in _names(folder) if is_site(folder / name)]


def _names(folder: Path) -> Iterator[str]:
    """What a folder holds, hidden names left out, in order."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    yield from (name for name in names if not name.startswith("."))
