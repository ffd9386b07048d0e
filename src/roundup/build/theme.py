"""The theme as a value: templates, interface words and static files, the site's own over the theme's."""

import hashlib
import importlib.util
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from roundup.content.settings import Settings
from roundup.problems import Problem, error

_OWN = "theme/"
_PACKED = "roundup/"
_REFERENCE = re.compile(
    r"\{%[-+]?\s*(?:extends|include|import|from)\s+"
    r"(?:(\"[^\"]+\"|'[^']+')(?=\s*(?:[-+]?%\}|(?:as|import|ignore|with|without)\b)))?"
)
_TOML_LINE = re.compile(r"\(at line (\d+),")
WORDS = "words"


class Theme(msgspec.Struct, frozen=True):
    """Template sources by name, where each stands, and interface words by language.

    `theme/NAME` is the theme's own template, `roundup/NAME` that of the theme in the package.
    """

    templates: dict[str, str]
    origins: dict[str, str]
    words: dict[str, dict[str, Any]]
    static: str
    problems: tuple[Problem, ...] = ()

    def closure(self, name: str) -> bytes:
        """The digest of a template and of every template it can reach."""
        return _closure(name, self)


class ThemeFolders(msgspec.Struct, frozen=True):
    """Where a theme's templates and static files are."""

    templates: Path
    static: Path


@cache
def default_theme() -> ThemeFolders:
    """The theme that comes with the package; in a checkout it is the repository's own folders."""
    packed = Path(__file__).resolve().parents[1] / "theme"
    home = packed if packed.is_dir() else Path(__file__).resolve().parents[3]
    return ThemeFolders(home / "templates", home / "static")


def theme_folders(site: Path, settings: Settings) -> tuple[ThemeFolders, tuple[Problem, ...]]:
    """The folders of the theme that the settings name: a folder of the site, or an installed package."""
    name = settings.theme.path
    if not name:
        return default_theme(), ()
    folder = (site / name).resolve()
    if not folder.is_dir() and re.fullmatch(r"[\w.]+", name):
        spec = importlib.util.find_spec(name.split(".")[0])
        places = list(spec.submodule_search_locations or ()) if spec else []
        folder = Path(places[0]) if places else folder
    if not folder.is_dir():
        message = f"there is no theme '{name}'"
        hint = "name a folder of the site with templates/ and static/, or an installed package"
        return default_theme(), (error("site.toml", 0, message, hint),)
    return ThemeFolders(folder / "templates", folder / "static"), ()


def read_theme(site: Path, folders: ThemeFolders, languages: list[str]) -> Theme:
    """The theme with the site's own templates over it; the default theme stands behind every other."""
    templates: dict[str, str] = {}
    origins: dict[str, str] = {}
    problems: list[Problem] = []
    own = site / "templates"
    packed = default_theme().templates
    for folder in dict.fromkeys((packed, folders.templates)):
        prefixes = ("", _OWN, _PACKED) if folder == packed else ("", _OWN)
        for name, text in _sources(folder, problems):
            templates |= {prefix + name: text for prefix in prefixes}
            origins |= {prefix + name: name for prefix in prefixes}
    if own.resolve() != folders.templates.resolve():
        for name, text in _sources(own, problems):
            templates[name] = text
            origins[name] = f"templates/{name}"
    else:
        origins = {name: f"templates/{origin}" for name, origin in origins.items()}
    static = str(folders.static)
    tables = dict(_tables(templates, origins, problems))
    return Theme(templates, origins, _words(tables, languages), static, tuple(problems))


def _sources(folder: Path, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not any(part.startswith(".") for part in name.split("/")):
            try:
                yield name, path.read_text("utf-8")
            except UnicodeDecodeError as fault:
                line = fault.object.count(b"\n", 0, fault.start) + 1
                message = "the file is not UTF-8"
                problems.append(error(f"templates/{name}", line, message, "save it as UTF-8"))


def _tables(
    templates: Mapping[str, str], origins: Mapping[str, str], problems: list[Problem]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The files of interface words by name, read."""
    for name, text in templates.items():
        if name.removeprefix(_OWN).startswith(f"{WORDS}/") and name.endswith(".toml"):
            try:
                yield name, tomllib.loads(text)
            except tomllib.TOMLDecodeError as fault:
                found = _TOML_LINE.search(str(fault))
                line = int(found[1]) if found else max(1, text.count("\n"))
                problems.append(error(origins[name], line, f"not TOML: {fault}"))


def _words(tables: Mapping[str, dict[str, Any]], languages: list[str]) -> dict[str, dict[str, Any]]:
    """The interface words of each language: its own over its parent's (`zh-Hans`, `zh`) over English."""
    found = {}
    for language in languages:
        parts = language.split("-")
        chain = ["en", *("-".join(parts[:length]) for length in range(1, len(parts) + 1))]
        words: dict[str, Any] = {}
        for tag in chain:
            for prefix in (_OWN, ""):
                words |= tables.get(f"{prefix}{WORDS}/{tag}.toml", {})
        found[language] = words
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
