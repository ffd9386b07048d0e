"""What only planned pages can tell: links to addresses without a page, named files that stay out."""

from pathlib import Path

import pytest

from sites import ROUNDUP, build_site, make_site, messages

SCRIPTED = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script/></svg>'
TRUSTING = 'title = "T"\nbase_url = "https://example.org/"\n[security]\ntrusted_content = true\n'


def said(tmp_path: Path, about: str, **files: str) -> list[str]:
    site = make_site(tmp_path, {**ROUNDUP, "content/about.md": about, **files})
    return messages(build_site(site))


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/2019/top/",
        "/2019/top",
        "/2019/top/#xlnet",
        "/2019/top/?from=here",
        "/2019/../2019/top/",
        "/2019/%74op/",
        "/papers/xlnet.bib",
        "/feed.xml",
        "/notes.txt",
        "/style.css",
    ],
)
def test_a_link_to_a_page_or_a_published_file_is_fine(tmp_path: Path, address: str) -> None:
    files = {"static/notes.txt": "Notes."}
    assert said(tmp_path, f"[there]({address})\n", **files) == []


def test_a_link_to_nothing_is_an_error_with_the_nearest_address(tmp_path: Path) -> None:
    assert said(tmp_path, "---\ntitle: About\n---\n\nSee [it](/2019/tob/).\n") == [
        "content/about.md:5: error: the link leads to /2019/tob/, where there is no page\n"
        "  hint: did you mean /2019/top/?"
    ]


def test_links_in_raw_html_are_held_to_the_same(tmp_path: Path) -> None:
    assert len(said(tmp_path, '<a href="/2019/tob/">it</a>\n')) == 1


def test_the_base_path_is_no_part_of_an_address(tmp_path: Path) -> None:
    """The test site is published below /papers/."""
    (problem,) = said(tmp_path, "[it](/papers/2019/top/)\n")
    assert "where there is no page" in problem


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    found = said(tmp_path, "---\ntitel: x\n---\n[it](/2019/tob/)\n")
    assert [one.split(":")[1] for one in found] == ["2", "4"]


def test_a_link_to_a_hidden_page_is_plain_text_with_a_warning(tmp_path: Path) -> None:
    draft = "---\ntitle: Draft\ndraft: true\n---\n"
    files = {"content/2020/draft/index.md": draft, "content/later.md": draft}
    links = "[A draft](/2020/draft/) and [a page](/later/#there).\n"
    found = said(tmp_path, links, **files)
    assert [one.split("\n")[0] for one in found] == [
        "content/about.md:1: warning: the link leads to /2020/draft/, which is hidden, so it is plain text",
        "content/about.md:1: warning: the link leads to /later/#there, which is hidden, so it is plain text",
    ]
    page = (tmp_path / "public/about/index.html").read_text("utf-8")
    assert "A draft and a page." in page
    assert messages(build_site(tmp_path, drafts=True)) == []
    page = (tmp_path / "public/about/index.html").read_text("utf-8")
    assert '<a href="/papers/2020/draft/">A draft</a>' in page


def test_a_link_to_a_hidden_paper_is_plain_text_too(tmp_path: Path) -> None:
    hidden = "---\npaper: nas\ntitle: Auto-Keras\ndraft: true\n---\nWords.\n"
    (problem,) = said(tmp_path, "[it](/papers/nas/)\n", **{"content/2019/top/nas.md": hidden})
    assert "which is hidden, so it is plain text" in problem


def test_hidden_articles_may_link_where_they_like(tmp_path: Path) -> None:
    assert said(tmp_path, "---\ndraft: true\n---\n[it](/2019/tob/)\n") == []


def test_a_content_file_may_be_named_from_the_root(tmp_path: Path) -> None:
    assert said(tmp_path, "[it](/2019/top/index.md#xlnet)\n") == []
    page = (tmp_path / "public/about/index.html").read_text("utf-8")
    assert '<a href="/papers/2019/top/#xlnet">it</a>' in page


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("page.html", "<p>Words.</p>", "it is no image, PDF or plain data"),
        ("run.js", "alert(1)", "it is no image, PDF or plain data"),
        ("picture.svg", SCRIPTED, "it holds a script"),
    ],
)
def test_a_file_that_must_stay_out_is_an_error_where_it_is_named(
    tmp_path: Path, name: str, text: str, why: str
) -> None:
    (problem,) = said(
        tmp_path, f"---\ntitle: A\n---\n\n[it]({name})\n", **{f"content/{name}": text}
    )
    first = problem.split("\n")[0]
    assert first == f"content/about.md:5: error: content/{name} cannot be published: {why}"


def test_the_picture_of_the_front_matter_is_held_to_the_same(tmp_path: Path) -> None:
    about = "---\ntitle: A\nimage: {src: picture.svg, alt: A picture}\n---\n"
    (problem,) = said(tmp_path, about, **{"content/picture.svg": SCRIPTED})
    assert problem.startswith("content/about.md:3: error: content/picture.svg cannot be published")


def test_trusted_articles_bring_any_file(tmp_path: Path) -> None:
    files = {"content/about.md": "[it](page.html)\n", "content/page.html": "<p>Words.</p>"}
    site = make_site(tmp_path, files, TRUSTING)
    assert messages(build_site(site)) == []
    assert (site / "public/page.html").read_text() == "<p>Words.</p>"
