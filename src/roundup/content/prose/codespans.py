"""Code spans: which run of backticks closes which, in linear time."""

import re
from bisect import bisect_right
from collections.abc import Iterator

_RUN = re.compile(r"`+")
_START = re.compile(r"\\.|`+", re.DOTALL)


class Backticks:
    """All runs of backticks of one text, by length."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        self._starts: dict[int, list[int]] = {}
        for run in _RUN.finditer(text):
            self._starts.setdefault(run.end() - run.start(), []).append(run.start())

    def close(self, size: int, after: int) -> int:
        """Where the next run of this length begins, -1 where there is none."""
        starts = self._starts.get(size, ())
        index = bisect_right(starts, after)
        return starts[index] if index < len(starts) else -1


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every code span of a text, backticks included."""
    if "`" not in text:
        return
    ticks, position = Backticks(text), 0
    while run := _START.search(text, position):
        position = run.end()
        if run[0][0] == "\\":
            continue
        size = run.end() - run.start()
        close = ticks.close(size, run.start())
        if close >= 0:
            position = close + size
            yield run.start(), position
