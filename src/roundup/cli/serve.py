"""`roundup serve`."""

import click

from roundup.cli.options import examples, shared
from roundup.preview.ports import USUAL

_LAST_PORT = 65535


def _port(context: click.Context, parameter: click.Parameter, value: int | None) -> int | None:
    if value is not None and not 0 <= value <= _LAST_PORT:
        raise click.BadParameter(f"there is no port {value}: the last one is {_LAST_PORT}.")
    return value


@click.command(epilog=examples("roundup serve", "roundup serve --port 8080 --open"))
@click.option(
    "--port",
    type=int,
    callback=_port,
    metavar="N",
    help=f"Listen there, 0 for any that is free; else at {USUAL}, or the next free one.",
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
