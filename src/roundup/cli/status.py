"""`roundup status`."""

import click

from roundup.cli import complete
from roundup.cli.options import examples, formatted, shared


@click.command(
    epilog=examples(
        "roundup status",
        "roundup status 2019/top --lang zh",
        "roundup status --diff",
        "roundup status --format json",
    )
)
@click.argument("wanted", metavar="[ROUNDUP]", required=False, shell_complete=complete.roundups)
@click.option(
    "--lang",
    "language",
    metavar="LANG",
    shell_complete=complete.languages,
    help="Only this language.",
)
@click.option(
    "--diff", is_flag=True, help="Show what changed in the originals of stale translations, by git."
)
@formatted
@shared
def command(wanted: str | None, language: str | None, diff: bool, style: str) -> None:
    """Shows how far each roundup is in each language.

    A translation is current, stale (the original has moved on), partial (entries lack it) or missing.
    """
    from roundup.cli.standing import show_status

    show_status(wanted, language, diff, style)
