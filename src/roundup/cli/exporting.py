"""The work of `roundup export`: the document that the theme makes, cut to the form that a place takes."""

import os
from pathlib import Path

import click

from roundup.authoring.changes import Changes, Edit
from roundup.authoring.export.document import ENDINGS, Asked, Exported, Form, exported
from roundup.authoring.export.place import Place
from roundup.authoring.export.styled import ACCENT
from roundup.build.prepare import Prepared
from roundup.build.shown import shown, view_of
from roundup.build.sources import Options
from roundup.cli import say
from roundup.cli.desk import apply, named_roundup
from roundup.cli.options import site_folder
from roundup.cli.reading import read_catalog
from roundup.content.config import SITE_FILE
from roundup.pages.absolute import absolute
from roundup.pages.site import said

FOLDER = "exports"
SAMPLE = "https://example.github.io/"  # where a new site says it is
STREAM = "-"


def export(roundup: str, lang: str, form: Form, output: str, dry_run: bool) -> None:
    """Writes a roundup as one document, or prints it."""
    site = site_folder()
    with read_catalog("text", Options(drafts=True, future=True)) as prepared:
        key = named_roundup(prepared.gathered.catalog, roundup, site)
        language = _language(prepared, key, lang)
        made = _exported(site, prepared, key, language, form)
        name = key.split("/")[1] + _tag(prepared, key, language) + ENDINGS[form]
        base_url = prepared.settings.base_url
    if output == STREAM:
        click.echo(made.text, nl=False)
        _pictures_left(made)
        return
    folder = Path(output) if output else site / FOLDER / key
    changes = _changes(site, folder, name, made)
    apply(folder, changes, dry_run)
    if not (changes.created or changes.edits):
        say.remark(f"{os.path.relpath(folder / name)} is as it was")
    if base_url.startswith(SAMPLE):
        say.remark(f"It links to {base_url}: write your own base_url into {SITE_FILE}.")


def _language(prepared: Prepared, key: str, wanted: str) -> str:
    """The language asked for, which the roundup must speak."""
    found = prepared.gathered.catalog.roundups[key]
    spoken = [one.language for one in found.editions]
    language = wanted or spoken[0]
    if language not in spoken:
        raise click.UsageError(f"{key} is not there in '{language}'; it is in: {', '.join(spoken)}")
    return language


def _tag(prepared: Prepared, key: str, language: str) -> str:
    """The language in the document's name, as in the names of articles: none for the site's own."""
    return "" if language == prepared.settings.language else f".{language}"


def _exported(site: Path, prepared: Prepared, key: str, language: str, form: Form) -> Exported:
    """The document, made by the theme; a template that fails is said, and the command fails."""
    view, there = view_of(prepared, key, language), prepared.sites[language]
    rendered = shown(site, prepared, view)
    if rendered.problem:
        say.problems([rendered.problem], "text")
        raise click.exceptions.Exit(1)
    address = absolute(there.base_url, view.head.address)
    asked = Asked(
        form=form,
        place=Place(there.base_url, address),
        canonical=view.head.canonical or address,
        title=view.title,
        language=language,
        direction=there.direction,
        accent=there.accent or ACCENT,
        page=said(there, "read_online") + said(there, "colon"),
        references=said(there, "references"),
    )
    return exported(rendered.data.decode(), asked, prepared.files)


def _changes(site: Path, folder: Path, name: str, made: Exported) -> Changes:
    """The document and its pictures; those of an earlier export are replaced where they differ."""
    files = {name: made.text.encode()}
    files |= {beside: (site / source).read_bytes() for beside, source in made.pictures}
    there = {path: (folder / path).read_bytes() for path in files if (folder / path).is_file()}
    return Changes(
        created=tuple((path, data) for path, data in files.items() if path not in there),
        edits=tuple(
            Edit(path, there[path], data)
            for path, data in files.items()
            if path in there and there[path] != data
        ),
    )


def _pictures_left(made: Exported) -> None:
    for _, source in made.pictures:
        click.echo(f"a picture belongs to it: {os.path.relpath(site_folder() / source)}", err=True)
