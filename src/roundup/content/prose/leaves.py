"""Headings, indented code and admonitions: blocks that one line begins."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor
from markdown.extensions.admonition import AdmonitionProcessor

from roundup.content.prose.blocks import Parser

_HEADING = re.compile(r"(#{1,6})(?:[ ]+(.*))?\Z")
_CLOSING = re.compile(r"(?:\A|(?<= ))#+[ ]*\Z")


class Heading(BlockProcessor):
    """A line that begins with one to six `#` and a space (CommonMark 0.31, ATX headings)."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block is such a line."""
        return _HEADING.match(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Makes the heading, without the `#` that may close the line."""
        found = _HEADING.match(blocks.pop(0))
        if found:
            words = _CLOSING.sub("", (found[2] or "").strip()).strip()
            SubElement(parent, f"h{len(found[1])}").text = words


class IndentedCode(BlockProcessor):
    """Code by four spaces; its rows are kept aside until the HTML is written."""

    parser: Parser

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block begins with four spaces."""
        return block.startswith("    ")

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Takes the indented lines; unindented ones after them go back."""
        code, rest = self.detab(blocks.pop(0))
        last = parent[-1] if len(parent) else None
        if last is not None and last in self.parser.code:
            self.parser.code[last].append("\n")
        else:
            last = SubElement(parent, "pre")
            self.parser.code[last] = []
        self.parser.code[last].append(code.rstrip() + "\n")
        if rest:
            blocks.insert(0, rest)


class Admonition(AdmonitionProcessor):
    """Python-Markdown's admonitions; a title left out is the kind's name in the page's language."""

    parser: Parser

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        """The classes, and the title as written, translated, or None for none."""
        classes, title = super().get_class_and_title(match)
        if match[2] is None:
            kind = classes.split(" ", 1)[0]
            title = dict(self.parser.labels.admonitions).get(kind, title)
        return classes, title
