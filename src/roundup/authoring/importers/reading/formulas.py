"""Formulas as pages hold them (KaTeX, MathJax, MathML, pictures with their source) as TeX."""

import re
from collections.abc import Iterator

from roundup.authoring.importers.reading.nodes import Node

_TEX = frozenset(("application/x-tex", "tex", "latex", "text/x-tex"))
# As written: arXiv's pages name ordinary text "mathjax", what MathJax draws is "MathJax".
_RENDERED = frozenset(
    (
        "MathJax",
        "MathJax_Preview",
        "MathJax_SVG",
        "MathJax_CHTML",
        "MathJax_Display",
        "mjx-chtml",
        "katex",
        "katex-display",
        "katex-html",
        "mjpage",
    )
)
_PICTURES = frozenset(("latex", "tex", "ztext-math", "math", "equation_image"))
_WRITTEN = re.compile(
    r"\\\((.{1,500}?)\\\)|\\\[(.{1,1000}?)\\\]|\$\$([^$]{1,1000})\$\$"
    r"|(?<![\w$])\$(?![\s$\d])([^$\n]{0,300}?[^\s$])\$(?![\w$])",
    re.DOTALL,
)
TEXISH = re.compile(r"[\\^_{}=]|^[A-Za-z]$|^[A-Za-z]\(")
_WRAPPED = re.compile(r"\A\s*(?:\\\(|\\\[|\$\$?)(.*?)(?:\\\)|\\\]|\$\$?)\s*\Z", re.DOTALL)


def is_formula(node: Node) -> bool:
    """Whether an element is a formula or what a script drew of one."""
    if node.name in ("tex", "math", "mjx-container"):
        return True
    if not node.attributes:
        return False
    if node.get("data-tex") or node.get("data-formula"):
        return True
    classes = node.classes
    if node.name == "img":
        return bool(node.get("alt")) and any(one in _PICTURES for one in classes)
    if "math" in classes and node.name in ("span", "div"):
        return bool(_WRAPPED.match(node.text))
    return any(one in _RENDERED for one in node.get("class").split())


def tex_of(node: Node) -> str:
    """The source of a formula; empty for what only repeats one as a drawing."""
    tex = _source(node)
    if found := _WRAPPED.match(tex):
        tex = found[1]
    return " ".join(tex.replace("$", "").split())


def _source(node: Node) -> str:
    for name in ("data-tex", "data-formula", "alttext"):
        if node.get(name):
            return node.get(name)
    if node.name == "img":
        return node.get("alt")
    if node.name == "tex" or "math" in node.classes:
        return node.text
    for one in node.walk():
        if one.name == "annotation" and one.get("encoding").lower() in _TEX:
            return one.text
        if one.name == "tex" or (one.name == "math" and one.get("alttext")):
            return one.get("alttext") or one.text
    return _plain(node) if node.name in ("math", "mjx-container") else ""


def _plain(node: Node) -> str:
    """The letters of MathML that carries no source."""
    math = node if node.name == "math" else node.find("math")
    return math.text if math else ""


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """A text cut at the formulas that a script of its page would draw; True with each formula."""
    position = 0
    for found in _WRITTEN.finditer(text):
        tex = found[1] or found[2] or found[3] or found[4]
        if TEXISH.search(tex):
            yield text[position : found.start()], False
            yield " ".join(tex.split()), True
            position = found.end()
    yield text[position:], False
