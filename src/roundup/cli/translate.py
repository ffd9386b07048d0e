"""`roundup translate`."""

import click

from roundup.cli import complete
from roundup.cli.options import dry_run, examples, formatted, shared


@click.command(
    epilog=examples(
        "roundup translate 2019/top zh",
        "roundup translate content/about.md zh",
        "roundup translate all zh --dry-run",
        "roundup translate 2019/top zh --mark-current",
    )
)
@click.argument("wanted", metavar="ROUNDUP", shell_complete=complete.roundups)
@click.argument("language", metavar="LANG", shell_complete=complete.languages)
@click.option(
    "--mark-current",
    is_flag=True,
    help="Record that what is translated follows the originals as they are now.",
)
@dry_run
@formatted
@shared
def command(wanted: str, language: str, mark_current: bool, dry_run: bool, style: str) -> None:
    """Starts a translation, or records that it is current.

    New files have the original's words in comments and empty places for the new ones; words that are there
    are never written over. ROUNDUP is YEAR/SLUG, a folder, a slug that is unique, any file below content/,
    or "all".
    """
    from roundup.cli.translating import translate

    translate(wanted, language, mark_current, dry_run, style)
