"""A tree of HTML as the reader of documents wants it: elements with attributes, text, and lines."""

from collections.abc import Iterator
from typing import Union

import msgspec

BLOCKS = frozenset(
    """
    address article aside audio blockquote body center dd details dialog dir div dl dt embed fieldset figcaption
    figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li main menu nav object
    ol optgroup option p pre search section select summary table tbody td tfoot th thead tr ul video
    """.split()  # noqa: SIM905  (a list of words reads best as words)
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ADDED = "user-content-"  # GitHub puts this before the names that authors give
LISTS = ("ul", "ol", "menu", "dir")

Child = Union["Node", str]


class Node(msgspec.Struct):
    """An element with the line it begins on; `blocky` where a block stands in it."""

    name: str
    attributes: dict[str, str] = msgspec.field(default_factory=dict)
    children: list[Child] = msgspec.field(default_factory=list)
    line: int = 0
    blocky: bool = False

    def get(self, name: str) -> str:
        """The value of an attribute; empty without one."""
        return self.attributes.get(name, "")

    @property
    def classes(self) -> list[str]:
        """Its classes in lower case."""
        return self.get("class").lower().split()

    @property
    def is_block(self) -> bool:
        """Whether it is a block, or an inline element around one."""
        return self.name in BLOCKS or self.blocky

    @property
    def text(self) -> str:
        """All text inside it."""
        parts: list[str] = []
        waiting: list[Child] = [self]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                parts.append(one)
            else:
                waiting += reversed(one.children)
        return "".join(parts)

    def walk(self) -> Iterator["Node"]:
        """Itself and all elements inside it, in order."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += [child for child in reversed(one.children) if isinstance(child, Node)]

    def elements(self) -> Iterator["Node"]:
        """The elements that are its children."""
        return (child for child in self.children if isinstance(child, Node))

    def find(self, *names: str) -> "Node | None":
        """The first element inside it with one of these names."""
        return next((one for one in self.walk() if one.name in names and one is not self), None)


def ids_of(node: Node) -> list[str]:
    """What links within a page reach an element by."""
    if not node.attributes:
        return []
    names = (node.get("id"), node.get("name") if node.name == "a" else "")
    return [name.removeprefix(_ADDED) for name in names if name]
