"""The preview's web application: the files of the output, and a script in every page that keeps it up to date."""

from collections.abc import AsyncIterator
from html import escape
from importlib import resources
from urllib.parse import quote, urlencode

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

from roundup.build.tree import stamp_of
from roundup.content.words import fingerprint
from roundup.preview.channel import Channel
from roundup.preview.files import media_type
from roundup.preview.marks import Mark, mark_of
from roundup.preview.shelf import Shelf

HOSTS = ("localhost", "127.0.0.1", "[::1]")
OWN = "/__roundup__/"
OWN_FILES = ("reload.js", "overlay.css")
HEADERS = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
_NEVER_KEPT = {**HEADERS, "Cache-Control": "no-store"}
_NOT_FOUND = "/404.html"
_EMPTY = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" '
    'content="width=device-width"><meta name="color-scheme" content="light dark">'
    '<meta name="roundup-preview" content="nothing">'
    "<title>{0}</title><h1>{0}</h1>"
)


class Preview:
    """Answers requests from a shelf; the channel tells its pages when they are outdated."""

    def __init__(self, shelf: Shelf, channel: Channel) -> None:
        self._shelf, self._channel = shelf, channel

    async def answer(self, request: Request) -> Response:
        """What stands at an address: a page with the script in it, any other file as it is."""
        path, shelf = request.scope["path"], self._shelf
        address = shelf.address(path)
        if address is None:
            lost = path == "/" or path + "/" == shelf.base
            return _moved(shelf.base, request) if lost else self._page(_NOT_FOUND, request, 404)
        if shelf.is_folder(address):
            return _moved(shelf.base + address.strip("/") + "/", request)
        data = shelf.ahead(address)
        file = shelf.file(address) if data is None else None
        name = "index.html" if address.endswith("/") else address
        if media_type(name) == "text/html" or (data is None and file is None):
            return self._page(address, request)
        if data is not None:
            kind = media_type(name)
            return _fresh(request, Response(data, media_type=kind), fingerprint(data))
        assert file is not None
        try:
            stamp = stamp_of(file.stat())
        except OSError:
            return self._page(address, request)
        response = FileResponse(file, media_type=media_type(name))
        return _fresh(request, response, f"{stamp.inode}-{stamp.size}-{stamp.modified}")

    async def events(self, request: Request) -> Response:
        """The news for a page as they come (server-sent events, HTML standard section 9.2)."""
        asked = request.query_params
        address, mark = asked.get("page", "/"), Mark.parse(asked.get("mark", ""))
        stream = self._stream(address, mark)
        return StreamingResponse(stream, media_type="text/event-stream", headers=_NEVER_KEPT)

    async def _stream(self, address: str, mark: Mark) -> AsyncIterator[bytes]:
        yield b"retry: 500\n\n"
        async for news in self._channel.heard(address, mark):
            yield b"data: " + msgspec.json.encode(news) + b"\n\n"

    def _page(self, address: str, request: Request, status: int = 200) -> Response:
        page, found = self._shelf.page(address)
        status = status if found else 404
        if not page:
            unbuilt = self._shelf.is_empty
            title, status = ("The site is not built yet", 503) if unbuilt else ("Not found", 404)
            shown = _EMPTY.format(title).encode()
        else:
            shown = page
            self._channel.asked_for(address)
        data = _with_script(shown, address, mark_of(page))
        response = HTMLResponse(data, status)
        return (
            _fresh(request, response, fingerprint(data)) if status == 200 else _kept_out(response)
        )


def _with_script(page: bytes, address: str, mark: Mark) -> bytes:
    """A page with the script at its end, which is told where to listen."""
    where = f"{OWN}events?" + urlencode({"page": address, "mark": str(mark)}, errors="replace")
    script = f'<script src="{OWN}reload.js" data-events="{escape(where)}"></script>\n'.encode()
    at = page.rfind(b"</body>")
    at = at if at >= 0 else len(page)
    return page[:at] + script + page[at:]


def _fresh(request: Request, response: Response, tag: str) -> Response:
    """The answer, or that the browser has it already (RFC 9110, section 13.1.2)."""
    quoted = f'"{tag}"'
    known = request.headers.get("if-none-match", "")
    if response.status_code == 200 and quoted in (one.strip() for one in known.split(",")):
        return Response(status_code=304, headers={**HEADERS, "ETag": quoted})
    response.headers.update({**HEADERS, "ETag": quoted})
    return response


def _kept_out(response: Response) -> Response:
    response.headers.update(_NEVER_KEPT)
    return response


def _moved(address: str, request: Request) -> Response:
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(quote(address, errors="replace") + query, headers=_NEVER_KEPT)


async def own_file(request: Request) -> Response:
    """The script and the style sheet that the preview itself brings along."""
    name = request.path_params["name"]
    if name not in OWN_FILES:
        return PlainTextResponse("Not found", 404, headers=_NEVER_KEPT)
    data = resources.files("roundup.preview").joinpath(name).read_bytes()
    return _fresh(request, Response(data, media_type=media_type(name)), fingerprint(data))


def application(shelf: Shelf, channel: Channel) -> Starlette:
    """The application over a shelf; it answers under the names of this machine only."""
    preview = Preview(shelf, channel)
    return Starlette(
        routes=[
            Route(f"{OWN}events", preview.events),
            Route(OWN + "{name}", own_file),
            Route("/{path:path}", preview.answer),
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False),
        ],
    )
