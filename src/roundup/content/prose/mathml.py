"""TeX to MathML by latex2mathml, written out safely."""

import html
import re
from functools import lru_cache
from xml.etree.ElementTree import Element

from latex2mathml.converter import convert_to_element

from roundup.content.prose.allowed import MATH_ATTRIBUTES, MATH_TAGS
from roundup.content.prose.alphabets import restyle
from roundup.content.prose.escaping import escape
from roundup.content.prose.marks import without_marks

LONGEST = 5000
_DEEPEST = 40
_CHAIN = re.compile(r"(?:\\[a-zA-Z]+\s*){40}")
_BRACE = re.compile(r"\\.|[{}]|\\left|\\right", re.DOTALL)
_RENAMED = (("{aligned}", "{align*}"), ("{gathered}", "{split}"), ("{gather*}", "{split}"))


@lru_cache(maxsize=4096)
def mathml(tex: str, display: bool) -> tuple[str, str]:
    """The `math` element of a formula and "", or "" and what is wrong with it."""
    if fault := _beyond_limits(tex):
        return "", fault
    for name, known in _RENAMED:
        tex = tex.replace(name, known)
    try:
        tree = convert_to_element(tex, display="block" if display else "inline")
        return _write(tree, _root_attributes(tex, display)), ""
    except _Unknown as unknown:
        return "", f"'{unknown}' is not known"
    except RecursionError:
        return "", "it is nested too deeply"
    except Exception as raised:  # the library raises whatever its parser stumbles on
        return "", _said(raised)


class _Unknown(Exception):
    """A command that came through untranslated."""


def _beyond_limits(tex: str) -> str:
    if len(tex) > LONGEST:
        return f"it is longer than {LONGEST:,} characters"
    depth = deepest = 0
    for brace in _BRACE.finditer(tex):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        deepest = max(deepest, depth)
    if depth:
        return "its braces do not match"
    if deepest > _DEEPEST or _CHAIN.search(tex):
        return "it is nested too deeply"
    return ""


def _said(fault: Exception) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(fault).__name__.removesuffix("Error"))
    return words.lower() or "unreadable"


def _root_attributes(tex: str, display: bool) -> str:
    shown = ' display="block"' if display else ""
    return f'{shown} alttext="{escape(" ".join(tex.split()))}"'


def _write(element: Element, attributes: str) -> str:
    tag = element.tag if element.tag in MATH_TAGS else "mrow"
    text = without_marks(html.unescape(element.text or ""))
    if tag in ("mi", "mo", "mn", "mtext"):
        if (text.startswith("\\") and len(text) > 1) or (tag == "mi" and text == "&"):
            raise _Unknown(text)
        if variant := element.get("mathvariant"):
            text, kept = restyle(text, variant)
            attributes += f' mathvariant="{kept}"' if kept else ""
    inside = escape(text.strip("\x00") if tag != "mtext" else text)
    for child in element:
        inside += _write(child, _attributes(child)) + escape(html.unescape(child.tail or ""))
    return f"<{tag}{attributes}>{inside}</{tag}>"


def _attributes(element: Element) -> str:
    return "".join(
        f' {name}="{escape(value)}"'
        for name, value in element.attrib.items()
        if name in MATH_ATTRIBUTES and name not in ("xmlns", "mathvariant", "linebreak")
    )
