"""`roundup import`."""

import re
from pathlib import Path
from typing import Any

import click

from roundup.authoring.keys import slug as nearest_slug
from roundup.cli import complete
from roundup.cli.options import dry_run, examples, formatted, shared
from roundup.content.values import RESERVED_KEY, is_key, is_language

_YEAR = re.compile(r"[12]\d{3}", re.ASCII)


def _year(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if value and not _YEAR.fullmatch(value):
        raise click.BadParameter(f"'{value}' is no year: write four digits, as in --year 2019")
    return value


def _slug(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if value and (not is_key(value) or value == RESERVED_KEY):
        meant = nearest_slug(value)
        hint = f"; did you mean '{meant}'?" if meant and meant != RESERVED_KEY else ""
        raise click.BadParameter(
            f"'{value}' cannot be a slug: lower-case letters a-z, digits, single hyphens{hint}"
        )
    return value


def _language(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if value and not is_language(value):
        raise click.BadParameter(f"'{value}' is no language tag: write one as en, zh or pt-BR")
    return value


@click.command(
    epilog=examples(
        "roundup import best-of-2019.html",
        "roundup import README.md --year 2020 --slug best-papers --dry-run",
        "roundup import weeks.md --split --output drafts",
        "roundup import references.bib --year 2019 --slug reading-list",
    )
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, shell_complete=complete.files)
@click.option("--year", default="", callback=_year, metavar="YEAR", help="The year it is about.")
@click.option("--slug", default="", callback=_slug, metavar="SLUG", help="Its name in addresses.")
@click.option(
    "--lang",
    "language",
    default="",
    callback=_language,
    metavar="LANG",
    shell_complete=complete.languages,
    help="The language it is written in.",
)
@click.option("--split", is_flag=True, help="Make a roundup of each section, as of each week.")
@click.option("--images", is_flag=True, help="Fetch pictures from the web too.")
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write the folders here instead of the site's content/.",
)
@dry_run
@formatted
@shared
def command(files: tuple[str, ...], **given: Any) -> None:
    """Makes a roundup of articles out of a post, README or bibliography that exists.

    FILE is a saved web page, a Markdown file, BibTeX, RIS or CSL-JSON; '-' reads what is piped in. Its papers
    land in content/YEAR/SLUG/, a file each; YEAR is undated where nothing names one. A report says what was
    recognised, what is doubtful and what was left out, with lines. Nothing is invented or overwritten.
    """
    from roundup.authoring.importers.landing import Wish
    from roundup.cli.importing import Asked, import_all

    wish = Wish(**{name: given.pop(name) for name in Wish.__struct_fields__})
    import_all(files, wish, Asked(**given))
