"""The first half of every command: the site folder becomes settings, catalog, theme and problems."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import msgspec

from roundup.build.cards.fonts import Font, read_fonts
from roundup.build.ejected import copies
from roundup.build.files import file_facts
from roundup.build.load import Crew, load
from roundup.build.searchable import has_index
from roundup.build.sources import Options, Sources
from roundup.build.state import State
from roundup.build.theme import Theme, read_theme
from roundup.build.tree import Tree
from roundup.catalog.catalog import Catalog
from roundup.catalog.check import check
from roundup.catalog.gather import Gathered, Showing, gather
from roundup.content.config import SITE_FILE
from roundup.content.settings import Settings
from roundup.content.words import fingerprint
from roundup.pages.cards import card_problems
from roundup.pages.filefacts import FileFact
from roundup.pages.plan import asked, plan
from roundup.pages.scope import Scope
from roundup.pages.site import site_view
from roundup.pages.views import Page, SiteView
from roundup.problems import Problem

_ASSETS = (".css", ".js", ".mjs", ".svg", ".ico", ".png", ".woff2")
_ASSET_FOLDER_DEPTH = 2


class Prepared(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A site, read and understood. What is seen from its languages is looked at once."""

    settings: Settings
    gathered: Gathered
    theme: Theme
    sites: dict[str, SiteView]
    files: dict[str, FileFact]
    fonts: tuple[Font, ...]
    tree: Tree
    parsed: int
    problems: tuple[Problem, ...]

    @cached_property
    def scopes(self) -> tuple[Scope, ...]:
        """The catalog seen from each language, the default one first."""
        fonts = tuple(font.fact for font in self.fonts)
        catalog, settings = self.gathered.catalog, self.settings
        return tuple(
            Scope(catalog, settings, self.sites[one.tag], self.files, fonts)
            for one in settings.languages
        )

    @property
    def scope(self) -> Scope:
        """The catalog seen from the default language."""
        return self.scopes[0]

    def card_problems(self) -> Iterator[Problem]:
        """The share cards that are left out."""
        for scope in self.scopes if self.fonts else ():
            yield from card_problems(scope)

    def pages(self) -> Iterator[Page]:
        """Everything the site's output holds."""
        return plan(self.scopes)

    def asked(self, wanted: Sequence[str]) -> Iterator[Page]:
        """The pages and static files at some addresses."""
        return asked(self.scopes, wanted)


def prepare(sources: Sources, options: Options, state: State, crew: Crew) -> Prepared:
    """Reads a site's sources and gathers its catalog with all problems."""
    settings, tree = sources.settings, sources.tree
    loaded = load(tree, settings, state, crew, sources.now_ns)
    files, file_problems = file_facts(tree, state, sources.now_ns)
    fonts, font_problems = read_fonts(sources.site, sources.fonts, state, sources.now_ns)
    showing = Showing(sources.today, options.drafts, options.future)
    gathered = gather(loaded.articles, settings, showing)
    theme = read_theme(sources.layers, [one.tag for one in settings.languages])
    problems = (
        *sources.problems,
        *theme.problems,
        *copies(sources.site, sources.layers),
        *loaded.problems,
        *file_problems,
        *font_problems,
        *gathered.problems,
        *(problem for article in loaded.articles for problem in article.problems),
        *check(gathered, settings, files, _text(sources.site)),
    )
    return Prepared(
        settings=settings,
        gathered=gathered,
        theme=theme,
        sites=_sites(settings, gathered.catalog, theme, _assets(files, settings)),
        files=files,
        fonts=fonts,
        tree=tree,
        parsed=loaded.parsed,
        problems=problems,
    )


def _text(site: Path) -> str:
    """What the settings file says, for the lines of problems."""
    return (site / SITE_FILE).read_text("utf-8-sig")


def _sites(
    settings: Settings, catalog: Catalog, theme: Theme, assets: dict[str, str]
) -> dict[str, SiteView]:
    """The site seen from each of its languages."""
    return {
        one.tag: site_view(
            settings,
            catalog,
            one.tag,
            theme.words[one.tag],
            assets,
            spoken=theme.spoken[one.tag],
            indexed=has_index(settings),
        )
        for one in settings.languages
    }


def _assets(files: dict[str, FileFact], settings: Settings) -> dict[str, str]:
    """The digests of the static files that pages load themselves, by name."""
    named = {f"static/{name}" for name in settings.theme.styles}
    found = {
        path.removeprefix("static/"): fact.digest[:8]
        for path, fact in files.items()
        if (
            path.startswith("static/")
            and path.endswith(_ASSETS)
            and path.count("/") < _ASSET_FOLDER_DEPTH
        )
        or path in named
    }
    if settings.theme.accent:
        found["accent.css"] = fingerprint(settings.theme.accent.encode())[:8]
    return found
