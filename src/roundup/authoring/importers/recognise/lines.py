"""Lines of a block as plain text that remembers which run of it was bold, a link or a picture."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from roundup.authoring.importers.document import Block, Span

LONGEST = 4000
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFE0F, 0xFE0E, 0x00AD))
_SPACES = re.compile(r"\s+")
_WORDS = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_CJK = re.compile(r"[぀-ヿ㐀-䶿一-鿿가-힯豈-﫿]")


class Run(msgspec.Struct, frozen=True):
    """A stretch of a line's text in one style; pictures have no text and so no length."""

    start: int
    end: int
    span: Span


class Line(msgspec.Struct, frozen=True):
    """One line: its text, its styled runs in order, where it stands in the document; `soft` if only the
    source begins it there."""

    text: str
    runs: tuple[Run, ...] = ()
    number: int = 0
    soft: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether it holds neither words nor pictures."""
        return not self.text.strip() and not any(run.span.image for run in self.runs)

    def without(self, gaps: Iterable[tuple[int, int]]) -> "Line":
        """The line with stretches of it taken out."""
        pieces = []
        start = 0
        for gap in gaps:
            pieces.append(self.within(start, gap[0]))
            start = gap[1]
        runs: list[Run] = []
        text = ""
        for piece in (*pieces, self.within(start, len(self.text))):
            runs += [
                Run(run.start + len(text), run.end + len(text), run.span) for run in piece.runs
            ]
            text += piece.text
        return Line(text, tuple(runs), self.number, self.soft)

    def within(self, start: int, end: int) -> "Line":
        """A part of it, with the runs that reach into that part."""
        runs = (
            Run(max(run.start, start) - start, min(run.end, end) - start, run.span)
            for run in self.runs
            if (run.start < end and run.end > start)
            or (run.start == run.end and start <= run.start <= end)
        )
        return Line(self.text[start:end], tuple(runs), self.number, self.soft)


def line_of(spans: Iterable[Span], number: int = 0, soft: bool = False) -> Line:
    """Spans as one line; a break among them is a space."""
    runs: list[Run] = []
    parts: list[str] = []
    at = 0
    for span in spans:
        text = "" if span.image else _plain(span.text)
        if parts and parts[-1].endswith(" ") and text[:1] == " ":
            text = text[1:]
        text = text[: max(0, LONGEST - at)]
        runs.append(Run(at, at + len(text), span))
        parts.append(text)
        at += len(text)
    first = next((run.span.line for run in runs if run.span.line), number)
    return Line("".join(parts), tuple(runs), first, soft)


def lines_of(block: Block) -> tuple[Line, ...]:
    """The lines of a block as its breaks part them."""
    lines: list[Line] = []
    spans: list[Span] = []
    soft = False
    for span in block.spans:
        if span.mark not in ("break", "soft"):
            spans.append(span)
            continue
        lines.append(line_of(spans, block.line, soft))
        spans, soft = [], span.mark == "soft"
    lines.append(line_of(spans, block.line, soft))
    return tuple(line for line in lines if not line.is_blank)


def _plain(text: str) -> str:
    text = text.translate(_INVISIBLE)
    return _SPACES.sub(" ", text)


def has_cjk(text: str) -> bool:
    """Whether Chinese, Japanese or Korean characters stand in it."""
    return _CJK.search(text) is not None


@lru_cache(maxsize=1 << 14)
def weight(text: str) -> int:
    """How many words a text has; two characters of Chinese or Japanese count as one."""
    if not has_cjk(text):
        return len(_WORDS.findall(text))
    cjk = len(_CJK.findall(text))
    return len(_WORDS.findall(_CJK.sub(" ", text))) + (cjk + 1) // 2


def is_symbol(char: str) -> bool:
    """Whether it is an emoji or another pictorial sign."""
    return unicodedata.category(char) in ("So", "Sk", "Cs", "Co") or ord(char) in (0x2B50, 0x203C)
