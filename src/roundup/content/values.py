"""Kinds of values in front matter and `site.toml`: how each is read, what is wrong with it, its JSON Schema."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from roundup.content.spelling import nearest
from roundup.content.words import topic_slug
from roundup.identifiers import Identifier, clean_url, normalise_as
from roundup.model import PartialDate, Period

Path = tuple[str | int, ...]
Schema = dict[str, Any]

_NAMES = {
    "arxiv": "an arXiv id",
    "doi": "a DOI",
    "acl": "an ACL Anthology id",
    "openreview": "an OpenReview id",
    "pmlr": "a PMLR id",
    "cvf": "a name of CVF's open access site",
    "pmid": "a PubMed id",
    "isbn": "an ISBN",
}
RESERVED_KEY = "page"
LONGEST_SLUG = 100

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ORCID = re.compile(r"(?:https?://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])")
_ADDRESS = re.compile(r"(?:https?:|mailto:|(?!//|[a-z][a-z0-9+.-]*:))[^\\\t\n\r]+", re.IGNORECASE)
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
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
            return "a mapping" if value else "an empty mapping"


def _pitfall(value: object) -> str:
    match value:
        case bool():
            return "YAML reads yes, no, on and off as true or false: put quotes around the word"
        case int() | float() | date():
            return "put quotes around it"
        case dict():
            return "text that begins with { or holds a colon needs quotes around it"
        case list():
            return "text that begins with [ needs quotes around it"
        case _:
            return ""


def _text(raw: Any) -> str:
    if not isinstance(raw, str):
        raise refuse("text", raw)
    if found := _CONTROL.search(raw):
        message = f"a control character (U+{ord(found[0]):04X}) stands in the text"
        raise Invalid(Fault(message, "delete it"))
    return raw.strip()


def _boolean(raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise refuse("true or false", raw, "write true or false without quotes")
    return raw


def _date(raw: Any) -> PartialDate:
    try:
        return PartialDate.parse(_year_or_text(raw))
    except ValueError:
        hint = "write a year, a month or a day of the calendar: 2019, 2019-12 or 2019-12-16"
        raise refuse("a date", raw, hint) from None


def _period(raw: Any) -> Period:
    try:
        return Period.parse(_year_or_text(raw))
    except ValueError:
        hint = "write 2019, 2019-12, 2019-W50, 2019-12-13, 2019-10..2019-12 or 2010s"
        raise refuse("a period", raw, hint) from None


def _year_or_text(raw: Any) -> str:
    return str(raw) if isinstance(raw, str) or type(raw) is int else ""


def _key(raw: Any) -> str:
    if type(raw) is int:
        raise refuse("a key", raw)
    value = _text(raw)
    if not is_key(value):
        hint = "keys are lower-case letters a-z, digits and single hyphens, at most 100 long"
        raise refuse("a key", raw, hint)
    if value == RESERVED_KEY:
        raise refuse("a key", raw, f"'{RESERVED_KEY}' is reserved for the pages of long lists")
    return value


def _topic(raw: Any) -> str:
    value = _text(raw)
    if not topic_slug(value):
        raise refuse("a name with letters or digits", raw)
    if len(topic_slug(value)) > LONGEST_SLUG:
        raise refuse("a short name", raw, f"at most {LONGEST_SLUG} letters become an address")
    return value


def is_key(text: str) -> bool:
    """Whether it may be a key or slug: lower-case ASCII letters, digits, single hyphens, at most 100 long."""
    return len(text) <= LONGEST_SLUG and _KEY.fullmatch(text) is not None


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
    return value if _WEB.fullmatch(value) else address


def _address(raw: Any) -> str:
    """An address of a page or file of the site, or on the web."""
    value = _text(raw)
    if not _ADDRESS.fullmatch(value):
        raise refuse("an address", raw, "addresses are http, https, mailto or relative")
    return value


def _orcid(raw: Any) -> str:
    found = _ORCID.fullmatch(_text(raw))
    if not found:
        raise refuse("an ORCID", raw, "an ORCID has the shape 0000-0002-1825-0097")
    return found[1]


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
            few = len(words) < 10
            wanted = "one of " + ", ".join(words) if few else "a word that is known here"
            raise refuse(wanted, raw, nearest(value, words))
        return value

    return Kind(" or ".join(words), read, {"enum": list(words)})


def whole(low: int, high: int, example: int = 3) -> Kind:
    """A whole number between two bounds, both included."""

    def read(raw: Any) -> int:
        if type(raw) is not int or not low <= raw <= high:
            wanted = f"a whole number from {low} to {high}"
            raise refuse(wanted, raw, f"write the number alone, as {example}")
        return raw

    return Kind("number", read, {"type": "integer", "minimum": low, "maximum": high})


def identifier(scheme: str, example: str) -> Kind:
    """An identifier of one scheme, in any spelling; an arXiv or ACL DOI becomes what it stands for."""

    def read(raw: Any) -> Identifier:
        if not isinstance(raw, str) and not (scheme in ("pmid", "isbn") and type(raw) is int):
            if isinstance(raw, float) and scheme in ("arxiv", "doi"):
                raw = str(raw)
            else:
                raise refuse(_NAMES[scheme], raw)
        found = normalise_as(scheme, _text(str(raw)))
        if found is None:
            raise refuse(_NAMES[scheme], raw, f"it looks like {example}")
        return found

    return Kind(f"{scheme} identifier", read, {"type": ["string", "number"], "examples": [example]})


def _label(raw: Any) -> str:
    return str(raw) if type(raw) is int else _text(raw)


def _string(name: str, read: Callable[[Any], Any], **schema: Any) -> Kind:
    return Kind(name, read, {"type": "string", **schema})


TEXT = _string("text", _text)
LABEL = Kind("text or number", _label, {"type": ["string", "integer"]})
URL = _string("web address", _url, format="uri")
ADDRESS = _string("address", _address)
TOPIC = _string("topic", _topic)
KEY = _string("key", _key, pattern=f"^{_KEY.pattern}$", maxLength=100)
LANGUAGE = _string("language tag", _language, pattern=f"^{_LANGUAGE.pattern}$")
ORCID = _string("ORCID", _orcid)
BOOLEAN = Kind("true or false", _boolean, {"type": "boolean"})
YEAR = whole(1000, 2999, example=2019)
DATE = Kind("date", _date, {"type": ["string", "integer"], "examples": ["2019-12-16", "2019-12"]})
PERIOD = Kind("period", _period, {"type": ["string", "integer"], "examples": ["2019-W50"]})
