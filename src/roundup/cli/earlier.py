"""An earlier edition as its author wrote it, for the one that follows."""

from pathlib import Path
from typing import Any

import click

from roundup.authoring.new import Earlier
from roundup.authoring.roundups import NoRoundup, find_roundup
from roundup.cli import glance, say
from roundup.content.frontmatter import FrontMatter, decode, read
from roundup.problems import error


def read_earlier(site: Path, wanted: str, name: str) -> Earlier:
    """The roundup that the command line names; its index in another language adds its own words.

    `name` is the file of that index, or empty for the original.
    """
    try:
        key = find_roundup(glance.roundups(site), wanted, site)
    except NoRoundup as fault:
        raise click.UsageError(f"{fault.message}; {fault.hint}") from None
    original, *others = glance.indices(site, key)
    fields = _fields(site, f"content/{key}/{original}")
    if name:
        fields.pop("language", None)
    if name in others:
        own = _fields(site, f"content/{key}/{name}")
        fields |= {field: value for field, value in own.items() if value not in (None, "")}
    return Earlier(path=f"content/{key}/{original}", fields=fields, size=_size(site, key))


def _fields(site: Path, path: str) -> dict[str, Any]:
    """What an index says; the command ends where it cannot be read."""
    try:
        found = _read(site, path)
    except ValueError as fault:
        problem = error(path, 0, f"it cannot be read: {fault}", "see roundup check")
    else:
        if not found.complaints:
            return dict(found.fields)
        first = found.complaints[0]
        problem = error(path, first.line, first.message, first.hint)
    say.problems([problem], "text")
    raise click.exceptions.Exit(1)


def _size(site: Path, key: str) -> int:
    """How many papers a roundup shows in places: no drafts, no honourable mentions."""
    shown = 0
    for stem, tags in glance.articles(site, key).items():
        if stem != "index":
            ending = min(tags)
            fields = _lenient(site, f"content/{key}/{stem}{ending and '.'}{ending}.md")
            shown += not (fields.get("unplaced") or fields.get("draft"))
    return shown


def _lenient(site: Path, path: str) -> dict[str, Any]:
    """What an entry says; nothing where it cannot be read, which is no concern of the next edition."""
    try:
        return _read(site, path).fields
    except (OSError, ValueError):
        return {}


def _read(site: Path, path: str) -> FrontMatter:
    file = site / path
    if not file.is_file():  # whoever reads a pipe may wait for ever
        raise ValueError("it is no file")
    return read(decode(file.read_bytes()))
