"""The work of `roundup check`: keys written where asked, everything said that a build would say, links asked for."""

import click

from roundup.authoring.write_keys import with_keys
from roundup.build.build import build, read_site
from roundup.build.folders import CACHE
from roundup.build.sources import Options, Unreadable
from roundup.cli import say
from roundup.cli.desk import apply
from roundup.cli.options import site_folder
from roundup.cli.progress import shown_progress
from roundup.cli.texts import texts
from roundup.problems import Problem, in_order


def check_all(external: bool, write_keys: bool, style: str) -> None:
    """Says what is wrong in the site of the command line, and fails with any error."""
    site = site_folder()
    if write_keys:
        _write_keys(style)
    with shown_progress() as progress:
        report = build(site, Options(output=site / CACHE / "check"), progress)
    problems = report.problems
    if external and style == "json":
        problems = (*problems, *_outside(style))
        say.problems(in_order(problems), style)
    else:
        say.problems(problems, style)
        if external:
            found = _outside(style)
            say.problems(found, style)
            problems = (*problems, *found)
    files = "" if report.failed else f"{say.counted(report.pages, 'file')}: "
    say.remark(f"{files}{say.count(problems)}", style)
    if report.failed:
        raise click.exceptions.Exit(1)


def _outside(style: str) -> tuple[Problem, ...]:
    """The outside links that lead nowhere; what asks for them is loaded now."""
    from roundup.cli.outside import outside_problems

    return outside_problems(site_folder(), style)


def _write_keys(style: str) -> None:
    """Writes `paper:` where a paper's key is only the name of a file and other entries need it."""
    try:
        prepared = read_site(site_folder(), Options(drafts=True, future=True))
    except Unreadable:
        return  # the check says why
    if any(one.is_error for one in prepared.problems):
        say.remark("no keys were written: first mend what is wrong", style)
        return
    gathered = prepared.gathered
    changes = with_keys(gathered.groups, gathered.catalog, texts(prepared.tree))
    apply(site_folder(), changes, dry=False, style=style)
    if not changes.edits:
        say.remark("every key that is needed is written", style)
