"""`roundup export`."""

from typing import Any

import click

from roundup.cli import complete
from roundup.cli.options import OneOf, dry_run, examples, shared

FORMS = ("md", "email", "wechat", "html")


@click.command(
    epilog=examples(
        "roundup export 2019/my-list --to md",
        "roundup export my-list --lang zh --to wechat",
        "roundup export my-list --to email --output - > mail.html",
    )
)
@click.argument("roundup", metavar="ROUNDUP", shell_complete=complete.roundups)
@click.option(
    "--lang",
    metavar="LANG",
    default="",
    shell_complete=complete.languages,
    help="The language; else the original's.",
)
@click.option("--to", "form", type=OneOf(FORMS), required=True, help="The form.")
@click.option(
    "--output",
    metavar="DIR",
    default="",
    help="Write here instead of exports/YEAR/SLUG/; - prints the document alone.",
)
@dry_run
@shared
def command(roundup: str, lang: str, form: Any, output: str, dry_run: bool) -> None:
    """Writes a roundup as one document to be pasted elsewhere.

    md is Markdown, email and html are HTML with all styles inline, wechat is for the editor of WeChat, which
    takes no links: they become numbered references. Pictures stand beside the document.
    """
    from roundup.cli.exporting import export

    export(roundup, lang, form, output, dry_run)
