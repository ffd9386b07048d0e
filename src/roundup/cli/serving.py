"""The work of `roundup serve`: a place to listen, a first build, and what each later one came to."""

import socket
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click

from roundup.build.build import build
from roundup.build.report import Report
from roundup.build.search import index_later
from roundup.cli import say
from roundup.cli.build import summary
from roundup.cli.open import opened
from roundup.cli.options import site_folder
from roundup.cli.progress import shown_progress
from roundup.content.config import SITE_FILE
from roundup.preview.builder import preview_options
from roundup.preview.hold import Previewed, held
from roundup.preview.ports import USUAL, listener
from roundup.preview.serve import Teller, serve
from roundup.problems import Problem


def preview(port: int | None, opens: bool) -> None:
    """Previews the site of the command line until it is ended."""
    site = site_folder()
    with closing(_listener(port)) as listening:
        number = listening.getsockname()[1]
        address = str(preview_options(site, number).base_url)
        if not (site / SITE_FILE).is_file():
            Heard().first(_first(site, number))
            raise click.exceptions.Exit(1)
        try:
            with held(site, address):
                _preview(site, listening, address, opens)
        except Previewed as fault:
            hint = "look there, or end it with Ctrl-C where it runs"
            message = f"the site is previewed already: {fault}\n  hint: {hint}"
            raise click.ClickException(message) from None


def _preview(site: Path, listening: socket.socket, address: str, opens: bool) -> None:
    number = listening.getsockname()[1]
    heard = Heard()
    first = _first(site, number)
    heard.first(first)

    def ready() -> None:
        click.echo(f"serving {address} (Ctrl-C ends it)")
        if opens and not opened(address):
            say.remark("there is no browser to open: open the address yourself")

    serve(site, listening, first, Teller(ready, heard.next, say.remark))
    say.remark("stopped")


def _first(site: Path, port: int) -> Report:
    with shown_progress() as progress:
        return build(site, preview_options(site, port), progress, index_later)


def _listener(port: int | None) -> socket.socket:
    try:
        found = listener(port)
    except OSError as fault:
        message = f"port {port} cannot be used: {fault.strerror}"
        hint = "choose another one, or leave out --port"
        raise click.ClickException(f"{message}\n  hint: {hint}") from None
    if port is None and found.getsockname()[1] != USUAL:
        say.remark(f"port {USUAL} is taken")
    return found


class Heard:
    """Says what each build came to in a line, and of the problems those that were not said before."""

    def __init__(self) -> None:
        self._said: frozenset[Problem] = frozenset()
        self._last: tuple[Problem, ...] = ()

    def first(self, report: Report) -> None:
        """Tells of the build that the preview begins with."""
        self._problems(report)
        say.remark(summary(report))

    def next(self, report: Report, changed: Sequence[str]) -> None:
        """Tells of one more build; one that found nothing to do is passed over."""
        news = report.problems != self._last
        self._problems(report)
        if news or report.rendered or report.removed:
            say.remark(f"{_named(changed) or 'search index'}: {_outcome(report)}")

    def _problems(self, report: Report) -> None:
        found = frozenset(report.problems)
        say.problems([one for one in report.problems if one not in self._said], "text")
        # A build that failed early has not seen what is wrong elsewhere.
        self._said = self._said | found if report.failed else found
        self._last = report.problems


def _outcome(report: Report) -> str:
    if report.failed:
        return f"{say.count(report.problems)}, the last good site stays"
    removed = f", {len(report.removed)} removed" if report.removed else ""
    told = f" ({say.count(report.problems)})" if report.problems else ""
    return f"{len(report.rendered)} rendered{removed} in {report.seconds * 1000:.0f} ms{told}"


def _named(changed: Sequence[str]) -> str:
    """What changed; nothing where a build only took what was made beside earlier ones."""
    more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
    return f"{changed[0]}{more}" if changed else ""
