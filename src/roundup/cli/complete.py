"""What shells can offer as values of commands: names in the site's folder, found by looking and never a fault."""

from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from roundup.cli import glance
from roundup.cli.options import site_of

Completer = Callable[[click.Context, click.Parameter, str], list[Any]]


def _names(found: Callable[[Path], Iterable[str]]) -> Completer:
    """Completes a word to the names that begin with it."""

    @wraps(found)
    def complete(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[Any]:
        return [one for one in found(site_of(context)) if one.startswith(incomplete)]

    return complete


@_names
def roundups(site: Path) -> Iterable[str]:
    """The roundups as `YEAR/SLUG`, newest year first."""
    return sorted(glance.roundups(site), key=lambda key: (-int(key[:4]), key))


@_names
def languages(site: Path) -> Iterable[str]:
    """The site's languages."""
    return glance.languages(site)


@_names
def years(site: Path) -> Iterable[str]:
    """The years that have roundups, newest first."""
    return sorted({key[:4] for key in glance.roundups(site)}, reverse=True)


@_names
def slugs(site: Path) -> Iterable[str]:
    """The slugs of all years: the next edition is likely to have the one of the last."""
    return sorted({key[5:] for key in glance.roundups(site)})


@_names
def renamed(site: Path) -> Iterable[str]:
    """What `rename` can rename, with its kind."""
    found = {"paper": glance.papers, "roundup": glance.roundups, "tag": glance.tags}
    return [f"{kind}:{name}" for kind, names in found.items() for name in names(site)]


@_names
def ejected(site: Path) -> Iterable[str]:
    """The files of roundup's own theme as `eject` calls them."""
    from roundup.build.ejected import told_of
    from roundup.build.layers import PACKED, Layer, packed_home

    return [told_of(one) for one in Layer(PACKED, packed_home()).files("templates", "static")]


def files(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[Any]:
    """Whatever the shell itself completes a path to."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]
