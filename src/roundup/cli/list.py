"""`roundup list`."""

import click

from roundup.cli.options import OneOf, examples, formatted, shared

KINDS = ("papers", "roundups", "tags")


@click.command(epilog=examples("roundup list papers", "roundup list roundups --format json"))
@click.argument("what", type=OneOf(KINDS), metavar="|".join(KINDS))
@formatted
@shared
def command(what: str, style: str) -> None:
    """Lists the papers, roundups or topics of the site.

    As JSON, papers and roundups are what data/site.json says of them.
    """
    from roundup.cli.listing import show

    show(what, style)
