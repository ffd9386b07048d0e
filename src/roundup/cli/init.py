"""`roundup init`."""

import os
import shlex
from pathlib import Path

import click

from roundup.authoring.changes import creations
from roundup.authoring.scaffold import HELPERS, IGNORED, scaffold
from roundup.authoring.write import Refused, write
from roundup.cli import glance, say
from roundup.cli.options import examples, shared
from roundup.cli.publishing import steps
from roundup.problems import Problem, error

_MOST = 10
_SOURCES = ("content", "static", "templates")
MADE = """\
  site.toml                      the settings, each with a comment
  content/2017/worth-rereading/  a sample roundup: three papers in English and Chinese
  content/index.md, about.md     the words of the home page, and a page of your own
  .github/workflows/pages.yml    checks, builds and publishes the site on GitHub
  .schemas/, .vscode/            completion of settings and front matter in editors
"""


@click.command(epilog=examples("roundup init my-papers", "roundup init ."))
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@shared
def command(folder: Path) -> None:
    """Makes a new site with one sample roundup in two languages.

    It builds as it is, also without a network. DIR may be there already, with a README or a repository
    in it; nothing is overwritten.
    """
    files = scaffold()
    kept = [name for name in HELPERS if os.path.lexists(folder / name)]
    wanted = {name: text for name, text in files.items() if name not in kept}
    _require_outside(folder)
    _require_free(folder, wanted)
    try:
        write(folder, creations(wanted))
    except Refused as fault:
        _fail(*(_from_here(folder, one) for one in fault.problems))
    say.remark(f"{_shown(folder)} is a site now, of {len(wanted)} files:\n\n{MADE}")
    for line in _kept(folder, kept):
        say.remark(line)
    say.remark(_next(folder))


def _require_outside(folder: Path) -> None:
    """Ends the command in a folder whose files are another site's: it would publish those of the new one."""
    here = Path(os.path.abspath(folder))
    above = glance.site_above(here)
    if above and here.relative_to(above).parts[0] in _SOURCES:
        hint = "nothing was written: choose a folder outside of it"
        _fail(error(str(folder), 0, f"the folder is part of the site in {above}", hint))


def _require_free(folder: Path, wanted: dict[str, str]) -> None:
    """Ends the command where a file of the new site would replace one that is there."""
    there = sorted(name for name in wanted if os.path.lexists(folder / name))
    there.sort(key=lambda name: name.startswith("."))
    if glance.SITE in there:
        hint = "nothing was written: run roundup there, and it says what comes next"
        _fail(error(str(folder), 0, "it is a site already", hint))
    if there:
        hint = "nothing was written: choose another folder, or move these files away"
        more = f" and {len(there) - _MOST} more" if len(there) > _MOST else ""
        names = ", ".join(there[:_MOST])
        _fail(error(str(folder), 0, f"these files are there already: {names}{more}", hint))


def _fail(*problems: Problem) -> None:
    say.problems(problems, "text")
    raise click.exceptions.Exit(1)


def _from_here(folder: Path, problem: Problem) -> Problem:
    return error(os.path.normpath(folder / problem.file), 0, problem.message, problem.hint)


def _kept(folder: Path, kept: list[str]) -> list[str]:
    """What is said of files that were there already and stay as they are."""
    told = [f"Left as it is: {name}" for name in kept]
    if ".gitignore" in kept:
        lines = (folder / ".gitignore").read_text("utf-8", "replace").splitlines()
        bare = {line.strip().strip("/") for line in lines}
        missing = [line for line in IGNORED if line.strip("/") not in bare]
        told += [f"Add to .gitignore what roundup makes: {' '.join(missing)}"] if missing else []
    return [*told, ""] if told else []


def _shown(folder: Path) -> str:
    return "This folder" if folder.resolve() == Path.cwd() else str(folder)


def _next(folder: Path) -> str:
    """How to look at the site, publish it, and go on."""
    here = folder.resolve() == Path.cwd()
    look = [] if here else [f"  cd {shlex.quote(str(folder))}"]
    return "\n".join(
        [
            "Look at it:",
            *look,
            "  roundup serve --open",
            "",
            "Then write your own; the sample can go, with the folder content/2017:",
            "  roundup new 2024 top-10",
            "",
            *steps(folder),
        ]
    )
