"""Kinds of values that are made of parts: people, venues, links, images, sources, free mappings."""

from collections.abc import Mapping
from typing import Any

from roundup.content.spelling import nearest
from roundup.content.values import (
    ADDRESS,
    DATE,
    LABEL,
    ORCID,
    TEXT,
    URL,
    YEAR,
    Fault,
    Invalid,
    Kind,
    many,
    one_of,
    refuse,
)
from roundup.identifiers import clean_url
from roundup.model import Image, Link, Origin, Person, Venue

_BIGGEST = 2**63


def _person(raw: Any) -> Person:
    if isinstance(raw, str):
        return _named(Person.parse(TEXT.read(raw)))
    names = ("name", "given", "family", "orcid", "affiliation", "url", "role")
    parts = _members(raw, "a person", dict.fromkeys(names, TEXT) | {"url": URL, "orcid": ORCID})
    parsed = Person.parse(parts.pop("name", ""))
    family, given = parts.pop("family", parsed.family), parts.pop("given", parsed.given)
    name = parsed.name or (family + given if _is_cjk(family) else f"{given} {family}".strip())
    return _named(Person(family, given, name, **parts))


def _named(person: Person) -> Person:
    if not person.name:
        raise Invalid(Fault("a person needs a name", "write 'name:', or 'given:' and 'family:'"))
    return person


def _is_cjk(text: str) -> bool:
    return bool(text) and Person.parse(text + " x").given == ""


def _venue(raw: Any) -> Venue:
    if isinstance(raw, str):
        return Venue(TEXT.read(raw))
    parts = {"volume": LABEL, "issue": LABEL, "pages": LABEL, "year": YEAR}
    kinds = {name: parts.get(name, TEXT) for name in Venue.__struct_fields__}
    return Venue(**_members(raw, "a venue", kinds, needs="name"))


def _link(raw: Any) -> Link:
    if isinstance(raw, str):
        return Link(URL.read(raw))
    rel = one_of("code", "project", "video", "demo", "data", "slides", "blog", "thread", "other")
    kinds = {"rel": rel, "url": URL, "title": TEXT, "archived": URL}
    return Link(**_members(raw, "a link", kinds, needs="url"))


def _image(raw: Any) -> Image:
    if isinstance(raw, str):
        return Image(ADDRESS.read(raw))
    kinds = {"src": ADDRESS, "alt": TEXT, "caption": TEXT, "credit": TEXT}
    return Image(**_members(raw, "an image", kinds, needs="src"))


def _origin(raw: Any) -> Origin:
    if isinstance(raw, str):
        return Origin(url=URL.read(raw)) if clean_url(raw) else Origin(publisher=TEXT.read(raw))
    kinds = {"title": TEXT, "url": URL, "publisher": TEXT, "date": DATE, "via": many(ORIGIN)}
    return Origin(**_members(raw, "a source", kinds))


def _members(
    raw: Any, what: str, kinds: Mapping[str, Kind], needs: str | None = None
) -> dict[str, Any]:
    if not isinstance(raw, dict) or not raw:
        raise refuse(what, raw)
    faults, values = [], {}
    for name, value in raw.items():
        kind = kinds.get(name)
        if kind is None:
            faults.append(Fault(f"unknown part '{name}' of {what}", nearest(name, kinds), (name,)))
        elif value is not None:
            try:
                values[name] = kind.read(value)
            except Invalid as invalid:
                faults += [fault.inside(name).named(name) for fault in invalid.faults]
    if needs and raw.get(needs) is None:
        faults.append(Fault(f"{what} needs '{needs}'"))
    if faults:
        raise Invalid(*faults)
    return values


def _mapping(raw: Any) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise refuse("a mapping", raw, "")
    if any(_is_too_big(value) for value in raw.values()):
        raise Invalid(Fault("a number in it is too big", "put quotes around it"))
    return {str(name): value for name, value in raw.items()}


def _is_too_big(value: Any) -> bool:
    """Whether a whole number beyond 64 bits, which no page or cache can hold, stands in a value."""
    if isinstance(value, dict | list):
        return any(map(_is_too_big, value.values() if isinstance(value, dict) else value))
    return isinstance(value, int) and not -_BIGGEST <= value < _BIGGEST


def _digests(raw: Any) -> dict[str, str]:
    return {name: LABEL.read(value) for name, value in _mapping(raw).items()}


MAPPING = Kind("mapping", _mapping, {"type": "object"})
DIGESTS = Kind("mapping of digests", _digests, {"type": "object"})
PERSON = Kind("person", _person, {"type": ["string", "object"]})
VENUE = Kind("venue", _venue, {"type": ["string", "object"]})
LINK = Kind("link", _link, {"type": ["string", "object"]})
IMAGE = Kind("image", _image, {"type": ["string", "object"]})
ORIGIN = Kind("source", _origin, {"type": ["string", "object"]})
