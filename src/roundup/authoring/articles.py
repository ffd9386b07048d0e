"""An article's text out of its fields and words."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from roundup.authoring.work import Work
from roundup.authoring.yamlwriter import dump
from roundup.content.fields import EntryFields, RoundupFields
from roundup.model import PartialDate, Person

# What an author looks for first stands first; what programs need stands last.
_FIRST = (
    *("paper", "rank", "section", "unplaced", "title", "heading", "short"),
    *("former_titles", "authors", "affiliations"),
)
_LAST = ("tags", "image", "aliases", "draft", "language", "template", "extra", "translated_from")
_ALL = dict.fromkeys((*RoundupFields.__struct_fields__, *EntryFields.__struct_fields__))
ORDER = (*_FIRST, *(name for name in _ALL if name not in _FIRST + _LAST), *_LAST)
_PLACES = {name: place for place, name in enumerate(ORDER)}


def article(fields: Mapping[str, Any], body: str = "") -> str:
    """The text of a file: plain values as front matter, in the order of all articles, then the words.

    Reading it gives the same fields and words; a field that is None stands as `null`.
    """
    ordered = {name: fields[name] for name in sorted(fields, key=place)}
    words = body.strip("\n")
    return f"---\n{dump(ordered)}---\n" + (f"\n{words}\n" if words else "")


def place(name: str) -> int:
    """Where a field stands among all of them."""
    return _PLACES.get(name, len(_PLACES))


def work_fields(work: Work) -> dict[str, Any]:
    """What is known of a work as plain values of front matter."""
    found: dict[str, Any] = {
        name: _plain(getattr(work, name))
        for name in work.__struct_fields__
        if name != "identifiers" and getattr(work, name)
    }
    if len(work.code) == 1:
        found["code"] = work.code[0]
    return found | dict(work.identifiers)


def _plain(value: Any) -> Any:
    match value:
        case Person():
            return _person(value)
        case PartialDate():
            return str(value) if value.month else value.year
        case msgspec.Struct():
            return _parts(value)
        case str():
            return value
        case Iterable():
            return [_plain(one) for one in value]
    return value


def _person(person: Person) -> Any:
    """A name where it says all that is known, else the parts."""
    read = Person.parse(person.name)
    if read == person:
        return person.name
    turned = f"{person.family}, {person.given}"
    if person.given and Person.parse(turned) == person:
        return turned
    return _parts(person if read.family != person.family else _named(person))


def _named(person: Person) -> Person:
    return msgspec.structs.replace(person, family="", given="")


def _parts(value: msgspec.Struct) -> Any:
    """The parts that say something; a name alone for what has nothing else."""
    found = {name: _plain(getattr(value, name)) for name in value.__struct_fields__}
    told = {name: part for name, part in found.items() if part and part != "other"}
    return told["name"] if set(told) == {"name"} else told
