"""Drafts and roundups of the future are marked where a build is asked to show them, and in pages alone."""

from pathlib import Path

from sites import ROUNDUP, build_site, contents, make_site

FILES = {
    **ROUNDUP,
    "content/2020/draft/index.md": "---\ntitle: In the works\ndraft: true\n---\n",
    "content/2020/draft/xlnet.md": "---\npaper: xlnet\n---\nWords.\n",
    "content/2020/later/index.md": "---\ntitle: Later on\ndate: 2999-01-01\n---\n",
    "content/notes.md": "---\ntitle: Notes\ndraft: true\n---\nWords.\n",
}
MARKS = (b">Draft<", b">Not yet published<")


def marked(folder: Path) -> set[str]:
    return {name for name, data in contents(folder).items() if any(mark in data for mark in MARKS)}


def test_they_are_marked_on_their_pages_and_where_others_list_them(tmp_path: Path) -> None:
    site = make_site(tmp_path, FILES)
    assert not build_site(site, drafts=True, future=True).failed
    pages = ("", "2020/", "2020/draft/", "2020/later/", "notes/", "papers/xlnet/")
    assert marked(site / "public") >= {f"{page}index.html" for page in pages}
    assert all(name.endswith(".html") for name in marked(site / "public"))


def test_nothing_is_marked_in_what_is_published(tmp_path: Path) -> None:
    site = make_site(tmp_path, FILES)
    assert not build_site(site).failed
    assert marked(site / "public") == set()
