"""The search index of a site: what is in it, and when it is made."""

import os
import shutil
from pathlib import Path

import pytest

from build.indexed import INDEX, fragments, languages
from roundup.build.build import build
from roundup.build.search import index_later
from roundup.build.sources import Options
from sites import ROUNDUP, SITE_TOML, build_site, contents, make_site, messages

XLNET, DAIN = "content/2019/top/xlnet.md", "content/2019/top/dain.md"
ENTRY = f"/{INDEX}/en/pagefind-entry.json"
CHINESE = {
    "content/2019/top/index.zh.md": '---\ntitle: "{year} 年最佳 {n} 篇"\n---\n你好。\n',
    "content/2019/top/xlnet.zh.md": "---\ntitle: 广义自回归预训练\n---\n以任意顺序预测词语。\n",
}

pytestmark = pytest.mark.search


def change(site: Path, path: str, old: str, new: str) -> None:
    text = (site / path).read_text("utf-8")
    assert old in text
    (site / path).write_text(text.replace(old, new), "utf-8")


def indexed(output: Path) -> dict[str, bytes]:
    return contents(output / INDEX)


def test_papers_roundups_and_pages_are_found_where_they_stand(tmp_path: Path) -> None:
    files = {**ROUNDUP, "content/about.md": "---\ntitle: About\n---\nHow lists come about.\n"}
    assert not build_site(make_site(tmp_path, files)).failed
    pages = fragments(tmp_path / "public")
    assert set(pages) == {"/2019/top/", "/about/", "/papers/dain/", "/papers/xlnet/"}
    xlnet = pages["/papers/xlnet/"]
    assert xlnet["content"] == "Predicts words in every order."
    assert xlnet["filters"] == {"kind": ["paper"], "topic": ["Language models"], "year": ["2019"]}
    assert xlnet["meta"]["authors"] == "Zhilin Yang; Zihang Dai"
    assert xlnet["meta"]["picked"] == "Top 2 of 2019 (#1)"
    assert "1906.08237" in xlnet["meta"]["names"]
    assert pages["/papers/dain/"]["content"].endswith(
        "Looks at depth, as Generalized Autoregressive Pretraining looks at order."
    )
    assert pages["/2019/top/"]["filters"] == {"kind": ["roundup"], "year": ["2019"]}
    assert pages["/about/"]["content"] == "How lists come about."


def test_a_language_finds_its_own_words_and_all_else_by_its_facts(tmp_path: Path) -> None:
    build_site(make_site(tmp_path, {**ROUNDUP, **CHINESE}))
    assert languages(tmp_path / "public") == {"en": 3, "zh": 3}
    pages = fragments(tmp_path / "public", "zh")
    assert set(pages) == {"/zh/2019/top/", "/zh/papers/xlnet/", "/papers/dain/"}
    assert pages["/zh/papers/xlnet/"]["content"] == "以任意顺序预测词语。"
    assert pages["/zh/papers/xlnet/"]["meta"]["title"] == "广义自回归预训练"
    assert pages["/papers/dain/"]["meta"]["language"] == "en"
    assert "depth" not in pages["/papers/dain/"]["content"].split()


def test_comments_formulas_and_what_is_hidden_stay_out(tmp_path: Path) -> None:
    words = "Seen <!-- unseen --> words[^1] of $x_{hidden}$.\n\n## Part\n\nEnd.\n\n[^1]: A note.\n"
    site = make_site(tmp_path, ROUNDUP)
    change(site, XLNET, "Predicts words in every order.\n", words)
    change(site, DAIN, "rank: 2", "rank: 2\ndraft: true")
    make_site(
        site, {"content/2030/later/index.md": "---\ntitle: Later\ndate: 2999-01-01\n---\nX.\n"}
    )
    build_site(site)
    pages = fragments(tmp_path / "public")
    assert set(pages) == {"/2019/top/", "/papers/xlnet/"}
    assert pages["/papers/xlnet/"]["content"] == "Seen words of . Part. End. A note."
    every = b"".join(contents(tmp_path / "public" / INDEX).values())
    assert b"unseen" not in every


def test_drafts_that_are_shown_are_found(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)
    change(site, DAIN, "rank: 2", "rank: 2\ndraft: true")
    build_site(site, drafts=True)
    assert "/papers/dain/" in fragments(tmp_path / "public")


@pytest.mark.parametrize("tag", ["zh-Hant", "pt-BR", "ar", "xx"])
def test_every_language_has_an_index(tmp_path: Path, tag: str) -> None:
    toml = SITE_TOML.replace("languages.zh", f"languages.{tag}")
    name = f"content/2019/top/xlnet.{tag}.md"
    site = make_site(tmp_path, {**ROUNDUP, name: "---\ntitle: Other\n---\nWords.\n"}, toml)
    report = build_site(site)
    assert not report.failed, messages(report)
    assert languages(tmp_path / "public") == {"en": 3, tag.lower(): 3}
    assert f"/{tag}/papers/xlnet/" in fragments(tmp_path / "public", tag)


def test_the_index_is_the_same_with_any_threads_in_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(tmp_path / "site", {**ROUNDUP, **CHINESE})
    made = []
    for number, jobs in enumerate((1, 2, 1)):
        monkeypatch.setenv("RAYON_NUM_THREADS", str(jobs))
        output = tmp_path / f"output folder {number}"
        assert not build_site(site, output=output, fresh=True, jobs=jobs).failed
        made.append(contents(output))
    assert made[0] == made[1] == made[2]


EDITS = {
    "a touch": lambda site: os.utime(site / XLNET, (1, 1)),
    "words": lambda site: change(site, XLNET, "every order", "any order"),
    "a title": lambda site: change(site, DAIN, "Video Frame", "video frame"),
    "a paper less": lambda site: (site / DAIN).unlink(),
    "a translation less": lambda site: (site / "content/2019/top/xlnet.zh.md").unlink(),
    "a page more": lambda site: make_site(site, {"content/a.md": "---\ntitle: A\n---\nWords.\n"}),
    "a topic's title": lambda site: make_site(
        site, {"content/tags/video.md": "---\ntitle: V\n---\n"}
    ),
    "no search": lambda site: make_site(site, {}, SITE_TOML + "[pages]\nsearch = false\n"),
    "a file gone": lambda site: next((site / f"public/{INDEX}/en/fragment").iterdir()).unlink(),
    "all of it gone": lambda site: shutil.rmtree(site / f"public/{INDEX}"),
    "a file changed": lambda site: (site / f"public/{INDEX}/en/pagefind.js").write_text("no"),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_leaves_what_a_fresh_build_makes(tmp_path: Path, name: str) -> None:
    site = make_site(tmp_path / "site", {**ROUNDUP, **CHINESE})
    build_site(site)
    EDITS[name](site)  # type: ignore[no-untyped-call]  # what an edit returns is of no interest
    assert not build_site(site).failed
    build_site(site, output=tmp_path / "fresh", fresh=True)
    assert contents(site / "public") == contents(tmp_path / "fresh")
    assert build_site(site).rendered == ()


@pytest.mark.parametrize(
    ("path", "old", "new", "again"),
    [
        (XLNET, "every order", "any order", True),
        (XLNET, "authors: [Zhilin Yang", "authors: [Z. Yang", True),
        (XLNET, "rank: 1", "rank: 3", True),
        (XLNET, "tags:", "code: https://github.com/a/b\ntags:", False),
        (XLNET, "tags:", "pdf: https://example.org/a.pdf\ntags:", False),
        ("site.toml", "Test Roundups", "Other Roundups", False),
        ("site.toml", "example.org/papers", "example.com/lists", False),
    ],
)
def test_the_index_is_made_again_only_where_what_it_holds_has_changed(
    tmp_path: Path, path: str, old: str, new: str, again: bool
) -> None:
    site = make_site(tmp_path, ROUNDUP)
    build_site(site)
    change(site, path, old, new)
    report = build_site(site)
    assert not report.failed, messages(report)
    assert (ENTRY in report.rendered) == again
    assert bool(report.indexed) == again
    assert report.rendered != ()


def test_a_large_index_has_parts_and_an_edit_makes_one_of_them_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundup.pages.search.PART", 10)
    more = {f"content/2019/top/p{n}.md": f"---\ntitle: P {n}\n---\nX.\n" for n in range(20)}
    site = make_site(tmp_path / "site", {**ROUNDUP, **more})
    build_site(site, jobs=2)
    parts = sorted(path for path in (site / "public" / INDEX).glob("en*"))
    assert [path.name for path in parts] == ["en", "en.2", "en.3"]
    assert [(path / "pagefind.js").exists() for path in parts] == [True, False, False]
    pages = [len(list(path.glob("fragment/*"))) for path in parts]
    assert sum(pages) == 23
    change(site, XLNET, "every order", "any order")
    again = [one for one in build_site(site).rendered if one.startswith(f"/{INDEX}")]
    assert len(again) == 1
    build_site(site, output=tmp_path / "fresh", fresh=True)
    assert contents(site / "public") == contents(tmp_path / "fresh")


def test_many_papers_of_other_languages_are_left_to_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundup.pages.records.SHARED", 1)
    build_site(make_site(tmp_path, ROUNDUP))
    assert languages(tmp_path / "public") == {"en": 3}
    assert 'type="search"' not in (tmp_path / "public/zh/search/index.html").read_text()


def test_why_it_was_made_is_told(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)
    build_site(site)
    change(site, XLNET, "every order", "any order")
    assert build_site(site, why=ENTRY).why == f"{ENTRY} was rendered: changed: records"


def test_without_papers_and_roundups_there_is_no_index(tmp_path: Path) -> None:
    site = make_site(tmp_path, {"content/about.md": "---\ntitle: About\n---\nWords.\n"})
    assert not build_site(site).failed
    assert not (tmp_path / "public" / INDEX).exists()
    page = (tmp_path / "public/search/index.html").read_text()
    assert 'type="search"' not in page


def test_a_file_at_an_address_of_the_index_is_an_error(tmp_path: Path) -> None:
    report = build_site(make_site(tmp_path, {**ROUNDUP, f"static/{INDEX}/en/pagefind.js": "mine"}))
    assert messages(report) == [
        f"static/{INDEX}/en/pagefind.js: error: the page {ENTRY} and"
        f" static/{INDEX}/en/pagefind.js both become {INDEX}/en/pagefind.js\n"
        "  hint: rename one of them, or remove the alias"
    ]


def test_a_build_that_may_wait_leaves_the_index_as_it_is(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)
    build_site(site)
    before = indexed(site / "public")
    change(site, XLNET, "every order", "any order")
    later = build(site, Options(jobs=1), indexing=index_later)
    assert "/papers/xlnet/" in later.rendered
    assert later.indexed == 0
    assert indexed(site / "public") == before
    assert build_site(site).rendered == (ENTRY,)
    assert indexed(site / "public") != before


def test_a_first_build_that_may_wait_has_no_index(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)
    assert not build(site, Options(jobs=1), indexing=index_later).failed
    assert not (site / "public" / INDEX).exists()
    assert ENTRY in build_site(site).rendered


def test_a_program_that_fails_keeps_the_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(tmp_path, ROUNDUP)
    build_site(site)
    before = contents(site / "public")
    change(site, XLNET, "every order", "any order")
    monkeypatch.setattr("roundup.build.pagefind.program", lambda: tmp_path / "nowhere")
    report = build_site(site)
    assert messages(report) == [
        "site.toml: error: Pagefind makes no search index: No such file or directory\n"
        "  hint: leave search out with [pages] search = false"
    ]
    assert contents(site / "public") == before
