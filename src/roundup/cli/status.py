"""`roundup status`."""

from collections.abc import Iterator, Sequence

import click

from roundup.build.sources import Options
from roundup.catalog.status import Status, statuses
from roundup.cli import say
from roundup.cli.options import examples, formatted, shared
from roundup.cli.reading import read_catalog
from roundup.cli.table import table


@click.command(epilog=examples("roundup status", "roundup status --format json"))
@formatted
@shared
def command(style: str) -> None:
    """Shows how far each roundup is in each language.

    A translation is current, stale (the original has moved on), partial (entries lack it) or missing.
    """
    with read_catalog(style, Options(drafts=True, future=True)) as prepared:
        languages = [one.tag for one in prepared.settings.languages]
        found = tuple(statuses(prepared.gathered.catalog, languages))
        say.result(say.json_text(found) if style == "json" else as_table(found, languages))


def as_table(found: Sequence[Status], languages: Sequence[str]) -> str:
    """Roundups and languages crossed, and below them what each translation waits for."""
    states = {(one.roundup, one.language): one.state for one in found}
    roundups = dict.fromkeys(one.roundup for one in found)
    rows = [[key, *(states[key, language] for language in languages)] for key in roundups]
    crossed = table(["ROUNDUP", *languages], rows)
    waiting = list(_waiting(found))
    return "\n".join([crossed, "", *waiting]) if waiting else crossed


def _waiting(found: Sequence[Status]) -> Iterator[str]:
    for one in found:
        for stale in one.stale:
            yield f"{stale.file}: the original has changed: {', '.join(stale.sections)}"
        if one.missing and one.state != "missing":
            names = ", ".join(one.missing)
            yield f"{one.roundup}: no words in {one.language}: {names}"
