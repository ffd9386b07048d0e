"""`roundup eject`."""

import difflib
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from roundup.authoring.changes import Changes, Edit
from roundup.authoring.write import Refused, write
from roundup.build.ejectable import Ejectable, ejectables, originals, path_of
from roundup.build.ejected import mark_of, marked, told_of, unmarked
from roundup.build.layers import Layer, layers
from roundup.build.sources import Unreadable, read_settings
from roundup.cli import complete, say
from roundup.cli.options import examples, formatted, shared, site_folder
from roundup.cli.table import table
from roundup.content.spelling import nearest
from roundup.problems import Problem, error

Originals = Mapping[str, Layer]
Act = Callable[[Path, str, Layer, str], list[Problem]]


@click.command(
    epilog=examples(
        "roundup eject roundup.html",
        "roundup eject --list",
        "roundup eject --diff roundup.html",
        "roundup eject --mark-current roundup.html",
    )
)
@click.argument("names", nargs=-1, metavar="NAME...", shell_complete=complete.ejected)
@click.option("--list", "listed", is_flag=True, help="Show what can be ejected, with its blocks.")
@click.option("--diff", is_flag=True, help="Compare the site's files with the theme's.")
@click.option("--mark-current", is_flag=True, help="Record that they were compared.")
@formatted
@shared
def command(
    names: tuple[str, ...], listed: bool, diff: bool, mark_current: bool, style: str
) -> None:
    """Copies templates and other files of the theme into the site.

    Never over a file that is there. The first line of a copy says what it was made from; the build
    warns when the theme's file has changed since. To replace a block, extending the template is enough.
    """
    if listed + diff + mark_current > 1 or bool(names) == listed:
        raise click.UsageError("Say NAME..., --list, --diff NAME... or --mark-current NAME...")
    site, found = site_folder(), _layers(style)
    if listed:
        _show(list(ejectables(site, found)), style)
        return
    known = originals(found)
    paths = [_path(name, known) for name in names]
    act: Act = _compare if diff else _mark if mark_current else _copy
    problems = [one for path in paths for one in act(site, path, known[path], style)]
    say.problems(problems, style)
    if problems:
        raise click.exceptions.Exit(1)


def _layers(style: str) -> Sequence[Layer]:
    try:
        found, problems = layers(site_folder(), read_settings(site_folder()))
    except Unreadable as fault:
        found, problems = (), fault.problems
    if problems:
        say.problems(problems, style)
        raise click.exceptions.Exit(1)
    return found


def _path(name: str, known: Originals) -> str:
    path = path_of(name, known)
    if path is None:
        hint = nearest(name, [told_of(one) for one in known])
        raise click.UsageError(f"The theme has no '{name}': {hint}")
    return path


def _show(found: Sequence[Ejectable], style: str) -> None:
    if style == "json":
        say.result(say.json_text(found))
        return
    rows = [
        (one.name, one.state, ", ".join([*one.blocks, *(f"{name}()" for name in one.macros)]))
        for one in found
    ]
    say.result(table(("NAME", "HERE", "BLOCKS AND MACROS()"), rows))


def _copy(site: Path, path: str, layer: Layer, style: str) -> list[Problem]:
    if os.path.lexists(site / path):
        hint = f"compare with roundup eject --diff {told_of(path)}"
        return [error(path, 0, "it is there already", hint)]
    data = marked((layer.home / path).read_bytes(), layer, path)
    if faults := _written(site, Changes(created=((path, data),))):
        return faults
    silent = "" if mark_of(data) else "; no mark can stand in it, so later changes are not told"
    say.remark(f"{path}: copied from {layer.name}{silent}", style)
    return []


def _compare(site: Path, path: str, layer: Layer, style: str) -> list[Problem]:
    """The difference from the theme's file to the site's, as `diff -u` writes it."""
    own = site / path
    if not own.is_file():
        return [_missing(path)]
    theirs, ours = (_lines(one) for one in (layer.home / path, own))
    names = (f"{layer.name}/{path}", path)
    difference = list(difflib.unified_diff(theirs, ours, *names, lineterm=""))
    say.result("\n".join(difference) or f"{path}: as the theme has it")
    return []


def _lines(path: Path) -> list[str]:
    return unmarked(path.read_bytes()).decode("utf-8", "replace").splitlines()


def _mark(site: Path, path: str, layer: Layer, style: str) -> list[Problem]:
    own = site / path
    if not own.is_file():
        return [_missing(path)]
    original = (layer.home / path).read_bytes()
    line = marked(original, layer, path).removesuffix(unmarked(original))
    before = own.read_bytes()
    edit = Edit(path, before, line + unmarked(before))
    if faults := _written(site, Changes(edits=(edit,))):
        return faults
    say.remark(f"{path}: marked as current", style)
    return []


def _written(site: Path, changes: Changes) -> list[Problem]:
    """What kept the changes from being made; nothing where they were."""
    try:
        write(site, changes)
    except Refused as fault:
        return list(fault.problems)
    return []


def _missing(path: str) -> Problem:
    return error(path, 0, "it is not there", f"copy it with roundup eject {told_of(path)}")
