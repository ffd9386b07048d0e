"""The work of `roundup add`: references are read, facts looked up, changes written and told."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import click

from roundup.authoring.add import Added, add
from roundup.authoring.changes import Changes, Edit
from roundup.authoring.collect import wanted_by, wanted_in, with_facts
from roundup.authoring.importers.bibliography import ENDINGS
from roundup.authoring.known import Desk, Wanted, is_to_be_asked
from roundup.authoring.lookup import cache
from roundup.authoring.lookup.facts import Found, look_up
from roundup.authoring.lookup.references import NoReference, Reference, reference_of
from roundup.authoring.lookup.web import Web
from roundup.authoring.write import Refused, write
from roundup.build.build import read_site
from roundup.build.prepare import Prepared
from roundup.build.sources import Options, Unreadable
from roundup.catalog.catalog import Catalog
from roundup.cli import say
from roundup.cli.desk import apply, named_roundup
from roundup.cli.options import site_folder
from roundup.cli.progress import shown_progress
from roundup.content.settings import LookupSettings
from roundup.identifiers import Identifier
from roundup.problems import Problem, error, in_order, refused

_NEXT = "Next: write your words below the facts; roundup serve shows them"
_LARGEST = 50_000_000
_OFFLINE = Found(None, ("nobody was asked, because of --offline",))


def add_all(
    roundup: str, refs: Sequence[str], rank: int | None, offline: bool, dry: bool, style: str
) -> None:
    """Adds papers to the site of the command line; fails where a reference or the site cannot be read."""
    site = site_folder()
    prepared = _read(site, style)
    desk = _desk(site, prepared, roundup)
    wanted, faults = _wanted(refs, desk.catalog)
    wanted, kept = _with_facts(desk, wanted, site, prepared.settings.lookup, offline)
    added = add(desk, wanted, rank)
    _end(site, added, kept, faults, dry, style)


def _end(
    site: Path, added: Added, kept: Changes, faults: Sequence[Problem], dry: bool, style: str
) -> None:
    """Writes and tells; fails where a reference could not be read or nothing could be written."""
    for line in added.lines:
        say.remark(say.harmless(line), style)
    problems = in_order((*faults, *added.problems))
    say.problems(problems, style)
    changes = added.changes
    if changes.created or changes.edits:
        apply(site, changes, dry, style)
        if not dry:
            _keep(site, kept, style)
            if changes.created:
                say.remark(_NEXT, style)
    if any(one.is_error for one in problems):
        raise click.exceptions.Exit(1)


def _keep(site: Path, kept: Changes, style: str) -> None:
    """Keeps what services said, if the site lets it: it only saves asking again."""
    if kept.created or kept.edits:
        with suppress(Refused):
            write(site, kept)
            say.remark(f"what was looked up is kept in {cache.FOLDER}/", style)


def _read(site: Path, style: str) -> Prepared:
    try:
        return read_site(site, Options(drafts=True, future=True))
    except Unreadable as fault:
        say.problems(in_order(fault.problems), style)
        raise click.exceptions.Exit(1) from None


def _desk(site: Path, prepared: Prepared, wanted: str) -> Desk:
    catalog = prepared.gathered.catalog
    found = catalog.roundups[named_roundup(catalog, wanted, site)]
    names = os.listdir(site / "content" / found.key)
    return Desk(catalog, found, frozenset(names), lambda path: (site / path).read_bytes())


def _wanted(
    refs: Iterable[str], catalog: Catalog
) -> tuple[tuple[Wanted, ...], tuple[Problem, ...]]:
    """All that is asked for, and the references that nobody can read."""
    found: list[Wanted] = []
    faults: list[Problem] = []
    for ref in refs:
        if (ref.lower().endswith(ENDINGS) and "://" not in ref) or os.path.isfile(ref):
            papers, problems = _wanted_in_file(ref)
            found += papers
            faults += problems
            continue
        try:
            found.append(wanted_by(ref, catalog))
        except NoReference as fault:
            shown = ref.encode(errors="replace").decode() or "''"
            faults.append(error(shown, 0, fault.message, fault.hint))
    return tuple(found), tuple(faults)


def _wanted_in_file(path: str) -> tuple[tuple[Wanted, ...], tuple[Problem, ...]]:
    name = path.encode(errors="replace").decode()
    try:
        with open(path, "rb") as stream:
            data = stream.read(_LARGEST + 1)
    except (OSError, ValueError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else "no file can be called that"
        hint = refused(fault) if isinstance(fault, OSError) else ""
        return (), (error(name, 0, f"cannot be read: {why}", hint),)
    if len(data) > _LARGEST:
        return (), (error(name, 0, f"is larger than {_LARGEST:,} bytes", "split it"),)
    return wanted_in(name, data)


def _with_facts(
    desk: Desk, wanted: Sequence[Wanted], site: Path, services: LookupSettings, offline: bool
) -> tuple[tuple[Wanted, ...], Changes]:
    """What is wanted with the facts that were found, kept from before or asked for now; the latter to be kept."""
    asked = {
        number: reference
        for number, one in enumerate(wanted)
        if is_to_be_asked(desk, one) and (reference := reference_of(one.work))
    }
    known = {one.identifier: _kept(site, one) for one in asked.values()}
    open_ones = {one.identifier: one for one in asked.values() if known[one.identifier] is None}
    answers = _answers(tuple(open_ones.values()), services, offline)
    found = {name: Found(kept) for name, kept in known.items() if kept}
    found |= dict(zip(open_ones, answers, strict=True))
    completed = tuple(
        with_facts(one, found[asked[number].identifier]) if number in asked else one
        for number, one in enumerate(wanted)
    )
    return completed, _to_keep(site, zip(open_ones, answers, strict=True))


def _answers(
    references: Sequence[Reference], services: LookupSettings, offline: bool
) -> tuple[Found, ...]:
    if offline or not references:
        return (_OFFLINE,) * len(references)
    web = Web(services.mailto)
    try:
        with shown_progress("looked up", len(references)) as progress:
            return look_up(references, web, services, progress)
    finally:
        web.close()


def _kept(site: Path, reference: Reference) -> cache.Kept | None:
    try:
        data = (site / cache.path_of(reference.identifier)).read_bytes()
    except OSError:
        return None
    return cache.read(reference.identifier, data)


def _to_keep(site: Path, answers: Iterable[tuple[Identifier, Found]]) -> Changes:
    """The files that keep what was asked, so that it need not be asked again."""
    created, edits = [], []
    for identifier, found in answers:
        if found.kept is None or found.troubles:
            continue
        path = cache.path_of(identifier)
        data = cache.text_of(identifier, found.kept).encode()
        try:
            edits.append(Edit(path, (site / path).read_bytes(), data))
        except OSError:
            created.append((path, data))
    return Changes(created=tuple(created), edits=tuple(edits))
