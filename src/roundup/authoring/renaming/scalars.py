"""Single values of front matter replaced in place, so that everything around them stays as its author wrote it."""

import re
from collections.abc import Callable, Iterator

import yaml

from roundup.authoring.yamlwriter import dump
from roundup.content.values import Path

Choice = Callable[[Path, str], str | None]
"""What a value at a path of keys and numbers is to be replaced with; None leaves it."""

_OPENING = re.compile(r"\ufeff?(?:[ \t]*\r?\n)*-{3,}[ \t]*\r?\n")
_CLOSING = re.compile(r"^-{3,}[ \t]*\r?$", re.MULTILINE)
_PLAIN = re.compile(r"[\w./][\w./+-]*(?: [\w./+-]+)*")
_BREAKS = re.compile("[\x85\u2028\u2029]")


def with_scalars(text: str, choose: Choice) -> str:
    """The text of an article with some values of its front matter replaced; one that cannot be read stays."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return text
    start = opening.end()
    block = _BREAKS.sub(" ", text[start : closing.start()])
    try:
        root = yaml.compose(block, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return text
    for path, node in sorted(_scalars(root, ()), key=_place, reverse=True):
        new = choose(path, node.value)
        if new is not None and new != node.value:
            first, last = node.start_mark.index, node.end_mark.index
            text = text[: start + first] + _written(new, node.style) + text[start + last :]
    return text


def _scalars(node: yaml.Node | None, path: Path) -> Iterator[tuple[Path, yaml.ScalarNode]]:
    if isinstance(node, yaml.ScalarNode):
        yield path, node
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _scalars(item, (*path, number))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(value, (*path, str(key.value)))


def _place(found: tuple[Path, yaml.ScalarNode]) -> int:
    index: int = found[1].start_mark.index
    return index


def _written(value: str, style: str | None) -> str:
    """The value as YAML, in the quotes that the old one had; a text of several lines gets one."""
    if not style and _PLAIN.fullmatch(value) and yaml.safe_load(value) == value:
        return value
    if style in ("'", '"') and value.isprintable() and not re.search(r"['\"\\]", value):
        return f"{style}{value}{style}"
    made = dump({"x": value}).removeprefix("x: ").rstrip("\n")
    return made + "\n" if style in ("|", ">") else made
