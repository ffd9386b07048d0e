"""What commands share: the site's folder and silence, before or after the command, and the format."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

_KEY = "roundup."
_HERE = f"{_KEY}here"
F = TypeVar("F", bound=Callable[..., Any])


def _remember(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    """The last one said counts: what stands after the command is read after what stands before it."""
    if value:
        context.meta[f"{_KEY}{parameter.name}"] = value


def shared(function: F) -> F:
    """Adds `--site` and `--quiet`, which `site_folder` and `is_quiet` then know."""
    site = click.option(
        "--site",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        metavar="DIR",
        expose_value=False,
        callback=_remember,
        help="The site's folder, which holds site.toml; else this one, or one above.",
    )
    quiet = click.option(
        "--quiet",
        is_flag=True,
        expose_value=False,
        callback=_remember,
        help="Print problems and what was asked for, nothing else.",
    )
    return site(quiet(function))


def site_folder() -> Path:
    """The site's folder as the command line names it, else the site that the present folder is part of."""
    return site_of(click.get_current_context())


def site_of(context: click.Context) -> Path:
    """The site's folder as the command line of a context names it, else as `site_here`."""
    folder = context.meta.get(f"{_KEY}site") or context.meta.setdefault(_HERE, site_here())
    assert isinstance(folder, Path)
    return folder.absolute()


def site_here() -> Path:
    """The nearest site of the present folder and those above; the present folder where there is none."""
    from roundup.cli import glance

    here = Path.cwd()
    return here if glance.is_site(here) else glance.site_above(here) or here


def is_quiet() -> bool:
    """Whether only problems and results are wanted."""
    return bool(click.get_current_context().meta.get(f"{_KEY}quiet"))


class OneOf(click.Choice):  # type: ignore[type-arg]  # generic only in later versions
    """One of some words; an option that is left out names them in a line, an argument in its place."""

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """What follows on `Missing option '--to'`."""
        return f"Choose from: {', '.join(self.choices)}" if isinstance(param, click.Option) else ""


formatted = click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="How to print: for people, for programs, or as annotations of GitHub Actions.",
)


dry_run = click.option("--dry-run", is_flag=True, help="Say what would be written; write nothing.")


def examples(*lines: str) -> str:
    """The end of a command's help."""
    title = "Example:" if len(lines) == 1 else "Examples:"
    return "\n".join(["\b", title, *(f"  {line}" for line in lines)])
