"""`roundup add`."""

import click

from roundup.cli import complete
from roundup.cli.options import dry_run, examples, formatted, shared


@click.command(
    epilog=examples(
        "roundup add 2019/my-list 1906.08237",
        "roundup add my-list 10.1038/nature14539 https://aclanthology.org/P19-1285/",
        "roundup add my-list references.bib --dry-run",
        "roundup add my-list arXiv:1904.00830 --rank 1",
    )
)
@click.argument("roundup", metavar="ROUNDUP", shell_complete=complete.roundups)
@click.argument("refs", metavar="REF...", nargs=-1, required=True, shell_complete=complete.files)
@click.option(
    "--rank",
    type=click.IntRange(1, 9999),
    metavar="N",
    help="Insert there and move the rest; else at the end.",
)
@click.option("--offline", is_flag=True, help="Ask nobody: write what the references say.")
@dry_run
@formatted
@shared
def command(
    roundup: str, refs: tuple[str, ...], rank: int | None, offline: bool, dry_run: bool, style: str
) -> None:
    """Adds papers to a roundup: an entry for each, with the facts that can be found.

    ROUNDUP is YEAR/SLUG, a folder, or a slug that is unique. REF is an arXiv id, a DOI, the address of a
    paper, the key of a paper that the site has, or a .bib, .ris or CSL-JSON file.

    arXiv, Crossref or the paper's own page are asked for the facts, which land in the entry, where you can
    change them. Where nobody answers, the entry says what is known; the same command completes it later.
    Nothing that you wrote is overwritten.
    """
    from roundup.cli.adding import add_all

    add_all(roundup, refs, rank, offline, dry_run, style)
