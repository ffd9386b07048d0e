"""Code fences: where one opens, what is inside, where it ends, also in lists and quotations."""

import re
from collections.abc import Sequence
from typing import NamedTuple

PREFIX = r"([ >]*+(?:(?:[*+-]|\d{1,9}\.)[ ]+)*+)"
_FENCE = re.compile(PREFIX + r"(`{3,}(?=[^`]*\Z)|~{3,})[ ]*(.*)\Z")
_CONTAINER = re.compile(r"[ ]{0,3}(?:(?:[*+-]|\d{1,9}\.)[ ]|!!!|\[\^|:[ ])")
_QUOTED = re.compile(r"[ ]{0,3}>[ ]?")


class Fence(NamedTuple):
    """An opening fence: what stands before it, the fence itself, what it says of the code."""

    prefix: str
    sign: str
    info: str


class Fences:
    """Reads lines in order and knows which of them open a fence.

    Four spaces make indented code, where no fence opens, but not inside a list item or another
    container whose content is indented.
    """

    def __init__(self) -> None:
        self.in_container = False
        self._was_blank = True

    def opening(self, line: str) -> Fence | None:
        """The fence that a line opens, if it does."""
        if "```" not in line and "~~~" not in line:
            return None
        found = _FENCE.match(line)
        return Fence(*found.groups()) if found and not self.is_indented_code(line) else None

    def is_indented_code(self, line: str) -> bool:
        """Whether a line would be code by its indentation alone."""
        return line.startswith("    ") and not self.in_container

    def read(self, line: str) -> None:
        """Takes note of a line that is not inside a fence."""
        if _CONTAINER.match(line):
            self.in_container = True
        elif line and line[0] != " " and self._was_blank:
            self.in_container = False
        self._was_blank = not line.strip()


def inside(lines: Sequence[str], at: int, fence: Fence) -> tuple[list[str], int, bool]:
    """The code of a fence opened before line `at`, the line after it, whether it was closed."""
    depth, rows = fence.prefix.count(">"), list[str]()
    closing = re.compile(rf"[ ]*{re.escape(fence.sign[0])}{{{len(fence.sign)},}}[ ]*\Z")
    for number in range(at, len(lines)):
        row = unprefixed(lines[number], depth, len(fence.prefix))
        if row is None:
            return rows, number, False
        if closing.match(row):
            return rows, number + 1, True
        rows.append(row)
    return rows, len(lines), False


def unprefixed(line: str, depth: int, width: int) -> str | None:
    """A line inside a fence without its quotation marks and indentation, None outside the quote."""
    start = 0
    for _ in range(depth):
        found = _QUOTED.match(line, start)
        if found is None:
            return None
        start = found.end()
    taken = start
    while taken < len(line) and taken < width and line[taken] == " ":
        taken += 1
    return line[taken:]
