"""HTML of any origin becomes a tree with lines: written anew to be harmless, then read by BeautifulSoup."""

from collections.abc import Iterator

import msgspec
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from roundup.authoring.importers.reading.nodes import BLOCKS, Node
from roundup.authoring.importers.reading.taming import AND, LESS, SIGNS, Tame


class Tree(msgspec.Struct, frozen=True):
    """The root of the tree, and the line behind which there was too much of it to read (else 0)."""

    root: Node
    cut: int = 0


def parse(html: str) -> Tree:
    """The tree of a page or a piece of one; in time that grows with its length alone."""
    tame = Tame(html)
    soup = BeautifulSoup(
        tame.run(), "html.parser", store_line_numbers=False, multi_valued_attributes=None
    )
    return Tree(_tree(soup), tame.cut)


def with_lines(html: str, line: int) -> str:
    """A piece of HTML that begins on a line: every element says its own, tags stay as they are."""
    written = Tame(html, line, whole=False).run()
    return written.replace(AND, "&amp;").replace(LESS, "&lt;")


def _tree(soup: BeautifulSoup) -> Node:
    root = Node("", line=1)
    path = [root]
    waiting: list[Iterator[object]] = [iter(soup.contents)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
            path.pop()
        elif isinstance(child, Tag):
            node = _node(child)
            path[-1].children.append(node)
            _mark(path, node)
            path.append(node)
            waiting.append(iter(child.contents))
        elif type(child) is NavigableString:
            path[-1].children.append(str(child).translate(SIGNS))
    return root


def _mark(path: list[Node], node: Node) -> None:
    """Tells the elements around a block that there is one in them."""
    if node.name in BLOCKS:
        for one in reversed(path):
            if one.blocky:
                break
            one.blocky = True


def _node(tag: Tag) -> Node:
    attributes = {key: str(value) for key, value in tag.attrs.items()}
    line = attributes.pop("data-line", "0")
    return Node(tag.name, attributes, line=int(line) if line.isdecimal() else 0)
