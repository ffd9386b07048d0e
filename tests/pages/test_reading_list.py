"""The page of the papers that a reader saves, and what pages offer to the script that fills it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from built import Built, words
from sites import ROUNDUP, SITE_TOML, build_site, make_site, messages

LISTED = "/2019/top/"
NO_PAPER = {"content/2019/top/index.md": "---\ntitle: Nothing yet\n---\nSoon.\n"}
Build = Callable[..., Built]


@pytest.fixture
def built(tmp_path: Path) -> Build:
    def build(toml: str = "", files: dict[str, str] | None = None) -> Built:
        site = make_site(tmp_path / "site", files or ROUNDUP, SITE_TOML + toml)
        report = build_site(site, output=tmp_path / "out", fresh=True)
        assert not report.failed, messages(report)
        return Built(tmp_path / "out", "https://example.org/papers/")

    return build


def tools(site: Built, address: str) -> Tag:
    """The pieces that the script takes from a page."""
    found = site.soup(address).find("template", id="tools")
    assert isinstance(found, Tag)
    return found


def tasks(site: Built, address: str) -> list[str]:
    """What the rows that the script puts under papers can do."""
    row = tools(site, address).select_one(".tools")
    assert row is not None
    return [str(button["data-do"]) for button in row.find_all("button")]


def test_every_language_has_a_reading_list(built: Build) -> None:
    site = built()
    for home, lead in (("/", "kept in this browser"), ("/zh/", "只存在这个浏览器里")):
        page = site.main(f"{home}reading-list/")
        assert lead in words(page)
        footer = site.soup(home).select_one("footer.bottom")
        assert footer is not None
        assert f"{home}reading-list/" in site.links(footer, home)


def test_its_two_languages_lead_to_each_other(built: Build) -> None:
    soup = built().soup("/zh/reading-list/")
    found = {str(one["hreflang"]): one["href"] for one in soup.select("link[hreflang]")}
    assert found["en"] == found["x-default"] == "https://example.org/papers/reading-list/"
    assert found["zh"] == "https://example.org/papers/zh/reading-list/"


def test_a_site_without_papers_has_none(built: Build) -> None:
    site = built(files=NO_PAPER)
    assert not site.has("/reading-list/")
    assert "Reading list" not in site.text("/")


def test_it_can_be_left_out_with_all_that_leads_to_it(built: Build) -> None:
    site = built("\n[pages]\nreading_list = false\n")
    assert not site.has("/reading-list/")
    assert not site.has("/zh/reading-list/")
    assert [page for page in site.pages if "reading-list/" in site.text(page)] == []
    assert tasks(site, LISTED) == ["share", "bib", "ris", "text"]


def test_without_citation_files_none_are_offered(built: Build) -> None:
    site = built("\n[pages]\ncitations = false\n")
    assert tasks(site, LISTED) == tasks(site, "/papers/xlnet/") == ["save", "share"]
    assert tasks(site, "/reading-list/") == ["save", "share"]
    assert "BibTeX" not in site.text("/reading-list/")


def test_entries_and_papers_say_which_paper_they_are(built: Build) -> None:
    site = built()
    for address in (LISTED, "/papers/xlnet/"):
        named = [str(one["data-paper"]) for one in site.soup(address).select("[data-paper]")]
        assert "/papers/xlnet/" in named
        assert all(site.has(one) for one in named)


def test_nothing_shows_of_what_only_the_script_can_do(own_site: Built) -> None:
    for address in own_site.proper_pages:
        soup = BeautifulSoup(own_site.text(address), "html.parser")
        for unseen in soup.select("template, [hidden]"):
            unseen.decompose()
        assert soup.find_all(["button", "dialog"]) == [], address


def test_the_script_is_deferred_and_changes_its_address_with_its_bytes(own_site: Built) -> None:
    script = own_site.soup("/").select_one("script[src*='roundup.js']")
    assert script is not None
    assert script.has_attr("defer")
    assert "?v=" in str(script["src"])


def test_a_theme_drops_script_and_tools_by_emptying_their_blocks(built: Build) -> None:
    base = '{% extends "theme/base.html" %}{% block scripts %}{% endblock %}'
    files = {"templates/base.html": base + "{% block tools %}{% endblock %}"}
    site = built(files={**{name: str(text) for name, text in ROUNDUP.items()}, **files})
    assert "roundup.js" not in site.text(LISTED)
    assert "<template" not in site.text(LISTED)
