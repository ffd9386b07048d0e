"""What open pages are told: which version of the site is up, and what is wrong with a newer one."""

import asyncio
import time
from collections.abc import AsyncIterator

import msgspec

from roundup.build.report import Report
from roundup.problems import Problem


class News(msgspec.Struct, frozen=True):
    """The version that a page should show, and the problems of the latest build."""

    version: str
    problems: tuple[Problem, ...] = ()


class Channel:
    """The latest news, and everybody who waits for newer ones; lives in one event loop."""

    def __init__(self) -> None:
        # Versions of an earlier server must not look like ours to pages that stayed open.
        self._start = time.time_ns()
        self._count = 0
        self._changed = asyncio.Event()
        self._closed = False
        self.news = News(f"{self._start}-0")

    def tell(self, report: Report) -> None:
        """Spreads what a build has come to; pages reload only if it changed a file that they may show."""
        if report.written + len(report.removed) > report.indexed:
            self._count += 1
        news = News(f"{self._start}-{self._count}", report.problems)
        if news != self.news:
            self.news = news
            self._wake()

    def close(self) -> None:
        """Ends what every listener hears."""
        self._closed = True
        self._wake()

    async def heard(self) -> AsyncIterator[News]:
        """The news now and all that follow; who is slow misses what was outdated meanwhile."""
        while not self._closed:
            changed = self._changed
            yield self.news
            await changed.wait()

    def _wake(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()
