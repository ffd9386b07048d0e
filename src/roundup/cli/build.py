"""`roundup build`."""

import os
from pathlib import Path
from typing import Any

import click

from roundup.build.report import Report
from roundup.build.sources import Options
from roundup.build.unchanged import unchanged
from roundup.cli import say
from roundup.cli.options import examples, formatted, shared, site_folder
from roundup.cli.progress import shown_progress
from roundup.content.settings import BASE_URL
from roundup.content.values import Invalid


def _base_url(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    try:
        return None if value is None else str(BASE_URL.read(value))
    except Invalid as invalid:
        raise click.BadParameter("; ".join(one.message for one in invalid.faults)) from None


def _address(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """An address relative to the site's root, with or without the slashes around it."""
    if value is None:
        return None
    is_page = "." not in value.rpartition("/")[2]  # any other address ends like a file's name
    return "/".join(["", *filter(None, value.split("/")), *([""] if is_page else [])])


def _jobs(context: click.Context, parameter: click.Parameter, value: int | None) -> int:
    """0 stands for as many as there are processors."""
    return value or 0


@click.command(
    epilog=examples(
        "roundup build",
        "roundup build --base-url https://someone.github.io/papers/ --strict",
        "roundup build --why /2019/my-list/",
    )
)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write here instead of the folder that site.toml names.",
)
@click.option("--base-url", metavar="URL", callback=_base_url, help="Where it will be published.")
@click.option("--drafts", is_flag=True, help="Show drafts too.")
@click.option("--future", is_flag=True, help="Show roundups dated in the future too.")
@click.option("--strict", is_flag=True, help="Count warnings as errors: with any, nothing changes.")
@click.option("--fresh", is_flag=True, help="Neither read nor write the cache.")
@click.option(
    "--jobs", type=click.IntRange(1), callback=_jobs, metavar="N", help="Work N at a time."
)
@click.option("--why", metavar="ADDRESS", callback=_address, help="Say why a page was rendered.")
@click.option("--digest", is_flag=True, help="Print the SHA-256 of all names and bytes written.")
@formatted
@shared
def command(style: str, **given: Any) -> None:
    """Builds the site.

    Only what has changed is written, and with any error nothing is.
    """
    options = Options(**given)
    report = unchanged(site_folder(), options) or _built(options)
    say.problems(report.problems, style)
    say.remark(summary(report), style)
    for wanted in (report.why, report.digest):
        if wanted:
            click.echo(wanted, err=style == "json")
    if report.failed:
        raise click.exceptions.Exit(1)


def _built(options: Options) -> Report:
    """The report of a build with work to do: all that does it is loaded now."""
    from roundup.build.build import build

    with shown_progress() as progress:
        return build(site_folder(), options, progress)


def summary(report: Report) -> str:
    """A build in one line."""
    counted = say.count(report.problems)
    if report.failed:
        why = ", and --strict counts warnings" if not _has_errors(report) else ""
        return f"nothing was written: {counted}{why}"
    told = f" ({counted})" if report.problems else ""
    work = f"{len(report.rendered)} rendered, {report.written} written"
    output = os.path.relpath(report.output)
    files = say.counted(report.pages, "file")
    removed = f"{len(report.removed)} removed in {report.seconds:.2f} s"
    return f"{files}: {work}, {removed} -> {output}{told}"


def _has_errors(report: Report) -> bool:
    return any(one.is_error for one in report.problems)
