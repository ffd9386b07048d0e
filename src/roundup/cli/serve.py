"""`roundup serve`."""

import socket
import webbrowser
from contextlib import closing

import click

from roundup.build.build import build
from roundup.build.report import Report
from roundup.build.search import index_later
from roundup.cli import say
from roundup.cli.build import summary
from roundup.cli.options import examples, shared, site_folder
from roundup.cli.progress import shown_progress
from roundup.content.config import SITE_FILE
from roundup.preview.ports import HOST, listener
from roundup.preview.serve import preview_options, serve
from roundup.problems import Problem


@click.command(epilog=examples("roundup serve", "roundup serve --port 8080 --open"))
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    help="Listen there; else where it is free.",
)
@click.option("--open", "opens", is_flag=True, help="Open the site in a browser.")
@shared
def command(port: int | None, opens: bool) -> None:
    """Previews the site while you write.

    Drafts are shown and marked, open pages reload, and problems appear in them. For this machine only.
    """
    site = site_folder()
    with closing(_listener(port)) as listening:
        number = listening.getsockname()[1]
        told = Teller()
        with shown_progress() as progress:
            first = build(site, preview_options(site, number), progress, index_later)
        told(first)
        if not (site / SITE_FILE).is_file():
            raise click.exceptions.Exit(1)

        def ready() -> None:
            address = f"http://{HOST}:{number}/"
            click.echo(f"serving {address} (Ctrl-C ends it)")
            if opens:
                webbrowser.open(address)

        try:
            serve(site, listening, first, told, ready)
        except KeyboardInterrupt:
            say.remark("stopped")


def _listener(port: int | None) -> socket.socket:
    try:
        return listener(port)
    except OSError as fault:
        message = (
            f"port {port} cannot be used: {fault.strerror}; choose another, or leave out --port"
        )
        raise click.ClickException(message) from None


class Teller:
    """Says what each build came to, and the same problems not twice in a row."""

    def __init__(self) -> None:
        self._said: tuple[Problem, ...] = ()

    def __call__(self, report: Report) -> None:
        """Tells of one build; one that found nothing to do is passed over."""
        news = report.problems != self._said
        if news:
            self._said = report.problems
            say.problems(report.problems, "text")
        if news or report.rendered or report.removed:
            say.remark(summary(report))
