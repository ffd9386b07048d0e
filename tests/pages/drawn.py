"""Scopes and pictures of catalogs in memory, and sites of many lists."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from catalog.articles import catalog, page, settings
from roundup.pages.scope import Scope
from roundup.pages.site import site_view
from sites import SITE_TOML

WORDS = tomllib.loads((Path(__file__).parents[2] / "templates/words/en.toml").read_text("utf-8"))
ARABIC = SITE_TOML + '\n[languages.ar]\nname = "العربية"\n'


def scope_of(files: Mapping[str, str], toml: str = SITE_TOML, language: str = "en") -> Scope:
    """A site of some files, seen from a language."""
    found, given = catalog(files, toml), settings(toml)
    site = site_view(given, found, language, WORDS, {})
    return Scope(found, given, site, {})


def lists(**picked: str) -> dict[str, str]:
    """Lists named `yYEAR_slug` with the keys of their papers in order, unranked where they begin with `-`."""
    files = {}
    for name, keys in picked.items():
        year, _, slug = name.removeprefix("y").partition("_")
        ranked = not keys.startswith("-")
        files[f"{year}/{slug}/index.md"] = page(
            title=f"{slug} of {year}", ranked=str(ranked).lower()
        )
        for rank, key in enumerate(keys.removeprefix("-").split(), 1):
            files[f"{year}/{slug}/{key}.md"] = page(
                paper=key, rank=rank, title=f"On {key}", short=key.upper(), tags=f"[{key[0]}s]"
            )
    return files
