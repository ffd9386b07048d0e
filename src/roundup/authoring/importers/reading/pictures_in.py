"""Pictures of a page: which of its sources is the picture, and which pictures say nothing."""

import re

from roundup.authoring.importers.document import Span
from roundup.authoring.importers.reading.addresses import Base
from roundup.authoring.importers.reading.nodes import Node
from roundup.identifiers import normalise

_SOURCES = (
    "data-src", "data-original", "data-lazy-src", "data-actualsrc", "data-original-src",
    "data-orig-file", "data-canonical-src", "data-echo", "data-lazy", "src",
)  # fmt: skip
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_EMOJI = re.compile(r"\b(?:emoji|wp-smiley|emojione|twemoji)\b")
_DRAWN = re.compile(
    r"(?i)\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|ico)(?:$|[?#&])|shields\.io|badge"
)
_PLACEHOLDER = re.compile(r"(?:^|/)(?:blank|spacer|pixel|placeholder|transparent|1x1|clear)\.\w+$")


def picture(node: Node, base: Base) -> Span | None:
    """A picture as a span; its words alone for emoji and lost ones, None for those without either. What is
    written as a picture and leads to a paper's page is a link."""
    alt = " ".join(node.get("alt").split())
    source = base.resolved(_source(node))
    if _EMOJI.search(node.get("class").lower()) and len(alt) <= 12:
        return Span(alt) if alt else None
    if alt and source and _is_paper(source):
        return Span(alt, link=source)
    if source and not _is_speck(node):
        return Span(alt, image=source)
    return Span(alt) if alt and not source else None


def _is_paper(source: str) -> bool:
    return not _DRAWN.search(source) and normalise(source) is not None


def _source(node: Node) -> str:
    for name in _SOURCES:
        address = node.get(name).strip()
        if address and not address.startswith("data:") and not _PLACEHOLDER.search(address):
            return address
    for name in _SETS:
        if found := _largest(node.get(name)):
            return found
    return ""


def _largest(written: str) -> str:
    """The largest picture of a `srcset` (HTML, 4.8.4.2.1)."""
    best, size = "", -1.0
    for found in re.finditer(
        r"\s*([^\s,]\S*?)(?:\s+([\d.]+)[wx])?\s*(?:,(?=\s)|$)", written[:20000]
    ):
        width = float(found[2]) if found[2] and found[2].count(".") < 2 and found[2] != "." else 0.0
        if width > size and not found[1].startswith("data:"):
            best, size = found[1].rstrip(","), width
    return best


def _is_speck(node: Node) -> bool:
    """Whether it only counts readers."""
    sizes = [node.get(name).strip().removesuffix("px") for name in ("width", "height")]
    return any(size in ("0", "1", "2") for size in sizes)
