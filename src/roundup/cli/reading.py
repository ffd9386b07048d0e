"""The site as commands look at it that write nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from roundup.build.build import read_site
from roundup.build.prepare import Prepared
from roundup.build.sources import Options, Unreadable
from roundup.cli import say
from roundup.cli.options import site_folder
from roundup.problems import in_order


@contextmanager
def read_catalog(style: str, options: Options) -> Iterator[Prepared]:
    """The site of the command line; in the end its errors are said, and the command fails with any."""
    try:
        prepared = read_site(site_folder(), options)
    except Unreadable as fault:
        found = in_order(fault.problems)
    else:
        yield prepared
        found = in_order(one for one in prepared.problems if one.is_error)
    say.problems(found, "text" if style == "json" else style)
    if found:
        raise click.exceptions.Exit(1)
