"""The first half of every command: the site folder becomes settings, catalog, theme and problems."""

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from roundup.build.files import file_facts
from roundup.build.load import Crew, load
from roundup.build.state import State
from roundup.build.theme import Theme, read_theme, theme_folders
from roundup.build.tree import Tree, scan
from roundup.catalog.check import check
from roundup.catalog.gather import Gathered, Showing, gather
from roundup.content.config import SITE_FILE, parse_settings
from roundup.content.settings import Settings
from roundup.content.words import fingerprint
from roundup.pages.plan import plan
from roundup.pages.scope import FileFact, Scope
from roundup.pages.site import site_view
from roundup.pages.views import Page, SiteView
from roundup.problems import Problem, error

_ASSETS = (".css", ".js", ".mjs", ".svg", ".ico", ".png", ".woff2")
_ASSET_FOLDER_DEPTH = 2


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


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """A site, read and understood."""

    settings: Settings
    gathered: Gathered
    theme: Theme
    sites: dict[str, SiteView]
    files: dict[str, FileFact]
    tree: Tree
    parsed: int
    problems: tuple[Problem, ...]

    @property
    def scope(self) -> Scope:
        """The catalog seen from the default language."""
        language = self.settings.language
        return Scope(self.gathered.catalog, self.settings, self.sites[language], self.files)

    def pages(self) -> Iterator[Page]:
        """Everything the site's output holds."""
        return plan(self.gathered.catalog, self.settings, self.sites, self.files)


class Unreadable(Exception):
    """A site folder without a `site.toml` that can be used; carries the problems that say why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


def read_settings(site: Path, base_url: str | None = None) -> Settings:
    """The site's settings; raises Unreadable."""
    try:
        text = (site / SITE_FILE).read_text("utf-8-sig")
    except FileNotFoundError:
        hint = "run roundup in the folder that holds site.toml, or name it with --site"
        raise Unreadable(error(SITE_FILE, 0, f"there is no site in {site}", hint)) from None
    except UnicodeDecodeError:
        raise Unreadable(error(SITE_FILE, 0, "the file is not UTF-8", "save it as UTF-8")) from None
    except OSError as fault:
        raise Unreadable(error(SITE_FILE, 0, f"cannot be read: {fault.strerror}")) from None
    settings, problems = parse_settings(text)
    if any(problem.is_error for problem in problems):
        raise Unreadable(*problems)
    if base_url is not None:
        settings = msgspec.structs.replace(settings, base_url=base_url.rstrip("/") + "/")
    return settings


def today() -> date:
    """Today in UTC, or the day of `SOURCE_DATE_EPOCH` (reproducible-builds.org)."""
    stamp = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(stamp), UTC) if stamp.isdigit() else datetime.now(UTC)
    return moment.date()


def prepare(site: Path, options: Options, state: State, crew: Crew, now_ns: int) -> Prepared:
    """Reads a site and gathers its catalog with all problems; raises Unreadable without settings."""
    settings = read_settings(site, options.base_url)
    folders, theme_problems = theme_folders(site, settings)
    tree = scan(site, folders.static)
    loaded = load(tree, settings, state, crew, now_ns)
    files, file_problems = file_facts(tree, state, now_ns)
    showing = Showing(today(), options.drafts, options.future)
    gathered = gather(loaded.articles, settings, showing)
    theme = read_theme(site, folders, [one.tag for one in settings.languages])
    assets = _assets(files, settings)
    sites = {
        one.tag: site_view(settings, gathered.catalog, one.tag, theme.words[one.tag], assets)
        for one in settings.languages
    }
    problems = (
        *theme_problems,
        *theme.problems,
        *tree.problems,
        *loaded.problems,
        *file_problems,
        *gathered.problems,
        *(problem for article in loaded.articles for problem in article.problems),
        *check(gathered, settings, files),
    )
    return Prepared(
        settings=settings,
        gathered=gathered,
        theme=theme,
        sites=sites,
        files=files,
        tree=tree,
        parsed=loaded.parsed,
        problems=problems,
    )


def _assets(files: dict[str, FileFact], settings: Settings) -> dict[str, str]:
    """The digests of the static files that pages load themselves, by name."""
    found = {
        path.removeprefix("static/"): fact.digest[:8]
        for path, fact in files.items()
        if path.startswith("static/")
        and path.endswith(_ASSETS)
        and path.count("/") < _ASSET_FOLDER_DEPTH
    }
    if settings.theme.accent:
        found["accent.css"] = fingerprint(settings.theme.accent.encode())[:8]
    return found
