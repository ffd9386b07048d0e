"""HTML comments: found outside code, taken out, or, as `<!-- papers -->`, read as a place."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from roundup.content.prose.codespans import spans
from roundup.content.prose.fences import Fences, inside

_END = re.compile(r"(?<=<!--)-?>|--!?>")
_PAPERS = re.compile(r"<!--\s*papers\s*(?::(.*?))?-->", re.DOTALL)


class Comment(NamedTuple):
    """Where a comment stands in a source, and whether it is ever closed."""

    start: int
    end: int
    closed: bool


class Uncommented(NamedTuple):
    """A source without comments; the line of one that is never closed, else 0; where lines are missing."""

    text: str
    unclosed: int
    rows: tuple[int, ...]
    totals: tuple[int, ...]

    def line(self, row: int) -> int:
        """The line of the source that a row of the text, counted from 0, was."""
        return row + 1 + self.totals[bisect_right(self.rows, row) - 1]


class Part(msgspec.Struct, frozen=True):
    """A piece of an index body: "words", or the place of "papers" (of one section, or all).

    `line` is the line of the source on which the piece begins, counted from 1.
    """

    kind: str
    text: str = ""
    section: str = ""
    line: int = 1


def comments(source: str) -> Iterator[Comment]:
    """Every comment outside code fences, code spans and indented code, in order."""
    if "<!--" not in source:
        return
    lines, at, offset, fences = source.split("\n"), 0, 0, Fences()
    while at < len(lines):
        line = lines[at]
        if fence := fences.opening(line):
            _, after, _ = inside(lines, at + 1, fence)
            offset += sum(len(row) + 1 for row in lines[at:after])
            at = after
            continue
        end = offset
        if "<!--" in line and not fences.is_indented_code(line):
            for comment in _from_line(source, line, offset):
                yield comment
                end = comment.end
        fences.read(line)
        offset, at = offset + len(line) + 1, at + 1
        while at < len(lines) and offset <= end:
            offset, at = offset + len(lines[at]) + 1, at + 1


def _from_line(source: str, line: str, offset: int) -> Iterator[Comment]:
    """The comments that begin on a line, or on the line where one of these ends."""
    code = list(spans(line))
    start = 0
    while (position := _start(line, start, code)) >= 0:
        found = _END.search(source, offset + position + 4)
        yield Comment(offset + position, found.end() if found else len(source), found is not None)
        if found is None:
            return
        start = found.end() - offset
        if start > len(line):
            offset = source.rfind("\n", 0, found.end()) + 1
            line = source[offset : _line_end(source, offset)]
            start, code = found.end() - offset, list(spans(line))


def _start(line: str, start: int, code: list[tuple[int, int]]) -> int:
    """Where the next comment begins outside the line's code spans, -1 where none does."""
    position = line.find("<!--", start)
    while position >= 0 and code:
        index = bisect_right(code, (position, len(line))) - 1
        if index < 0 or position >= code[index][1] or code[index][0] < start:
            break
        position = line.find("<!--", code[index][1])
    return position


def _line_end(source: str, start: int) -> int:
    end = source.find("\n", start)
    return len(source) if end < 0 else end


def without_comments(source: str) -> Uncommented:
    """The source without its comments.

    A comment that has its lines for itself goes with them, so that it splits no paragraph or list.
    """
    kept, position, row, removed, unclosed = list[str](), 0, 0, 0, 0
    rows, totals = [0], [0]
    for comment in comments(source):
        start, end = comment.start, comment.end
        line_start, line_end = source.rfind("\n", 0, start) + 1, _line_end(source, end)
        alone = not source[line_start:start].strip(" ") and not source[end:line_end].strip(" ")
        if alone:
            start, end = max(line_start, position), min(line_end + 1, len(source))
        row += source.count("\n", position, start)
        if not comment.closed:
            unclosed = row + removed + 1
        removed += source.count("\n", start, end)
        rows.append(row if alone else row + 1)
        totals.append(removed)
        kept.append(source[position:start])
        position = end
    kept.append(source[position:])
    return Uncommented("".join(kept), unclosed, tuple(rows), tuple(totals))


def split_papers(source: str) -> tuple[Part, ...]:
    """The body of an index cut at `<!-- papers -->` and `<!-- papers: SECTION -->` outside code.

    Pieces of words without any words are left out.
    """
    parts, position = list[Part](), 0
    for comment in comments(source):
        found = _PAPERS.fullmatch(source, comment.start, comment.end)
        if found is None:
            continue
        parts += _words(source, position, comment.start)
        line = source.count("\n", 0, comment.start) + 1
        parts.append(Part("papers", section=(found[1] or "").strip(), line=line))
        position = comment.end
    parts += _words(source, position, len(source))
    return tuple(parts)


def _words(source: str, start: int, end: int) -> list[Part]:
    text = source[start:end]
    return [Part("words", text, line=source.count("\n", 0, start) + 1)] if text.strip() else []
