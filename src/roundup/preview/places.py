"""Where the sources of a site are: folders with all below them, and single names in other folders."""

from pathlib import Path

import msgspec

from roundup.build.layers import layers
from roundup.build.sources import Unreadable, read_settings
from roundup.build.tree import CONTENT, STATIC, TEMPLATES
from roundup.content.config import SITE_FILE


class Places(msgspec.Struct, frozen=True):
    """What to watch: `folders` with all below them; of other folders the names that matter alone."""

    folders: tuple[Path, ...]
    names: dict[Path, frozenset[str]]


def places(site: Path, known: tuple[Path, ...] = ()) -> Places:
    """What there is of a site's sources now.

    `known` are further sources to count on as long as the settings cannot be read.
    """
    site = site.resolve()
    named = further(site) or known
    wanted = [site / SITE_FILE, site / CONTENT, site / TEMPLATES, site / STATIC, *named]
    folders = {one.resolve() for one in wanted if one.is_dir()}
    tops = tuple(sorted(one for one in folders if folders.isdisjoint(one.parents)))
    names: dict[Path, set[str]] = {}
    for one in wanted:
        # A folder is seen to come and go from those above it.
        for path in (one, *one.parents):
            inside = path.is_relative_to(site) and path != site
            if (inside or path == one) and path.parent.is_dir():
                names.setdefault(path.parent, set()).add(path.name)
    return Places(tops, {folder: frozenset(found) for folder, found in sorted(names.items())})


def further(site: Path) -> tuple[Path, ...]:
    """The folders of the theme's layers, and fonts; none while the settings cannot be read."""
    try:
        settings = read_settings(site)
        found, _ = layers(site, settings)
    except (Unreadable, OSError):
        return ()
    # The theme's folder may be away for a while.
    homes = [one.home for one in found] + [(site / (settings.theme.path or ".")).resolve()]
    folders = [home / name for home in homes for name in (TEMPLATES, STATIC)]
    fonts = [(site / name).resolve() for name in settings.theme.card_fonts]
    return tuple(dict.fromkeys((*folders, *fonts)))
