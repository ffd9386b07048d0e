"""The fonts of share cards: those that the site names, then those of installed packages; never the system's."""

import os
from importlib.util import find_spec
from pathlib import Path

import msgspec

from roundup.build.cards.sfnt import NoFont, read_font
from roundup.build.state import FileTrace, State
from roundup.build.tree import File, settled, stamp_of
from roundup.content.config import SITE_FILE, line_of
from roundup.content.settings import Settings
from roundup.content.words import fingerprint
from roundup.pages.glyphs import FontFact
from roundup.problems import Problem, error, warning

EXTRA = "paper-roundup[cards]"
PACKAGED = (  # what the extra installs: a Latin text face in two weights, and the Chinese one that goes with it
    ("font_source_serif_pro", "files/SourceSerifPro-Regular.otf"),
    ("font_source_serif_pro", "files/SourceSerifPro-Bold.otf"),
    ("pylopdf_fonts_zh_cn", "NotoSerifSC-Regular.otf"),
)


class Font(msgspec.Struct, frozen=True):
    """A font that cards are set in: where its file is, and what pages know of it."""

    path: str
    fact: FontFact


def font_files(site: Path, settings: Settings) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The files of the fonts in the order in which they are asked for a character; none where cards are off."""
    if settings.pages.cards is False:
        return (), ()
    problems: list[Problem] = []
    own = [(name, site / name) for name in settings.theme.card_fonts]
    line = _line(site, "theme", "card_fonts") if own else 0
    packaged = [(f"{package}/{name}", place / name) for package, name, place in _packages()]
    files = [found for name, where in own if (found := _file(name, where, line, problems))]
    files += [found for name, where in packaged if (found := _file(name, where, 0, []))]
    if not files and settings.pages.cards and not problems:
        message = "there are no share cards: no fonts are there to set them in"
        hint = f"pip install '{EXTRA}', or name your own fonts: [theme] card_fonts"
        problems.append(warning(SITE_FILE, _line(site, "pages", "cards"), message, hint))
    return tuple(files), tuple(problems)


def _packages() -> list[tuple[str, str, Path]]:
    """The fonts of packages that are installed, with the packages' folders; none is imported for it."""
    specs = {package: find_spec(package) for package, _ in PACKAGED}
    return [
        (package, name, Path(folder))
        for package, name in PACKAGED
        if (spec := specs[package])
        for folder in spec.submodule_search_locations or ()
    ]


def _file(name: str, where: Path, line: int, problems: list[Problem]) -> File | None:
    try:
        return File(name, str(where), stamp_of(os.stat(where)))
    except OSError as fault:
        message = f"the font {name} cannot be read: {fault.strerror}"
        hint = "card_fonts names files from the folder of site.toml on"
        problems.append(error(SITE_FILE, line, message, hint))
        return None


def _line(site: Path, *path: str) -> int:
    return line_of((site / SITE_FILE).read_text("utf-8-sig"), path)


def read_fonts(
    site: Path, files: tuple[File, ...], state: State, now_ns: int
) -> tuple[tuple[Font, ...], tuple[Problem, ...]]:
    """The fonts that can be read; a file with a known stamp is not read again."""
    known = state.files("fonts")
    fonts: list[Font] = []
    problems: list[Problem] = []
    changed: dict[str, FileTrace] = {}
    for file in files:
        trace = known.get(file.where)
        if trace and trace.stamp == file.stamp:
            fonts.append(Font(file.where, msgspec.msgpack.decode(trace.fact, type=FontFact)))
        elif fact := _fact(site, file, problems):
            fonts.append(Font(file.where, fact))
            blob = msgspec.msgpack.encode(fact)
            changed[file.where] = FileTrace(settled(file.stamp, now_ns), blob)
    gone = sorted(known.keys() - {file.where for file in files})
    if changed or gone:
        state.keep_files(changed, gone, "fonts")
    return tuple(fonts), tuple(problems)


def _fact(site: Path, file: File, problems: list[Problem]) -> FontFact | None:
    try:
        data = Path(file.where).read_bytes()
        found = read_font(data)
    except OSError as fault:
        message = f"the font {file.path} cannot be read: {fault.strerror}"
        line = _line(site, "theme", "card_fonts")
        problems.append(error(SITE_FILE, line, message, "check its permissions"))
    except NoFont:
        message = f"{file.path} is no OpenType or TrueType font with a Unicode character map"
        line = _line(site, "theme", "card_fonts")
        problems.append(error(SITE_FILE, line, message, "card_fonts takes .otf and .ttf files"))
    else:
        return FontFact(fingerprint(data), found.weight, found.ranges)
    return None
