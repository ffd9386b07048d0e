"""`roundup serve`."""

import click

from roundup.cli.options import examples, shared
from roundup.preview.ports import USUAL


@click.command(epilog=examples("roundup serve", "roundup serve --port 8080 --open"))
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    help=f"Listen there; else at {USUAL}, or the next one that is free.",
)
@click.option("--open", "opens", is_flag=True, help="Open the site in a browser.")
@shared
def command(port: int | None, opens: bool) -> None:
    """Previews the site while you write.

    Drafts are shown and marked, open pages follow what you save, and problems appear in them. For this
    machine only.
    """
    from roundup.cli.serving import preview

    preview(port, opens)
