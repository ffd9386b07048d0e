"""The preview in a real browser: pages follow what is saved, and say what is wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, Response, expect

from preview.serving import serving
from sites import ROUNDUP, SITE_TOML, make_site

ENTRY = "content/2019/top/dain.md"
STYLE = "static/style.css"
PARAGRAPHS = "\n\n".join(
    f"Paragraph {number} of many, long enough to fill a page." * 4 for number in range(80)
)
SITE = {
    **ROUNDUP,
    "content/2019/top/long.md": f"---\npaper: long\nrank: 3\ntitle: A Long One\n---\n{PARAGRAPHS}\n",
    STYLE: "p { margin-left: 1px }\n",
    "content/2020/later/index.md": "---\ntitle: Later on\ndate: 2999-01-01\n---\n",
    "content/2020/draft/index.md": "---\ntitle: In the works\ndraft: true\n---\n",
    "content/notes.md": "---\ntitle: Notes\ndraft: true\n---\nWords.\n",
}


class World:
    """A site that is previewed, and a page of it in a browser."""

    def __init__(self, site: Path, page: Page, address: str) -> None:
        self.site, self.page, self.address = site, page, address

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)
        self.stay()

    def stay(self) -> None:
        """Leaves a note in the page, which is lost when it is loaded anew."""
        self.page.wait_for_load_state("load")
        self.told("window.stays = true")

    def told(self, script: str, given: object = None) -> object:
        """What a script says of the page, asked again where the page is just being loaded anew."""
        for _ in range(20):
            try:
                return self.page.evaluate(script, given)
            except Error as fault:
                if "context was destroyed" not in fault.message:
                    raise
                self.page.wait_for_load_state("load")
        raise AssertionError("the page is loaded anew again and again")

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.site / name).read_text("utf-8")
        assert old in text
        (self.site / name).write_text(text.replace(old, new), "utf-8")

    @property
    def was_reloaded(self) -> bool:
        return not self.told("window.stays === true")

    @property
    def scrolled(self) -> int:
        """Where the page stands, once it is loaded and drawn."""
        self.page.wait_for_load_state("load")
        drawn = "() => new Promise((done) => requestAnimationFrame(() => done(window.scrollY)))"
        return round(float(str(self.told(drawn))))

    def style(self, selector: str, name: str) -> str:
        script = "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]"
        return str(self.told(script, [selector, name]))

    @property
    def panel(self) -> str:
        return "roundup-problems .panel"


@pytest.fixture
def world(tmp_path: Path, browser: Browser) -> Iterator[World]:
    site = make_site(tmp_path, SITE)
    with serving(site) as server:
        context = browser.new_context(viewport={"width": 900, "height": 600})
        faults: list[str] = []
        page = context.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        yield World(site, page, server.address)
        context.close()
        assert faults == []


def test_a_page_follows_its_words_and_keeps_its_place(world: World) -> None:
    world.open("2019/top/")
    world.page.evaluate("window.scrollTo(0, 2500)")
    world.replace(ENTRY, "Looks at", "Peers into")
    expect(world.page.get_by_text("Peers into depth")).to_have_count(1)
    assert world.was_reloaded
    assert world.scrolled == 2500


def test_the_place_is_kept_where_the_address_names_another(world: World) -> None:
    world.open("2019/top/#dain")
    world.page.evaluate("window.scrollTo(0, 3000)")
    world.replace(ENTRY, "Looks at", "Peers into")
    expect(world.page.get_by_text("Peers into depth")).to_have_count(1)
    assert world.scrolled == 3000
    assert world.page.url.endswith("#dain")


def test_a_page_that_did_not_change_stays(world: World) -> None:
    world.open("tags/")
    other = world.page.context.new_page()
    other.goto(f"{world.address}2019/top/")
    world.replace(ENTRY, "Looks at", "Peers into")
    expect(other.get_by_text("Peers into depth")).to_have_count(1)
    world.page.wait_for_timeout(300)
    assert not world.was_reloaded


def test_a_style_sheet_is_put_on_without_loading_the_page_anew(world: World) -> None:
    world.open("2019/top/")
    assert world.style("main p", "marginLeft") == "1px"
    world.page.evaluate("window.scrollTo(0, 1000)")
    for size in ("7px", "9px"):
        (world.site / STYLE).write_text(f"p {{ margin-left: {size} }}\n", "utf-8")
        expect(world.page.locator("main p").first).to_have_css("margin-left", size)
    assert not world.was_reloaded
    assert world.scrolled == 1000
    expect(world.page.locator('link[href*="style.css"]')).to_have_count(1)
    world.replace(ENTRY, "Looks at", "Peers into")
    expect(world.page.get_by_text("Peers into depth")).to_have_count(1)
    expect(world.page.locator("main p").first).to_have_css("margin-left", "9px")


@pytest.mark.parametrize("setting", ['accent = "#123456"', 'styles = ["own.css"]'])
def test_a_sheet_that_is_new_is_on_when_the_page_is_loaded_anew(world: World, setting: str) -> None:
    refused: list[str] = []

    def answered(found: Response) -> None:
        if found.status >= 400:
            refused.append(found.url)

    world.page.on("response", answered)
    world.open("2019/top/")
    own = ":root { --accent: #123456 }"
    make_site(world.site, {"static/own.css": own}, f"{SITE_TOML}[theme]\n{setting}\n")
    name = "accent.css" if "accent" in setting else "own.css"
    expect(world.page.locator(f'link[href*="{name}"]')).to_have_count(1)
    world.page.wait_for_load_state("load")
    root = world.page.locator(":root")
    expect(root).to_have_css("--accent", "#123456")
    assert refused == []
    if "accent" in setting:
        world.stay()
        world.replace("site.toml", "#123456", "#654321")
        expect(root).to_have_css("--accent", "#654321")
        assert not world.was_reloaded


def test_a_picture_is_put_on_too(world: World) -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="9"><path d="M0 0"/></svg>'
    )
    picture = world.site / "content/2019/top/plan.svg"
    world.open("2019/top/")
    picture.write_text(drawing.format(20), "utf-8")
    world.replace(ENTRY, "Looks at", "![A plan](plan.svg)\n\nLooks at")
    shown = world.page.locator('img[src*="plan.svg"]')
    expect(shown).to_have_count(1)
    world.stay()
    picture.write_text(drawing.format(20).replace("M0 0", "M1 1"), "utf-8")
    expect(world.page.locator('img[src*="plan.svg?v="]')).to_have_count(1)
    assert not world.was_reloaded


def test_an_error_is_shown_over_the_last_good_page_until_it_is_mended(world: World) -> None:
    world.open("2019/top/")
    world.page.locator("main a").first.focus()
    world.replace(ENTRY, "tags:", "tagz:")
    panel = world.page.locator(world.panel)
    expect(panel).to_be_visible()
    for text in (f"{ENTRY}:8", "unknown field 'tagz'", "tagz: [video]", "did you mean 'tags'?"):
        expect(panel).to_contain_text(text)
    expect(world.page.locator("roundup-problems [role=alert]")).to_have_count(1)
    assert world.page.evaluate("document.activeElement.matches('main a')")
    expect(world.page.get_by_text("Looks at depth")).to_be_visible()
    world.replace(ENTRY, "tagz:", "tags:")
    expect(world.page.locator("roundup-problems")).to_have_count(0)
    assert not world.was_reloaded


def test_escape_puts_an_error_aside_and_the_count_brings_it_back(world: World) -> None:
    world.open("2019/top/")
    world.replace(ENTRY, "tags:", "tagz:")
    panel, count = world.page.locator(world.panel), world.page.locator("roundup-problems .count")
    expect(panel).to_be_visible()
    world.page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(count).to_have_text("1 error")
    expect(count).to_have_attribute("aria-expanded", "false")
    world.page.reload()
    expect(count).to_be_visible()
    expect(panel).to_be_hidden()
    count.click()
    expect(panel).to_be_visible()
    world.page.locator("roundup-problems .close").click()
    expect(panel).to_be_hidden()


def test_another_error_is_shown_again(world: World) -> None:
    world.open("2019/top/")
    world.replace(ENTRY, "tags:", "tagz:")
    expect(world.page.locator(world.panel)).to_be_visible()
    world.page.keyboard.press("Escape")
    world.replace(ENTRY, "tagz:", "tagx:")
    expect(world.page.locator(world.panel)).to_contain_text("tagx")


def test_warnings_are_a_quiet_count(world: World) -> None:
    world.replace(ENTRY, "rank: 2", "rank: 5")
    world.open("2019/top/")
    count = world.page.locator("roundup-problems .count")
    expect(count).to_have_text("1 warning")
    expect(world.page.locator(world.panel)).to_be_hidden()
    expect(world.page.locator("roundup-problems [role=status]")).to_have_count(1)
    count.click()
    expect(world.page.locator(world.panel)).to_contain_text("the ranks leave out")


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("site.toml", 'title = "Test', 'titel = "Test', "unknown field 'titel'"),
        ("templates/page.html", "page.title", "page.titel", "titel"),
    ],
)
def test_settings_and_templates_have_their_faults_shown(
    world: World, name: str, old: str, new: str, says: str
) -> None:
    if name.startswith("templates"):
        text = '{% extends "theme/page.html" %}{% block words %}{{ page.title }}{% endblock %}'
        make_site(world.site, {name: text}, (world.site / "site.toml").read_text("utf-8"))
    world.open("notes/")
    world.replace(name, old, new)
    panel = world.page.locator(world.panel)
    expect(panel).to_contain_text(says)
    expect(panel).to_contain_text(f"{name}:1")
    world.replace(name, new, old)
    expect(world.page.locator("roundup-problems")).to_have_count(0)


def test_it_fits_a_phone_in_the_dark(world: World) -> None:
    world.page.set_viewport_size({"width": 360, "height": 640})
    world.page.emulate_media(color_scheme="dark")
    world.open("2019/top/")
    world.replace(ENTRY, "tags:", "tagz:")
    panel = world.page.locator(world.panel)
    expect(panel).to_be_visible()
    box = panel.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert box["y"] >= 0
    ink, paper = (
        world.page.evaluate(
            f"getComputedStyle(document.querySelector('roundup-problems').shadowRoot"
            f".querySelector('.panel')).{one}"
        )
        for one in ("color", "backgroundColor")
    )
    assert (ink, paper) == ("rgb(241, 235, 226)", "rgb(38, 33, 29)")


def test_what_a_long_line_is_wrong_in_can_be_seen_on_a_phone(world: World) -> None:
    world.page.set_viewport_size({"width": 360, "height": 640})
    world.open("2019/top/")
    world.replace(ENTRY, "Looks at", f"{'Looks and ' * 7}looks, as [[nobody]] does, at")
    meant = world.page.locator(f"{world.panel} mark")
    expect(meant).to_have_text("nobody")
    box, panel = meant.bounding_box(), world.page.locator(world.panel).bounding_box()
    assert box
    assert panel
    assert box["x"] + box["width"] <= panel["x"] + panel["width"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("2020/draft/", "Draft"),
        ("2020/later/", "Not yet published"),
        ("notes/", "Draft"),
        ("2020/", "Not yet published"),
        ("", "Draft"),
    ],
)
def test_what_is_not_published_is_marked(world: World, path: str, words: str) -> None:
    world.open(path)
    expect(world.page.locator(".label", has_text=words).first).to_be_visible()


def test_what_is_not_found_is_the_site_s_own_page_and_appears_when_it_is_there(
    world: World,
) -> None:
    world.open("2021/new/")
    expect(world.page.locator("main h1")).to_have_text("Not found")
    make_site(
        world.site,
        {"content/2021/new/index.md": "---\ntitle: Brand new\n---\n"},
        (world.site / "site.toml").read_text("utf-8"),
    )
    expect(world.page.locator("h1")).to_have_text("Brand new")
