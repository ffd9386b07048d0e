"""The catalog as data for other programs, and the JSON Schema of it."""

from typing import Any, Literal

import msgspec

from roundup.pages.shapes import Schema, an_object, array, definitions, document, ref, text
from roundup.pages.views import DataView

_LANGUAGE = "^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$"


def json_document(view: DataView) -> str:
    """A document with its keys sorted, whatever order they came in: a change shows as few lines."""
    return json_text(view.data, order="sorted")


def json_text(data: Any, order: Literal["sorted"] | None = None) -> str:
    """JSON in UTF-8, one value a line, with a line break at its end."""
    return msgspec.json.format(msgspec.json.encode(data, order=order), indent=1).decode() + "\n"


def known(**values: Any) -> dict[str, Any]:
    """The values that say something, by their names; JSON leaves out what is empty."""
    return {name: value for name, value in values.items() if value}


def site_schema() -> Schema:
    """The JSON Schema (2020-12) of `data/site.json`: what programs may rely on."""
    return document(
        "A site of paper roundups",
        "Addresses are relative to the site's root. Arrays are sorted by key, "
        "entries stand in the order of their list.",
        definitions()
        | {
            "language": text("A BCP 47 tag", pattern=_LANGUAGE),
            "address": text("An address below the site's root", pattern="^/"),
            "roundup": _roundup(),
            "entry": _entry(),
            "paper": _paper(),
            "appearance": _appearance(),
        },
        title=text("The site's title"),
        language=ref("language"),
        roundups=array("roundup"),
        papers=array("paper"),
    )


def _roundup() -> Schema:
    return an_object(
        "A roundup in one language",
        key=ref("roundup_key"),
        year={"type": "integer"},
        language=ref("language"),
        title=text("Its title in this language"),
        address=ref("address"),
        entries=array("entry"),
    )


def _entry() -> Schema:
    heading = text("The entry's heading, else the paper's title")
    return an_object("A paper's place in it", paper=ref("key"), rank=ref("rank"), title=heading)


def _paper() -> Schema:
    return an_object(
        "A paper",
        key=ref("key"),
        title=text("The work's own title"),
        authors={"type": "array", "items": text("A name as people write it")},
        identifiers={
            "description": "One normalised value for each identifier field that is known",
            "type": "object",
            "propertyNames": {"pattern": "^[a-z]+$"},
            "additionalProperties": {"type": "string", "minLength": 1},
        },
        address=ref("address"),
        appearances=array("appearance"),
    )


def _appearance() -> Schema:
    return an_object(
        "An entry's article that presents the paper",
        roundup=ref("roundup_key"),
        language=ref("language"),
        rank=ref("rank"),
    )
