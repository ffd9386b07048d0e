"""What a theme has that a site can take a copy of."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from roundup.build.ejected import copies, mark_of, told_of
from roundup.build.layers import Layer
from roundup.build.theme import WORDS
from roundup.build.tree import STATIC, TEMPLATES

_BLOCK = re.compile(r"\{%[-+]?\s*block\s+(\w+)")
_MACRO = re.compile(r"\{%[-+]?\s*macro\s+(\w+)")
_ALWAYS = (f"{TEMPLATES}/", f"{STATIC}/", f"{TEMPLATES}/parts/", f"{TEMPLATES}/{WORDS}/")
_ENDINGS = ("", ".html", ".toml", ".css")


class Ejectable(msgspec.Struct, frozen=True):
    """A file of the theme: what it is called, whose it is, what can be replaced in it, what the site has."""

    name: str
    theme: str
    blocks: tuple[str, ...]
    macros: tuple[str, ...]
    state: str


def originals(layers: Sequence[Layer]) -> Mapping[str, Layer]:
    """Every file of the theme by its path in a site, and the layer that it would be copied from."""
    themes = [one for one in layers if one.name]
    found = {path: layer for layer in themes for path in layer.files(TEMPLATES, STATIC)}
    return dict(sorted(found.items(), key=_as_people_look))


def path_of(name: str, known: Collection[str]) -> str | None:
    """The path that somebody means: `roundup`, `roundup.html`, `templates/roundup.html`, `entry`, `zh`."""
    plain = name.removeprefix("./")
    meant = (f"{start}{plain}{end}" for end in _ENDINGS for start in ("", *_ALWAYS))
    return next((path for path in meant if path in known), None)


def _as_people_look(item: tuple[str, Layer]) -> tuple[bool, int, str]:
    """Templates first, pages before parts."""
    path = item[0]
    return path.startswith(STATIC), path.count("/"), path


def ejectables(site: Path, layers: Sequence[Layer]) -> Iterator[Ejectable]:
    """All that can be ejected, and whether the site has a file of its own in its place."""
    stale = {problem.file for problem in copies(site, layers)}
    for path, layer in originals(layers).items():
        is_template = path.startswith(TEMPLATES) and path.endswith(".html")
        text = (layer.home / path).read_text("utf-8", "replace") if is_template else ""
        yield Ejectable(
            name=told_of(path),
            theme=layer.name,
            blocks=tuple(dict.fromkeys(_BLOCK.findall(text))),
            macros=tuple(_MACRO.findall(text)),
            state=_state(site, path, layer, path in stale),
        )


def _state(site: Path, path: str, layer: Layer, is_stale: bool) -> str:
    own = site / path
    if not own.is_file() or own.resolve() == (layer.home / path).resolve():
        return ""
    if is_stale:
        return "stale"
    return "ejected" if mark_of(own.read_bytes()) else "own"
