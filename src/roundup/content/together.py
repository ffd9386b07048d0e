"""Several people or topics written as one text: what such a field is read as, and how to write a list."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from roundup.content.compound import PERSON
from roundup.content.schema import described
from roundup.content.values import TOPIC, Fault, many
from roundup.model import Person

_PEOPLE, _TOPICS = many(PERSON).name, many(TOPIC).name
_BREAK = re.compile(r"\s*[,;，；、]\s*")
_COMMA = re.compile(r"\s*,\s*")
_BETWEEN_PEOPLE = re.compile(r"\s*[;；，、]\s*")
_AND = re.compile(r"\s+(?:and|&)\s+")
# What may follow a name after a second comma, as in `King, Martin Luther, Jr.`
_SUFFIX = re.compile(r"[js]n?r\.?|[ivx]+|ph\.?d\.?|inc\.?|ltd\.?|llc|gmbh", re.IGNORECASE)


def run_together(family: type[msgspec.Struct], raw: Mapping[str, Any]) -> Iterator[Fault]:
    """The fields whose text looks like several people or topics, which are read as one."""
    for name, field in described(family).items():
        value = raw.get(name)
        if field.kind.name == _TOPICS and isinstance(value, str):
            if len(found := _parts(_BREAK, value)) > 1:
                hint = f"write a list: [{', '.join(found)}]"
                yield _fault("topic", value.strip(), hint).inside(name).named(name)
        elif field.kind.name == _PEOPLE:
            yield from (one.inside(name).named(name) for one in _people(value))


def _people(value: Any) -> Iterator[Fault]:
    """In a list one comma stands between family and given name; alone it may stand between two people."""
    if isinstance(value, str):
        if hint := _of_several(value) or _of_two(value):
            yield _fault("person", Person.parse(value).name, hint)
    elif isinstance(value, list):
        for place, item in enumerate(value):
            if isinstance(item, str) and (hint := _of_several(item)):
                yield _fault("person", Person.parse(item).name, hint).inside(place)


def _of_several(text: str) -> str:
    """How to write a text that no one person's name can be; empty for others."""
    if len(_parts(_BETWEEN_PEOPLE, text)) > 1:
        return _listed(_parts(_BETWEEN_PEOPLE, text))
    commas = [part for part in _parts(_COMMA, text) if not _SUFFIX.fullmatch(part)]
    return 'write a list, with quotes around each "Family, Given"' if len(commas) > 2 else ""


def _of_two(text: str) -> str:
    """How to write two full names on both sides of a comma or an `and`; empty for others."""
    for separator in (_COMMA, _AND):
        parts = _parts(separator, text)
        if len(parts) > 1 and all(" " in part and part[0].isupper() for part in parts):
            return _listed(parts)
    return ""


def _listed(people: list[str]) -> str:
    shown = (f'"{one}"' if "," in one else one for one in people)
    return f"write a list: [{', '.join(shown)}]"


def _parts(separator: re.Pattern[str], text: str) -> list[str]:
    return [part for part in separator.split(text.strip()) if part]


def _fault(what: str, read: str, hint: str) -> Fault:
    shown = read if len(read) <= 60 else read[:57] + "..."
    return Fault(f"it is read as one {what}, {shown!r}", hint)
