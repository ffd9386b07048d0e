"""The themes of docs/themes/ in a real browser: as wide as the screen, in both schemes, on paper."""

import runpy
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser

from browser.conftest import Quiet
from sites import build_site

ROOT = Path(__file__).parents[2]
THEMES = sorted((ROOT / "docs/themes").iterdir())
PAGES = ("", "2019/", "2019/rubiks-code-top-5/", "zh/2019/rubiks-code-top-5/", "papers/xlnet/")

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=THEMES, ids=[one.name for one in THEMES])
def start(
    browser: Browser, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The repository's own site in a theme."""
    folder = tmp_path_factory.mktemp("theme")
    themed = runpy.run_path(str(ROOT / "tools/pictures.py"))["themed"]
    site = themed(request.param.relative_to(ROOT).as_posix(), "", folder / "site")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site / "public"))
    address = f"http://127.0.0.1:{server.server_address[1]}/repo/"
    assert not build_site(site, base_url=address).failed
    Thread(target=server.serve_forever, daemon=True).start()
    yield address
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_is_wider_than_the_screen(browser: Browser, start: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    wide = {}
    for address in PAGES:
        page.goto(start + address)
        found = page.evaluate("document.documentElement.scrollWidth")
        if found > width:
            wide[address] = found
    page.close()
    assert wide == {}


def test_both_schemes_are_there_and_paper_is_white(browser: Browser, start: str) -> None:
    seen = []
    for media, scheme in (("screen", "light"), ("screen", "dark"), ("print", "dark")):
        page = browser.new_page(color_scheme=scheme)
        page.emulate_media(media=media, color_scheme=scheme)
        page.goto(start + PAGES[2])
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        seen.append(sum(int(part) for part in colour.strip("rgb()").split(",")[:3]))
        page.close()
    assert seen[0] > 600
    assert seen[1] < 150
    assert seen[2] == 765


def test_no_file_is_missing_and_nothing_is_refused(browser: Browser, start: str) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("response", lambda answer: said.append(answer.url) if answer.status > 399 else None)
    for address in PAGES:
        page.goto(start + address)
    page.close()
    assert said == []
