"""The repository's own site, served below a path as on GitHub Pages, and a browser to read it in."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from sites import build_site

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((path for name in NAMES if (path := shutil.which(name))), None)


class Quiet(SimpleHTTPRequestHandler):
    """Serves `/repo/…` from a folder and says nothing."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/repo"))

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(output: Path) -> Iterator[str]:
    """Builds the site into a folder and serves it, at the address of its home page."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(output)))
    address = f"http://127.0.0.1:{server.server_address[1]}/repo/"
    report = build_site(ROOT, output=output, fresh=True, base_url=address)
    assert not report.failed
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield address
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of the site's home page, and its output folder."""
    output = tmp_path_factory.mktemp("browser") / "public"
    with served(output) as address:
        yield address, output


@pytest.fixture(scope="module")  # while it is there, no other event loop can run
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield started
        started.close()
