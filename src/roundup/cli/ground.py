"""Where an import lands: the site's content, or another folder, with what is known there."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import click
import msgspec

from roundup.authoring.importers.document import Document
from roundup.authoring.importers.landing import Shelf, shelf_of
from roundup.authoring.importers.landing.former import folded
from roundup.build.build import read_site
from roundup.build.prepare import Prepared
from roundup.build.sources import Options, Unreadable, read_settings
from roundup.build.tree import CONTENT
from roundup.cli import say
from roundup.cli.options import site_folder
from roundup.content.config import SITE_FILE
from roundup.content.settings import Settings
from roundup.pages.addresses import output_path
from roundup.problems import Problem, error, in_order


class Ground(msgspec.Struct, frozen=True):
    """The folder that years go into; `site` is the one whose content it is, None where it is none's."""

    root: Path
    languages: tuple[str, ...]
    site: Path | None

    def named(self, path: str) -> str:
        """A path below the folder as it is named from here."""
        return os.path.relpath(self.root / path)

    def shelf(self, documents: Sequence[Document], style: str) -> Shelf:
        """What is known there; the files of all pages only where an old address could be one of them."""
        if self.site is None:
            return Shelf(languages=self.languages)
        try:
            prepared = read_site(self.site, Options(drafts=True, future=True))
        except Unreadable as fault:
            _fail(fault.problems, style)
        moved = any(one.address or one.slug or one.aliases or one.date for one in documents)
        paths = _occupied(prepared) if moved else ()
        return shelf_of(prepared.gathered.catalog, self.languages, paths)


def _occupied(prepared: Prepared) -> Iterator[str]:
    """The files of the site's pages and the static ones, as aliases are compared with them."""
    if not any(one.is_error for one in prepared.problems):
        yield from (folded(output_path(page.address)) for page in prepared.pages())
    for path in prepared.tree.files:
        if not path.endswith(".md"):
            yield folded(path.partition("/")[2])


def ground(output: Path | None, language: str, style: str) -> Ground:
    """The folder of the command line; fails without a site where none was named."""
    site = site_folder()
    content = site / CONTENT
    outside = output is not None and os.path.realpath(output) != os.path.realpath(content)
    settings = _settings(site, outside, style)
    languages = tuple(one.tag for one in settings.languages) if settings else ()
    if language and languages and not _is_declared(language, languages):
        hint = f"add [languages.{language}] with a name and a title to {SITE_FILE}"
        message = f"the language '{language}' is not declared"
        _fail([error(SITE_FILE, 0, message, hint)], style)
    return Ground(output if output and outside else content, languages, None if outside else site)


def _settings(site: Path, outside: bool, style: str) -> Settings | None:
    """The settings of the site; what lands outside of it can do without."""
    try:
        return read_settings(site)
    except Unreadable as fault:
        if outside:
            return None
        _fail(fault.problems, style)


def _is_declared(language: str, languages: Sequence[str]) -> bool:
    return language.lower() in {one.lower() for one in languages}


def _fail(problems: Sequence[Problem], style: str) -> NoReturn:
    say.problems(in_order(problems), style)
    raise click.exceptions.Exit(1)
