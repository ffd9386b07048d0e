"""`roundup check`."""

import click

from roundup.cli.options import examples, formatted, shared


@click.command(
    epilog=examples(
        "roundup check",
        "roundup check --format github",
        "roundup check --external",
        "roundup check --write-keys",
    )
)
@click.option(
    "--external",
    is_flag=True,
    help="Ask the web too whether outside links lead somewhere: a dead one is a warning.",
)
@click.option(
    "--write-keys",
    is_flag=True,
    help="First write the key of each paper that has several entries and no written one.",
)
@formatted
@shared
def command(style: str, external: bool, write_keys: bool) -> None:
    """Says everything that is wrong in the site, and writes nothing of it.

    Content, front matter, templates and links: all that a build would say. With --external every outside
    link is asked for, politely and so that the next check need not ask again; hosts that refuse programs
    are counted as unknown.
    """
    from roundup.cli.checking import check_all

    check_all(external, write_keys, style)
