"""A bar on a terminal while work takes longer than a moment."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from roundup.build.report import Progress, unwatched
from roundup.cli.options import is_quiet

_MOMENT = 0.4
_PAUSE = 0.1


@contextmanager
def shown_progress(words: str = "made", total: int | None = None) -> Iterator[Progress]:
    """The progress to hand to work; elsewhere than on a terminal, or when silence is asked, nobody looks.

    `words` tell what is counted, `total` how many there will be where that is known.
    """
    if is_quiet() or not sys.stderr.isatty():
        yield unwatched
        return
    bar = Bar(words, total)
    try:
        yield bar
    finally:
        bar.clear()


class Bar:
    """Counts what was made, pictures and then pages; rich is loaded when there is something to wait for.

    It draws when it is told a number and never by itself: a thread of its own would be copied into
    the build's workers.
    """

    def __init__(self, words: str = "made", total: int | None = None) -> None:
        self._words, self._total = words, total
        self._next = time.monotonic() + _MOMENT
        self._display: Any = None

    def __call__(self, made: int) -> None:
        """Draws the count, at most ten times a second."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _PAUSE
        if self._display is None:
            self._display = _display(self._words, self._total)
            self._display.start()
        self._display.update(self._display.task_ids[0], completed=made)
        self._display.refresh()

    def clear(self) -> None:
        """Takes the bar off the terminal."""
        if self._display is not None:
            self._display.stop()


def _display(counted: str, total: int | None) -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    of = "" if total is None else f" of {total}"
    words = TextColumn(f"{{task.completed}}{of} {counted}")
    console = Console(stderr=True)
    display = Progress(BarColumn(), words, console=console, auto_refresh=False, transient=True)
    display.add_task("", total=total)
    return display
