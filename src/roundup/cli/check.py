"""`roundup check`."""

import click

from roundup.build.build import build
from roundup.build.folders import CACHE
from roundup.build.sources import Options
from roundup.cli import say
from roundup.cli.options import examples, formatted, shared, site_folder
from roundup.cli.progress import shown_progress


@click.command(epilog=examples("roundup check", "roundup check --format github"))
@formatted
@shared
def command(style: str) -> None:
    """Says everything that is wrong in the site, and writes nothing of it.

    Content, front matter, templates and links: all that a build would say.
    """
    site = site_folder()
    with shown_progress() as progress:
        report = build(site, Options(output=site / CACHE / "check"), progress)
    say.problems(report.problems, style)
    files = "" if report.failed else f"{say.counted(report.pages, 'file')}: "
    say.remark(f"{files}{say.count(report.problems)}", style)
    if report.failed:
        raise click.exceptions.Exit(1)
