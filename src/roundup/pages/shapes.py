"""Pieces of a JSON Schema (2020-12): what programs may rely on in a document of ours."""

from typing import Any

Schema = dict[str, Any]

KEY = "[a-z0-9]+(?:-[a-z0-9]+)*"


def document(title: str, description: str, definitions: Schema, /, **properties: Schema) -> Schema:
    """The schema of a whole document."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "description": description,
        "$defs": definitions,
        **an_object("", **properties),
    }


def an_object(description: str, /, **properties: Schema) -> Schema:
    """An object that has all of these properties, and may have more."""
    shape = {"type": "object", "required": list(properties), "properties": properties}
    return {"description": description, **shape} if description else shape


def array(name: str) -> Schema:
    """An array of what is defined under a name."""
    return {"type": "array", "items": ref(name)}


def text(description: str, **rules: Any) -> Schema:
    """A text."""
    return {"description": description, "type": "string", **rules}


def ref(name: str) -> Schema:
    """What is defined under a name."""
    return {"$ref": f"#/$defs/{name}"}


def definitions() -> Schema:
    """What every document of ours speaks of: keys of papers and roundups, and ranks."""
    return {
        "key": text("A key", pattern=f"^{KEY}$", maxLength=100),
        "roundup_key": text("A year and a slug", pattern=f"^[0-9]{{4}}/{KEY}$"),
        "rank": {
            "description": "The place in the list; null where the list is not ranked",
            "type": ["integer", "null"],
            "minimum": 1,
        },
    }
