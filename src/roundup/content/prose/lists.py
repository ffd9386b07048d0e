"""Lists and quotations: Python-Markdown's own processors, made linear."""

import re
from xml.etree.ElementTree import Element

from markdown.blockprocessors import BlockQuoteProcessor
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor

_NUMBER = re.compile(r"[ ]*(\d+)")


class _Items:
    """Cuts a block into list items; every line is looked at once."""

    CHILD_RE: re.Pattern[str]
    INDENT_RE: re.Pattern[str]
    TAG: str
    STARTSWITH: str

    def get_items(self, block: str) -> list[str]:
        """The items of a block, nested ones still indented."""
        items: list[list[str]] = []
        for line in block.split("\n"):
            if found := self.CHILD_RE.match(line):
                if not items and self.TAG == "ol" and (number := _NUMBER.match(line)):
                    self.STARTSWITH = number[1].lstrip("0") or "0"
                items.append([found[3]])
            elif self.INDENT_RE.match(line) and not items[-1][0].startswith("    "):
                items.append([line])
            else:
                items[-1].append(line)
        return ["\n".join(rows) for rows in items]


class OrderedList(_Items, SaneOListProcessor):
    """Numbered lists, which keep their first number and do not mix with bullets."""


class BulletList(_Items, SaneUListProcessor):
    """Lists with bullets, which do not mix with numbers."""


class Quotation(BlockQuoteProcessor):
    """Block quotes, however deep the caller's stack is; depth is the parser's matter."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether a line of the block begins with `>`."""
        return self.RE.search(block) is not None
