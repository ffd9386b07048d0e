"""A file's text becomes raw front matter with lines, and a body; the pitfalls of YAML become messages."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import yaml
from frontmatter.default_handlers import YAMLHandler

from roundup.content.values import Path

ARTICLE_LIMIT = 1_000_000
FRONT_MATTER_LIMIT = 64_000
DEPTH_LIMIT = 100

_HANDLER = YAMLHandler()
_OPENING = re.compile(r"-{3,}[ \t]*\n")
_VALUE = re.compile(r"\s*(?:- )?(?P<key>[\w-]+):[ \t]+(?P<value>\S.*?)\s*$")
_NO_ALIAS = "write the value out again; anchors and aliases are not read here"
_NO_WORD = "text in braces or brackets needs quotes"
_UNREADABLE = (_NO_ALIAS, _NO_WORD)
_BAD_DATE = "a date is a year, a month or a day of the calendar, as 2019-12-16"
_DATE = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)")
_PITFALLS = (
    (re.compile(r"\{n\}|\{year\}|\{"), "text that begins with { needs quotes around it"),
    (re.compile(r"\[\["), "text that begins with [[ needs quotes around it"),
    (re.compile(r"[@*%&!|>`]"), "text that begins with {found} needs quotes around it"),
    (re.compile(r"[^'\"\[{].*?:(?: |$)"), "text with a colon needs quotes around it"),
    (
        re.compile(r"\".*\".+|'.*'.+"),
        "quotes go around the whole text; inside it, write the other kind",
    ),
)


class Complaint(msgspec.Struct, frozen=True):
    """Something wrong with the front matter; `line` counts from 1 in the file."""

    line: int
    message: str
    hint: str = ""


class FrontMatter(msgspec.Struct, frozen=True):
    """The raw fields with the lines of the top-level ones, and the body with the line it begins on."""

    fields: dict[str, Any]
    lines: dict[str, int]
    body: str
    body_line: int
    complaints: tuple[Complaint, ...] = ()


def decode(data: bytes) -> str:
    """UTF-8 bytes, with or without byte-order mark, any line ends, as text with `\\n`; raises ValueError."""
    if len(data) > ARTICLE_LIMIT:
        raise ValueError(f"the file has {len(data):,} bytes; an article may have {ARTICLE_LIMIT:,}")
    text = data.decode("utf-8-sig")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read(text: str) -> FrontMatter:
    """The front matter and body of an article's text; without `---` on the first line all of it is body."""
    if not _OPENING.match(text):
        return FrontMatter({}, {}, text, 1)
    try:
        block, _ = _HANDLER.split(text)
    except ValueError:
        hint = "close the front matter with a line of three hyphens"
        return _broken(text, Complaint(1, "the front matter is never closed", hint))
    body_line = text.count("\n", 0, _body_start(text)) + 1
    body = text[_body_start(text) :]
    if len(block.encode()) > FRONT_MATTER_LIMIT:
        message = f"the front matter is larger than {FRONT_MATTER_LIMIT:,} bytes"
        return FrontMatter({}, {}, body, body_line, (Complaint(1, message),))
    fields, lines, complaints = _mapping(block)
    return FrontMatter(fields, lines, body, body_line, complaints)


def line_of(text: str, path: Path) -> int:
    """The line of a value inside the front matter, or of the nearest thing around it that has one."""
    if not _OPENING.match(text):
        return 1
    block, _ = _HANDLER.split(text)
    node = yaml.compose(block, Loader=yaml.CSafeLoader)
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
    return int(line) + _first_line(block)


def _broken(text: str, complaint: Complaint) -> FrontMatter:
    return FrontMatter({}, {}, "", text.count("\n") + 1, (complaint,))


def _body_start(text: str) -> int:
    fences = _HANDLER.FM_BOUNDARY.finditer(text)
    next(fences)
    end: int = next(fences).end()
    return end + 1 if text[end : end + 1] == "\n" else end


def _first_line(block: str) -> int:
    # The handler's block begins with the line break that ends the opening fence.
    return 1 if block.startswith("\n") else 2


def _mapping(block: str) -> tuple[dict[str, Any], dict[str, int], tuple[Complaint, ...]]:
    offset = _first_line(block)
    try:
        if deep := _too_deep(block):
            return {}, {}, (Complaint(deep + offset, f"nested more than {DEPTH_LIMIT} deep"),)
        loader = yaml.CSafeLoader(block)
        try:
            node = loader.get_single_node()
            if node is None:
                return {}, {}, ()
            complaints = tuple(_pitfalls(node, block, offset))
            if not isinstance(node, yaml.MappingNode):
                wanted = Complaint(
                    offset, "the front matter is not a mapping", "write 'title: ...'"
                )
                return {}, {}, (wanted,)
            readable = not any(complaint.hint in _UNREADABLE for complaint in complaints)
            fields = loader.construct_document(node) if readable else {}
        finally:
            loader.dispose()
    except yaml.YAMLError as fault:
        return {}, {}, (_explained(fault, block, offset),)
    lines = {str(k.value): k.start_mark.line + offset for k, _ in node.value}
    return {str(name): value for name, value in fields.items()}, lines, complaints


def _too_deep(block: str) -> int:
    """The line on which nesting passes the limit, else 0; looked at only where it could."""
    if block.count("[") + block.count("{") + block.count("- ") + block.count("? ") < DEPTH_LIMIT:
        return 0
    depth = 0
    for event in yaml.parse(block, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEPTH_LIMIT:
            return int(event.start_mark.line) if event.start_mark else 0
    return 0


def _pitfalls(root: yaml.Node, block: str, offset: int) -> Iterator[Complaint]:
    """Duplicate keys, aliases, misread numbers and impossible dates, wherever they stand but in `extra`."""
    seen: set[int] = set()
    todo: list[yaml.Node] = [root]
    while todo:
        node = todo.pop()
        line = node.start_mark.line + offset
        if id(node) in seen:
            yield Complaint(line, "an alias stands in the front matter", _NO_ALIAS)
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            yield from _misread(node, line)
        elif isinstance(node, yaml.SequenceNode):
            todo += reversed(node.value)
        elif isinstance(node, yaml.MappingNode):
            yield from _doubles(node, offset)
            todo += [
                v for k, v in reversed(node.value) if not (node is root and k.value == "extra")
            ]


def _doubles(node: yaml.MappingNode, offset: int) -> Iterator[Complaint]:
    lines: dict[str, int] = {}
    for key, _ in node.value:
        line = key.start_mark.line + offset
        if not isinstance(key, yaml.ScalarNode):
            yield Complaint(line, "a key is not a word", _NO_WORD)
        elif key.value in lines:
            message = f"the key {key.value!r} stands twice, first on line {lines[key.value]}"
            yield Complaint(line, message, "keep one of them")
        else:
            lines[key.value] = line


def _misread(node: yaml.ScalarNode, line: int) -> Iterator[Complaint]:
    raw = node.value
    if node.tag.endswith(":float") and repr(_number(raw)) != raw:
        message = f"YAML reads {raw} as the number {_number(raw)}"
        yield Complaint(line, message, f'put quotes around it: "{raw}"')
    elif node.tag.endswith(":int") and not re.fullmatch(r"0|-?[1-9]\d*", raw):
        message = f"YAML reads {raw} as another number"
        yield Complaint(line, message, f'put quotes around it: "{raw}"')
    elif node.tag.endswith(":timestamp") and not _is_day(raw):
        yield Complaint(line, f"{raw} is not a date", _BAD_DATE)
        # The constructor would raise on it; as text it reaches the field's own reader.
        node.tag = "tag:yaml.org,2002:str"


def _number(raw: str) -> float:
    try:
        return float(raw.replace("_", ""))
    except ValueError:
        return 0.0


def _is_day(raw: str) -> bool:
    found = _DATE.match(raw)
    try:
        return found is not None and bool(date(*map(int, found.groups())))
    except ValueError:
        return False


def _explained(fault: yaml.YAMLError, block: str, offset: int) -> Complaint:
    """A syntax error in the words of somebody who writes front matter, at the line that causes it."""
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    rows = block.split("\n")
    place = min(mark.line, len(rows) - 1) if mark else 0
    for row in (place, place - 1):
        if row < 0:
            continue
        if re.match(r"\s*\t|[^#'\"]*:\t", rows[row]):
            return Complaint(row + offset, "a tab stands in the front matter", "use spaces instead")
        if (found := _VALUE.match(rows[row])) and (hint := _quoting(found["value"])):
            return Complaint(row + offset, f"the value of '{found['key']}' needs quotes", hint)
    problem = getattr(fault, "problem", None) or "it cannot be read"
    return Complaint(place + offset, f"the front matter is not YAML: {problem}", "")


def _quoting(value: str) -> str:
    for pattern, hint in _PITFALLS:
        if found := pattern.match(value):
            return hint.replace("{found}", found[0])
    return ""
