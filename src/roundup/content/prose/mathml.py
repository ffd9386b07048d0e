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
_NAME = r"\{((?:[^{}\\$]|\\[,:; !])+)\}"
_OPERATOR = re.compile(
    rf"\\operatorname\*?\s*{_NAME}|\\mathop\s*\{{\s*\\(?:mathrm|text|rm|operatorname)\s*{_NAME}\s*\}}"
)
_SPACE = re.compile(r"(?:\\[,:; ]|[ ~])+")
_UNDER = {"msub": "munder", "msup": "mover", "msubsup": "munderover"}
_BIG = frozenset("∏∐∑⋀⋁⋂⋃⨀⨁⨂⨄⨆")
_WITH_LIMITS = _BIG | frozenset((
    "arg max", "arg min", "argmax", "argmin", "det", "gcd", "inf", "lim", "lim inf", "lim sup",
    "liminf", "limsup", "max", "min", "Pr", "sup",
))  # fmt: skip
_RENAMED = (("{aligned}", "{align*}"), ("{gathered}", "{split}"), ("{gather*}", "{split}"))


@lru_cache(maxsize=4096)
def mathml(tex: str, display: bool) -> tuple[str, str]:
    """The `math` element of a formula and "", or "" and what is wrong with it."""
    if fault := _beyond_limits(tex):
        return "", fault
    written = tex
    for name, known in _RENAMED:
        tex = tex.replace(name, known)
    tex = _OPERATOR.sub(_operator, tex)
    try:
        tree = convert_to_element(tex, display="block" if display else "inline")
        return _write(tree, _root_attributes(written, display), "\\nolimits" not in tex), ""
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


def _operator(found: re.Match[str]) -> str:
    """An operator named by its author as the library reads it: upright, its spaces kept."""
    name = _SPACE.sub("\xa0", (found[1] or found[2]).replace("\\!", "").strip())
    return rf"\operatorname{{{name}}}"


def _write(element: Element, attributes: str, limits: bool) -> str:
    tag = element.tag if element.tag in MATH_TAGS else "mrow"
    text = without_marks(html.unescape(element.text or ""))
    if tag in ("mi", "mo", "mn", "mtext"):
        if (text.startswith("\\") and len(text) > 1) or (tag == "mi" and text == "&"):
            raise _Unknown(text)
        # Big operators that the library takes for letters; and groups, which it calls operators.
        tag = "mrow" if len(element) else "mo" if text in _BIG else tag
        if variant := element.get("mathvariant"):
            text, kept = restyle(text, variant)
            attributes += f' mathvariant="{kept}"' if kept else ""
    inside = escape(text.strip("\x00") if tag != "mtext" else text)
    under = limits and tag in _UNDER and _name(element) in _WITH_LIMITS
    for place, child in enumerate(element):
        own = _attributes(child)
        if under and not place and "movablelimits" not in own:
            own += ' movablelimits="true"'
        inside += _write(child, own, limits) + escape(html.unescape(child.tail or ""))
    tag = _UNDER[tag] if under else tag
    return f"<{tag}{attributes}>{inside}</{tag}>"


def _name(element: Element) -> str:
    """The operator that an element puts its scripts to, "" where it is none."""
    first = element[0] if len(element) else element
    is_operator = first.tag in ("mi", "mo") and not len(first)
    return " ".join(html.unescape(first.text or "").split()) if is_operator else ""


def _attributes(element: Element) -> str:
    return "".join(
        f' {name}="{escape(value)}"'
        for name, value in element.attrib.items()
        if name in MATH_ATTRIBUTES and name not in ("xmlns", "mathvariant", "linebreak")
    )
