"""Kinds of values in front matter and `site.toml`: how each is read, what is wrong with it, its JSON Schema."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import msgspec

from roundup.identifiers import Identifier, clean_url, normalise_as
from roundup.model import Image, Link, Origin, PartialDate, Period, Person, Venue

Path = tuple[str | int, ...]
Schema = dict[str, Any]

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ORCID = re.compile(r"(?:https?://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Fault(msgspec.Struct, frozen=True):
    """What is wrong with a value, and where inside it."""

    message: str
    hint: str = ""
    path: Path = ()

    def inside(self, step: str | int) -> "Fault":
        """The same fault, seen from one level further out."""
        return Fault(self.message, self.hint, (step, *self.path))

    def named(self, name: str) -> "Fault":
        """The same fault, its message saying the field's name first."""
        return Fault(f"'{name}': {self.message}", self.hint, self.path)


class Invalid(Exception):
    """A value that is not of its kind; carries every fault found in it."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults


class Kind(msgspec.Struct, frozen=True):
    """A kind of value: its name for people, its reader (raises Invalid), its JSON Schema."""

    name: str
    read: Callable[[Any], Any]
    schema: Schema


class Field(msgspec.Struct, frozen=True):
    """What a field holds, for its reader and for people: kind, meaning, example."""

    kind: Kind
    doc: str
    example: str = ""


def refuse(wanted: str, found: object, hint: str = "") -> Invalid:
    """The fault of a value that is something else than what was wanted."""
    return Invalid(Fault(f"expected {wanted}, found {shown(found)}", hint or _pitfall(found)))


def shown(value: object) -> str:
    """A raw value in the words of front matter."""
    match value:
        case None:
            return "nothing"
        case bool():
            return f"the yes-or-no value '{str(value).lower()}'"
        case int() | float():
            return f"the number {value}"
        case date():
            return f"the date {value}"
        case str():
            return repr(value if len(value) <= 60 else value[:57] + "...")
        case list():
            return "a list"
        case _:
            return "a mapping"


def _pitfall(value: object) -> str:
    match value:
        case bool():
            return "YAML reads yes, no, on and off as true or false: put quotes around the word"
        case int() | float() | date():
            return "put quotes around it"
        case {} | []:
            return ""
        case dict() | list():
            return "text that begins with { or [ needs quotes around it"
        case _:
            return ""


def _text(raw: Any) -> str:
    if not isinstance(raw, str):
        raise refuse("text", raw)
    if found := _CONTROL.search(raw):
        raise Invalid(Fault(f"a control character (U+{ord(found[0]):04X}) stands in the text"))
    return raw.strip()


def _boolean(raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise refuse("true or false", raw, "write true or false without quotes")
    return raw


def _date(raw: Any) -> PartialDate:
    if isinstance(raw, datetime):
        raise refuse("a date", raw, "give the day alone, as 2019-12-16")
    text = str(raw) if isinstance(raw, str | date) or type(raw) is int else ""
    try:
        return PartialDate.parse(text)
    except ValueError:
        hint = "a date is a year, a month or a day: 2019, 2019-12 or 2019-12-16"
        raise refuse("a date", raw, hint) from None


def _period(raw: Any) -> Period:
    text = str(raw) if isinstance(raw, str | date) or type(raw) is int else ""
    try:
        return Period.parse(text)
    except ValueError:
        hint = "write 2019, 2019-12, 2019-W50, 2019-12-13, 2019-10..2019-12 or 2010s"
        raise refuse("a period", raw, hint) from None


def _key(raw: Any) -> str:
    if type(raw) is int:
        raise refuse("a key", raw)
    value = _text(raw)
    if not is_key(value):
        hint = "keys are lower-case letters a-z, digits and single hyphens, at most 100 long"
        raise refuse("a key", raw, hint)
    return value


def is_key(text: str) -> bool:
    """Whether it may be a key or slug: lower-case ASCII letters, digits, single hyphens, at most 100 long."""
    return len(text) <= 100 and _KEY.fullmatch(text) is not None


def is_language(text: str) -> bool:
    """Whether it is shaped like a BCP 47 language tag."""
    return len(text) <= 35 and _LANGUAGE.fullmatch(text) is not None


def _language(raw: Any) -> str:
    value = _text(raw)
    if not is_language(value):
        raise refuse("a language tag", raw, "languages are BCP 47 tags: en, zh, pt-BR")
    return value


def _url(raw: Any) -> str:
    value = _text(raw)
    address = clean_url(value)
    if address is None:
        raise refuse("a web address", raw, "an address begins with https:// or http://")
    return value if _SCHEME.match(value) and " " not in value else address


def _address(raw: Any) -> str:
    """An address of a page or file of the site, or on the web."""
    value = _text(raw)
    if (_SCHEME.match(value) and not value.lower().startswith(("http:", "https:", "mailto:"))) or (
        value.startswith("//") or "\\" in value
    ):
        raise refuse("an address", raw, "addresses are http, https, mailto or relative")
    return value


def _person(raw: Any) -> Person:
    if isinstance(raw, str) and raw.strip():
        return Person.parse(_text(raw))
    names = ("name", "given", "family", "orcid", "affiliation", "url", "role")
    parts = _members(raw, "a person", dict.fromkeys(names, TEXT) | {"url": URL, "orcid": ORCID})
    parsed = Person.parse(parts.pop("name", ""))
    family, given = parts.pop("family", parsed.family), parts.pop("given", parsed.given)
    name = parsed.name or (family + given if _is_cjk(family) else f"{given} {family}".strip())
    if not name:
        raise Invalid(Fault("a person needs a name", "write 'name:', or 'given:' and 'family:'"))
    return Person(family, given, name, **parts)


def _is_cjk(text: str) -> bool:
    return bool(text) and Person.parse(text + " x").given == ""


def _orcid(raw: Any) -> str:
    found = _ORCID.fullmatch(_text(raw))
    if not found:
        raise refuse("an ORCID", raw, "an ORCID has the shape 0000-0002-1825-0097")
    return found[1]


def _venue(raw: Any) -> Venue:
    if isinstance(raw, str):
        return Venue(_text(raw))
    parts = {"volume": LABEL, "issue": LABEL, "pages": LABEL, "year": YEAR}
    kinds = {name: parts.get(name, TEXT) for name in Venue.__struct_fields__}
    return Venue(**_members(raw, "a venue", kinds, needs="name"))


def _link(raw: Any) -> Link:
    if isinstance(raw, str):
        return Link(_url(raw))
    rel = one_of("code", "project", "video", "demo", "data", "slides", "blog", "thread", "other")
    kinds = {"rel": rel, "url": URL, "title": TEXT, "archived": URL}
    return Link(**_members(raw, "a link", kinds, needs="url"))


def _image(raw: Any) -> Image:
    if isinstance(raw, str):
        return Image(_address(raw))
    kinds = {"src": ADDRESS, "alt": TEXT, "caption": TEXT, "credit": TEXT}
    return Image(**_members(raw, "an image", kinds, needs="src"))


def _origin(raw: Any) -> Origin:
    if isinstance(raw, str):
        return Origin(url=_url(raw)) if clean_url(raw) else Origin(publisher=_text(raw))
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
            known = ", ".join(sorted(kinds))
            faults.append(
                Fault(f"unknown part {name!r} of {what}", f"it may hold {known}", (name,))
            )
        elif value is not None:
            try:
                values[name] = kind.read(value)
            except Invalid as invalid:
                faults += [fault.inside(name) for fault in invalid.faults]
    if needs and needs not in raw:
        faults.append(Fault(f"{what} needs '{needs}'"))
    if faults:
        raise Invalid(*faults)
    return values


def many(kind: Kind) -> Kind:
    """A list of values of one kind; a single value stands for a list of one."""

    def read(raw: Any) -> tuple[Any, ...]:
        values, faults = [], []
        for place, item in enumerate(raw if isinstance(raw, list) else [raw]):
            try:
                values.append(kind.read(item))
            except Invalid as invalid:
                listed = isinstance(raw, list)
                faults += [f.inside(place) if listed else f for f in invalid.faults]
        if faults:
            raise Invalid(*faults)
        return tuple(values)

    items = {"type": "array", "items": kind.schema}
    return Kind(f"list of {kind.name}", read, {"anyOf": [kind.schema, items]})


def one_of(*words: str) -> Kind:
    """One of a few words."""

    def read(raw: Any) -> str:
        value = _text(raw)
        if value not in words:
            raise refuse("one of " + ", ".join(words), raw)
        return value

    return Kind(" or ".join(words), read, {"enum": list(words)})


def whole(low: int, high: int) -> Kind:
    """A whole number between two bounds, both included."""

    def read(raw: Any) -> int:
        if type(raw) is not int or not low <= raw <= high:
            raise refuse(f"a whole number from {low} to {high}", raw, "write it without quotes")
        return raw

    return Kind("number", read, {"type": "integer", "minimum": low, "maximum": high})


def identifier(scheme: str, example: str) -> Kind:
    """An identifier of one scheme, in any spelling; an arXiv or ACL DOI becomes what it stands for."""

    def read(raw: Any) -> Identifier:
        if not isinstance(raw, str) and not (scheme in ("pmid", "isbn") and type(raw) is int):
            if isinstance(raw, float) and scheme in ("arxiv", "doi"):
                raw = str(raw)
            else:
                raise refuse(f"an identifier of {scheme}", raw)
        found = normalise_as(scheme, _text(str(raw)))
        if found is None:
            raise refuse(f"an identifier of {scheme}", raw, f"it looks like {example}")
        return found

    return Kind(f"{scheme} identifier", read, {"type": ["string", "number"], "examples": [example]})


def _label(raw: Any) -> str:
    return str(raw) if type(raw) is int else _text(raw)


def _mapping(raw: Any) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise refuse("a mapping", raw, "")
    return {str(name): value for name, value in raw.items()}


def _digests(raw: Any) -> dict[str, str]:
    return {name: _label(value) for name, value in _mapping(raw).items()}


def _string(name: str, read: Callable[[Any], Any], **schema: Any) -> Kind:
    return Kind(name, read, {"type": "string", **schema})


TEXT = _string("text", _text)
LABEL = Kind("text or number", _label, {"type": ["string", "integer"]})
URL = _string("web address", _url, format="uri")
ADDRESS = _string("address", _address)
KEY = _string("key", _key, pattern=f"^{_KEY.pattern}$", maxLength=100)
LANGUAGE = _string("language tag", _language, pattern=f"^{_LANGUAGE.pattern}$")
ORCID = _string("ORCID", _orcid)
BOOLEAN = Kind("true or false", _boolean, {"type": "boolean"})
YEAR = whole(1000, 2999)
DATE = Kind("date", _date, {"type": ["string", "integer"], "examples": ["2019-12-16", "2019-12"]})
PERIOD = Kind("period", _period, {"type": ["string", "integer"], "examples": ["2019-W50"]})
MAPPING = Kind("mapping", _mapping, {"type": "object"})
DIGESTS = Kind("mapping of digests", _digests, {"type": "object"})
PERSON = Kind("person", _person, {"type": ["string", "object"]})
VENUE = Kind("venue", _venue, {"type": ["string", "object"]})
LINK = Kind("link", _link, {"type": ["string", "object"]})
IMAGE = Kind("image", _image, {"type": ["string", "object"]})
ORIGIN = Kind("source", _origin, {"type": ["string", "object"]})
