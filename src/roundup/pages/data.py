"""The catalog as data for other programs, and the JSON Schema of it."""

from typing import Any, Literal

import msgspec

from roundup.pages.views import DataView

Schema = dict[str, Any]

_KEY = "[a-z0-9]+(?:-[a-z0-9]+)*"
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
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A site of paper roundups",
        "description": "Addresses are relative to the site's root. Arrays are sorted by key, "
        "entries stand in the order of their list.",
        "$defs": {
            "key": _text("A key", pattern=f"^{_KEY}$", maxLength=100),
            "roundup_key": _text("A year and a slug", pattern=f"^[0-9]{{4}}/{_KEY}$"),
            "language": _text("A BCP 47 tag", pattern=_LANGUAGE),
            "address": _text("An address below the site's root", pattern="^/"),
            "rank": {
                "description": "The place in the list; null where the list is not ranked",
                "type": ["integer", "null"],
                "minimum": 1,
            },
            "roundup": _roundup(),
            "entry": _entry(),
            "paper": _paper(),
            "appearance": _appearance(),
        },
        **_object(
            "",
            title=_text("The site's title"),
            language=_ref("language"),
            roundups=_array("roundup"),
            papers=_array("paper"),
        ),
    }


def _roundup() -> Schema:
    return _object(
        "A roundup in one language",
        key=_ref("roundup_key"),
        year={"type": "integer"},
        language=_ref("language"),
        title=_text("Its title in this language"),
        address=_ref("address"),
        entries=_array("entry"),
    )


def _entry() -> Schema:
    title = _text("The entry's heading, else the paper's title")
    return _object("A paper's place in it", paper=_ref("key"), rank=_ref("rank"), title=title)


def _paper() -> Schema:
    return _object(
        "A paper",
        key=_ref("key"),
        title=_text("The work's own title"),
        authors={"type": "array", "items": _text("A name as people write it")},
        identifiers={
            "description": "One normalised value for each identifier field that is known",
            "type": "object",
            "propertyNames": {"pattern": "^[a-z]+$"},
            "additionalProperties": {"type": "string", "minLength": 1},
        },
        address=_ref("address"),
        appearances=_array("appearance"),
    )


def _appearance() -> Schema:
    return _object(
        "An entry's article that presents the paper",
        roundup=_ref("roundup_key"),
        language=_ref("language"),
        rank=_ref("rank"),
    )


def _object(description: str, **properties: Schema) -> Schema:
    """An object that has all of these properties, and may have more."""
    shape = {"type": "object", "required": list(properties), "properties": properties}
    return {"description": description, **shape} if description else shape


def _array(name: str) -> Schema:
    return {"type": "array", "items": _ref(name)}


def _text(description: str, **rules: Any) -> Schema:
    return {"description": description, "type": "string", **rules}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}
