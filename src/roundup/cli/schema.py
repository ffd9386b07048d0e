"""`roundup schema`."""

import click

from roundup.cli import say
from roundup.cli.options import OneOf, examples, shared
from roundup.content.editor import SCHEMAS
from roundup.pages.data import site_schema

ALL = {**SCHEMAS, "data": site_schema}


@click.command(epilog=examples("roundup schema entry > entry.schema.json", "roundup schema site"))
@click.argument("what", required=False, type=OneOf(list(ALL)), metavar="|".join(ALL))
@shared
def command(what: str | None) -> None:
    """Prints JSON Schemas, for editors and programs.

    Of site.toml, of each kind of front matter, or of data/site.json. Without a name: all of them.
    """
    schema = ALL[what]() if what else {name: made() for name, made in ALL.items()}
    say.result(say.json_text(schema))
