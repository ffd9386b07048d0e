"""What a build looks at first: settings, which files there are, the theme's layers, the day."""

import os
import stat
import time
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from roundup.build.cards.fonts import font_files
from roundup.build.layers import Layer, layers
from roundup.build.searchable import search_problems
from roundup.build.tree import CONTENT, SETTLED_NS, File, Stamp, Tree, scan, stamps_below
from roundup.content.config import SITE_FILE, parse_settings
from roundup.content.settings import Settings
from roundup.content.words import fingerprint
from roundup.problems import Problem, error, refused

_EPOCH = "SOURCE_DATE_EPOCH"
_SETTINGS_LIMIT = 1_000_000


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line says about a build; None where it says nothing."""

    output: Path | None = None
    base_url: str | None = None
    drafts: bool = False
    future: bool = False
    fresh: bool = False
    jobs: int = 0
    strict: bool = False
    why: str | None = None
    digest: bool = False


class Unreadable(Exception):
    """A site folder without a `site.toml` that can be used; carries the problems that say why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


def read_settings(site: Path, base_url: str | None = None) -> Settings:
    """The site's settings; raises Unreadable."""
    try:
        text = _text(site / SITE_FILE)
    except FileNotFoundError:
        message = f"there is no site in {site}"
        raise Unreadable(error(SITE_FILE, 0, message, _where_one_is(site))) from None
    except UnicodeDecodeError:
        raise Unreadable(error(SITE_FILE, 0, "the file is not UTF-8", "save it as UTF-8")) from None
    except OSError as fault:
        message = f"cannot be read: {fault.strerror}"
        raise Unreadable(error(SITE_FILE, 0, message, refused(fault))) from None
    settings, problems = parse_settings(text)
    if any(problem.is_error for problem in problems):
        raise Unreadable(*problems)
    if base_url is not None:
        settings = msgspec.structs.replace(settings, base_url=base_url.rstrip("/") + "/")
    return settings


def _text(file: Path) -> str:
    """What the settings file says; what is none, or too long for one, is not begun to be read."""
    status = file.stat()
    if not stat.S_ISREG(status.st_mode):
        message = "cannot be read: it is no file"
        raise Unreadable(error(SITE_FILE, 0, message, "put the site's settings there"))
    if status.st_size > _SETTINGS_LIMIT:
        message = f"the file is larger than {_SETTINGS_LIMIT:,} bytes"
        raise Unreadable(error(SITE_FILE, 0, message, "keep settings alone in it"))
    return file.read_text("utf-8-sig")


def _where_one_is(folder: Path) -> str:
    """What to do where there is no site: often it is further up."""
    above = next((one for one in folder.parents if (one / SITE_FILE).is_file()), None)
    if above:
        return f"there is one in {above}: run roundup there, or name it with --site"
    return "make one with roundup init DIR, or name the folder of one with --site"


def today() -> date:
    """Today in UTC, or the day of `SOURCE_DATE_EPOCH` (reproducible-builds.org); raises Unreadable."""
    stamp = os.environ.get(_EPOCH, "")
    try:
        return (datetime.fromtimestamp(int(stamp), UTC) if stamp else datetime.now(UTC)).date()
    except (ValueError, OverflowError, OSError):
        hint = "write seconds since 1970, or unset it"
        raise Unreadable(error(_EPOCH, 0, f"{stamp!r} is no time", hint)) from None


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """A site before anything in it is read: its settings, its files with their stamps, the day."""

    site: Path
    settings: Settings
    layers: tuple[Layer, ...]
    tree: Tree
    themes: tuple[tuple[str, Stamp], ...]
    fonts: tuple[File, ...]
    today: date
    now_ns: int
    problems: tuple[Problem, ...]

    def mark(self, options: Options) -> str:
        """What stays the same as long as nothing a build depends on changes.

        Empty where a file changed so lately that another write could leave the same stamp.
        """
        files = [(path, file.stamp) for path, file in sorted(self.tree.files.items())]
        fonts = [(file.where, file.stamp) for file in self.fonts]
        stamps = [*files, *self.themes, *fonts]
        newest = max((max(s.modified, s.changed) for _, s in stamps), default=0)
        if self.now_ns - newest < SETTLED_NS:
            return ""
        chosen = (options.drafts, options.future, options.strict)
        return fingerprint(
            msgspec.msgpack.encode((self.settings, str(self.today), chosen, stamps, self.problems))
        )


def look(site: Path, options: Options) -> Sources:
    """A site's settings and files; raises Unreadable where it has no settings that can be used."""
    settings = read_settings(site, options.base_url)
    found, problems = layers(site, settings)
    fonts, font_problems = font_files(site, settings)
    now_ns = time.time_ns()
    tree = scan(site, [one.static for one in found])
    if not (site / CONTENT).is_dir():
        # Without this a mistyped path would empty the published site.
        missing = error(CONTENT, 0, "there is no folder content/", "make it: articles stand in it")
        problems = (*problems, missing)
    # The site's own static files are in its tree.
    folders = [one.templates for one in found] + [one.static for one in found if one.shown]
    return Sources(
        site=site,
        settings=settings,
        layers=found,
        tree=tree,
        themes=tuple(one for folder in folders for one in stamps_below(folder)),
        fonts=fonts,
        today=today(),
        now_ns=now_ns,
        problems=(*problems, *search_problems(site, settings), *font_problems, *tree.problems),
    )
