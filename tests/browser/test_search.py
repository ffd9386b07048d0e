"""The search page in a browser: what its script does, and what is there without."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import served

pytestmark = pytest.mark.browser

XLNET = "XLNet: Generalized Autoregressive Pretraining for Language Understanding"
SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifts += one.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that must not complain."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda fault: said.append(str(fault)))
    yield page
    context.close()
    assert said == []


def titles(page: Page) -> list[str]:
    return page.locator(".results h2").all_inner_texts()


def search(page: Page, text: str, found: str) -> None:
    """Types a query and waits for what is said of it."""
    page.locator("#q").fill(text)
    expect(page.locator("#search-said")).to_have_text(found)


def test_a_query_finds_papers_roundups_and_pages(page: Page, home: tuple[str, Path]) -> None:
    page.goto(home[0] + "search/")
    search(page, "xlnet", "5 results")
    assert titles(page)[0] == XLNET
    first = page.locator(".results > li").first
    assert first.locator("a").get_attribute("href") == "/repo/papers/xlnet/"
    expect(first).to_contain_text("Zhilin Yang, Zihang Dai, Yiming Yang and others")
    expect(first).to_contain_text("Picked in Top 5 deep learning papers of 2019")
    assert "XLNet" in first.locator("mark").all_inner_texts()[0]
    expect(page.locator(".browse")).to_be_hidden()
    assert page.url == home[0] + "search/?q=xlnet"


def test_nothing_is_loaded_before_search_is_used(page: Page, home: tuple[str, Path]) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(home[0] + "search/", wait_until="networkidle")
    assert not [one for one in loaded if "/pagefind/" in one]
    with page.expect_response("**/pagefind.js"):
        page.locator("#q").focus()


def test_results_can_be_linked(page: Page, home: tuple[str, Path]) -> None:
    page.goto(home[0] + "search/?q=few-shot&kind=paper&year=2020")
    expect(page.locator("#search-said")).to_have_text("1 result")
    assert titles(page) == ["Language Models are Few-Shot Learners"]
    assert page.locator("#q").input_value() == "few-shot"
    assert page.locator("select[name=year]").input_value() == "2020"


def test_filters_show_how_much_they_leave_and_narrow_what_is_found(
    page: Page, home: tuple[str, Path]
) -> None:
    page.goto(home[0] + "search/")
    page.locator("#q").focus()
    kinds = page.locator("select[name=kind]")
    expect(kinds.locator("option")).to_have_count(4)
    data = json.loads((home[1] / "data/site.json").read_text())
    english = [one for one in data["roundups"] if one["language"] == "en"]
    options = kinds.locator("option").all_inner_texts()
    assert f"Paper ({len(data['papers'])})" in options
    assert f"Roundup ({len(english)})" in options
    kinds.select_option("roundup")
    expect(page.locator("#search-said")).to_have_text(f"{len(english)} results")
    assert sorted(titles(page)) == sorted(one["title"] for one in english)
    # Each choice still says how much the others would leave.
    assert f"Paper ({len(data['papers'])})" in kinds.locator("option").all_inner_texts()
    kinds.select_option("")
    expect(page.locator(".browse")).to_be_visible()


def test_more_results_come_when_asked_for(page: Page, home: tuple[str, Path]) -> None:
    page.goto(home[0] + "search/?kind=paper")
    expect(page.locator(".results > li")).to_have_count(10)
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(".results > li")).to_have_count(20)
    assert page.evaluate("document.activeElement.textContent") == titles(page)[10]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("自回归语言模型", "XLNet：用于语言理解的广义自回归预训练"),
        ("插帧", "深度感知的视频插帧"),
        ("排列", "2019年深度学习论文Top 5"),
    ],
)
def test_chinese_words_are_found_in_chinese(
    page: Page, home: tuple[str, Path], query: str, title: str
) -> None:
    page.goto(home[0] + "zh/search/")
    page.locator("#q").fill(query)
    page.locator(".results h2").first.wait_for()
    assert title in titles(page)
    assert all(
        str(link.get_attribute("href")).startswith("/repo/zh/")
        for link in page.locator(".results a").all()
    )


def test_a_paper_without_chinese_words_is_found_by_its_facts(
    page: Page, home: tuple[str, Path]
) -> None:
    page.goto(home[0] + "zh/search/")
    search(page, "GPT-3", "1条结果")
    link = page.locator(".results a")
    assert link.get_attribute("href") == "/repo/papers/gpt-3/"
    assert link.get_attribute("lang") == "en"


def test_arrows_walk_the_results_and_escape_clears_them(page: Page, home: tuple[str, Path]) -> None:
    page.goto(home[0] + "search/#q")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("xlnet")
    expect(page.locator("#search-said")).to_have_text("5 results")
    focused = "document.activeElement.textContent"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == titles(page)[0]
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == titles(page)[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("Escape")
    assert page.locator("#q").input_value() == ""
    expect(page.locator(".browse")).to_be_visible()
    assert page.url.partition("#")[0] == home[0] + "search/"


def test_enter_leads_to_the_first_result_and_through_it(page: Page, home: tuple[str, Path]) -> None:
    page.goto(home[0] + "search/#q")
    page.keyboard.type("xlnet")
    page.keyboard.press("Enter")
    expect(page.locator(".results a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/papers/xlnet/")


def test_a_slash_reaches_search_from_anywhere(page: Page, home: tuple[str, Path]) -> None:
    page.goto(home[0] + "papers/xlnet/")
    page.keyboard.press("/")
    page.wait_for_url("**/search/#q")
    expect(page.locator("#q")).to_be_focused()


def test_no_result_is_said(page: Page, home: tuple[str, Path]) -> None:
    page.goto(home[0] + "search/")
    search(page, "zzyzxq", "Nothing found.")
    assert titles(page) == []


def test_nothing_moves_unless_the_reader_does_something(page: Page, home: tuple[str, Path]) -> None:
    page.add_init_script(SHIFTS)
    page.goto(home[0] + "search/?q=xlnet")
    expect(page.locator("#search-said")).to_have_text("5 results")
    assert page.evaluate("window.shifts") < 0.01


@pytest.mark.parametrize("width", [320, 390])
def test_results_fit_a_phone(browser: Browser, home: tuple[str, Path], width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(home[0] + "search/?q=attention")
    page.locator(".results h2").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


@pytest.mark.search
def test_an_index_in_parts_is_searched_as_one(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundup.pages.search.PART", 10)
    with served(tmp_path / "public") as address:
        page.goto(address + "search/")
        search(page, "xlnet", "5 results")
        page.locator("#q").fill("")
        page.locator("select[name=kind]").select_option("paper")
        data = json.loads((tmp_path / "public/data/site.json").read_text())
        expect(page.locator("#search-said")).to_have_text(f"{len(data['papers'])} results")
        assert len(list((tmp_path / "public/search/pagefind").glob("en*"))) == 4


def test_an_index_that_does_not_load_is_said_and_the_list_stays(
    browser: Browser, home: tuple[str, Path]
) -> None:
    page = browser.new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(home[0] + "search/")
    page.locator("#q").fill("xlnet")
    expect(page.locator("#search-said")).to_contain_text("cannot be loaded")
    expect(page.locator(".browse")).to_be_visible()
    page.close()


def test_without_scripts_the_page_is_a_list_of_papers(
    browser: Browser, home: tuple[str, Path]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(home[0] + "search/")
    expect(page.locator("form.search")).to_be_hidden()
    expect(page.get_by_role("link", name=XLNET)).to_be_visible()
    page.get_by_role("navigation", name="All papers").get_by_role("link", name="X").click()
    assert page.url.endswith("#in-x")
    context.close()
