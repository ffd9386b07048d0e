"""The layers of a theme, lowest first: roundup's own, the one that the settings name, the site's folders."""

import importlib.util
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from roundup.build.tree import STATIC, TEMPLATES
from roundup.content.config import SITE_FILE, line_of
from roundup.content.settings import Settings
from roundup.content.spelling import nearest
from roundup.problems import Problem, error

PACKED = "roundup"
_PACKAGE = re.compile(r"[\w-]+(?:\.[\w-]+)*")


class Layer(msgspec.Struct, frozen=True):
    """A folder with templates/ and static/; `shown` stands before its files' paths in messages."""

    name: str
    home: Path
    shown: str = ""

    @property
    def templates(self) -> Path:
        """Its templates and interface words."""
        return self.home / TEMPLATES

    @property
    def static(self) -> Path:
        """Its style sheets, scripts and pictures."""
        return self.home / STATIC

    @property
    def is_one(self) -> bool:
        """Whether it holds anything that a theme can hold."""
        return self.templates.is_dir() or self.static.is_dir()

    def files(self, *folders: str) -> Iterator[str]:
        """The files in some of its folders as paths below its home, hidden ones left out."""
        for folder in folders:
            for found in sorted((self.home / folder).rglob("*")):
                path = found.relative_to(self.home).as_posix()
                if found.is_file() and not any(part.startswith(".") for part in path.split("/")):
                    yield path


@cache
def packed_home() -> Path:
    """Where roundup's own theme is: in the package, in a checkout the repository's own folders."""
    packed = Path(__file__).resolve().parents[1] / "theme"
    return packed if packed.is_dir() else Path(__file__).resolve().parents[3]


def layers(site: Path, settings: Settings) -> tuple[tuple[Layer, ...], tuple[Problem, ...]]:
    """The layers of a site, and what is wrong with the theme that its settings name.

    Where the site's own folders are roundup's theme they are one layer, the lowest.
    """
    own = Layer("", site.resolve())
    is_theme = own.home == packed_home()
    packed = Layer(PACKED, packed_home(), "" if is_theme else f"{PACKED}/")
    name = settings.theme.path
    chosen = _chosen(site, name) if name and name != PACKED else None
    problems = (_not_found(site, name),) if name and name != PACKED and not chosen else ()
    found = (packed, chosen, None if is_theme else own)
    return tuple(one for one in found if one), problems


def _chosen(site: Path, name: str) -> Layer | None:
    """The theme of that name: a folder as the site writes it, else a package that is installed."""
    homes = [Path(os.path.realpath(site / name))]
    if not homes[0].is_dir() and _PACKAGE.fullmatch(name):
        top, *inner = name.replace("-", "_").split(".")
        # The package is looked for and never imported: a theme is files.
        spec = importlib.util.find_spec(top)
        places = (spec.submodule_search_locations if spec else None) or ()
        homes = [Path(place, *inner) for place in places]
    found = (Layer(name, home, f"{name}/") for home in homes)
    return next((one for one in found if one.is_one), None)


def _not_found(site: Path, name: str) -> Problem:
    folder = site / name
    line = line_of((site / SITE_FILE).read_text("utf-8-sig"), ("theme", "path"))
    if folder.is_dir():
        message = f"the theme '{name}' holds neither {TEMPLATES}/ nor {STATIC}/"
        return error(SITE_FILE, line, message, "name the folder that holds them")
    there = (Layer("", one) for pattern in ("*", "*/*") for one in site.glob(pattern))
    known = [one.home.relative_to(site).as_posix() for one in there if one.is_one]
    hint = f"name a folder of the site with {TEMPLATES}/ and {STATIC}/, or an installed package"
    near = nearest(name, known)
    message = f"there is no theme '{name}'"
    return error(SITE_FILE, line, message, near if near.startswith("did") else hint)
