"""What the words of a command ask for: papers by reference, by key, and those of whole bibliographies."""

import msgspec

from roundup.authoring.importers.bibliography import read_bibliography
from roundup.authoring.known import Wanted
from roundup.authoring.lookup.facts import Found
from roundup.authoring.lookup.merge import completed
from roundup.authoring.lookup.references import read_reference, reference_of, spelled
from roundup.authoring.work import Work
from roundup.catalog.catalog import Catalog
from roundup.problems import Problem, error, warning


def wanted_by(text: str, catalog: Catalog) -> Wanted:
    """The paper that a reference or the key of a paper names; raises NoReference."""
    if text in catalog.papers:
        return Wanted(text, text, Work(), key=text)
    reference = read_reference(text)
    return Wanted(text, spelled(reference.identifier), reference.work)


def wanted_in(name: str, data: bytes) -> tuple[tuple[Wanted, ...], tuple[Problem, ...]]:
    """The papers of a bibliography, and what in it could not be read, by line."""
    works, remarks = read_bibliography(name, data)
    problems = [
        warning(name, remark.line, remark.text)
        for remark in remarks
        if remark.kind in ("doubted", "skipped")
    ]
    if not works:
        hint = "give a BibTeX, RIS or CSL-JSON file with an entry for each paper"
        problems = [error(name, 0, "holds no paper that could be read", hint)]
    return tuple(_of(work, name) for work in works), tuple(problems)


def _of(work: Work, name: str) -> Wanted:
    reference = reference_of(work)
    again = spelled(reference.identifier) if reference else name
    return Wanted(work.title or again, again, work)


def with_facts(wanted: Wanted, found: Found) -> Wanted:
    """What is wanted, with what was found of it behind what it says itself."""
    if found.kept is None:
        return msgspec.structs.replace(wanted, troubles=found.troubles)
    return msgspec.structs.replace(
        wanted,
        work=completed(wanted.work, found.kept.work),
        said=found.kept.said,
        troubles=found.troubles,
    )
