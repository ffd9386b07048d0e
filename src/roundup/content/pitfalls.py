"""The pitfalls of YAML that authors fall into: found before they are misread, said in an author's words."""

import re
from collections.abc import Iterator

import msgspec
import yaml
from yaml.constructor import SafeConstructor

DEPTH_LIMIT = 100

_TEXT = "tag:yaml.org,2002:str"
_NUMBERS = SafeConstructor()
_WHOLE = re.compile(r"0|-?[1-9]\d{0,17}")
_CONTROL = re.compile("[\0-\b\v\f\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_SPECIAL = re.compile(r"[&*!](?<=[\s\[{,].)\S")
_MAY_NEST = ("[", "{", "- ", "? ", "\n ")
_VALUE = re.compile(r"\s*(?:- +)?(?:(?P<key>[\w-]+):[ \t]+|(?<=- ))(?P<value>\S.*?)\s*$")
_BEGINS = "text that begins with {} needs quotes around it"
_QUOTES = (
    (re.compile(r"[“”„‘’«]"), "write straight quotes, \" or ', around the whole text"),
    (re.compile(r"\{(?!\s*[\w-]+:)|\[\[|[@*%&!|>`]"), _BEGINS),
    (re.compile(r"[^'\"\[{].*?:(?: |$)"), "text with a colon needs quotes around it"),
    (re.compile(r"\"[^\"]*$|'[^']*$"), "end the text with the quotation mark that begins it"),
    (
        re.compile(r"\".*\".+|'.*'.+"),
        "quotes go around the whole text; inside it, write the other kind",
    ),
)
_SHAPES = (
    (re.compile(r"\s*\t|[^#'\"]*:\t"), "a tab stands in the front matter", "use spaces instead"),
    (re.compile(r"\s*[\w-]+:[^ \t/]"), "a space is missing after the colon", "write 'name: value'"),
    (re.compile(r"[\w-]+(?: [^:]*)?$"), "a colon is missing", "write 'name: value'"),
)
_UNCLOSED = {
    "while scanning a quoted scalar": "a quotation mark is never closed",
    "while parsing a flow sequence": "a list in brackets is not closed, or lacks a comma",
    "while parsing a flow mapping": "a mapping in braces is not closed, or lacks a comma",
}
_DEEPER = "mapping values are not allowed in this context"


class Complaint(msgspec.Struct, frozen=True):
    """Something wrong with the front matter; `line` counts from 1 in the file."""

    line: int
    message: str
    hint: str = ""


def unreadable(block: str, first: int) -> Iterator[Complaint]:
    """What keeps a block from being read at all; `first` is the line it begins on. Raises YAMLError."""
    if found := _CONTROL.search(block):
        line = first + block.count("\n", 0, found.start())
        message = f"a control character (U+{ord(found[0]):04X}) stands in the front matter"
        yield Complaint(line, message, "delete it")
    elif _SPECIAL.search(block) or sum(map(block.count, _MAY_NEST)) >= DEPTH_LIMIT:
        yield from _special(block, first)


def _special(block: str, first: int) -> Iterator[Complaint]:
    """Anchors, aliases and tags, which mostly are words of a title, and nesting beyond the limit."""
    rows, depth = block.split("\n"), 0
    for event in yaml.parse(block, Loader=yaml.CSafeLoader):
        row = event.start_mark.line if event.start_mark else 0
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&" if anchor else "!" if tag else ""
        if sign:
            hint = f"{_BEGINS.format(sign)}; anchors, aliases and tags are not read here"
            yield Complaint(row + first, _needs_quotes(rows[row]), hint)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEPTH_LIMIT:
            message = f"the front matter is nested more than {DEPTH_LIMIT} deep"
            yield Complaint(row + first, message, "close what was opened, or indent less")
            return


def tame(root: yaml.MappingNode, first: int) -> Iterator[Complaint]:
    """Keys that stand twice or are no words, and numbers that are not read as they are written.

    Keys and dates become text, which reads as it is written; below `extra` so do all such numbers.
    """
    todo: list[tuple[yaml.Node, bool]] = [(root, False)]
    while todo:
        node, free = todo.pop()
        if isinstance(node, yaml.ScalarNode):
            yield from _misread(node, free, node.start_mark.line + first)
        elif isinstance(node, yaml.SequenceNode):
            todo += ((item, free) for item in reversed(node.value))
        elif isinstance(node, yaml.MappingNode):
            yield from _keys(node, first)
            pairs = reversed(node.value)
            todo += ((v, free or (node is root and k.value == "extra")) for k, v in pairs)


def _keys(node: yaml.MappingNode, first: int) -> Iterator[Complaint]:
    lines: dict[str, int] = {}
    words = []
    for key, value in node.value:
        line = key.start_mark.line + first
        if not isinstance(key, yaml.ScalarNode):
            yield Complaint(line, "a key is not a word", "text in braces needs quotes around it")
            continue
        if key.value in lines:
            message = f"the key {key.value!r} stands twice, first on line {lines[key.value]}"
            yield Complaint(line, message, "keep one of them")
        lines.setdefault(key.value, line)
        key.tag = _TEXT
        words.append((key, value))
    node.value = words


def _misread(node: yaml.ScalarNode, free: bool, line: int) -> Iterator[Complaint]:
    kind, raw = node.tag.rpartition(":")[2], node.value
    if kind in ("timestamp", "value", "merge"):
        node.tag = _TEXT
    elif kind in ("int", "float"):
        number = _number(node, kind)
        if _WHOLE.fullmatch(raw) if kind == "int" else repr(number) == raw:
            return
        node.tag = _TEXT
        if not free:
            shown = raw if len(raw) <= 40 else raw[:37] + "..."
            message = f"YAML reads {shown} as the number {number}"
            hint = f'put quotes around it: "{shown}"'
            plain = kind == "int" and abs(number) < 10**18
            yield Complaint(line, message, f"write {number}, or {hint}" if plain else hint)


def _number(node: yaml.ScalarNode, kind: str) -> int | float:
    read = _NUMBERS.construct_yaml_int if kind == "int" else _NUMBERS.construct_yaml_float
    try:
        value = read(node)
        return float(value) if abs(value) >= 10**18 else value
    except (ValueError, OverflowError):
        return float("nan")


def explained(fault: yaml.YAMLError, block: str, first: int) -> Complaint:
    """A syntax error in the words of somebody who writes front matter, at the line that causes it."""
    rows = block.split("\n")
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    place = min(mark.line, len(rows) - 1) if mark else 0
    problem = getattr(fault, "problem", None) or "it cannot be read"
    for row in (place, place - 1):
        if row >= 0 and (said := _said(rows[row])):
            return Complaint(row + first, *said)
    context, start = getattr(fault, "context", None), getattr(fault, "context_mark", None)
    if start and context in _UNCLOSED:
        return Complaint(start.line + first, _UNCLOSED[context], "text may need quotes there")
    if problem == _DEEPER and rows[place].startswith(" "):
        message = "the line is indented more than the one before"
        return Complaint(place + first, message, "begin every field at the margin")
    hint = "look for missing quotes, colons and spaces here and in the line before"
    return Complaint(place + first, f"the front matter is not YAML: {problem}", hint)


def _said(row: str) -> tuple[str, str] | None:
    """What is wrong with a row that could not be read, as message and hint."""
    if (found := _VALUE.match(row)) and (hint := _quoting(found["value"])):
        return _needs_quotes(row), hint
    return next(((what, hint) for shape, what, hint in _SHAPES if shape.match(row)), None)


def _needs_quotes(row: str) -> str:
    found = _VALUE.match(row)
    what = f"the value of '{found['key']}'" if found and found["key"] else "a value"
    return f"{what} needs quotes"


def _quoting(value: str) -> str:
    for pattern, hint in _QUOTES:
        if found := pattern.match(value):
            return hint.format(found[0])
    return ""
