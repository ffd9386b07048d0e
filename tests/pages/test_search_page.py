"""The search page as a list: by letter, by year, and of a site too large to name all its papers."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from built import Built, words
from roundup.pages.search import letter
from sites import SITE_TOML, build_site, make_site, messages

SMALL = SITE_TOML + "[pages]\npage_size = 10\n"


def site_of(folder: Path, titles: list[str], toml: str = SMALL, language: str = "") -> Tag:
    """The browsable part of the search page of a site with papers of these titles."""
    files = {f"content/2019/top/index{language}.md": "---\ntitle: Top of the year\n---\nHello.\n"}
    for number, title in enumerate(titles):
        path = f"content/2019/top/p{number}{language}.md"
        date = f"{2019 - number % 2}-01-01"
        files[path] = f'---\npaper: p{number}\ntitle: "{title}"\ndate: {date}\n---\nWords.\n'
    report = build_site(make_site(folder, files, toml))
    assert not report.failed, messages(report)
    page = folder / "public" / language.removeprefix(".") / "search/index.html"
    found = BeautifulSoup(page.read_text(), "html.parser").find(class_="browse")
    assert isinstance(found, Tag)
    return found


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("attention", "A"),
        ("Éclair", "E"),
        ("3D vision", "0–9"),
        ("١٢", "0–9"),
        ("ß-nets", "SS"),
        ("Ψ-nets", "Ψ"),
        ("انتباه", "ا"),
        ("预训练", ""),
        ("“Why should I trust you?”", ""),
        ("", ""),
    ],
)
def test_letters_of_titles(title: str, expected: str) -> None:
    assert letter(title) == expected


def test_a_list_by_letter_leads_to_every_paper(tmp_path: Path) -> None:
    browse = site_of(tmp_path, ["beta", "Alpha", "alphabet", "1984", "预训练"])
    heads = [words(head) for head in browse.find_all("h2")]
    assert heads == ["0–9", "A", "B", "Others", "Years"]
    section = browse.find(id="in-a").parent  # type: ignore[union-attr]  # it is there
    assert [words(link) for link in section.find_all("a")] == ["Alpha", "alphabet"]  # type: ignore[union-attr]
    jumps = [str(link["href"]) for link in browse.nav.find_all("a")]  # type: ignore[union-attr]
    assert jumps == ["#in-0-9", "#in-a", "#in-b", "#in-rest"]


def test_titles_in_ideographs_stand_by_year(tmp_path: Path) -> None:
    browse = site_of(tmp_path, ["预训练", "注意力", "BERT"], SMALL, ".zh")
    heads = [words(head) for head in browse.find_all("h2")]
    assert heads == ["2019", "2018", "年份"]


def test_a_long_list_leads_to_the_pages_where_letters_begin(tmp_path: Path) -> None:
    titles = [f"{'abc'[number % 3]} paper {number}" for number in range(33)]
    browse = site_of(tmp_path, titles)
    links = {words(link): str(link["href"]) for link in browse.nav.find_all("a")}  # type: ignore[union-attr]
    assert links == {
        "A": "/papers/papers/",
        "B": "/papers/papers/page/2/",
        "C": "/papers/papers/page/3/",
    }
    assert [words(item) for item in browse.nav.find_all("li")] == ["A 11", "B 11", "C 11"]  # type: ignore[union-attr]
    assert browse.find(class_="columns") is None
    pages = Built(tmp_path / "public", "https://example.org/papers/")
    assert "b paper" in words(pages.main("/papers/page/2/"))


def test_three_pages_of_papers_are_still_named(tmp_path: Path) -> None:
    browse = site_of(tmp_path, [f"paper {number}" for number in range(30)])
    assert len(browse.select(".columns li")) == 30
    assert browse.nav is None, "one letter alone needs no jumps"


def test_every_declared_language_has_a_search_page(own_site: Built, ranked_site: Built) -> None:
    assert {"/search/", "/zh/search/"} <= set(own_site.pages)
    assert {"/search/", "/zh/search/", "/ar/search/"} <= set(ranked_site.pages)


def test_the_menu_leads_to_it_in_the_pages_language(own_site: Built) -> None:
    for page, search in (("/", "/search/"), ("/zh/2019/", "/zh/search/")):
        menu = own_site.soup(page).find("nav", class_="menu")
        assert isinstance(menu, Tag)
        assert search in own_site.links(menu, page)


def test_only_search_pages_may_compile_web_assembly(own_site: Built) -> None:
    allowed = []
    for page in own_site.proper_pages:
        meta = own_site.soup(page).find("meta", attrs={"http-equiv": "Content-Security-Policy"})
        assert isinstance(meta, Tag)
        if "'wasm-unsafe-eval'" in str(meta["content"]):
            allowed.append(page)
    assert allowed == ["/search/", "/zh/search/"]


def test_no_page_loads_a_part_of_search_before_it_is_used(own_site: Built) -> None:
    for page in own_site.proper_pages:
        assert not [
            one for one in own_site.references(page) if "search.js" in one or "pagefind" in one
        ]
        told = own_site.soup(page).select("form.search[data-script]")
        assert bool(told) == (page in {"/search/", "/zh/search/"})
