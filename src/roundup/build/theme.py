"""The theme as a value: templates and interface words, the site's own over the theme's."""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import msgspec

from roundup.build.layers import PACKED, Layer
from roundup.build.tree import TEMPLATES
from roundup.build.words import faults, gaps, given, interface, spoken
from roundup.content.config import line_of
from roundup.problems import Problem, error

WORDS = "words"
_THEME = "theme/"
_PACKED = f"{PACKED}/"
_REFERENCE = re.compile(
    r"\{%[-+]?\s*(?:extends|include|import|from)\s+"
    r"(?:(\"[^\"]+\"|'[^']+')(?=\s*(?:[-+]?%\}|(?:as|import|ignore|with|without)\b)))?"
)
_EXTENDS = re.compile(r"\{%[-+]?\s*extends\s+([\"'])(.+?)\1")
_WORDS_FILE = re.compile(rf"(?:{_THEME}|{_PACKED})?{WORDS}/[^/]+\.toml")
_TOML_LINE = re.compile(r"\(at line (\d+),")

_SIZE_LIMIT = 1_000_000


class Theme(msgspec.Struct, frozen=True):
    """Template sources by name, where each stands, and interface words by language.

    `spoken` is the language that a language's interface words are in: English where it has none.
    `theme/NAME` is the theme's template whatever the site puts in its place, `roundup/NAME` that of
    roundup's own theme, which stands behind every other.
    """

    templates: dict[str, str]
    origins: dict[str, str]
    words: dict[str, dict[str, Any]]
    spoken: dict[str, str]
    problems: tuple[Problem, ...] = ()

    def closure(self, name: str) -> bytes:
        """The digest of a template and of every template it can reach."""
        return _closure(name, self)


def read_theme(layers: Iterable[Layer], languages: list[str]) -> Theme:
    """The templates of all layers, each over those below it."""
    templates: dict[str, str] = {}
    origins: dict[str, str] = {}
    problems: list[Problem] = []
    for layer in layers:
        for name, text in _sources(layer, problems):
            for prefix in _prefixes(layer):
                templates[prefix + name] = text
                origins[prefix + name] = f"{layer.shown}{TEMPLATES}/{name}"
    problems += _endless(templates, origins)
    tables = _by_language(_tables(templates, origins, problems))
    problems += (problem for language in languages for problem in gaps(tables, language))
    return Theme(
        templates,
        origins,
        words={language: interface(tables, language) for language in languages},
        spoken={language: spoken(tables, language) for language in languages},
        problems=tuple(problems),
    )


def _prefixes(layer: Layer) -> tuple[str, ...]:
    """What the names of a layer's templates can begin with."""
    if layer.name == PACKED:
        return ("", _THEME, _PACKED)
    return ("", _THEME) if layer.name else ("",)


def _sources(layer: Layer, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    for path in layer.files(TEMPLATES):
        if (layer.home / path).stat().st_size > _SIZE_LIMIT:
            message = f"the file is larger than {_SIZE_LIMIT:,} bytes"
            problems.append(error(layer.shown + path, 0, message, "split it"))
            continue
        try:
            path.encode()
            yield path.removeprefix(f"{TEMPLATES}/"), (layer.home / path).read_text("utf-8")
        except UnicodeEncodeError:
            shown = layer.shown + path.encode(errors="replace").decode()
            problems.append(error(shown, 0, "the file's name is not UTF-8", "rename it"))
        except UnicodeDecodeError as fault:
            line = fault.object.count(b"\n", 0, fault.start) + 1
            message = "the file is not UTF-8"
            problems.append(error(layer.shown + path, line, message, "save it as UTF-8"))


def _endless(templates: Mapping[str, str], origins: Mapping[str, str]) -> Iterator[Problem]:
    """Templates that extend themselves: who writes one means that of the layer below."""
    for name, text in templates.items():
        for found in _EXTENDS.finditer(text):
            if origins.get(found[2]) == origins[name]:
                plain = found[2].removeprefix(_THEME).removeprefix(_PACKED)
                below = _PACKED if origins.get(_THEME + plain) == origins[name] else _THEME
                line = text.count("\n", 0, found.start()) + 1
                hint = f'write {{% extends "{below}{plain}" %}}'
                yield error(origins[name], line, "the template extends itself", hint)


def _tables(
    templates: Mapping[str, str], origins: Mapping[str, str], problems: list[Problem]
) -> dict[str, dict[str, Any]]:
    """The files of interface words by name, read."""
    known: dict[str, dict[str, Any]] = {}
    texts: dict[str, str] = {}
    tables: dict[str, dict[str, Any]] = {}
    for name, text in templates.items():
        if _WORDS_FILE.fullmatch(name):
            where = origins[name]
            if where not in known:
                known[where] = _table(text, where, problems)
            tables[name] = known[where]
            texts[where] = text
    fields = given(table for name, table in tables.items() if name.startswith(_PACKED))
    for where, table in known.items():
        for fault in list(faults(table, fields)):
            line = line_of(texts[where], fault.path)
            problems.append(error(where, line, fault.message, fault.hint))
            table.pop(str(fault.path[0]), None)
    return tables


def _table(text: str, where: str, problems: list[Problem]) -> dict[str, Any]:
    try:
        return dict(_parsed(text))
    except tomllib.TOMLDecodeError as fault:
        found = _TOML_LINE.search(str(fault))
        line = int(found[1]) if found else max(1, text.count("\n"))
        problems.append(error(where, line, f"not TOML: {fault}"))
        return {}


@lru_cache(maxsize=16)
def _parsed(text: str) -> dict[str, Any]:
    """A file of interface words; a preview reads the same ones again and again."""
    return tomllib.loads(text)


def _by_language(tables: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The words of each language; a file need not hold all of them, as every layer is looked into."""
    found: dict[str, dict[str, Any]] = {}
    for prefix in (_PACKED, _THEME, ""):
        start = f"{prefix}{WORDS}/"
        for name in sorted(tables):
            if name.startswith(start):
                tag = name.removeprefix(start).removesuffix(".toml")
                found[tag] = found.get(tag, {}) | tables[name]
    return found


def _closure(name: str, theme: Theme) -> bytes:
    """Names are looked for in the source; one that is computed may be any template of the theme."""
    seen: dict[str, None] = {}
    todo = [name]
    while todo:
        current = todo.pop()
        if current in seen or current not in theme.templates:
            continue
        seen[current] = None
        for found in _REFERENCE.findall(theme.templates[current]):
            quoted = found[:1] in "\"'" and len(found) > 1
            todo += [found[1:-1]] if quoted else list(theme.templates)
    digest = hashlib.blake2b(digest_size=16)
    for one in sorted(seen):
        digest.update(f"{one}\0{theme.templates[one]}\0".encode())
    return digest.digest()
