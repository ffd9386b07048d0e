"""Makes search indices beside the builds of a preview, which take what is ready and never wait for more."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from roundup.build.search import Bodies, Files
from roundup.pages.views import IndexView
from roundup.preview.indexing import MODULE, Made, Wanted

PAUSE = 1.5  # seconds without another build, so that it does not work while somebody types


class Indexer:
    """The `indexing` of a preview's builds, and the work that they leave for later."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._wanted: dict[bytes, IndexView] = {}
        self._made: dict[bytes, list[tuple[str, bytes]]] = {}
        self._built = asyncio.Event()

    def begin(self) -> None:
        """Forgets what earlier builds wanted: the one that begins will say what it wants."""
        self._wanted = {}

    def __call__(self, key: bytes, view: IndexView, bodies: Bodies) -> Files | None:
        """The files of a part of the index where they are ready; else nothing, and the part is wanted."""
        if key in self._made:
            return self._made.pop(key)
        self._wanted[key] = view
        return None

    def end(self) -> None:
        """Says that a build came to its end."""
        self._built.set()

    async def work(self, again: Callable[[], None]) -> None:
        """Makes what builds wanted once they rest, and asks for another one to take it, until it is cancelled.

        A build that ends meanwhile makes its work worthless, so it is left.
        """
        while True:
            await self._built.wait()
            self._built.clear()
            if await _comes(self._built, PAUSE) or not self._wanted:
                continue
            making = asyncio.create_task(self._make(Wanted(self._wanted)))
            outdated = asyncio.create_task(self._built.wait())
            try:
                await asyncio.wait((making, outdated), return_when=asyncio.FIRST_COMPLETED)
                self._made = making.result().files if making.done() else {}
            finally:
                for task in (making, outdated):
                    task.cancel()
                await asyncio.gather(making, outdated, return_exceptions=True)
            if self._made:
                again()

    async def _make(self, wanted: Wanted) -> Made:
        """The files, made by a process of its own; none where it fails: `build` says why."""
        try:
            data = await _answer(self._site, msgspec.msgpack.encode(wanted))
            return msgspec.msgpack.decode(data, type=Made)
        except (OSError, msgspec.DecodeError):
            return Made({})


async def _answer(site: Path, asked: bytes) -> bytes:
    pipe, nowhere = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", MODULE, str(site)),
        stdin=pipe,
        stdout=pipe,
        stderr=nowhere,
        start_new_session=True,
    )
    try:
        data, _ = await process.communicate(asked)
        return data
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # Pagefind too is of its group
        await process.wait()


async def _comes(event: asyncio.Event, seconds: float) -> bool:
    """Whether an event comes within so many seconds."""
    try:
        async with asyncio.timeout(seconds):
            return await event.wait()
    except TimeoutError:
        return False
