"""A file's text becomes raw front matter with lines, and a body."""

import re
from typing import Any

import msgspec
import yaml
from frontmatter.default_handlers import YAMLHandler

from roundup.content.pitfalls import Complaint, explained, tame, unreadable
from roundup.content.values import Path

ARTICLE_LIMIT = 1_000_000
FRONT_MATTER_LIMIT = 64_000

_FENCE = YAMLHandler().FM_BOUNDARY
_OPENING = re.compile(r"(?:[ \t]*\n)*-{3,}[ \t]*(?:\n|$)")
# YAML takes these for line breaks, editors do not; lines are counted as editors do.
_BREAKS = re.compile("[\x85\u2028\u2029]")


class FrontMatter(msgspec.Struct, frozen=True):
    """The raw fields with the lines of the top-level ones, and the body with the line it begins on."""

    fields: dict[str, Any]
    lines: dict[str, int]
    body: str
    body_line: int
    complaints: tuple[Complaint, ...] = ()


class _Cut(msgspec.Struct, frozen=True):
    """A text cut at its fences, with the lines that the two pieces begin on."""

    block: str
    block_line: int
    body: str
    body_line: int


def decode(data: bytes) -> str:
    """UTF-8 bytes, with or without byte-order mark, any line ends, as text with `\\n`; raises ValueError."""
    if len(data) > ARTICLE_LIMIT:
        raise ValueError(f"the file is larger than {ARTICLE_LIMIT:,} bytes")
    text = data.decode("utf-8-sig")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read(text: str) -> FrontMatter:
    """The front matter and body of an article's text; without `---` at its head all of it is body."""
    if not _OPENING.match(text):
        return FrontMatter({}, {}, text, 1)
    cut = _cut(text)
    if cut is None:
        line = text[: text.index("-")].count("\n") + 1
        hint = "close the front matter with a line of three hyphens"
        complaint = Complaint(line, "the front matter is never closed", hint)
        return FrontMatter({}, {}, "", text.count("\n") + 1, (complaint,))
    if len(cut.block.encode()) > FRONT_MATTER_LIMIT:
        message = f"the front matter is larger than {FRONT_MATTER_LIMIT:,} bytes"
        complaint = Complaint(1, message, "move its words into the body")
        return FrontMatter({}, {}, cut.body, cut.body_line, (complaint,))
    fields, lines, complaints = _fields(cut.block, cut.block_line)
    return FrontMatter(fields, lines, cut.body, cut.body_line, complaints)


def line_of(text: str, path: Path) -> int:
    """The line of a value inside the front matter, or of the nearest thing around it that has one."""
    cut = _cut(text) if _OPENING.match(text) else None
    if cut is None:
        return 1
    node = yaml.compose(cut.block, Loader=yaml.CSafeLoader)
    line = 0
    for step in path:
        if isinstance(node, yaml.MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == str(step)), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
            line = node.start_mark.line
    return int(line) + cut.block_line


def _cut(text: str) -> _Cut | None:
    """The two pieces of a text whose front matter is closed."""
    fences = _FENCE.finditer(text)
    opening, closing = next(fences), next(fences, None)
    if closing is None:
        return None
    block = _BREAKS.sub(" ", text[opening.end() : closing.start()])
    start = min(closing.end() + 1, len(text))
    body_line = text.count("\n", 0, start) + 1
    return _Cut(block, text.count("\n", 0, opening.end()) + 1, text[start:], body_line)


def _fields(block: str, first: int) -> tuple[dict[str, Any], dict[str, int], tuple[Complaint, ...]]:
    """What the block says, the lines of its fields, and the pitfalls its author fell into."""
    try:
        if found := tuple(unreadable(block, first)):
            return {}, {}, found
        loader = yaml.CSafeLoader(block)
        try:
            node = loader.get_single_node()
            if node is None:
                return {}, {}, ()
            if not isinstance(node, yaml.MappingNode):
                line = node.start_mark.line + first
                message = "the front matter is not made of fields"
                return {}, {}, (Complaint(line, message, "write 'name: value', a line each"),)
            complaints = tuple(tame(node, first))
            lines = {key.value: key.start_mark.line + first for key, _ in node.value}
            return loader.construct_document(node), lines, complaints
        finally:
            loader.dispose()
    except yaml.YAMLError as fault:
        return {}, {}, (explained(fault, block, first),)
