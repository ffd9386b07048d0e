"""What the commands share that write to a site: they say what they do, and end well where they cannot."""

import os
from pathlib import Path

import click

from roundup.authoring.changes import Changes
from roundup.authoring.roundups import NoRoundup, find_roundup
from roundup.authoring.write import Refused, write
from roundup.catalog.catalog import Catalog
from roundup.cli import say


def apply(root: Path, changes: Changes, dry: bool, style: str = "text") -> None:
    """Makes the changes, unless it is a dry run, and says which; where they are refused the command fails."""
    if not dry:
        try:
            write(root, changes)
        except Refused as fault:
            say.problems(fault.problems, style)
            say.remark("nothing was written", style)
            raise click.exceptions.Exit(1) from None
    for line in _told(root, changes, dry):
        say.remark(line, style)


def _told(root: Path, changes: Changes, dry: bool) -> list[str]:
    """What is written, changed and moved, by the names that the files have from here."""

    def name(path: str) -> str:
        return os.path.relpath(root / path)

    write, change, move = (
        ("would write", "would change", "would move") if dry else ("wrote", "changed", "moved")
    )
    return [
        *(f"{write} {name(path)}" for path, _ in changes.created),
        *(f"{change} {name(one.path)}" for one in changes.edits),
        *(f"{move} {name(one.path)} to {name(one.target)}" for one in changes.moves),
    ]


def named_roundup(catalog: Catalog, wanted: str, site: Path) -> str:
    """The key of the roundup that the command line names; a wrong name is a wrong command line."""
    try:
        return find_roundup(catalog.roundups, wanted, site)
    except NoRoundup as fault:
        raise click.UsageError(f"{fault.message}; {fault.hint}") from None
