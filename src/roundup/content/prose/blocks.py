"""Python-Markdown's block parser, kept linear.

Its processors cut a block at the first thing they know and put the rest back, and each asks every
block. So plain paragraphs go straight through, blocks are cut beforehand at every line that begins
something new, long lists of blocks come in windows, and nesting has an end.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor, ParagraphProcessor

from roundup.content.prose.labels import Labels

DEEPEST_CALLS = 205
_WINDOW = 64
_STRUCTURE = re.compile(
    r"\A(?:\n|[ ]{4})|"
    r"^[ ]{0,3}(?:#|>|[*+-][ ]|\d+\.[ ]|:[ ]|\[[^\]\n]*\]:|[=|:-][=|: -]*$|"
    r"(?:\*[ ]*){3,}$|(?:_[ ]*){3,}$|\|)|"
    r"^[^\n|]*\|[^\n]*\n[ ]*[|:-]|^!!!",
    re.MULTILINE,
)
_HEADING = re.compile(r"#{1,6}(?:[ ]|$)")
_RULE = re.compile(r"[ ]{0,3}([-*_])[ ]*+(?:\1[ ]*+){2,}\Z")
_UNDERLINE = re.compile(r"(?:=+|-+)[ ]*\Z")
_ITEM = re.compile(r"[ ]{0,3}(?:[*+-]|1\.)[ ]+\S")
_NOT_WORDS = re.compile(
    r"[ ]{4}|[ ]{0,3}(?:[*+-][ ]|\d+\.[ ]|>|:[ ]|\||!!!|\[[^\]\n]*\]:)|[^\n]*\|"
)
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\]\n]*\]:")
_STARTS = re.compile(r"!!!|[ ]{0,3}\[[^\]\n]*\]:")
_TITLES = ('"', "'", "(")
_BOUNDARY = re.compile(
    r"^(?:#|!!!|=|-|[ ]{0,3}(?:\[|[*_-][ ]*[*_-]|[*+-][ ]|1\.[ ]))", re.MULTILINE
)


class Parser(BlockParser):
    """Python-Markdown's parser of blocks with bounds on its time and depth."""

    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self.code: dict[Element, list[str]] = {}
        self.labels = Labels()
        self.too_deep = False
        self._depth = 0
        self._processors: tuple[BlockProcessor, ...] = ()
        self._paragraph = ParagraphProcessor(self)

    def restart(self, labels: Labels) -> None:
        """Forgets everything about the last text; `labels` are the words for the next."""
        self.labels = labels
        self.code.clear()
        self.state.clear()
        self.too_deep = False
        self._depth = 0

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:
        """Parses blocks into a parent; stops, and remembers that it did, when too deep inside."""
        if self._depth >= DEEPEST_CALLS:
            self.too_deep = True
            return
        self._processors = self._processors or tuple(self.blockprocessors)
        self._depth += 1
        for start in range(0, len(blocks), _WINDOW):
            self._parse(parent, blocks[start : start + _WINDOW])
        self._depth -= 1

    def _parse(self, parent: Element, window: list[str]) -> None:
        while window:
            block = window[0]
            if not _STRUCTURE.search(block):
                self._paragraph.run(parent, window)
                continue
            if block.startswith("\n"):
                window[0] = self._after_blank_lines(parent, block)
                continue
            cut = list(pieces(block))
            if len(cut) == 1:
                self._ask(parent, window)
                continue
            del window[0]
            for piece in cut:
                rest = [piece]
                while rest:
                    self._ask(parent, rest)

    def _ask(self, parent: Element, window: list[str]) -> None:
        if not window[0]:
            del window[0]
            return
        for processor in self._processors:
            if processor.test(parent, window[0]) and processor.run(parent, window) is not False:
                return

    def _after_blank_lines(self, parent: Element, block: str) -> str:
        """The block without the blank lines before it, which count inside indented code alone."""
        rest = block.lstrip("\n")
        if len(parent) and (rows := self.code.get(parent[-1])):
            rows.append("\n" * (len(block) - len(rest)))
        return rest


def pieces(block: str) -> Iterator[str]:
    """A block cut where a line begins something new: headings, rules, lists, admonitions."""
    if "\n" not in block or not _BOUNDARY.search(block):
        yield block
        return
    rows: list[str] = []
    for line in block.split("\n"):
        if rows and _ends_definition(rows, line):
            yield "\n".join(rows)
            rows = []
        if _HEADING.match(line) or (_RULE.match(line) and not _is_underline(rows, line)):
            if rows:
                yield "\n".join(rows)
            yield line
            rows = []
            continue
        starts = _STARTS.match(line) or (_ITEM.match(line) and _are_words(rows))
        if starts and rows:
            yield "\n".join(rows)
            rows = []
        ends = _is_underline(rows, line)
        rows.append(line)
        if ends:
            yield "\n".join(rows)
            rows = []
    if rows:
        yield "\n".join(rows)


def _ends_definition(rows: list[str], line: str) -> bool:
    """Whether a link's definition is complete before this line, its title perhaps still to come."""
    if not _DEFINITION.match(rows[0]):
        return False
    return not (rows[-1].rstrip().endswith(":") or line.lstrip(" ").startswith(_TITLES))


def _is_underline(rows: list[str], line: str) -> bool:
    return len(rows) == 1 and _are_words(rows) and _UNDERLINE.match(line) is not None


def _are_words(rows: list[str]) -> bool:
    return bool(rows) and not _NOT_WORDS.match(rows[0])
