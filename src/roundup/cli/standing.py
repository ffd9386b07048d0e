"""The work of `roundup status`: a table of roundups and languages, and what changed in the originals."""

from collections.abc import Container, Iterator, Sequence

import click

from roundup.build.prepare import Prepared
from roundup.build.sources import Options
from roundup.catalog.status import Status, statuses
from roundup.cli import say
from roundup.cli.changed import as_text, changed
from roundup.cli.desk import named_roundup
from roundup.cli.options import site_folder
from roundup.cli.reading import read_catalog
from roundup.cli.table import table


def show_status(wanted: str | None, language: str | None, diff: bool, style: str) -> None:
    """Prints how far each roundup is in each language, or what changed since."""
    with read_catalog(style, Options(drafts=True, future=True)) as prepared:
        catalog = prepared.gathered.catalog
        key = named_roundup(catalog, wanted, site_folder()) if wanted else None
        languages = _languages(prepared, language)
        if diff:
            found = changed(prepared, key, languages)
            told = say.json_text(found) if style == "json" else as_text(found)
            say.result(told)
            return
        known = tuple(one for one in statuses(catalog, languages) if key in (None, one.roundup))
        say.result(say.json_text(known) if style == "json" else as_table(known, languages))
        if style == "text":
            for line in _next(known, prepared.tree.files):
                say.remark(line)


def _languages(prepared: Prepared, wanted: str | None) -> list[str]:
    tags = [one.tag for one in prepared.settings.languages]
    found = [tag for tag in tags if wanted is None or tag.lower() == wanted.lower()]
    if not found:
        raise click.BadParameter(f"the site has {', '.join(tags)}", param_hint="--lang")
    return found


def as_table(found: Sequence[Status], languages: Sequence[str]) -> str:
    """Roundups and languages crossed, and below them what each translation waits for."""
    states = {(one.roundup, one.language): _state(one) for one in found}
    roundups = dict.fromkeys(one.roundup for one in found)
    rows = [[key, *(states[key, language] for language in languages)] for key in roundups]
    crossed = table(["ROUNDUP", *languages], rows)
    waiting = list(_waiting(found))
    return "\n".join([crossed, "", *waiting]) if waiting else crossed


def _state(one: Status) -> str:
    """The state in a word, and how many files of all are in it where not all are."""
    match one.state:
        case "stale":
            return f"stale ({len(one.stale)} of {one.files})"
        case "partial":
            return f"partial ({one.files - len(one.missing)} of {one.files})"
    return one.state


def _waiting(found: Sequence[Status]) -> Iterator[str]:
    for one in found:
        for stale in one.stale:
            yield f"{stale.file}: the original has changed: {', '.join(stale.sections)}"
        if one.missing and one.state != "missing":
            names = ", ".join(one.missing)
            yield f"{one.roundup}: no words in {one.language}: {names}"


def _next(found: Sequence[Status], files: Container[str]) -> Iterator[str]:
    """What helps on: for the first translation that is stale, and the first that lacks something.

    `files` are those of the site: a translation may be there, and still wait for its words.
    """
    stale = next((one for one in found if one.stale), None)
    missing = next((one for one in found if any(_unmade(one, files))), None)
    begun = next((one for one in found if len(list(_unmade(one, files))) < len(one.missing)), None)
    if stale or missing or begun:
        yield ""
    if stale:
        yield "roundup status --diff shows what changed; when it is translated:"
        yield f"  roundup translate {stale.roundup} {stale.language} --mark-current"
    if missing:
        yield "files to fill in, the original's words in comments:"
        yield f"  roundup translate {missing.roundup} {missing.language}"
    if begun:
        yield "files that are there, and wait for words:"
        yield f"  content/{begun.roundup}/*.{begun.language}.md"


def _unmade(one: Status, files: Container[str]) -> Iterator[str]:
    """The names among the missing that have no file yet."""
    for name in one.missing:
        if f"content/{one.roundup}/{name}.{one.language}.md" not in files:
            yield name
