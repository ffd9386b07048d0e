"""SVG files beside articles: their size, and whether they are pictures and nothing that acts or reaches out."""

import re
from typing import NoReturn
from xml.parsers import expat

SCRIPT, FOREIGN = "it holds a script", "it holds a foreign object"
HANDLER, LINK = "it holds an event handler", "it changes a link"
ENTITIES, OUTSIDE = "it declares entities", "it refers to something outside"
NOT_UTF8, NOT_XML = "it is not UTF-8", "it is not well-formed XML"

_ELEMENTS = {"script": SCRIPT, "handler": SCRIPT, "listener": SCRIPT, "foreignobject": FOREIGN}
_XHTML = "http://www.w3.org/1999/xhtml"
# Encodings in which no byte beyond ASCII takes the next one with it, so that all readers see the same tags.
_ENCODINGS = (None, "utf-8", "utf8", "us-ascii", "iso-8859-1")
_OWN = r"#|data:(?:font/|image/(?:png|jpe?g|gif|webp)[;,])"
_OWN_ADDRESS = re.compile(rf"\s*(?:{_OWN})", re.IGNORECASE)
_CSS_OUTSIDE = re.compile(
    rf"\b(?:url|src|image|image-set)\(\s*(?:[\"']\s*)?(?!{_OWN})[^)\s\"']|@import", re.IGNORECASE
)
_CSS_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_TAG = re.compile(rb"<(?:\w+:)?svg\b[^<>]*>", re.IGNORECASE)
_NUMBER = rb"(\d{1,6}(?:\.\d{0,9})?|\.\d{1,9})"
_SIZE = re.compile(rb"\s(width|height)\s*=\s*[\"']\s*" + _NUMBER + rb"(?:px)?\s*[\"']")
_BOX = re.compile(
    rb"\sviewBox\s*=\s*[\"']\s*[-+.\d]+[\s,]+[-+.\d]+[\s,]+"
    + rb"[\s,]+".join((_NUMBER, _NUMBER))
    + rb"\s*[\"']"
)


class _Danger(Exception):
    """What was found ends the reading; carries why the file is not safe."""


def svg_danger(data: bytes) -> str:
    """Why an SVG file must not be published from an article's folder; empty where it is harmless.

    The file is read as browsers read it, by an XML parser, since names and addresses can be written in
    ways that no pattern over bytes sees (prefixes, character references).
    """
    if b"\x00" in data:
        return NOT_UTF8
    styles: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.XmlDeclHandler = _declaration
    parser.StartDoctypeDeclHandler = _doctype
    parser.ProcessingInstructionHandler = _instruction
    parser.StartElementHandler = _element
    parser.CharacterDataHandler = styles.append
    try:
        parser.Parse(data, True)
        _style("".join(styles))
    except _Danger as danger:
        return str(danger)
    except (expat.ExpatError, LookupError, ValueError):
        return NOT_XML
    return ""


def _refuse(why: str) -> NoReturn:
    raise _Danger(why)


def _declaration(_version: str, encoding: str | None, _standalone: int) -> None:
    if (encoding and encoding.lower()) not in _ENCODINGS:
        _refuse(NOT_UTF8)


def _doctype(_name: str, _system: str | None, _public: str | None, inside: int) -> None:
    if inside:
        _refuse(ENTITIES)


def _instruction(target: str, _data: str) -> None:
    if target.lower() == "xml-stylesheet":
        _refuse(OUTSIDE)


def _element(name: str, attributes: dict[str, str]) -> None:
    space, _, local = name.rpartition(" ")
    if space == _XHTML:
        _refuse(FOREIGN)
    if why := _ELEMENTS.get(local.lower()):
        _refuse(why)
    for full, value in attributes.items():
        _attribute(full.rpartition(" ")[2].lower(), value)


def _attribute(name: str, value: str) -> None:
    if name.startswith("on"):
        _refuse(HANDLER)
    if name == "attributename":
        animated = value.strip().rpartition(":")[2].lower()
        if animated == "href" or animated.startswith("on"):
            _refuse(LINK)
    if name in ("href", "src") and not _OWN_ADDRESS.match(value):
        _refuse(LINK if "script:" in value.lower() else OUTSIDE)
    _style(value)


def _style(css: str) -> None:
    plain = _CSS_ESCAPE.sub(_unescaped, css) if "\\" in css else css
    if _CSS_OUTSIDE.search(plain):
        _refuse(OUTSIDE)


def _unescaped(found: re.Match[str]) -> str:
    return chr(min(int(found[1], 16), 0x10FFFF)) if found[1] else found[2]


def svg_size(data: bytes) -> tuple[int, int]:
    """Width and height of an SVG file in CSS pixels, 0 where it names none."""
    tag = _TAG.search(data)
    if not tag:
        return 0, 0
    sizes = {found[1]: round(float(found[2])) for found in _SIZE.finditer(tag[0])}
    if len(sizes) == 2:
        return sizes[b"width"], sizes[b"height"]
    box = _BOX.search(tag[0])
    return (round(float(box[1])), round(float(box[2]))) if box else (0, 0)
