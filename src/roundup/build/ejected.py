"""Copies of a theme's files in the site: the mark that says what each was made from, and whether that moved on."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from roundup.build.layers import Layer
from roundup.build.tree import STATIC, TEMPLATES
from roundup.content.words import fingerprint
from roundup.problems import Problem, warning

_MARK = re.compile(
    rb"(?:\{#|/\*|<!--|#) ejected from (.+?): (.+) ([0-9a-f]{8})(?: (?:#\}|\*/|-->))?\r?\n"
)
_COMMENTS = {
    ".css": ("/*", " */"),
    ".js": ("/*", " */"),
    ".mjs": ("/*", " */"),
    ".svg": ("<!--", " -->"),
    ".toml": ("#", ""),
}
_TEMPLATE = ("{#", " #}")
_DIGITS = 8


class Mark(msgspec.Struct, frozen=True):
    """The first line of a copy: the theme, the file there, and the digest of what that file was."""

    theme: str
    name: str
    digest: str


def mark_of(data: bytes) -> Mark | None:
    """The mark that a file begins with."""
    found = _MARK.match(data)
    return Mark(*(part.decode(errors="replace") for part in found.groups())) if found else None


def unmarked(data: bytes) -> bytes:
    """A file without its mark."""
    return _MARK.sub(b"", data, count=1) if _MARK.match(data) else data


def marked(data: bytes, layer: Layer, path: str) -> bytes:
    """A copy of a theme's file with its mark; as it is where no comment may stand in the first line."""
    folder, _, name = path.partition("/")
    ending = Path(path).suffix
    start, end = _COMMENTS.get(ending, _TEMPLATE if folder == TEMPLATES else ("", ""))
    plain = unmarked(data)
    if not start or plain.startswith(b"<?xml"):
        return plain
    line = f"{start} ejected from {layer.name}: {name} {digest(data)}{end}\n"
    return line.encode() + plain


def digest(data: bytes) -> str:
    """Eight hexadecimal digits of a file's bytes."""
    return fingerprint(data)[:_DIGITS]


def told_of(path: str) -> str:
    """What a file is called on the command line: a template without the name of its folder."""
    return path.removeprefix(f"{TEMPLATES}/")


def copies(site: Path, layers: Sequence[Layer]) -> Iterator[Problem]:
    """What has happened to the files that were ejected into the site, or into a theme inside it."""
    for number, layer in enumerate(layers):
        below = layers[:number]
        if below and layer.home.is_relative_to(site.resolve()):
            for path in layer.files(TEMPLATES, STATIC):
                # There may be very many static files, and few are copies.
                if path.startswith(TEMPLATES) or any((one.home / path).is_file() for one in below):
                    yield from _moved_on(path, layer, below)


def _moved_on(path: str, layer: Layer, below: Sequence[Layer]) -> Iterator[Problem]:
    mark = mark_of((layer.home / path).read_bytes())
    if mark is None:
        return
    shown = f"{layer.shown}{path}"
    source = next((one for one in below if one.name == mark.theme), None)
    hint = f"compare with roundup eject --diff {told_of(path)}, then --mark-current"
    if source is None:
        message = f"it was ejected from the theme '{mark.theme}', which the site does not use"
        yield warning(shown, 1, message, hint)
        return
    original = source.home / path.partition("/")[0] / mark.name
    if not original.is_file():
        message = f"it was ejected from {mark.name}, which '{mark.theme}' does not have"
        yield warning(shown, 1, message, "remove the first line, or the file")
    elif digest(original.read_bytes()) != mark.digest:
        message = "the theme's copy has changed since this one was ejected"
        yield warning(shown, 1, message, hint)
