"""JSON Schemas (2020-12) of `site.toml` and of every kind of front matter, for editors."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from roundup.content.fields import (
    EntryFields,
    PaperFields,
    PersonFields,
    RoundupFields,
    WordsFields,
)
from roundup.content.schema import json_schema
from roundup.content.settings import (
    AllowSettings,
    BuildSettings,
    LanguageSettings,
    LookupSettings,
    MarkdownSettings,
    PagesSettings,
    SecuritySettings,
    Settings,
    ThemeSettings,
)
from roundup.content.values import LANGUAGE, Schema

_TEXT: Schema = {"type": "string"}


def site_schema() -> Schema:
    """What `site.toml` may say, its tables included."""
    whole = json_schema(Settings, "The settings of a site of paper roundups")
    tables = {
        "languages": _languages(),
        "build": _table(BuildSettings),
        "pages": _table(PagesSettings),
        "theme": {"anyOf": [_TEXT, _table(ThemeSettings)]},
        "tags": {"type": "object", "additionalProperties": _topic()},
        "markdown": _table(MarkdownSettings),
        "lookup": _table(LookupSettings),
        "security": _table(SecuritySettings, allow=_table(AllowSettings)),
    }
    for name, table in tables.items():
        whole["properties"][name] |= table
        if "anyOf" in table:
            del whole["properties"][name]["type"]
    return whole | {"required": ["title", "base_url"]}


def _table(family: type[msgspec.Struct], **tables: Schema) -> Schema:
    """A family's schema as part of another one."""
    whole = json_schema(family, "")
    for name, table in tables.items():
        whole["properties"][name] |= table
    return {name: whole[name] for name in ("type", "properties", "additionalProperties")}


def _languages() -> Schema:
    language = _table(LanguageSettings)
    del language["properties"]["tag"]
    names = {"pattern": LANGUAGE.schema["pattern"]}
    return {"type": "object", "propertyNames": names, "additionalProperties": language}


def _topic() -> Schema:
    by_language = {"type": "object", "additionalProperties": _TEXT}
    return {
        "type": "object",
        "properties": {
            "title": {"anyOf": [_TEXT, by_language], "description": "its title"},
            "same_as": {
                "anyOf": [_TEXT, {"type": "array", "items": _TEXT}],
                "description": "other tags that mean the same",
            },
        },
        "patternProperties": {r"^title\.": _TEXT},
        "additionalProperties": False,
    }


def _front_matter(family: type[msgspec.Struct], title: str) -> Schema:
    """A family's fields; null is welcome everywhere, since it removes what would be inherited."""
    whole = json_schema(family, title)
    whole["properties"] = {
        name: {"description": field.pop("description"), "anyOf": [field, {"type": "null"}]}
        for name, field in whole["properties"].items()
    }
    return whole


def roundup_schema() -> Schema:
    """What the front matter of a roundup may say."""
    return _front_matter(RoundupFields, "A roundup") | {"required": ["title"]}


def entry_schema() -> Schema:
    """What the front matter of an entry may say."""
    return _front_matter(EntryFields, "An entry of a roundup")


def paper_schema() -> Schema:
    """What the front matter of a shared paper may say."""
    return _front_matter(PaperFields, "A paper")


def page_schema() -> Schema:
    """What the front matter of a page, a year, a topic or the home page may say."""
    return _front_matter(WordsFields, "A page")


def person_schema() -> Schema:
    """What the front matter of a person may say."""
    return _front_matter(PersonFields, "A person")


SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = MappingProxyType(
    {
        "site": site_schema,
        "roundup": roundup_schema,
        "entry": entry_schema,
        "paper": paper_schema,
        "page": page_schema,
        "person": person_schema,
    }
)
