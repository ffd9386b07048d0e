"""Raw tags in order: every element closed, where a browser would close it, and none left over."""

import re

from roundup.content.prose.limits import DEEPEST, TooDeep
from roundup.content.prose.tags import VOID

_TAG = re.compile(r"<(/?)([a-z][^\s<>]*)[^<>]*>")
_CLOSES_P = frozenset((
    "address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul",
))  # fmt: skip
_ROWS = frozenset(("tr", "thead", "tbody", "tfoot"))
_PARTS = frozenset(("thead", "tbody", "tfoot"))
_CELLS = frozenset(("td", "th"))
_ITEMS = frozenset(("dt", "dd"))
_ENDS: dict[str, frozenset[str]] = {
    **{name: frozenset(("p",)) for name in sorted(_CLOSES_P)},
    "li": frozenset(("li",)),
    **dict.fromkeys(sorted(_ITEMS), _ITEMS),
    **dict.fromkeys(sorted(_CELLS), _CELLS),
    "tr": _CELLS | {"tr", "caption", "colgroup"},
    **{name: _CELLS | _ROWS | {"caption", "colgroup"} for name in sorted(_PARTS)},
    "a": frozenset(("a",)),
    "option": frozenset(("option",)),
}
_SCOPES: dict[str, frozenset[str]] = {
    "li": frozenset(("ul", "ol", "td", "th", "table", "blockquote", "div", "section")),
    "dt": frozenset(("dl", "td", "th", "table")),
    "dd": frozenset(("dl", "td", "th", "table")),
    "a": frozenset(("td", "th", "table", "caption")),
    **{name: frozenset(("table",)) for name in sorted(_CELLS | _ROWS)},
}
_ANY_SCOPE = frozenset(
    ("td", "th", "table", "caption", "button", "object", "li", "dd", "blockquote", "div")
)


def balance(html: str) -> str:
    """The HTML with every element closed in order; raises TooDeep beyond the limit."""
    out: list[str] = []
    opened: list[str] = []
    position = 0
    for tag in _TAG.finditer(html):
        out.append(html[position : tag.start()])
        position = tag.end()
        name = tag[2]
        if tag[1]:
            if name in opened:
                _close(out, opened, _last(opened, name))
            continue
        _imply(out, opened, name)
        out.append(tag[0])
        if name not in VOID:
            opened.append(name)
            if len(opened) > DEEPEST:
                raise TooDeep
    out.append(html[position:])
    _close(out, opened, 0)
    return "".join(out)


def _imply(out: list[str], opened: list[str], name: str) -> None:
    """Closes what this start tag ends without saying so (HTML, "optional tags")."""
    if (ended := _ENDS.get(name)) is None:
        return
    scope = _SCOPES.get(name, _ANY_SCOPE)
    lowest = -1
    for index in range(len(opened) - 1, -1, -1):
        if opened[index] in ended:
            lowest = index
        elif opened[index] in scope:
            break
    if lowest >= 0:
        _close(out, opened, lowest)


def _close(out: list[str], opened: list[str], index: int) -> None:
    while len(opened) > index:
        out.append(f"</{opened.pop()}>")


def _last(opened: list[str], name: str) -> int:
    return len(opened) - 1 - opened[::-1].index(name)
