"""Raw mappings become typed fields: everything wrong with them comes back beside the value."""

import inspect
from collections.abc import Mapping
from functools import cache
from typing import Any, Generic, TypeVar

import msgspec

from roundup.content.spelling import nearest
from roundup.content.values import Fault, Field, Invalid, Schema

S = TypeVar("S", bound=msgspec.Struct)


class Reading(msgspec.Struct, Generic[S], frozen=True):
    """The fields that could be read, the names given and the names set to null, and what is wrong."""

    fields: S
    given: tuple[str, ...]
    removed: tuple[str, ...]
    faults: tuple[Fault, ...]


@cache
def described(family: type[msgspec.Struct]) -> Mapping[str, Field]:
    """Every field of a family by name, in order, with its kind, meaning and example."""
    return {
        info.name: _field(family, info.name)
        for info in msgspec.structs.fields(family)
        if _field(family, info.name)
    }


def _field(family: type, name: str) -> Field:
    annotations = (inspect.get_annotations(base).get(name) for base in family.__mro__)
    annotation = next(found for found in annotations if found is not None)
    field = annotation.__metadata__[0]
    assert isinstance(field, Field), name
    return field


def read(family: type[S], raw: Mapping[str, Any]) -> Reading[S]:
    """The mapping as a value of the family; a field that cannot be read keeps its default."""
    known = described(family)
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for name, value in raw.items():
        if name not in known:
            faults.append(Fault(f"unknown field '{name}'", nearest(name, known), (name,)))
        elif value is not None:
            try:
                values[name] = known[name].kind.read(value)
            except Invalid as invalid:
                faults += [fault.inside(name).named(name) for fault in invalid.faults]
    removed = tuple(sorted(name for name in known if name in raw and raw[name] is None))
    return Reading(family(**values), tuple(sorted(values)), removed, tuple(faults))


def json_schema(family: type[msgspec.Struct], title: str) -> Schema:
    """The JSON Schema (2020-12) of a family, for editors."""
    properties = {
        name: {**field.kind.schema, "description": field.doc}
        for name, field in described(family).items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
