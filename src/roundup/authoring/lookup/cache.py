"""What services said, kept in the site: a small file a paper that can be read, committed and deleted."""

import json
import re
from typing import Any
from urllib.parse import quote

import msgspec

from roundup.authoring.articles import work_fields
from roundup.authoring.work import Work
from roundup.content import schema
from roundup.content.fields import SCHEMES, WorkFields
from roundup.content.words import fingerprint
from roundup.identifiers import Identifier

FOLDER = ".lookups"
_LONGEST = 120
_PLAIN = tuple(name for name in Work.__struct_fields__ if name != "identifiers")


class Kept(msgspec.Struct, frozen=True):
    """Facts of a work, and who said so."""

    work: Work
    said: str


def path_of(identifier: Identifier) -> str:
    """Where the facts of a paper are kept, relative to the site."""
    name = re.sub(r"^\.", "%2E", quote(identifier.value, safe=""))  # a dot would hide the file
    if len(name) > _LONGEST:
        name = f"{name[:_LONGEST]}-{fingerprint(identifier.value.encode())[:10]}"
    return f"{FOLDER}/{identifier.scheme}/{name}.json"


def text_of(identifier: Identifier, kept: Kept) -> str:
    """The contents of the file: sorted, with no date in it, so that equal facts are equal files."""
    value = {
        "asked": f"{identifier.scheme}:{identifier.value}",
        "facts": work_fields(kept.work),
        "said": kept.said,
    }
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def read(identifier: Identifier, data: bytes) -> Kept | None:
    """The facts in a file; None where it is not one that `text_of` could have made."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    asked, facts, said = (value.get(name) for name in ("asked", "facts", "said"))
    if asked != f"{identifier.scheme}:{identifier.value}" or not isinstance(said, str):
        return None
    return Kept(_work(facts), said) if isinstance(facts, dict) and facts.get("title") else None


def _work(facts: dict[str, Any]) -> Work:
    """The facts as typed values; what was changed into something else counts as missing."""
    fields = schema.read(WorkFields, facts).fields
    stated = ((scheme, getattr(fields, scheme)) for scheme in SCHEMES)
    identifiers = {one.scheme: one.value for _, one in stated if one}
    return Work(**{name: getattr(fields, name) for name in _PLAIN}, identifiers=identifiers)
