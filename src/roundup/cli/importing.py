"""The work of `roundup import`: documents read, what was found in them landed, and said."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from roundup.authoring.changes import Changes
from roundup.authoring.importers.landing import Shelf, Wish, land
from roundup.authoring.importers.read import Read, read
from roundup.authoring.importers.report import Report, lines_of, report_of
from roundup.authoring.write import Refused, write
from roundup.cli import say
from roundup.cli.documents import NoDocument, bytes_of, pictures_of
from roundup.cli.ground import Ground, ground
from roundup.problems import Problem, error, in_order

_TREE_LIMIT = 40


class _Import(msgspec.Struct, frozen=True):
    """A document on its way: the report on it, and the changes that it asks for."""

    report: Report
    changes: Changes


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line says about an import, beside its files and what they are to be called."""

    output: Path | None
    split: bool
    images: bool
    dry_run: bool
    style: str


def import_all(files: Sequence[str], wish: Wish, asked: Asked) -> None:
    """Makes roundups of files; one that cannot be read or written does not keep the others back."""
    there = ground(asked.output, wish.language, asked.style)
    reads, faults = _read_all(files, asked.split)
    told = []
    for one in _landed(reads, wish, there, asked):
        said = _written(one, there, asked.dry_run)
        faults += said
        told.append((one, bool(one.report.roundups) and not said and not asked.dry_run))
    _tell(told, there, asked)
    if asked.style != "json" or faults:
        say.problems(in_order(faults), "text" if asked.style == "json" else asked.style)
    if faults:
        raise click.exceptions.Exit(1)


def _read_all(files: Sequence[str], split: bool) -> tuple[list[tuple[str, Read]], list[Problem]]:
    """Every file that can be read and holds papers, and what is wrong with the others."""
    reads, problems = [], []
    for path in dict.fromkeys(files):
        try:
            found = read("stdin" if path == "-" else path, bytes_of(path), split)
        except NoDocument as fault:
            problems.append(error(path, 0, fault.message, fault.hint))
            continue
        reads.append((path, found))
        if not found.findings.roundups:
            hint = "a list has a title, a link or an identifier for each paper"
            problems.append(error(path, 0, "no papers were recognised in it", hint))
    return reads, problems


def _landed(
    reads: Sequence[tuple[str, Read]], wish: Wish, there: Ground, asked: Asked
) -> Iterator[_Import]:
    """The documents as changes, each seeing the papers of those before it."""
    landing = [found.document for _, found in reads if found.findings.roundups]
    shelf = there.shelf(landing, asked.style) if landing else Shelf()
    for path, found in reads:
        pictures = pictures_of(path, found.document, found.findings, asked.images)
        landed = land(path, found.document, found.findings, wish, shelf, pictures)
        shelf = landed.shelf
        yield _Import(report_of(path, landed), landed.changes)


def _written(one: _Import, there: Ground, dry: bool) -> list[Problem]:
    """Writes a document's folders, none of which may be there; what is in the way otherwise."""
    folders = [roundup.folder for roundup in one.report.roundups]
    hint = "nothing is overwritten: name another folder with --slug, or move this one away"
    there_already = [
        error(there.named(folder), 0, "the folder is there already", hint)
        for folder in folders
        if os.path.lexists(there.root / folder)
    ]
    if there_already or dry or not folders:
        return there_already
    try:
        write(there.root, one.changes)
    except Refused as fault:
        return [msgspec.structs.replace(p, file=there.named(p.file)) for p in fault.problems]
    return []


def _tell(told: Sequence[tuple[_Import, bool]], there: Ground, asked: Asked) -> None:
    if asked.style == "json":
        say.result(say.json_text([_data(one, there, written) for one, written in told]))
        return
    brief = sys.stdout.isatty()
    tell = say.result if asked.dry_run else say.remark
    for one, written in told:
        for line in lines_of(one.report, brief):
            tell(say.harmless(line))
        for line in _outcome(one, there, written, asked.dry_run):
            tell(say.harmless(line))


def _outcome(one: _Import, there: Ground, written: bool, dry: bool) -> Iterator[str]:
    """What was or would be written."""
    paths = [path for path, _ in one.changes.created]
    if dry:
        yield from (f"would write {there.named(path)}" for path in paths[:_TREE_LIMIT])
        if len(paths) > _TREE_LIMIT:
            yield f"would write {say.counted(len(paths) - _TREE_LIMIT, 'file')} more"
        return
    for roundup in one.report.roundups:
        inside = [path for path in paths if path.startswith(f"{roundup.folder}/")]
        did = "wrote" if written else "wrote nothing to"
        yield f"{did} {there.named(roundup.folder)}/" + (
            f" ({say.counted(len(inside), 'file')})" if written else ""
        )


def _data(one: _Import, there: Ground, written: bool) -> dict[str, Any]:
    """A document's report for programs."""
    return {
        **msgspec.to_builtins(one.report),
        "files": [there.named(path) for path, _ in one.changes.created],
        "written": written,
    }
