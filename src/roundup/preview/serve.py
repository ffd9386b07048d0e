"""Serves a preview, and rebuilds it through the same `build` whenever the site changes."""

import asyncio
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec
import uvicorn
from starlette.applications import Starlette

from roundup.build.report import Report
from roundup.preview.builder import Builder, base_of, preview_options, tell
from roundup.preview.channel import Channel
from roundup.preview.server import application
from roundup.preview.shelf import Shelf
from roundup.preview.watcher import watch

_SWITCH_SECONDS = 0.001  # a build takes turns with the server, which must not wait for it
_GRACE_SECONDS = 1


class Teller(msgspec.Struct, frozen=True):
    """Who hears of a preview: that it is ready, of each build and what had changed, and remarks."""

    ready: Callable[[], None]
    built: Callable[[Report, Sequence[str]], None]
    remark: Callable[[str], None]


def serve(site: Path, listener: socket.socket, first: Report, teller: Teller) -> None:
    """Serves what the first build made and every later one, telling of each, until it is interrupted."""
    sys.setswitchinterval(_SWITCH_SECONDS)
    asyncio.run(_serve(site, listener, first, teller))


async def _serve(site: Path, listener: socket.socket, first: Report, teller: Teller) -> None:
    port = listener.getsockname()[1]
    options = preview_options(site, port)
    assert options.output is not None
    shelf = Shelf(options.output, base_of(options))
    channel = Channel(shelf)
    channel.tell(tuple(tell(site, first.problems)))
    builder = Builder(site, port, shelf, channel)
    server = Server(application(shelf, channel), channel, teller.ready)
    async with asyncio.TaskGroup() as group:
        work = (
            watch(site, builder.changes, teller.remark),
            builder.work(teller.built),
            builder.index(),
        )
        tasks = [group.create_task(one) for one in work]
        await server.serve([listener])
        for task in tasks:
            task.cancel()


class Server(uvicorn.Server):
    """The server of a preview: says when it is ready, and lets go of listeners when it ends."""

    def __init__(self, app: Starlette, channel: Channel, ready: Callable[[], None]) -> None:
        config = uvicorn.Config(
            app,
            log_config=None,
            log_level="critical",
            access_log=False,
            lifespan="off",
            ws="none",
            server_header=False,
            timeout_graceful_shutdown=_GRACE_SECONDS,
        )
        super().__init__(config)
        self._channel, self._ready = channel, ready

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Ends at Ctrl-C and SIGTERM; uvicorn itself would raise them again, before anything is cleaned up."""
        loop = asyncio.get_running_loop()
        signals = (signal.SIGINT, signal.SIGTERM)
        for one in signals:
            loop.add_signal_handler(one, self._end)
        try:
            yield
        finally:
            for one in signals:
                loop.remove_signal_handler(one)

    def _end(self) -> None:
        self.force_exit = self.should_exit
        self.should_exit = True
        self._channel.close()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listens, then says so."""
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends the streams of events first: they would keep the server up for ever."""
        self._channel.close()
        await super().shutdown(sockets)
