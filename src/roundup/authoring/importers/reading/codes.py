"""Blocks of code on pages: their lines without numbers, and their language."""

import re
from collections.abc import Iterator
from itertools import islice

from roundup.authoring.importers.reading.nodes import Node

_LANGUAGE = re.compile(r"(?:^|\s)(?:language-|lang-|highlight-source-|brush:\s*)([A-Za-z0-9+#.-]+)")
_GUTTERS = frozenset(
    ("gutter", "linenos", "lineno", "line-numbers", "line-numbers-rows", "rouge-gutter",
     "hljs-ln-numbers", "pre-numbering")
)  # fmt: skip
_MOST_ELEMENTS = 5000


def is_code(node: Node) -> bool:
    """Whether an element is a block of code: preformatted, or the frame of a highlighter around that alone."""
    if node.name == "pre":
        return True
    if node.name in ("figure", "div", "table") and "highlight" in node.get("class").lower():
        inside = list(islice(node.walk(), _MOST_ELEMENTS))
        pres = [one for one in inside if one.name == "pre"]
        return 0 < len(pres) <= 2 and _is_only_code(node, pres)
    return False


def _is_only_code(node: Node, pres: list[Node]) -> bool:
    inside = sum(len(one.text) for one in pres)
    return len(node.text.strip()) <= inside * 1.2 + 40


def code_of(node: Node) -> tuple[str, str]:
    """The code and its language, as far as a class names one."""
    code = "\n".join(_text(one) for one in _pres(node))
    lines = [line.rstrip() for line in code.split("\n")]
    return "\n".join(lines).strip("\n"), _language(node)


def _language(node: Node) -> str:
    for one in islice(node.walk(), _MOST_ELEMENTS):
        if found := _LANGUAGE.search(one.get("class")):
            return found[1]
        if one.get("data-lang"):
            return one.get("data-lang")
    return ""


def _pres(node: Node) -> Iterator[Node]:
    """The outermost preformatted elements that do not number lines."""
    if _is_gutter(node):
        return
    if node.name == "pre":
        yield node
        return
    for child in node.elements():
        yield from _pres(child)


def _is_gutter(node: Node) -> bool:
    return any(one in _GUTTERS for one in node.classes)


def _text(node: Node) -> str:
    parts: list[str] = []
    for child in node.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.name == "br":
            parts.append("\n")
        elif not _is_gutter(child):
            parts.append(_text(child))
            if child.name in ("li", "div", "tr") and not parts[-1].endswith("\n"):
                parts.append("\n")
    return "".join(parts)
