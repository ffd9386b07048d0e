"""Law 3: touching a file renders nothing, and each kind of edit renders exactly the pages that it must."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sites import ROUNDUP, SITE_TOML, build_site, make_site, messages

TOML = 'nav = ["about.md"]\n' + SITE_TOML
XLNET, DAIN = "content/2019/top/xlnet.md", "content/2019/top/dain.md"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="2"></svg>\n'
SITE: Mapping[str, str | bytes] = {
    **ROUNDUP,
    DAIN: str(ROUNDUP[DAIN]) + "\n![Two curves](curves.svg)\n",
    "content/2019/top/curves.svg": SVG.format(4),
    "content/2019/top/index.zh.md": '---\ntitle: "{year} 年最佳 {n} 篇"\n---\n你好。\n',
    "content/2019/top/xlnet.zh.md": "---\ntitle: 广义自回归预训练\n---\n以任意顺序预测词语。\n",
    "content/2020/best/index.md": '---\ntitle: "Best of {year}"\nseries: best\n---\nHello.\n',
    "content/2020/best/gpt-3.md": (
        "---\npaper: gpt-3\nrank: 1\ntitle: Language Models are Few-Shot Learners\n"
        'authors: [Tom B. Brown]\ndate: 2020-05-28\narxiv: "2005.14165"\n'
        "tags: [language-models]\n---\nLearns from a few examples.\n"
    ),
    "content/2020/best/xlnet.md": "---\npaper: xlnet\nrank: 2\n---\nStill read.\n",
    "content/2018/old/index.md": "---\ntitle: Top of 2018\n---\nHello.\n",
    "content/2018/old/bert.md": (
        "---\npaper: bert\nrank: 1\ntitle: 'BERT: Pre-training of Deep Bidirectional Transformers'\n"
        'authors: [Jacob Devlin]\narxiv: "1810.04805"\ntags: [reading]\n---\nMasks words.\n'
    ),
    "content/about.md": "---\ntitle: About\n---\nWords.\n",
    "static/style.css": "body {}",
}
CHINESE = {
    "/zh/",
    "/zh/2019/",
    "/zh/2019/top/",
    "/zh/papers/",
    "/zh/papers/xlnet/",
    "/zh/reading-list/",
    "/zh/search/",
    "/zh/tags/",
    "/zh/tags/language-models/",
}
PAPERS = {"/papers/bert/", "/papers/dain/", "/papers/gpt-3/", "/papers/xlnet/"}
ENGLISH = {
    "/",
    "/2018/",
    "/2018/old/",
    "/2019/",
    "/2019/top/",
    "/2020/",
    "/2020/best/",
    "/404.html",
    "/about/",
    "/papers/",
    "/reading-list/",
    "/search/",
    "/series/",
    "/series/best/",
    "/tags/",
    "/tags/language-models/",
    "/tags/reading/",
    "/tags/video/",
    *PAPERS,
}


def feeds(*folders: str) -> set[str]:
    return {folder + name for folder in folders for name in ("feed.xml", "feed.json")}


def citations(*names: str) -> set[str]:
    return {f"{name}.{ending}" for name in names for ending in ("bib", "ris", "json")}


FEEDS = feeds(
    "/",
    "/zh/",
    *("/2018/", "/2019/", "/2020/", "/zh/2019/", "/series/best/"),
    *("/tags/language-models/", "/tags/reading/", "/tags/video/", "/zh/tags/language-models/"),
)
# A year's, topic's or series' feed names the papers of its roundups; the home page's holds their words.
LIST_2019 = feeds("/2019/", "/zh/2019/", "/tags/language-models/", "/tags/video/")
LIST_2019 |= feeds("/zh/tags/language-models/", "/", "/zh/")
LIST_2020 = feeds("/", "/2020/", "/series/best/", "/tags/language-models/")
CITES_2019 = citations("/2019/papers", "/2019/top/papers", "/zh/2019/papers", "/zh/2019/top/papers")
CITES_2020 = citations("/2020/papers", "/2020/best/papers", "/series/best/papers")

Edit = Callable[[Path], object]


def change(path: str, old: str, new: str) -> Edit:
    def edit(site: Path) -> None:
        text = (site / path).read_text("utf-8")
        assert old in text
        (site / path).write_text(text.replace(old, new), "utf-8")

    return edit


def write(path: str, text: str) -> Edit:
    return lambda site: make_site(site, {path: text}, TOML)


def settings(old: str, new: str) -> Edit:
    return change("site.toml", old, new)


EDITS: dict[str, tuple[Edit, set[str]]] = {
    "a touch": (lambda site: os.utime(site / XLNET, (1, 1)), set()),
    "words of an entry, shown untranslated in Chinese too": (
        change(DAIN, "looks at order", "looks at the order"),
        {"/2019/top/", "/zh/2019/top/", "/papers/dain/"} | feeds("/", "/zh/"),
    ),
    # A paper's page shows its words in other languages beside its own.
    "words of an entry that is translated": (
        change(XLNET, "every order", "any order"),
        {"/2019/top/", "/papers/xlnet/", "/zh/papers/xlnet/"} | feeds("/"),
    ),
    "words of a translation": (
        change("content/2019/top/xlnet.zh.md", "预测", "猜测"),
        {"/zh/2019/top/", "/zh/papers/xlnet/", "/papers/xlnet/"} | feeds("/zh/"),
    ),
    "words of a roundup": (
        change("content/2019/top/index.md", "Hello.", "Hello, you."),
        {"/2019/top/"} | feeds("/"),
    ),
    "words of a year": (write("content/2019/index.md", "Words.\n"), {"/2019/"}),
    "a note on a paper": (
        write(
            "content/papers/dain.md",
            "---\ntitle: Depth-Aware Video Frame Interpolation\n---\nA note.\n",
        ),
        {"/papers/dain/"},
    ),
    "a standalone page": (change("content/about.md", "Words", "More words"), {"/about/"}),
    # A title stands where the paper is listed, cited or named, and with who names it: on XLNet's page.
    "a paper's title": (
        change(DAIN, "Video Frame", "video frame"),
        {"/", "/2019/", "/2019/top/", "/papers/", "/papers/dain/", "/papers/xlnet/", "/tags/video/"}
        | {"/search/"}
        | {"/zh/", "/zh/2019/", "/zh/2019/top/", "/zh/papers/xlnet/", "/data/site.json"}
        | {"/data/agreement.json"}
        | LIST_2019
        | CITES_2019
        | citations("/papers", "/papers/dain", "/tags/video/papers"),
    ),
    # A rank stands wherever the appearance is shown, and orders its list.
    "a rank": (
        change(XLNET, "rank: 1", "rank: 3"),
        {"/", "/2019/", "/2019/top/", "/2020/best/", "/papers/", "/papers/xlnet/"}
        | {"/tags/language-models/", "/data/site.json"}
        | {"/data/agreement.json"}
        | CHINESE - {"/zh/reading-list/", "/zh/search/", "/zh/tags/"}
        | LIST_2019
        | citations("/2019/top/papers", "/zh/2019/top/papers"),
    ),
    "an identifier": (
        change(DAIN, "1904.00830", "1904.00831"),
        {"/2019/top/", "/zh/2019/top/", "/papers/dain/", "/data/site.json"}
        | CITES_2019
        | citations("/papers", "/papers/dain", "/tags/video/papers"),
    ),
    "a tag more": (
        change(DAIN, "[video]", "[video, depth]"),
        {
            "/",
            "/2019/top/",
            "/zh/2019/top/",
            "/papers/dain/",
            "/tags/",
            "/tags/depth/",
            "/sitemap.xml",
        }
        | feeds("/tags/depth/")
        | CITES_2019
        | citations("/papers", "/papers/dain", "/tags/video/papers", "/tags/depth/papers"),
    ),
    # The list has one entry more, so every "2 of 2" of its other entries changes.
    "a new entry": (
        write(
            "content/2020/best/tas.md",
            "---\npaper: tas\nrank: 3\ntitle: Network Pruning via Transformable Architecture Search\n"
            'date: 2019-05-23\narxiv: "1905.09717"\n---\nPrunes.\n',
        ),
        {"/", "/2020/", "/2020/best/", "/series/best/", "/papers/", "/papers/tas/", "/sitemap.xml"}
        | {"/search/"}
        | {"/papers/gpt-3/", "/papers/xlnet/", "/2019/top/", "/tags/language-models/"}
        | {"/zh/", "/zh/2019/top/", "/zh/papers/", "/zh/papers/xlnet/", "/zh/tags/language-models/"}
        | {"/data/site.json"}
        | {"/data/agreement.json"}
        | LIST_2020
        | CITES_2020
        | citations("/papers", "/papers/tas"),
    ),
    "an entry deleted": (
        lambda site: (site / "content/2020/best/gpt-3.md").unlink(),
        {"/", "/2020/", "/2020/best/", "/series/best/", "/papers/", "/papers/xlnet/", "/2019/top/"}
        | {"/search/", "/tags/", "/tags/language-models/", "/sitemap.xml", "/data/site.json"}
        | {"/data/agreement.json"}
        | {"/zh/", "/zh/2019/top/", "/zh/papers/", "/zh/papers/xlnet/", "/zh/tags/language-models/"}
        | LIST_2020
        | CITES_2020
        | citations("/papers", "/tags/language-models/papers", "/zh/tags/language-models/papers"),
    ),
    # The paper gets a Chinese page, so its English one gets a language switch, and lists in Chinese lead to it.
    "a translation": (
        write("content/2019/top/dain.zh.md", "---\ntitle: 深度感知视频插帧\n---\n着眼于深度。\n"),
        {"/2019/top/", "/papers/dain/", "/tags/video/", "/data/site.json", "/sitemap.xml"}
        | {"/zh/papers/dain/", "/zh/tags/video/"}
        | CHINESE
        - {"/zh/2019/", "/zh/papers/xlnet/", "/zh/tags/language-models/"}
        - {"/zh/reading-list/"}
        | feeds("/zh/", "/zh/2019/", "/zh/tags/language-models/", "/zh/tags/video/")
        | citations("/zh/papers", "/zh/tags/video/papers"),
    ),
    "a roundup's title": (
        change("content/2020/best/index.md", "Best of", "Finest of"),
        {"/", "/2019/top/", "/2020/", "/2020/best/", "/2020/best/cite.bib", "/series/best/"}
        | {"/papers/", "/papers/gpt-3/", "/papers/xlnet/", "/tags/language-models/"}
        | {"/zh/", "/zh/2019/top/", "/zh/papers/", "/zh/papers/xlnet/", "/zh/tags/language-models/"}
        | {"/data/site.json"}
        | LIST_2020,
    ),
    "an image's bytes": (
        change("content/2019/top/curves.svg", "\n", "<!-- -->\n"),
        {"/2019/top/curves.svg"},
    ),
    "an image's size": (
        write("content/2019/top/curves.svg", SVG.format(9)),
        {"/2019/top/curves.svg", "/2019/top/", "/zh/2019/top/", "/papers/dain/"}
        | feeds("/", "/zh/"),
    ),
    "a page of the navigation renamed": (
        change("content/about.md", "title: About", "title: About us"),
        ENGLISH | CHINESE,
    ),
    "a template": (
        write("templates/paper.html", '{% extends "theme/paper.html" %}'),
        PAPERS | {"/zh/papers/xlnet/"},
    ),
    "a template that others include": (
        write("templates/parts/appearance.html", "<p>{{ page.key }}</p>"),
        PAPERS | {"/zh/papers/xlnet/"},
    ),
    "the style sheet, whose address holds its digest": (
        change("static/style.css", "body", "html"),
        ENGLISH | CHINESE | {"/style.css"},
    ),
    "another static file": (write("static/note.txt", "A note."), {"/note.txt"}),
    "a word of the Chinese interface": (
        write("templates/words/zh.toml", 'papers = "文章"\n'),
        CHINESE,
    ),
    "the site's title": (
        settings("Test Roundups", "Roundups"),
        ENGLISH
        | {"/2018/old/cite.bib", "/2019/top/cite.bib", "/2020/best/cite.bib", "/data/site.json"}
        | {address for address in FEEDS if not address.startswith("/zh/")},
    ),
    "no feeds": (
        lambda site: make_site(site, {}, TOML + "[pages]\nfeeds = false\n"),
        (ENGLISH | CHINESE) - {"/404.html"},
    ),
}


def twins(*pages: str) -> set[str]:
    return {f"{page}index.md" for page in pages}


# The plain Markdown of roundups and papers follows what they say; the guide their titles, the outline the feeds.
BOTH_2019 = twins("/2019/top/", "/zh/2019/top/")
BOTH_XLNET = twins("/papers/xlnet/", "/zh/papers/xlnet/")
PLAIN: dict[str, set[str]] = {
    "words of an entry, shown untranslated in Chinese too": BOTH_2019 | twins("/papers/dain/"),
    "words of an entry that is translated": twins("/2019/top/", "/papers/xlnet/"),
    "words of a translation": twins("/zh/2019/top/", "/zh/papers/xlnet/"),
    "words of a roundup": twins("/2019/top/"),
    "a note on a paper": twins("/papers/dain/"),
    "a paper's title": BOTH_2019 | BOTH_XLNET | twins("/papers/dain/") | {"/llms.txt"},
    "a rank": BOTH_2019 | BOTH_XLNET | twins("/2020/best/"),
    "an identifier": BOTH_2019 | twins("/papers/dain/"),
    "a tag more": BOTH_2019 | twins("/papers/dain/") | {"/feeds.opml"},
    "a new entry": BOTH_2019
    | BOTH_XLNET
    | twins("/2020/best/", "/papers/gpt-3/", "/papers/tas/")
    | {"/llms.txt"},
    "an entry deleted": BOTH_2019 | BOTH_XLNET | twins("/2020/best/") | {"/llms.txt"},
    "a translation": twins("/zh/2019/top/", "/zh/papers/dain/") | {"/feeds.opml", "/zh/llms.txt"},
    "a roundup's title": BOTH_2019
    | BOTH_XLNET
    | twins("/2020/best/", "/papers/gpt-3/")
    | {"/llms.txt"},
    "an image's size": BOTH_2019 | twins("/papers/dain/"),
    "a word of the Chinese interface": twins("/zh/2019/top/", "/zh/papers/xlnet/")
    | {"/zh/llms.txt"},
    "the site's title": {"/feeds.opml", "/llms.txt", "/zh/llms.txt"},
    "no feeds": {"/llms.txt", "/zh/llms.txt"},
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_renders_what_it_must(tmp_path: Path, name: str) -> None:
    edit, expected = EDITS[name]
    site = make_site(tmp_path, SITE, TOML)
    first = build_site(site)
    assert not first.failed, messages(first)
    edit(site)
    report = build_site(site)
    assert not report.failed, messages(report)
    assert set(report.rendered) == expected | PLAIN.get(name, set())
    assert build_site(site).rendered == ()


def test_what_is_written_is_what_was_rendered(tmp_path: Path) -> None:
    """A page is rendered because its bytes change: no view holds what its page does not show."""
    site = make_site(tmp_path, SITE, TOML)
    build_site(site)
    for name in ("a paper's title", "a rank", "a tag more", "a new entry", "a roundup's title"):
        EDITS[name][0](site)
        report = build_site(site)
        assert report.written == len(report.rendered) > 0, name


def test_files_of_deleted_articles_go(tmp_path: Path) -> None:
    site = make_site(tmp_path, SITE, TOML)
    build_site(site)
    (site / "content/2020/best/gpt-3.md").unlink()
    gone = {
        "papers/gpt-3/index.html",
        "papers/gpt-3/index.md",
        *(name[1:] for name in citations("/papers/gpt-3")),
    }
    assert set(build_site(site).removed) == gone


def test_a_file_of_the_output_that_somebody_changed_is_rendered_again(tmp_path: Path) -> None:
    site = make_site(tmp_path, SITE, TOML)
    build_site(site)
    (site / "public/about/index.html").write_text("mine")
    (site / "public/2019/feed.xml").unlink()
    report = build_site(site)
    assert set(report.rendered) == {"/about/", "/2019/feed.xml"}
    assert report.written == 2


def test_without_the_cache_all_is_rendered_and_nothing_written(tmp_path: Path) -> None:
    site = make_site(tmp_path, SITE, TOML)
    first = build_site(site)
    for path in (site / ".roundup").iterdir():
        path.unlink()
    again = build_site(site)
    assert again.rendered == first.rendered
    assert (again.written, again.removed) == (0, ())


def test_each_output_folder_is_known_by_itself(tmp_path: Path) -> None:
    """Parsed articles are shared between folders; what was written is not."""
    site = make_site(tmp_path / "site", SITE, TOML)
    first = build_site(site)
    other = build_site(site, output=tmp_path / "other", base_url="https://example.com/")
    assert (other.parsed, len(other.rendered)) == (0, len(first.rendered) + 1)  # and its CNAME
    assert build_site(site).rendered == ()


def test_why_names_what_changed(tmp_path: Path) -> None:
    site = make_site(tmp_path, SITE, TOML)
    build_site(site)
    change(XLNET, "every order", "any order")(site)
    why = build_site(site, why="/papers/xlnet/").why
    assert why == "/papers/xlnet/ was rendered: changed: appearances"
    assert "nothing it shows has changed" in build_site(site, why="/papers/xlnet/").why
    assert build_site(site, why="/nowhere/").why == "there is no page /nowhere/"
