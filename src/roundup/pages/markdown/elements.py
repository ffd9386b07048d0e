"""HTML as a tree, just enough to be written as something else.

The words of articles are well-formed where they come from Markdown; where their owner lets raw HTML
through, a closing tag without its opening one is passed over and what is never closed ends with the text.
"""

import re
from html import unescape
from typing import Union

import msgspec

_TOKEN = re.compile(
    r"<!--.*?(?:-->|$)|<(/?)([A-Za-z][^\s/>]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>|([^<]+|<)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
))  # fmt: skip
_DEEPEST = 150


Child = Union["Element", str]


class Element(msgspec.Struct):
    """An element with its attributes as they are written, its children elements or text."""

    name: str
    written: str = ""
    children: list[Child] = msgspec.field(default_factory=list)

    def get(self, name: str) -> str:
        """The value of an attribute; empty without one."""
        for found in _ATTRIBUTE.finditer(self.written):
            if found[1].lower() == name:
                return unescape(found[2] or found[3] or found[4] or "")
        return ""

    def has(self, name: str) -> bool:
        """Whether it carries an attribute, with or without a value."""
        return any(one[1].lower() == name for one in _ATTRIBUTE.finditer(self.written))

    @property
    def text(self) -> str:
        """All text inside it, unescaped."""
        return "".join(one if isinstance(one, str) else one.text for one in self.children)

    def find(self, name: str) -> "Element | None":
        """The first element of that name inside it."""
        for one in self.children:
            if isinstance(one, Element) and (found := one if one.name == name else one.find(name)):
                return found
        return None


def parse(html: str) -> Element:
    """The tree of a piece of HTML below an element without a name; deeper ones than 150 are flattened."""
    root = Element("")
    path = [root]
    for closing, name, attributes, text in _TOKEN.findall(html):
        if text:
            path[-1].children.append(unescape(text))
        elif closing:
            _close(path, name.lower())
        elif name:
            element = Element(name.lower(), attributes)
            path[-1].children.append(element)
            if element.name not in _VOID and len(path) < _DEEPEST:
                path.append(element)
    return root


def _close(path: list[Element], name: str) -> None:
    for place in range(len(path) - 1, 0, -1):
        if path[place].name == name:
            del path[place:]
            return
