"""`roundup rename`."""

import click

from roundup.cli import complete
from roundup.cli.options import dry_run, examples, formatted, shared


@click.command(
    epilog=examples(
        "roundup rename paper:xlnet generalized-autoregressive",
        "roundup rename roundup:2019/top 2019/top-5",
        "roundup rename tag:nlp language",
        "roundup rename tag:nlp language --dry-run",
    )
)
@click.argument("old", metavar="KIND:OLD", shell_complete=complete.renamed)
@click.argument("new", metavar="NEW")
@dry_run
@formatted
@shared
def command(old: str, new: str, dry_run: bool, style: str) -> None:
    """Gives a paper, a roundup or a topic another name, everywhere at once.

    KIND is paper, roundup or tag. Every reference follows, and the old addresses lead to the new ones.
    With --dry-run the differences are shown.
    """
    from roundup.cli.renaming import rename

    rename(old, new, dry_run, style)
