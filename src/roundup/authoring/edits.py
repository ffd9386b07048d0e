"""Edits of an article's front matter that leave everything else byte for byte as its author wrote it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
import yaml

from roundup.authoring.articles import place
from roundup.authoring.yamlwriter import dump

_FENCE = re.compile(r"-{3,}[ \t]*\r?\n?")
_MARK = "\ufeff"


class Uneditable(ValueError):
    """The front matter cannot be read, so that an edit could break more than it mends."""


class _Span(msgspec.Struct, frozen=True):
    """The lines a field takes, from its key to the end of its value; the end is left out."""

    name: str
    first: int
    end: int


def with_fields(text: str, values: Mapping[str, Any]) -> str:
    """The text with these top-level fields in its front matter; None takes a field away.

    Comments, other fields, line ends and the byte-order mark stay as they are. A text without front matter
    gets one. Raises Uneditable where the present one is broken.
    """
    mark, text = (_MARK, text[1:]) if text.startswith(_MARK) else ("", text)
    ends = "\r\n" if "\r\n" in text[: text.find("\n") + 1] else "\n"
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    cut = _block(lines)
    if cut is None:
        made = dump({name: value for name, value in values.items() if value is not None})
        return mark + (f"---\n{made}---\n".replace("\n", ends) if made else "") + text
    first, last = cut
    block = lines[first:last]
    for name in sorted(values, key=place):
        block = _edited(block, name, values[name], ends)
    return mark + "".join((*lines[:first], *block, *lines[last:]))


def _block(lines: list[str]) -> tuple[int, int] | None:
    """The lines between the fences; None where the text does not begin with one."""
    start = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    if start == len(lines) or not _FENCE.fullmatch(lines[start]):
        return None
    for at in range(start + 1, len(lines)):
        if _FENCE.fullmatch(lines[at]):
            return start + 1, at
    raise Uneditable("the front matter is never closed")


def _edited(block: list[str], name: str, value: Any, ends: str) -> list[str]:
    spans = list(_spans(block))
    new = [] if value is None else re.findall(r"[^\n]*\n", dump({name: value}))
    new = [line.replace("\n", ends) for line in new]
    for span in spans:
        if span.name == name:
            return [*block[: span.first], *new, *block[span.end :]]
    before = [span.end for span in spans if place(span.name) <= place(name)]
    at = max(before, default=spans[0].first if spans else len(block))
    return [*block[:at], *new, *block[at:]]


def _spans(block: list[str]) -> Iterator[_Span]:
    """The fields of a block in order; raises Uneditable for what is no mapping in lines."""
    source = "".join(block).replace("\r\n", "\n")
    try:
        node = yaml.compose(source, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        raise Uneditable("the front matter cannot be read") from None
    if node is None:
        return
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        raise Uneditable("the front matter is not written a field a line")
    starts = [key.start_mark.line for key, _ in node.value] + [len(block)]
    for (key, value), first, following in zip(node.value, starts, starts[1:], strict=False):
        yield _Span(key.value, first, _end(block, value, first, following))


def _end(block: list[str], value: yaml.Node, first: int, following: int) -> int:
    """The line after a value's last: blank lines and comments before the next field are not part of it."""
    literal = isinstance(value, yaml.ScalarNode) and value.style in ("|", ">")
    end = following
    while end > first + 1 and _is_between(block[end - 1], literal):
        end -= 1
    return end


def _is_between(line: str, literal: bool) -> bool:
    """Whether a line says nothing; in a literal text only one at the margin can be a comment."""
    return not line.strip() or (line if literal else line.lstrip()).startswith("#")
