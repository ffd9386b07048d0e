"""The ends of what people publish, in a real browser: nothing is wider than the screen, nothing is cut off."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser

from browser.conftest import Quiet
from extremes import SITES
from sites import build_site, make_site

pytestmark = pytest.mark.browser

PAGES = {
    "tiny": ("", "2019/", "2019/one/", "papers/gan/"),
    "empty": ("", "search/"),
    "huge": ("", "2022/", "2022/long/", "papers/", "papers/collaboration/", "papers/endless/"),
}
# Text that a box hides and nobody can scroll to.
CUT = """() => [...document.querySelectorAll("main *")].filter(one => {
  const style = getComputedStyle(one);
  return style.overflowX === "hidden" && one.clientWidth > 2 && one.scrollWidth > one.clientWidth + 1;
}).map(one => one.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module", params=sorted(SITES))
def start(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """A name of a site, and the address it is served at."""
    name = str(request.param)
    files = SITES[name]()
    folder = make_site(tmp_path_factory.mktemp(name), files, str(files["site.toml"]))
    output = folder / "public"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(output)))
    address = f"http://127.0.0.1:{server.server_address[1]}/repo/"
    assert not build_site(folder, base_url=address).failed
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield name, address
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_screen_or_cut_off(
    browser: Browser, start: tuple[str, str], width: int
) -> None:
    name, address = start
    page = browser.new_page(viewport={"width": width, "height": 900})
    for path in PAGES[name]:
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.evaluate(CUT) == [], path
    page.close()
