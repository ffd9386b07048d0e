"""What open pages are told: whether they are outdated, and what is wrong with the site."""

import asyncio
from collections.abc import AsyncIterator, Collection, Iterator
from contextlib import contextmanager
from typing import Literal

import msgspec

from roundup.preview.marks import Mark, looks, mark_of, shows
from roundup.preview.shelf import Shelf
from roundup.problems import Problem
from roundup.problems.excerpt import Excerpt


class Told(msgspec.Struct, frozen=True):
    """A problem with the line that it is about."""

    problem: Problem
    excerpt: Excerpt | None = None


class News(msgspec.Struct, frozen=True, kw_only=True):
    """What a page is told: what of it changed, its mark now, and what is wrong with the site.

    A new `look` is put on by taking over the style sheets and pictures at `looks`.
    """

    change: Literal["", "look", "page"] = ""
    mark: str = ""
    looks: tuple[str, ...] = ()
    problems: tuple[Told, ...] = ()


class Channel:
    """Tells everybody who listens; lives in one event loop."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._problems: tuple[Told, ...] = ()
        self._pictures: tuple[str, ...] = ()
        self._round = 0
        self._changed = asyncio.Event()
        self._closed = False
        self._open: dict[object, str] = {}
        self._lately: dict[str, None] = {}

    def looked_at(self) -> list[str]:
        """The addresses of the pages that are open, the last one first, then of some that were asked for lately."""
        return list(dict.fromkeys((*reversed(self._open.values()), *reversed(self._lately))))

    def asked_for(self, address: str, most: int = 3) -> None:
        """Remembers a page that somebody asked for."""
        self._lately.pop(address, None)
        self._lately[address] = None
        while len(self._lately) > most:
            self._lately.pop(next(iter(self._lately)))

    def spread(self) -> None:
        """Lets all open pages find out whether they are outdated."""
        self._wake()

    def tell(self, problems: tuple[Told, ...], pictures: Collection[str] = ()) -> None:
        """Spreads what a build has come to, and which pictures it changed."""
        self._problems = problems
        self._pictures = tuple(sorted(pictures))
        self._round += bool(pictures)
        self._wake()

    def close(self) -> None:
        """Ends what every listener hears."""
        self._closed = True
        self._wake()

    async def heard(self, address: str, mark: Mark) -> AsyncIterator[News]:
        """The news for somebody who has a page open that they got with this mark: those now, and all that follow.

        Who is slow misses what was outdated meanwhile.
        """
        told, heard = None, self._round
        with self._opened(address):
            while not self._closed:
                changed, now = self._changed, self._round
                news = self._news(address, mark, new_pictures=heard != now)
                if news != told:
                    yield news
                # The page has heard of this change, and will not be asked to change again.
                mark, heard = Mark.parse(news.mark), now
                told = msgspec.structs.replace(news, change="", looks=())
                await changed.wait()

    def _news(self, address: str, mark: Mark, *, new_pictures: bool) -> News:
        page, _ = self._shelf.page(address)
        now = mark_of(page)
        base = self._shelf.base
        pictures = [base + one[1:] for one in self._pictures] if new_pictures else []
        pictures = [one for one in pictures if shows(page, one)]
        if now.words != mark.words:
            return News(change="page", mark=str(now), problems=self._problems)
        if now.look != mark.look or pictures:
            found = (*looks(page), *pictures)
            return News(change="look", mark=str(now), looks=found, problems=self._problems)
        return News(mark=str(now), problems=self._problems)

    @contextmanager
    def _opened(self, address: str) -> Iterator[None]:
        token = object()
        self._open[token] = address
        try:
            yield
        finally:
            del self._open[token]

    def _wake(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()
