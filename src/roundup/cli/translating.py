"""The work of `roundup translate`: files for what is missing, or the record that they are current."""

import os
from pathlib import Path

import click

from roundup.authoring.translate import Versions, marked, started, still_missing, versions_of
from roundup.build.prepare import Prepared
from roundup.build.sources import Options
from roundup.cli import say
from roundup.cli.desk import apply, named_roundup
from roundup.cli.options import site_folder
from roundup.cli.reading import read_catalog
from roundup.cli.texts import texts
from roundup.content.config import SITE_FILE
from roundup.content.settings import Settings
from roundup.content.values import is_language
from roundup.pages.site import locale
from roundup.problems import error

EVERYTHING = "all"


def translate(wanted: str, language: str, mark_current: bool, dry_run: bool, style: str) -> None:
    """Makes the files of a translation that are missing, or records that those there are current."""
    with read_catalog(style, Options(drafts=True, future=True)) as prepared:
        _require_order(prepared.settings, wanted, language)
        tag = _declared(prepared.settings, language, style)
        groups = _versions(prepared, wanted)
        if len(groups) and all(group[0].language == tag for group in groups):
            raise click.UsageError(f"'{tag}' is the language of the original: name another one")
        files = texts(prepared.tree, {_folder(group) for group in groups})
        catalog = prepared.gathered.catalog
        made = marked(groups, files, tag) if mark_current else started(groups, files, catalog, tag)
        say.problems(made.problems, style)
        apply(site_folder(), made.changes, dry_run, style)
        done = len(made.changes.created) + len(made.changes.edits)
        missing = still_missing(groups, tag)
        told = _marked(done, missing, len(groups)) if mark_current else _started(done, missing)
        told = "nothing was written yet" if dry_run and done else told
        say.remark(told.format(wanted=wanted, tag=tag), style)
        if any(one.is_error for one in made.problems):
            raise click.exceptions.Exit(1)


def _require_order(settings: Settings, wanted: str, language: str) -> None:
    """Fails where a language stands in the roundup's place."""
    if settings.speaks(wanted) and not settings.speaks(language):
        right = f"roundup translate {language} {wanted}"
        raise click.UsageError(f"the roundup comes first, then the language: {right}")


def _declared(settings: Settings, wanted: str, style: str) -> str:
    """The tag of a language as `site.toml` writes it; the command fails where it is not there."""
    if not is_language(wanted):
        raise click.UsageError(f"'{wanted}' is no language tag, as zh or pt-BR are")
    for one in settings.languages:
        if one.tag.lower() == wanted.lower():
            return one.tag
    hint = f'add two lines to it, [languages.{wanted}] and below that name = "{_own_name(wanted)}"'
    say.problems([error(SITE_FILE, 0, f"the language '{wanted}' is not declared", hint)], style)
    raise click.exceptions.Exit(1)


def _own_name(tag: str) -> str:
    """What a language calls itself; its tag where nobody knows."""
    found = locale(tag)
    known = tag.lower().split("-", 1)[0] == found.language
    return str(found.get_display_name()) if known else tag


def _versions(prepared: Prepared, wanted: str) -> tuple[Versions, ...]:
    catalog, groups = prepared.gathered.catalog, prepared.gathered.groups
    if wanted == EVERYTHING:
        return tuple(groups.values())
    site = site_folder().resolve()
    for base in (Path(), site):
        path = Path(os.path.realpath(os.path.abspath(base / wanted)))
        name = path.relative_to(site).as_posix() if path.is_relative_to(site) else ""
        article = catalog.articles.get(name)
        if article and article.place.kind != "roundup":
            return versions_of(groups, catalog, name)
    return versions_of(groups, catalog, named_roundup(catalog, wanted, site))


def _folder(group: Versions) -> str:
    return group[0].path.rpartition("/")[0]


def _started(done: int, missing: int) -> str:
    if not missing:
        return "nothing is missing in {tag}"
    if not done:
        return "the files for {tag} are there already: fill in what is empty in them, then roundup check"
    files = say.counted(done, "file")
    return f"{files} to fill in: write the words, then roundup check; roundup status shows what is left"


def _marked(done: int, missing: int, files: int) -> str:
    if missing == files:
        return "nothing is translated into {tag} yet: roundup translate {wanted} {tag}"
    left = f"; {missing} still without words" if missing else ""
    now = f"{say.counted(done, 'translation')} recorded as current" if done else "all were current"
    return now + left
