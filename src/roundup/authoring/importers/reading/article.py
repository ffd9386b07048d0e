"""The part of a page that is the article, without what surrounds it."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from roundup.authoring.importers.document import Skipped
from roundup.authoring.importers.reading.cells import is_layout, rows_of
from roundup.authoring.importers.reading.nodes import HEADINGS, Child, Node
from roundup.authoring.importers.reading.surroundings import marks_of, reason_of
from roundup.authoring.importers.reading.weights import Weights

# Names that blog engines and their themes give the words of a post; the second kind is given to other parts too.
_SURE = re.compile(
    r"(?:^|[\s_-])(?:entry-?content|post-?(?:content|body|text|full-content|richtext)|single-content"
    r"|article-?(?:content|body|text|detail|view)|articlebody|blog-?(?:post|entry)-?(?:content|body|text)"
    r"|(?:gh|kg|e|td-post|wp-block-post|rich_media|main-?entry|available|news|story|page)-?content"
    r"|available-content|markdown-?body|markdown-section|se-main-container|contents?_style|tt_article\S*"
    r"|it-mdcontent|note-common-styles__textnote-body|rich-?text|js_content|content_views|mw-parser-output"
    r"|cnblogs_post_body|artibody|page-body|story-?body|w-richtext|hatenablog-entry|entry-?body|entry_body"
    r"|sqs-layout|theme-doc-markdown|md-content__inner|field--name-body|post__content|article__content)(?=$|[\s_-])"
)
_LIKELY = re.compile(
    r"(?:^|[\s_-])(?:hentry|h-entry|post|entry|article|content|main|prose|blog)(?=$|[\s_-])"
)
_CONTAINERS = ("div", "section", "article", "main", "center", "form", "font", "span", "fieldset")
_LISTED = ("ul", "ol", "div", "table", "p", "section", "center")


def article_of(root: Node, title: str) -> tuple[Node, tuple[Skipped, ...]]:
    """The article's element, cleared of what is not part of it, and what was left out."""
    body = root.find("body") or root
    weights = Weights(body)
    skipped = list(_clear(body, weights, weights.words(body), _folded(title)))
    main = _main(body)
    skipped += _around(body, main)
    return main, tuple(sorted(set(skipped)))


def _clear(node: Node, weights: Weights, whole: int, title: str) -> Iterator[Skipped]:
    """Takes out what surrounds an article, unless half of the page is in it."""
    kept: list[Child] = []
    for child in node.children:
        if isinstance(child, Node):
            reason = reason_of(child, weights, whole, title)
            if reason:
                if weights.words(child) > 20 and reason != "hidden":
                    yield Skipped(child.line, reason)
                continue
            yield from _clear(child, weights, whole, title)
        kept.append(child)
    node.children = kept


def _main(body: Node) -> Node:
    """The named article if there is one, then down as long as one child holds nearly everything."""
    weights = Weights(body)
    node = _named(body, weights)
    while best := _heaviest(node, weights):
        node = best
    node.children = [one for one in node.children if not _is_menu(one, weights)]
    return node


def _heaviest(node: Node, weights: Weights) -> Node | None:
    """The child that holds nearly all words; None where there is none, or it means something itself."""
    best = max(node.elements(), key=weights.words, default=None)
    least = 0.9
    if best and best.name == "table" and is_layout(best):
        cells = [one for row in rows_of(best) for one in row.cells if one]
        best, least = max(cells, key=weights.words, default=None), 0.75
    elif best is None or best.name not in _CONTAINERS or not best.is_block:
        return None
    return best if best and weights.words(best) >= least * weights.words(node) > 0 else None


def _named(body: Node, weights: Weights) -> Node:
    """The innermost element with an article's name that holds most of what its surroundings hold."""
    sure = list(_outermost(body, _is_sure))
    total = sum(map(weights.words, sure))
    best = max(sure, key=weights.words, default=None)
    if (
        best
        and weights.words(best) >= 0.8 * total
        and weights.words(best) >= 0.15 * weights.words(body)
    ):
        return best
    best = body
    for node in body.walk():
        if _is_likely(node) and weights.words(node) >= 0.6 * weights.words(best) > 0:
            best = node
    return best


def _outermost(node: Node, wanted: Callable[[Node], bool]) -> Iterator[Node]:
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if wanted(one):
            yield one
        else:
            waiting += reversed(list(one.elements()))


def _is_sure(node: Node) -> bool:
    if not node.attributes or node.name in ("body", "html", "a", "li", "p", "span", *HEADINGS):
        return False
    return node.get("itemprop").lower() == "articlebody" or bool(_SURE.search(marks_of(node)))


def _is_likely(node: Node) -> bool:
    if node.name in ("article", "main"):
        return True
    if not node.attributes or node.name not in ("div", "section", "td"):
        return False
    return node.get("role").lower() == "main" or bool(_LIKELY.search(marks_of(node)))


def _is_menu(child: Child, weights: Weights) -> bool:
    """Whether a part of the article's element is only a row of links within the site."""
    if not isinstance(child, Node) or child.name not in _LISTED or not child.is_block:
        return False
    links = [one.get("href") for one in child.walk() if one.name == "a" and one.get("href")]
    if len(links) < 4 or weights.papers(child):
        return False
    inside = sum(not href.startswith(("http:", "https:", "//", "#")) for href in links)
    return inside == len(links) and weights.linked(child) >= 0.8 * weights.words(child)


def _around(body: Node, main: Node) -> Iterator[Skipped]:
    """The larger parts of the page that stand beside the way down to the article."""
    weights = Weights(body)
    path = _path(body, main)
    for node, next_one in pairwise(path):
        for child in node.elements():
            if child is not next_one and weights.words(child) > 40:
                yield Skipped(child.line, "a part of the page around the article")


def _path(body: Node, main: Node) -> list[Node]:
    """The elements from the body down to the article."""
    parents: dict[int, Node] = {}
    for node in body.walk():
        for child in node.elements():
            parents[id(child)] = node
    path = [main]
    while path[-1] is not body and id(path[-1]) in parents:
        path.append(parents[id(path[-1])])
    return path[::-1]


def _folded(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()
