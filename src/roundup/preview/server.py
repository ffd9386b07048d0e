"""The preview's web application: the files of the output, and a script in every page that reloads it."""

from collections.abc import AsyncIterator
from importlib import resources
from pathlib import Path

import msgspec
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route

from roundup.preview.channel import Channel
from roundup.preview.files import file_at, is_folder, media_type

HOSTS = ("localhost", "127.0.0.1", "[::1]")
OWN = "/__roundup__/"
HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
_EMPTY = "<!doctype html><title>{0}</title><h1>{0}</h1>"


class Preview:
    """Answers requests from an output folder; the channel tells its pages when to reload."""

    def __init__(self, folder: Path, channel: Channel) -> None:
        self._folder, self._channel = folder, channel

    async def page(self, request: Request) -> Response:
        """The file at an address; a page with the script in it; the site's own page where there is none."""
        path = request.scope["path"]
        if is_folder(self._folder, path):
            return RedirectResponse("/" + path.strip("/") + "/", headers=HEADERS)
        file = file_at(self._folder, path)
        try:
            if file is None:
                return self._missing()
            if file.suffix == ".html":
                return self._html(file.read_bytes(), 200)
            return FileResponse(file, media_type=media_type(file), headers=HEADERS)
        except OSError:
            return self._missing()

    async def events(self, request: Request) -> Response:
        """The news as they come (server-sent events, HTML standard section 9.2)."""
        return StreamingResponse(self._events(), media_type="text/event-stream", headers=HEADERS)

    async def _events(self) -> AsyncIterator[bytes]:
        yield b"retry: 500\n\n"
        async for news in self._channel.heard():
            yield b"data: " + msgspec.json.encode(news) + b"\n\n"

    def _missing(self) -> Response:
        own = self._folder / "404.html"
        if own.is_file():
            return self._html(own.read_bytes(), 404)
        unbuilt = not (self._folder / "index.html").is_file()
        title, status = ("The site is not built yet", 503) if unbuilt else ("Not found", 404)
        return self._html(_EMPTY.format(title).encode(), status)

    def _html(self, data: bytes, status: int) -> Response:
        address = f"{OWN}reload.js?v={self._channel.news.version}"
        script = f'<script src="{address}"></script>\n'.encode()
        at = data.rfind(b"</body>")
        at = at if at >= 0 else len(data)
        return HTMLResponse(data[:at] + script + data[at:], status, headers=HEADERS)


async def own_file(request: Request) -> Response:
    """The script and the style sheet that the preview itself brings along."""
    name = request.path_params["name"]
    if name not in ("reload.js", "overlay.css"):
        return PlainTextResponse("Not found", 404, headers=HEADERS)
    text = resources.files("roundup.preview").joinpath(name).read_text("utf-8")
    return Response(text, media_type=media_type(Path(name)), headers=HEADERS)


def application(folder: Path, channel: Channel) -> Starlette:
    """The application over an output folder; it answers under the names of this machine only."""
    preview = Preview(folder, channel)
    return Starlette(
        routes=[
            Route(f"{OWN}events", preview.events),
            Route(OWN + "{name}", own_file),
            Route("/{path:path}", preview.page),
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False),
        ],
    )
