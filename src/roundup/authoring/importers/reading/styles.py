"""Styles that word processors keep in a sheet at the head of a page: which classes are bold or italic."""

import re

from roundup.authoring.importers.reading.nodes import Node

_RULE = re.compile(r"\.([\w-]{1,40})\s*\{([^{}]{0,2000})\}")
_WEIGHT = re.compile(r"font-weight:\s*(?:bold|[6-9]00)|font-style:\s*italic")
_MOST = 2000


def styled_classes(html: str) -> dict[str, str]:
    """The classes that a page's own sheet makes bold or italic, with what it says."""
    found: dict[str, str] = {}
    start = html.find("<style")
    while start >= 0 and len(found) < _MOST:
        end = html.find("</style", start)
        if end < 0:
            break
        for rule in _RULE.finditer(html, start, min(end, start + 200_000)):
            if said := _WEIGHT.findall(rule[2]):
                found[rule[1]] = ";".join(said)
        start = html.find("<style", end)
    return found


def apply(root: Node, classes: dict[str, str]) -> None:
    """Writes what the sheet says of short runs of text where they stand."""
    for node in root.walk() if classes else ():
        if node.name == "span" and node.attributes:
            said = [classes[one] for one in node.get("class").split() if one in classes]
            if said:
                node.attributes["style"] = ";".join((*said, node.get("style")))
