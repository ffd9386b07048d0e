"""What the theme's script adds to pages, and what stands there without it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
LIST = "2019/rubiks-code-top-5/"
NO_STORAGE = "for (const kind of ['localStorage', 'sessionStorage'])" + (
    "Object.defineProperty(window, kind, { get() { throw new DOMException('shut') } })"
)
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
OLD_BROWSER = NO_STORAGE + "; delete window.IntersectionObserver; " + NO_CLIPBOARD
SHARING = """
navigator.share = async (what) => {
  window.shared = what;
  if (window.answer) throw new DOMException("", window.answer);
}
"""


@pytest.fixture
def visit(browser: Browser, home: tuple[str, Path]) -> Iterator[Visit]:
    """Opens an address of the site in a browser of its own; complaints of any page fail the test."""
    contexts: list[BrowserContext] = []
    said: list[str] = []

    def open_page(address: str = "", *, init: str = "", **options: Any) -> Page:
        if not init and not options and contexts:
            context = contexts[-1]
        else:
            given = {"reduced_motion": "reduce", **options}
            context = browser.new_context(**given)
            context.grant_permissions(["clipboard-read", "clipboard-write"])
            contexts.append(context)
            context.on("console", lambda message: said.append(message.text))
            context.on("weberror", lambda fault: said.append(str(fault.error)))
            if init:
                context.add_init_script(init)
        page = context.new_page()
        page.goto(home[0] + address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == []


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def entry(page: Page, key: str) -> Locator:
    return page.locator(f"article#{key}")


def button(where: Page | Locator, name: str) -> Locator:
    return where.get_by_role("button", name=name, exact=True)


def cite(where: Page | Locator, name: str) -> None:
    where.locator(".tools summary").click()
    button(where.locator(".tools"), name).click()


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def focused(page: Page) -> str:
    """The id of the entry that the focus is in, else the text of what has it."""
    return str(
        page.evaluate(
            "(document.activeElement.closest('article[id]') || {}).id"
            " || document.activeElement.textContent.trim()"
        )
    )


# Citations


@pytest.mark.parametrize(("name", "ending"), [("BibTeX", "bib"), ("RIS", "ris")])
def test_an_entry_is_cited_as_its_file_says(
    visit: Visit, home: tuple[str, Path], name: str, ending: str
) -> None:
    page = visit(LIST)
    cite(entry(page, "xlnet"), name)
    expect(page.get_by_role("status")).to_have_text("Copied")
    file = home[1] / f"papers/xlnet.{ending}"
    assert clipboard(page).replace("\r\n", "\n") == file.read_text("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize("address", [LIST, "papers/xlnet/"])
def test_the_reference_is_the_one_of_the_papers_page(
    visit: Visit, home: tuple[str, Path], address: str
) -> None:
    page = visit(address)
    cite(page.locator("[data-paper='/papers/xlnet/']"), "Text")
    expect(page.get_by_role("status")).to_have_text("Copied")
    html = BeautifulSoup((home[1] / "papers/xlnet/index.html").read_text("utf-8"), "html.parser")
    reference = html.select_one(".reference")
    assert reference is not None
    assert clipboard(page) == reference.get_text()
    assert clipboard(page).startswith("Yang, Z., ")


def test_without_a_clipboard_the_citation_itself_opens(visit: Visit) -> None:
    page = visit(LIST, init=NO_CLIPBOARD)
    cite(entry(page, "xlnet"), "Text")
    page.wait_for_url("**/papers/xlnet/#cite")
    page = visit(LIST, init=NO_CLIPBOARD)
    page.route("**/*.bib", lambda route: route.fulfill(body="@misc{}", content_type="text/plain"))
    cite(entry(page, "xlnet"), "BibTeX")
    page.wait_for_url("**/papers/xlnet.bib")


# Light and dark


def test_the_choice_of_light_or_dark_is_remembered(visit: Visit) -> None:
    page = visit(color_scheme="light")
    paper = background(page)
    page.get_by_role("button", name="Light or dark: as your device").click()
    assert background(page) == paper
    page.get_by_role("button", name="Light or dark: light").click()
    dark = background(page)
    assert dark != paper
    expect(page.get_by_role("status")).to_have_text("Light or dark: dark")
    page.goto(page.url + LIST)
    assert background(page) == dark
    page.emulate_media(media="print")
    assert background(page) == "rgb(255, 255, 255)"
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Light or dark: dark").click()
    assert background(page) == paper
    page.emulate_media(color_scheme="dark")
    assert background(page) == dark


def test_another_tab_takes_up_the_choice(visit: Visit) -> None:
    first, second = visit(color_scheme="light"), visit()
    paper = background(second)
    for _ in range(2):
        first.locator(".scheme").click()
    expect(second.get_by_role("button", name="Light or dark: dark")).to_be_visible()
    assert background(second) != paper


# The reading list


def test_a_saved_paper_is_on_the_reading_list_until_it_is_taken_off(visit: Visit) -> None:
    page = visit(LIST)
    save = button(entry(page, "xlnet"), "Save")
    expect(save).to_have_attribute("aria-pressed", "false")
    save.click()
    expect(save).to_have_attribute("aria-pressed", "true")
    title = entry(page, "xlnet").locator("h2").inner_text()
    other = visit("papers/xlnet/")
    expect(button(other, "Save")).to_have_attribute("aria-pressed", "true")
    entry(page, "xlnet").get_by_role("link", name="Reading list").click()
    row = page.locator("#reading-list li")
    expect(row.locator("> a")).to_have_text(title)
    button(row, "Save").click()
    expect(row).to_have_count(1)  # still there to be taken back
    page.reload()
    expect(row).to_have_count(0)
    expect(page.get_by_text("Nothing is saved yet")).to_be_visible()
    expect(button(page, "Download BibTeX")).to_be_hidden()
    expect(button(other, "Save")).to_have_attribute("aria-pressed", "false")


def test_a_paper_saved_in_chinese_leads_to_its_chinese_page(
    visit: Visit, home: tuple[str, Path]
) -> None:
    page = visit("zh/" + LIST)
    button(entry(page, "xlnet"), "收藏").click()
    page.goto(home[0] + "reading-list/")
    page.locator("#reading-list li > a").click()
    page.wait_for_url("**/repo/zh/papers/xlnet/")


def test_the_reading_list_can_be_taken_along(visit: Visit, home: tuple[str, Path]) -> None:
    page = visit(LIST)
    for key in ("xlnet", "dain"):
        button(entry(page, key), "Save").click()
    page.goto(home[0] + "reading-list/")
    with page.expect_download() as download:
        button(page, "Download BibTeX").click()
    assert download.value.suggested_filename == "reading-list.bib"
    files = [home[1] / f"papers/{key}.bib" for key in ("xlnet", "dain")]
    expected = "\n".join(file.read_text("utf-8") for file in files)
    assert Path(download.value.path()).read_text("utf-8") == expected


def test_a_list_is_passed_on_as_a_link(visit: Visit, home: tuple[str, Path]) -> None:
    page = visit("zh/" + LIST)
    button(entry(page, "xlnet"), "收藏").click()
    page.goto(home[0] + LIST)
    button(entry(page, "dain"), "Save").click()
    page.goto(home[0] + "reading-list/")
    button(page, "Pass on as a link").click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    link = clipboard(page)
    assert link == home[0] + "reading-list/#zh/xlnet,dain"
    other = visit(link.removeprefix(home[0]), color_scheme="light")
    rows = other.locator("#reading-list li > a")
    expect(rows).to_have_text(
        [
            "XLNet: Generalized Autoregressive Pretraining for Language Understanding",
            "Depth-Aware Video Frame Interpolation",
        ]
    )
    targets = [row.get_attribute("href") for row in rows.all()]
    assert targets == [home[0] + "zh/papers/xlnet/", home[0] + "papers/dain/"]
    expect(button(rows.first.locator(".."), "Save")).to_have_attribute("aria-pressed", "false")
    button(other, "Add all to mine").click()
    expect(other.get_by_text("Somebody passed")).to_be_hidden()
    expect(rows.first).to_be_focused()
    other.goto(home[0] + "reading-list/")
    expect(rows).to_have_count(2)


def test_a_link_can_name_nothing_but_papers_of_the_site(visit: Visit) -> None:
    page = visit("reading-list/#../../x,<img src=x>,javascript:1,//evil.example,,a/b/c")
    expect(page.get_by_text("Nothing is saved yet")).to_be_visible()
    assert page.locator("#reading-list li").count() == 0


# Keys


def test_j_and_k_walk_through_the_entries_of_a_list(visit: Visit) -> None:
    page = visit(LIST)
    keys = [str(one.get_attribute("id")) for one in page.locator("article.entry").all()]
    seen = []
    for _ in range(6):
        page.keyboard.press("j")
        seen.append(focused(page))
    assert seen == [*keys, keys[-1]]
    assert entry(page, keys[-1]).evaluate("one => one.getBoundingClientRect().top") < 700
    page.keyboard.press("k")
    assert focused(page) == keys[-2]
    assert 0 <= entry(page, keys[-2]).evaluate("one => one.getBoundingClientRect().top") < 120


def test_a_walk_goes_on_from_where_the_reader_scrolled(visit: Visit) -> None:
    page = visit(LIST)
    keys = [str(one.get_attribute("id")) for one in page.locator("article.entry").all()]
    page.keyboard.press("j")
    entry(page, keys[3]).evaluate("one => one.scrollIntoView()")
    page.mouse.wheel(0, 1)
    page.wait_for_timeout(50)
    page.keyboard.press("j")
    assert focused(page) == keys[4]
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert focused(page) == keys[2]


def test_lists_of_pages_are_walked_too(visit: Visit) -> None:
    page = visit()
    titles = page.locator(".card h3 a").all_inner_texts()
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert focused(page) == titles[1]
    page.keyboard.press("Enter")
    page.wait_for_url("**/repo/*/*/")


def test_keys_leave_typing_and_shortcuts_alone(visit: Visit) -> None:
    page = visit(LIST)
    page.evaluate("document.querySelector('main').prepend(document.createElement('input'))")
    page.locator("main > input").focus()
    page.keyboard.type("jk?/")
    assert page.locator("main > input").input_value() == "jk?/"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Control+j")
    assert page.evaluate("scrollY") == 0
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_keys_are_shown_and_can_be_switched_off(visit: Visit) -> None:
    page = visit(LIST)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard")
    expect(dialog).to_be_visible()
    dialog.get_by_role("checkbox", name="Use these keys").uncheck()
    button(dialog, "Close").click()
    expect(dialog).to_be_hidden()
    page.keyboard.press("j")
    page.keyboard.press("?")
    assert page.evaluate("scrollY") == 0
    expect(dialog).to_be_hidden()
    button(page.locator("footer.bottom"), "Keyboard").click()
    dialog.get_by_role("checkbox", name="Use these keys").check()
    page.keyboard.press("Escape")
    page.keyboard.press("k")
    assert focused(page) == page.locator("article.entry").last.get_attribute("id")


def test_the_slash_leads_to_search(visit: Visit, home: tuple[str, Path]) -> None:
    page = visit(LIST)
    page.route("**/search/", lambda route: route.fulfill(body="<title>Search</title>"))
    page.evaluate(
        "link => document.querySelector('.menu li a').setAttribute('href', link)",
        home[0] + "search/",
    )
    page.keyboard.press("/")
    page.wait_for_url("**/repo/search/#q")


# Links to entries


def test_the_mark_of_an_entry_copies_its_address_and_goes_there(
    visit: Visit, home: tuple[str, Path]
) -> None:
    page = visit(LIST)
    entry(page, "dain").locator("a[href='#dain']").click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    assert page.url == home[0] + LIST + "#dain"
    assert clipboard(page) == page.url


def test_sharing_hands_over_title_and_address(visit: Visit, home: tuple[str, Path]) -> None:
    page = visit(LIST, init=SHARING)
    button(entry(page, "dain"), "Share").click()
    title = entry(page, "dain").locator("h2").inner_text()
    assert page.evaluate("shared") == {"title": title, "url": home[0] + LIST + "#dain"}
    page.goto(home[0] + "papers/dain/")
    button(page, "Share").click()
    assert page.evaluate("shared.url") == home[0] + "papers/dain/"


def test_what_cannot_be_shared_is_copied_unless_the_reader_thought_better(visit: Visit) -> None:
    page = visit(LIST, init=SHARING)
    page.evaluate("window.answer = 'AbortError'")
    button(entry(page, "dain"), "Share").click()
    expect(page.get_by_role("status")).to_be_empty()
    page.evaluate("window.answer = 'NotAllowedError'")
    button(entry(page, "dain"), "Share").click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    assert clipboard(page) == page.url + "#dain"


# New since the last visit


def test_what_came_since_the_last_visit_is_marked(visit: Visit, home: tuple[str, Path]) -> None:
    def earlier(route: Route) -> None:
        soup = BeautifulSoup((home[1] / "index.html").read_text("utf-8"), "html.parser")
        soup.select(".card")[0].decompose()
        route.fulfill(body=str(soup), content_type="text/html")

    labels = ".card .unseen-yet"
    first = visit("about/", color_scheme="light")
    first.route(home[0], earlier)
    first.goto(home[0])
    assert first.locator(".card").count() > 0
    expect(first.locator(labels)).to_have_count(0)
    first.close()
    second = visit()
    expect(second.locator(labels)).to_have_text(["New here"])
    expect(second.locator(".card").first.locator(".unseen-yet")).to_be_visible()
    second.reload()
    expect(second.locator(labels)).to_have_count(1)
    second.close()
    expect(visit().locator(labels)).to_have_count(0)


def test_what_only_comes_up_from_below_is_not_new(visit: Visit, home: tuple[str, Path]) -> None:
    def earlier(route: Route) -> None:
        soup = BeautifulSoup((home[1] / "index.html").read_text("utf-8"), "html.parser")
        soup.select(".card")[-1].decompose()
        route.fulfill(body=str(soup), content_type="text/html")

    first = visit("about/", color_scheme="light")
    first.route(home[0], earlier)
    first.goto(home[0])
    first.close()
    expect(visit().locator(".card .unseen-yet")).to_have_count(0)


# The place in the list


def test_on_a_phone_the_folded_contents_say_the_place(visit: Visit) -> None:
    page = visit(LIST, viewport={"width": 390, "height": 844})
    summary = page.locator(".contents summary")
    expect(summary).to_have_text("On this page")
    page.evaluate("document.querySelectorAll('article.entry')[2].scrollIntoView()")
    expect(summary).to_have_text(
        "3 / 5 · " + str(page.locator(".contents a").nth(2).text_content())
    )
    box = summary.bounding_box()
    assert box is not None
    assert box["y"] <= 2
    summary.click()
    page.locator(".contents a").nth(3).click()
    expect(summary).to_contain_text("4 / 5")
    expect(page.locator(".contents a").first).to_be_hidden()
    bottom = box["y"] + box["height"]
    fourth = page.locator("article.entry").nth(3).bounding_box()
    assert fourth is not None
    assert bottom <= fourth["y"] < 200


def test_escape_folds_the_contents(visit: Visit) -> None:
    page = visit(LIST, viewport={"width": 390, "height": 844})
    page.locator(".contents summary").click()
    expect(page.locator(".contents a").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".contents a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".contents a").first).to_be_hidden()
    expect(page.locator(".contents summary")).to_be_focused()


def test_escape_folds_the_citations(visit: Visit) -> None:
    where = entry(visit(LIST), "xlnet")
    where.get_by_text("Copy citation").click()
    where.page.keyboard.press("Tab")
    expect(button(where, "BibTeX")).to_be_focused()
    where.page.keyboard.press("Escape")
    expect(button(where, "BibTeX")).to_be_hidden()
    expect(where.locator("summary", has_text="Copy citation")).to_be_focused()


def test_on_a_wide_screen_the_contents_follow(visit: Visit) -> None:
    page = visit(LIST, viewport={"width": 1280, "height": 700})
    expect(page.locator(".contents summary")).to_be_hidden()
    for number in (3, 0):
        page.evaluate(f"document.querySelectorAll('article.entry')[{number}].scrollIntoView()")
        current = page.locator(".contents [aria-current]")
        expect(current).to_have_text(page.locator(".contents a").nth(number).inner_text())
        expect(current).to_have_count(1)
        expect(current).to_be_in_viewport()


# Without scripts, and with half of what a browser usually has


@pytest.mark.parametrize("address", ["", LIST, "papers/xlnet/", "reading-list/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_button_shows_without_scripts(visit: Visit, address: str, width: int) -> None:
    page = visit(address, java_script_enabled=False, viewport={"width": width, "height": 800})
    assert [one for one in page.locator("button, dialog, .tools").all() if one.is_visible()] == []


@pytest.mark.parametrize("width", [390, 1280])
def test_the_contents_work_without_scripts(visit: Visit, width: int) -> None:
    page = visit(LIST, java_script_enabled=False, viewport={"width": width, "height": 800})
    if width == 390:
        expect(page.locator(".contents a").first).to_be_hidden()
        page.locator(".contents summary").click()
    page.locator(".contents a").nth(2).click()
    assert page.url.endswith(str(page.locator(".contents a").nth(2).get_attribute("href")))


def test_the_reading_list_says_what_it_is_without_scripts(visit: Visit) -> None:
    page = visit("reading-list/", java_script_enabled=False)
    expect(page.get_by_text("kept in this browser and nowhere else")).to_be_visible()
    expect(page.get_by_text("as soon as scripts are on")).to_be_visible()


def test_nothing_breaks_in_a_browser_that_keeps_and_copies_nothing(
    visit: Visit, home: tuple[str, Path]
) -> None:
    page = visit(LIST, init=OLD_BROWSER)
    save = button(entry(page, "xlnet"), "Save")
    save.click()
    expect(save).to_have_attribute("aria-pressed", "true")
    page.locator(".scheme").click()
    expect(page.get_by_role("button", name="Light or dark: light")).to_be_visible()
    button(entry(page, "xlnet"), "Share").click()
    page.wait_for_url("**/#xlnet")
    for address in ("", "2019/", "papers/xlnet/", "reading-list/"):
        page.goto(home[0] + address)


def test_a_theme_can_leave_the_tools_out(visit: Visit, home: tuple[str, Path]) -> None:
    def plain(route: Route) -> None:
        soup = BeautifulSoup((home[1] / LIST / "index.html").read_text("utf-8"), "html.parser")
        for one in soup.select("template"):
            one.decompose()
        route.fulfill(body=str(soup), content_type="text/html")

    page = visit("about/", color_scheme="light")
    page.route("**/" + LIST, plain)
    page.goto(home[0] + LIST)
    assert page.locator("button").count() == 0


PLACES = """
[...document.querySelectorAll(".brand, .menu, main, main > *, .entry > header")]
  .map((one) => [one.className, one.getBoundingClientRect().top])
"""


STYLED = "[...document.querySelectorAll('link[rel=stylesheet]')].every((one) => one.sheet)"


@pytest.mark.parametrize("address", ["", LIST, "papers/xlnet/", "search/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_the_script_comes_late(
    browser: Browser, home: tuple[str, Path], address: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/roundup.js*", hold)
    page.goto(home[0] + address, wait_until="commit")
    page.locator(".bottom").wait_for()
    page.wait_for_function(STYLED)
    before = page.evaluate(PLACES)
    assert page.locator(".scheme").count() == 0
    held[0].continue_()
    page.locator(".scheme").wait_for()
    assert page.evaluate(PLACES) == before
    page.close()
