"""The repository's own site in a real browser."""

from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from playwright.sync_api import Browser, Page

PAGES = (
    "",
    "2019/",
    "2019/rubiks-code-top-5/",
    "2020/rubiks-code-top-15/",
    "zh/2019/rubiks-code-top-5/",
    "papers/xlnet/",
    "papers/",
    "tags/",
    "about/",
)

pytestmark = pytest.mark.browser


def links(page: Page) -> set[str]:
    found = page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
    return {urldefrag(address)[0] for address in found}


def test_following_links_from_home_reaches_every_page_without_a_complaint(
    browser: Browser, home: tuple[str, Path]
) -> None:
    start, output = home
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda fault: said.append(f"{page.url}: {fault}"))
    seen, todo = {start}, [start]
    while todo:
        page.goto(todo.pop(), wait_until="load")
        new = {one for one in links(page) if one.startswith(start) and one.endswith("/")} - seen
        seen |= new
        todo += sorted(new)
    page.close()
    reached = {unquote(urlsplit(one).path).removeprefix("/repo/") + "index.html" for one in seen}
    pages = {path.relative_to(output).as_posix() for path in output.rglob("index.html")}
    assert reached == pages
    assert said == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_is_wider_than_the_screen(
    browser: Browser, home: tuple[str, Path], width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    wide = {}
    for address in PAGES:
        page.goto(home[0] + address)
        found = page.evaluate("document.documentElement.scrollWidth")
        if found > width:
            wide[address] = found
    page.close()
    assert wide == {}


def test_light_and_dark_follow_the_reader(browser: Browser, home: tuple[str, Path]) -> None:
    colours = []
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto(home[0])
        colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.close()
    light, dark = (sum(int(part) for part in c.strip("rgb()").split(",")[:3]) for c in colours)
    assert light > 600
    assert dark < 150


def test_print_is_black_on_white_without_navigation(
    browser: Browser, home: tuple[str, Path]
) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(home[0] + "2019/rubiks-code-top-5/")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    )
    assert not page.locator("nav.menu").first.is_visible()
    assert page.locator("article.entry").count() == 5
    page.close()


def test_paper_shows_what_the_reader_unfolded_and_no_tools(
    browser: Browser, home: tuple[str, Path]
) -> None:
    page = browser.new_page()
    page.goto(home[0] + "papers/xlnet/")
    page.emulate_media(media="print")
    compared = page.locator(".other").first
    assert not compared.is_visible()
    assert not page.locator(".tools").first.is_visible()
    compared.evaluate("box => (box.open = true)")
    assert compared.locator(".words").is_visible()
    page.goto(home[0] + "2019/")
    assert page.locator(".chart svg").first.is_visible()
    assert not page.locator(".chart details").first.is_visible(), "the table says the same"
    assert not page.locator(".bottom a").first.is_visible()
    page.close()


def test_the_keyboard_reaches_the_content_first(browser: Browser, home: tuple[str, Path]) -> None:
    page = browser.new_page()
    page.goto(home[0])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()
