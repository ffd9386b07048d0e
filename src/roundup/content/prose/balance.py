"""Raw tags in order: every element closed, where a browser would close it, and none left over.

The rules are those of HTML's tree construction ("in body", "in table", "in cell"), so that a
parser finds nothing to repair: repairs copy formatting elements, ids included, without end.
"""

import re

from roundup.content.prose.limits import DEEPEST, TooDeep
from roundup.content.prose.tags import VOID

_TAG = re.compile(r"<(/?)([a-z][^\s<>]*)[^<>]*>")
_SECTIONS = frozenset(("thead", "tbody", "tfoot"))
_CELLS = frozenset(("td", "th"))
_FRAME = _SECTIONS | {"table", "tr", "colgroup"}
_TABLE = _FRAME | _CELLS | {"caption", "col"}
_WALLS = _CELLS | {"caption"}
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "div", "dl",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "search", "section",
    "summary", "table", "ul", "li", "dd", "dt",
))  # fmt: skip
_ITEM_SCOPE = (_BLOCKS | _TABLE) - {"address", "div", "p", "li", "dd", "dt"}

Ending = tuple[frozenset[str], frozenset[str]]

_OWN: dict[str, Ending] = {
    "li": (frozenset(("li",)), _ITEM_SCOPE),
    "dd": (frozenset(("dd", "dt")), _ITEM_SCOPE),
    "dt": (frozenset(("dd", "dt")), _ITEM_SCOPE),
    "a": (frozenset(("a",)), _WALLS | {"table"}),
    **{name: (_WALLS | {"colgroup"}, frozenset(("table",))) for name in sorted(_CELLS)},
    "tr": (_WALLS | {"tr", "colgroup"}, frozenset(("table",))),
    **{
        name: (_TABLE - {"table"}, frozenset(("table",)))
        for name in sorted(_SECTIONS | {"caption", "colgroup"})
    },
    "col": (_TABLE - {"table", "colgroup"}, frozenset(("table",))),
}
_PARAGRAPH: Ending = (frozenset(("p",)), _WALLS | {"table", "button", "object"})
_INSIDE: dict[str, frozenset[str]] = {
    **{name: frozenset(("tr",)) for name in sorted(_CELLS)},
    "tr": _SECTIONS | {"table"},
    **{name: frozenset(("table",)) for name in sorted(_SECTIONS | {"caption", "colgroup"})},
    "col": frozenset(("colgroup", "table")),
}


def balance(html: str) -> str:
    """The HTML with every element closed in order; raises TooDeep beyond the limit."""
    tree = _Tree()
    position = 0
    for tag in _TAG.finditer(html):
        tree.text(html[position : tag.start()])
        position = tag.end()
        if tag[1]:
            tree.end(tag[2])
        else:
            tree.start(tag[2], tag[0])
    tree.text(html[position:])
    tree.close_to(0)
    return "".join(tree.out)


class _Tree:
    """The elements that are open, and the HTML so far."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.opened: list[str] = []

    def text(self, text: str) -> None:
        if text:
            if self.opened and self.opened[-1] in _FRAME and text.strip():
                self._enter_cell()
            self.out.append(text)

    def start(self, name: str, written: str) -> None:
        if name in _OWN:
            self._imply(_OWN[name])
        if name in _BLOCKS:
            self._imply(_PARAGRAPH)
        top = self.opened[-1] if self.opened else ""
        if name in _INSIDE:
            if name in _CELLS and top in _SECTIONS | {"table"}:
                self._open("tr", "<tr>")
            elif top not in _INSIDE[name]:
                return
        elif top in _FRAME:
            self._enter_cell()
        self._open(name, written)

    def end(self, name: str) -> None:
        for index in range(len(self.opened) - 1, -1, -1):
            if self.opened[index] == name:
                self.close_to(index)
                return
            if self.opened[index] in _WALLS and name not in _TABLE:
                return

    def close_to(self, index: int) -> None:
        while len(self.opened) > index:
            self.out.append(f"</{self.opened.pop()}>")

    def _open(self, name: str, written: str) -> None:
        self.out.append(written)
        if name not in VOID:
            self.opened.append(name)
            if len(self.opened) > DEEPEST:
                raise TooDeep

    def _enter_cell(self) -> None:
        """What stands in a table but in no cell gets one."""
        if self.opened[-1] == "colgroup":
            self.close_to(len(self.opened) - 1)
        if self.opened[-1] != "tr":
            self._open("tr", "<tr>")
        self._open("td", "<td>")

    def _imply(self, ending: Ending) -> None:
        """Closes what a start tag ends without saying so."""
        ended, scope = ending
        lowest = -1
        for index in range(len(self.opened) - 1, -1, -1):
            if self.opened[index] in ended:
                lowest = index
            elif self.opened[index] in scope:
                break
        if lowest >= 0:
            self.close_to(lowest)
