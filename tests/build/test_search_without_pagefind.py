"""A site where Pagefind is not installed."""

from pathlib import Path

from sites import ROUNDUP, SITE_TOML, build_site, make_site, messages


def test_the_search_page_is_a_list_and_nothing_is_said(tmp_path: Path) -> None:
    report = build_site(make_site(tmp_path, ROUNDUP))
    assert messages(report) == []
    page = (tmp_path / "public/search/index.html").read_text()
    assert "/papers/papers/xlnet/" in page
    assert 'type="search"' not in page
    assert "search.js" not in page
    assert "wasm-unsafe-eval" not in page


def test_who_asks_for_search_by_name_is_told(tmp_path: Path) -> None:
    report = build_site(make_site(tmp_path, ROUNDUP, SITE_TOML + "[pages]\nsearch = true\n"))
    assert not report.failed
    assert messages(report) == [
        "site.toml:9: warning: Pagefind is not installed: the search page has a list and no search box\n"
        "  hint: pip install 'paper-roundup[search]', or leave the setting out"
    ]


def test_without_search_there_is_neither_page_nor_entry_in_the_menu(tmp_path: Path) -> None:
    build_site(make_site(tmp_path, ROUNDUP, SITE_TOML + "[pages]\nsearch = false\n"))
    assert not (tmp_path / "public/search").exists()
    assert "/search/" not in (tmp_path / "public/index.html").read_text()
