"""The work of `roundup rename`: the changes that a new name asks for, made or shown."""

import difflib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import click

from roundup.authoring.changes import Changes, Edit
from roundup.authoring.renaming.foreseen import foreseen
from roundup.authoring.renaming.paper import paper
from roundup.authoring.renaming.renaming import NotRenamed, Renaming
from roundup.authoring.renaming.rewrite import rewrite
from roundup.authoring.renaming.roundup import roundup
from roundup.authoring.renaming.site import Site
from roundup.authoring.renaming.tag import tag
from roundup.build.prepare import Prepared
from roundup.build.sources import Options
from roundup.cli import say
from roundup.cli.desk import apply, named_roundup
from roundup.cli.options import site_folder
from roundup.cli.reading import read_catalog
from roundup.cli.texts import names_below, texts
from roundup.content.config import SITE_FILE
from roundup.problems import Problem

KINDS: Mapping[str, Callable[[Site, str, str], Renaming]] = MappingProxyType(
    {"paper": paper, "roundup": roundup, "tag": tag}
)


def rename(old: str, new: str, dry_run: bool, style: str) -> None:
    """Gives a paper, a roundup or a topic another name, unless that would break something."""
    kind, name = _split(old)
    with read_catalog(style, Options(drafts=True, future=True)) as prepared:
        if any(one.is_error for one in prepared.problems):
            say.remark("nothing was renamed: first mend what is wrong", style)
            return
        if kind == "roundup":
            name = named_roundup(prepared.gathered.catalog, name, site_folder())
        site = _site(prepared)
        changes, problems = _planned(site, kind, name, new.removeprefix(f"{kind}:"))
        problems = problems or foreseen(site, changes)
        if problems:
            say.problems(problems, style)
            say.remark("nothing was renamed: this would be wrong then", style)
            raise click.exceptions.Exit(1)
        if dry_run and style == "text":
            say.result("\n".join(_differences(changes)))
        apply(site_folder(), changes, dry_run, style)
        say.remark("renamed" if not dry_run else "nothing was renamed yet", style)


def _split(old: str) -> tuple[str, str]:
    kind, mark, name = old.partition(":")
    if not mark or kind not in KINDS or not name:
        kinds = ", ".join(f"{one}:NAME" for one in KINDS)
        raise click.UsageError(f"Say what '{old}' is: {kinds}")
    return kind, name


def _site(prepared: Prepared) -> Site:
    toml = Path(site_folder() / SITE_FILE).read_bytes().decode()
    return Site(prepared, texts(prepared.tree), toml, names_below(site_folder()))


def _planned(site: Site, kind: str, old: str, new: str) -> tuple[Changes, tuple[Problem, ...]]:
    """The changes; a name that cannot be given is a wrong command line."""
    try:
        return rewrite(site, KINDS[kind](site, old, new))
    except NotRenamed as fault:
        hint = f"; {fault.hint}" if fault.hint else ""
        raise click.UsageError(f"{fault.message}{hint}") from None


def _differences(changes: Changes) -> Iterator[str]:
    """The edits as `diff -u` writes them."""
    for edit in changes.edits:
        yield from difflib.unified_diff(
            *_lines(edit), fromfile=edit.path, tofile=edit.path, lineterm="", n=1
        )


def _lines(edit: Edit) -> tuple[list[str], list[str]]:
    before, after = (say.harmless(data.decode()).splitlines() for data in (edit.before, edit.after))
    return before, after
