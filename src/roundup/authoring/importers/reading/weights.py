"""How much each element of a page says: words, words in links, links to papers."""

import re

from roundup.authoring.importers.reading.nodes import Node

_PAPERS = re.compile(
    r"arxiv\.org/|doi\.org/10|openreview\.net/|aclanthology|aclweb\.org/anth|/(?:papers?|pdf)/|\.pdf(?:$|[?#])"
    r"|dl\.acm\.org|ieeexplore|nature\.com/art|thecvf\.com|mlr\.press|nips\.cc|jmlr\.org|sciencedirect\.com/sci"
    r"|semanticscholar\.org/paper|biorxiv\.org|springer\.com/(?:art|chap)|ncbi\.nlm\.nih"
)


class Weights:
    """The weights of all elements below one, measured once."""

    def __init__(self, root: Node) -> None:
        self._known: dict[int, tuple[int, int, int]] = {}
        self._measure(root, in_link=False)

    def words(self, node: Node) -> int:
        """Characters of text."""
        return self._known.get(id(node), (0, 0, 0))[0]

    def linked(self, node: Node) -> int:
        """Characters of text in links."""
        return self._known.get(id(node), (0, 0, 0))[1]

    def papers(self, node: Node) -> int:
        """Links that look like a paper's."""
        return self._known.get(id(node), (0, 0, 0))[2]

    def _measure(self, node: Node, *, in_link: bool) -> tuple[int, int, int]:
        href = node.get("href") if node.name == "a" else ""
        in_link = in_link or bool(href)
        words = linked = 0
        papers = int(bool(_PAPERS.search(href)))
        for child in node.children:
            if isinstance(child, Node):
                inside = self._measure(child, in_link=in_link)
                words, linked, papers = words + inside[0], linked + inside[1], papers + inside[2]
            else:
                size = len(child.strip())
                words, linked = words + size, linked + size * in_link
        self._known[id(node)] = (words, linked, papers)
        return self._known[id(node)]
