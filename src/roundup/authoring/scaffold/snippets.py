"""Snippets that complete front matter in editors which know none of its schemas inside Markdown.

The format is that of VS Code (code.visualstudio.com/docs/editor/userdefinedsnippets).
"""

import re
from typing import Any

from roundup.content.fields import EntryFields, RoundupFields
from roundup.content.schema import described
from roundup.content.values import Field

_SPECIAL = re.compile(r"[\\$}]")
_IN_CHOICE = re.compile(r"[\\,|]")

ENTRY = ("paper", "rank", "title", "authors", "date", "venue", "arxiv", "code", "tags")
ROUNDUP = ("title", "description", "series", "curators", "tags")


def snippets() -> dict[str, Any]:
    """A snippet for each field of a roundup or an entry, and one for the whole front matter of each."""
    fields = {**described(RoundupFields), **described(EntryFields)}
    wholes = {
        "A roundup": _whole("roundup", "the front matter of a roundup", ROUNDUP, fields),
        "An entry": _whole("entry", "the front matter of an entry", ENTRY, fields),
    }
    alone = {
        f"Field {name}": _snippet(name, field.doc, [_line(name, field, 1)])
        for name, field in sorted(fields.items())
    }
    return wholes | alone


def _whole(
    prefix: str, doc: str, names: tuple[str, ...], fields: dict[str, Field]
) -> dict[str, Any]:
    lines = [_line(name, fields[name], stop) for stop, name in enumerate(names, 1)]
    return _snippet(prefix, doc, ["---", *lines, "---", "", "$0"])


def _snippet(prefix: str, doc: str, body: list[str]) -> dict[str, Any]:
    return {"scope": "markdown", "prefix": prefix, "description": doc, "body": body}


def _line(name: str, field: Field, stop: int) -> str:
    """The field with its example in a place to type over, or with the words that it may hold."""
    schema = field.kind.schema
    words = ("true", "false") if schema.get("type") == "boolean" else schema.get("enum", ())
    if words:
        choice = ",".join(_IN_CHOICE.sub(r"\\\g<0>", word) for word in words)
        return f"{name}: ${{{stop}|{choice}|}}"
    return f"{name}: ${{{stop}:{_SPECIAL.sub(_escaped, field.example)}}}"


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"
