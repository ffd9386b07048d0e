"""Builds a preview, serves it, and rebuilds it through the same `build` whenever the site changes."""

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path

import msgspec
import uvicorn
from starlette.applications import Starlette

from roundup.build.build import build
from roundup.build.folders import CACHE
from roundup.build.report import Report, unwatched
from roundup.build.sources import Options
from roundup.preview.channel import Channel
from roundup.preview.indexer import Indexer
from roundup.preview.ports import HOST
from roundup.preview.server import application
from roundup.preview.watcher import watch

FOLDER = "preview"


def preview_options(site: Path, port: int) -> Options:
    """How a preview is built: out of the way of what is published, drafts and all."""
    address = f"http://{HOST}:{port}/"
    return Options(output=site / CACHE / FOLDER, base_url=address, drafts=True, future=True)


def serve(
    site: Path,
    listener: socket.socket,
    first: Report,
    told: Callable[[Report], None],
    ready: Callable[[], None],
) -> None:
    """Serves what the first build made and every later one, telling of each, until it is interrupted."""
    options = preview_options(site, listener.getsockname()[1])
    # Workers would have to be copied out of a process full of threads; an edit needs no more than one.
    serial = msgspec.structs.replace(options, jobs=1)
    asyncio.run(_serve(site, serial, listener, first, told, ready))


async def _serve(
    site: Path,
    options: Options,
    listener: socket.socket,
    first: Report,
    told: Callable[[Report], None],
    ready: Callable[[], None],
) -> None:
    channel = Channel()
    channel.tell(first)
    assert options.output is not None
    server = Server(application(options.output, channel), channel, ready)
    changed, built = asyncio.Event(), asyncio.Event()
    indexer = Indexer(site)

    async def rebuild() -> None:
        while True:
            await changed.wait()
            changed.clear()
            indexer.begin()
            report = await asyncio.to_thread(build, site, options, unwatched, indexer)
            built.set()
            channel.tell(report)
            told(report)

    async with asyncio.TaskGroup() as group:
        work = (watch(site, changed), rebuild(), indexer.work(built, changed))
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
            access_log=False,
            lifespan="off",
            ws="none",
            server_header=False,
            timeout_graceful_shutdown=2,
        )
        super().__init__(config)
        self._channel, self._ready = channel, ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listens, then says so."""
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends the streams of events first: they would keep the server up for ever."""
        self._channel.close()
        await super().shutdown(sockets)
