"""A bar on a terminal while a build takes longer than a moment."""

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
def shown_progress() -> Iterator[Progress]:
    """The progress to hand to a build; elsewhere than on a terminal, or when silence is asked, nobody looks."""
    if is_quiet() or not sys.stderr.isatty():
        yield unwatched
        return
    bar = Bar()
    try:
        yield bar
    finally:
        bar.clear()


class Bar:
    """Counts what was made, pictures and then pages; rich is loaded when there is something to wait for.

    It draws when it is told a number and never by itself: a thread of its own would be copied into
    the build's workers.
    """

    def __init__(self) -> None:
        self._next = time.monotonic() + _MOMENT
        self._display: Any = None

    def __call__(self, made: int) -> None:
        """Draws the count, at most ten times a second."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _PAUSE
        if self._display is None:
            self._display = _display()
            self._display.start()
        self._display.update(self._display.task_ids[0], completed=made)
        self._display.refresh()

    def clear(self) -> None:
        """Takes the bar off the terminal."""
        if self._display is not None:
            self._display.stop()


def _display() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    words = TextColumn("{task.completed} made")
    console = Console(stderr=True)
    display = Progress(BarColumn(), words, console=console, auto_refresh=False, transient=True)
    display.add_task("", total=None)
    return display
