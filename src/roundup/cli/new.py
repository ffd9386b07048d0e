"""`roundup new`."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import click

from roundup.authoring.changes import creations
from roundup.authoring.keys import slug as nearest_slug
from roundup.authoring.new import Earlier, index, series_of
from roundup.build.sources import Unreadable, read_settings
from roundup.cli import complete, glance, say
from roundup.cli.earlier import read_earlier
from roundup.cli.options import examples, shared, site_folder
from roundup.content.settings import Settings
from roundup.content.values import RESERVED_KEY, TEXT, Invalid, is_key
from roundup.problems import Problem, error

_YEAR = re.compile(r"[12]\d{3}", re.ASCII)
_INDEX = "index.md"
NEXT = """
Next:
  roundup serve --open{pad}  see it while you write
  roundup add {key} REF...  its papers: arXiv ids, DOIs, addresses, .bib files"""


def _title(context: click.Context, parameter: click.Parameter, value: str) -> str:
    try:
        value.encode()
        return str(TEXT.read(" ".join(value.split())))
    except UnicodeEncodeError:
        raise click.BadParameter("it is not UTF-8") from None
    except Invalid as invalid:
        raise click.BadParameter(invalid.faults[0].message) from None


@click.command(
    epilog=examples(
        "roundup new 2024 top-10 --title 'Top {n} papers of {year}'",
        "roundup new 2024 top-10 --after 2023/top-10",
        "roundup new 2024 my-list --lang zh",
    )
)
@click.argument("year", metavar="YEAR", shell_complete=complete.years)
@click.argument("slug", metavar="SLUG", required=False, shell_complete=complete.slugs)
@click.option(
    "--title",
    default="",
    callback=_title,
    metavar="TEXT",
    help="Its title. {n} in it is the number of papers, {year} the year.",
)
@click.option(
    "--lang",
    "language",
    default="",
    metavar="LANG",
    shell_complete=complete.languages,
    help="Its language, if not the site's own.",
)
@click.option(
    "--after",
    default="",
    metavar="ROUNDUP",
    shell_complete=complete.roundups,
    help="Take over series, tags, curators and title from an earlier edition.",
)
@shared
def command(year: str, slug: str | None, title: str, language: str, after: str) -> None:
    """Makes a roundup: a folder with an index.md.

    YEAR is the year that it covers, SLUG its name in addresses: lower-case letters a-z, digits, hyphens.
    """
    from roundup.cli.desk import apply

    key, site = _key(year, slug), site_folder()
    settings = _settings(site)
    name = _index_name(settings, language) if language else _INDEX
    _require_free(site, key)
    earlier = read_earlier(site, after, name if language else "") if after else None
    if earlier and not language:
        name = earlier.path.rpartition("/")[2]
    apply(site, creations({f"content/{key}/{name}": index(key, title, earlier)}), dry=False)
    for line in _advice(earlier, key.split("/")[1]):
        say.remark(line)
    say.remark(NEXT.format(key=key, pad=" " * (len(key) - 1)))


def _key(year: str, slug: str | None) -> str:
    """`YEAR/SLUG` out of two words, or one that is written so; anything else is a wrong command line."""
    if slug is None and "/" in year:
        year, slug = year.strip("/").split("/", 1)
    if not _YEAR.fullmatch(year):
        raise click.UsageError(
            f"'{year}' is no year: write four digits, as in roundup new 2024 top-10"
        )
    if slug is None:
        raise click.UsageError(f"Missing argument 'SLUG': a name, as in roundup new {year} top-10")
    if not is_key(slug):
        meant = nearest_slug(slug)
        hint = f": did you mean '{meant}'?" if meant and meant != RESERVED_KEY else ""
        rule = "a slug is lower-case letters a-z, digits and single hyphens, at most 100 long"
        raise click.UsageError(f"'{slug}' cannot be a slug{hint} ({rule})")
    if slug == RESERVED_KEY:
        raise click.UsageError(
            f"'{slug}' cannot be a slug: it is reserved for the pages of long lists"
        )
    return f"{year}/{slug}"


def _settings(site: Path) -> Settings:
    try:
        return read_settings(site)
    except Unreadable as fault:
        _fail(*fault.problems)


def _fail(*problems: Problem) -> NoReturn:
    say.problems(problems, "text")
    raise click.exceptions.Exit(1)


def _index_name(settings: Settings, language: str) -> str:
    """The file of an index in a language; one that is not declared is a problem of site.toml."""
    for place, one in enumerate(settings.languages):
        if one.tag.lower() == language.lower():
            return f"index.{one.tag}.md" if place else _INDEX
    known = ", ".join(one.tag for one in settings.languages)
    hint = f"the site speaks {known}; for another language add [languages.{language}] and a name"
    _fail(error("site.toml", 0, f"the language '{language}' is not declared", hint))


def _require_free(site: Path, key: str) -> None:
    """Ends the command where the roundup is there; a folder with other files is none yet."""
    there = glance.indices(site, key)
    if there:
        hint = f"choose another slug; to translate it: roundup translate {key} LANG"
        _fail(error(f"content/{key}/{there[0]}", 0, "the roundup is there already", hint))


def _advice(earlier: Earlier | None, name: str) -> Iterator[str]:
    """What the earlier edition needs too, and what of it could not be taken over."""
    if earlier and not earlier.fields.get("series"):
        line = f"series: {series_of(name, earlier)}"
        yield f"To link the two editions, give {earlier.path} the line `{line}` too."
    period = str((earlier and earlier.fields.get("period")) or "")
    if earlier and period and period != earlier.year:
        yield f"The earlier edition covers {period}: say in `period:` what this one covers."
