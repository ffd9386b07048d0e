"""What readers of translations are told: in sentences of their language, with a link to the original's place."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from bs4 import Tag

from built import Built, words
from catalog.articles import articles
from sites import ROUNDUP, SITE_TOML, build_site, make_site, messages

INDEX_ZH, XLNET_ZH = "content/2019/top/index.zh.md", "content/2019/top/xlnet.zh.md"
DAIN_ZH = "content/2019/top/dain.zh.md"
BASE = "https://example.org/papers/"
GERMAN = SITE_TOML + '\n[languages.de]\nname = "Deutsch"\n'


def site(folder: Path, files: Mapping[str, str | bytes], toml: str = SITE_TOML) -> Built:
    report = build_site(make_site(folder, {**ROUNDUP, **files}, toml))
    assert not report.failed, messages(report)
    return Built(folder / "public", BASE)


def digests(path: str, text: str, **others: str) -> str:
    """The line that records what an original says now, some sections said otherwise."""
    [original] = articles({path.removeprefix("content/"): text})
    found = {**dict(original.sections), **others}
    rows = ", ".join(f'"{name}": "{value}"' for name, value in found.items())
    return f"translated_from: {{{rows}}}\n"


def notices(built: Built, page: str, within: str = "main") -> list[str]:
    return [words(one) for one in built.soup(page).select(f"{within} [role=note]")]


def notice(built: Built, page: str, within: str = "main") -> Tag:
    [found] = built.soup(page).select(f"{within} [role=note]")
    return found


XLNET = str(ROUNDUP["content/2019/top/xlnet.md"])
INDEX = "content/2019/top/index.md"


def translated(own: str, original: str, said: str, **others: str) -> str:
    return f"---\n{own}\n{digests(original, said, **others)}---\n以任意顺序预测词语。\n"


def test_an_up_to_date_translation_says_nothing(tmp_path: Path) -> None:
    files = {
        INDEX_ZH: translated("title: 最佳", INDEX, str(ROUNDUP[INDEX])),
        XLNET_ZH: translated("title: 预训练", "content/2019/top/xlnet.md", XLNET),
        DAIN_ZH: "---\ntitle: 插帧\n---\n着眼于深度。\n",
    }
    built = site(tmp_path, files)
    for page in ("/zh/2019/top/", "/zh/papers/xlnet/", "/2019/top/", "/papers/xlnet/"):
        assert notices(built, page) == []


def test_a_stale_entry_names_its_parts_and_leads_to_the_originals_place(tmp_path: Path) -> None:
    files = {
        INDEX_ZH: "---\ntitle: 最佳\n---\n",
        XLNET_ZH: translated("title: 预训练", "content/2019/top/xlnet.md", XLNET, body="0"),
        DAIN_ZH: "---\ntitle: 插帧\n---\n着眼于深度。\n",
    }
    built = site(tmp_path, files)
    said = "译文早于原文的最新版本。翻译之后，原文改动了正文。 阅读英语原文"
    for page, within in (("/zh/2019/top/", "#xlnet"), ("/zh/papers/xlnet/", "section.entry")):
        assert words(notice(built, page, within)) == said
        assert built.links(notice(built, page), page) == ["/2019/top/#xlnet"]
    assert notices(built, "/papers/xlnet/") == []


def test_parts_are_told_by_name_and_sections_by_their_headings(tmp_path: Path) -> None:
    original = (
        "---\npaper: deep\nrank: 3\ntitle: 深度学习\nlanguage: zh\nsummary: 概括\n---\n正文。\n\n"
        "## **结果** [[xlnet|表]] `x` {#r}\n\n好。\n"
    )
    path = "content/2019/top/deep.md"
    changed = dict.fromkeys(("title", "summary", "body"), "0")
    changed["**结果** [[xlnet|表]] `x` {#r}"] = "0"
    own = f"---\ntitle: Deep Learning\n{digests(path, original, **changed)}---\nWords.\n"
    built = site(tmp_path, {path: original, "content/2019/top/deep.en.md": own})
    found = notice(built, "/papers/deep/")
    assert words(found) == (
        "This translation is older than the original, which has since changed in its title, "
        "its summary, its words and the section “ 结果 表 x ”. Read the original in Chinese"
    )
    heading = found.span
    assert heading is not None
    assert heading["lang"] == "zh"
    link = found.a
    assert link is not None
    assert (link["hreflang"], link["href"]) == ("zh", "/papers/zh/papers/deep/")


@pytest.mark.parametrize(
    ("body", "changed", "said"),
    [
        ("Hello.\n", ("body",), "its introduction"),
        ("Hello.\n\n<!-- papers -->\n", ("body",), "its introduction"),
        ("Hello.\n\n<!-- papers -->\n\nGoodbye.\n", ("closing",), "its closing words"),
        (
            "Hello.\n\n<!-- papers: A -->\n\nOn.\n\n<!-- papers: B -->\n\nGoodbye.\n",
            ("body", "closing", "closing (2)"),
            "its introduction and its closing words",
        ),
    ],
)
def test_a_stale_roundup_says_which_of_its_words(
    tmp_path: Path, body: str, changed: tuple[str, ...], said: str
) -> None:
    toml = SITE_TOML.replace('language = "en"', 'language = "zh"').replace(
        "languages.zh", "languages.en"
    )
    index = f"---\ntitle: 最佳\n---\n{body}"
    recorded = digests(INDEX, index, **dict.fromkeys(changed, "0"))
    own = f"---\ntitle: The Best\n{recorded}---\nHello.\n"
    built = site(tmp_path, {INDEX: index, INDEX.replace(".md", ".en.md"): own}, toml)
    first = built.soup("/en/2019/top/").select_one(".intro [role=note]")
    assert first is not None
    assert f"which has since changed in {said}." in words(first)
    assert built.links(first, "/en/2019/top/") == ["/2019/top/"]


@pytest.mark.parametrize(
    ("path", "page", "original"),
    [
        ("content/about.md", "/zh/about/", "/about/"),
        ("content/index.md", "/zh/", "/"),
        ("content/2019/index.md", "/zh/2019/", "/2019/"),
        ("content/tags/video.md", "/zh/tags/video/", "/tags/video/"),
        ("content/papers/dain.md", "/zh/papers/dain/", "/papers/dain/"),
        ("content/authors/wenbo-bao.md", "/zh/authors/wenbo-bao/", "/authors/wenbo-bao/"),
    ],
)
def test_every_kind_of_page_tells_that_it_is_stale(
    tmp_path: Path, path: str, page: str, original: str
) -> None:
    title = "Depth-Aware Video Frame Interpolation" if "papers" in path else "A Title"
    text = f"---\ntitle: {title}\n---\nWords.\n"
    own = translated("title: 标题", path, text, body="0")
    toml = SITE_TOML + "[pages]\nauthors_min_papers = 1\n"
    built = site(tmp_path, {path: text, path.replace(".md", ".zh.md"): own}, toml)
    assert words(notice(built, page)).startswith("译文早于原文")
    assert built.links(notice(built, page), page) == [original]
    assert notices(built, original) == []


def test_a_partial_translation_says_how_much_is_missing(tmp_path: Path) -> None:
    files = {INDEX_ZH: "---\ntitle: 最佳\n---\n", XLNET_ZH: "---\ntitle: 预训练\n---\n词语。\n"}
    built = site(tmp_path, files)
    assert words(notice(built, "/zh/2019/top/")) == (
        "共2篇，其中1篇尚未翻译，以英语原文显示。 阅读英语原文"
    )
    assert built.links(notice(built, "/zh/2019/top/"), "/zh/2019/top/") == ["/2019/top/"]
    assert notices(built, "/2019/top/") == []
    dain = built.soup("/zh/2019/top/").find(id="dain")
    assert isinstance(dain, Tag)
    [label] = dain.select(".label")
    assert (words(label), label["lang"]) == ("English", "en")


def test_a_translated_index_alone_says_that_no_entry_is(tmp_path: Path) -> None:
    built = site(tmp_path, {INDEX_ZH: "---\ntitle: 最佳\n---\n"})
    assert words(notice(built, "/zh/2019/top/")) == "各篇尚未翻译，以英语原文显示。 阅读英语原文"


def test_the_original_needs_no_link_to_itself(tmp_path: Path) -> None:
    built = site(
        tmp_path, {"content/2019/top/deep.zh.md": "---\ntitle: 深度\nrank: 3\n---\n字。\n"}
    )
    found = notice(built, "/2019/top/")
    assert words(found) == "1 of 3 entries has not been translated yet and stands here in Chinese."
    assert found.a is None


# Interface words that a language does not have


def test_a_language_without_interface_words_is_told_and_marked(tmp_path: Path) -> None:
    files = {INDEX_ZH.replace("zh", "de"): "---\ntitle: Die Besten\n---\nGuten Tag.\n"}
    folder = make_site(tmp_path, {**ROUNDUP, **files}, GERMAN)
    said = messages(build_site(folder))
    assert (
        "site.toml: warning: no interface words for 'de': English ones are used\n"
        "  hint: add templates/words/de.toml; roundup eject words/en.toml brings the English ones"
    ) in said
    soup = Built(folder / "public", BASE).soup("/de/2019/top/")
    assert soup.html is not None
    assert soup.html["lang"] == "de"
    [skip] = soup.select(".skip")
    assert skip["lang"] == "en"
    assert {str(one.get("lang")) for one in soup.select(".menu a[href^='/papers/de/']")} == {"en"}
    [found] = soup.select("[role=note]")
    assert found["lang"] == "en"
    assert "stand here in English" in words(found)


def test_own_interface_words_are_not_marked(tmp_path: Path) -> None:
    built = site(tmp_path, {INDEX_ZH: "---\ntitle: 最佳\n---\n"})
    soup = built.soup("/zh/2019/top/")
    [skip] = soup.select(".skip")
    assert skip.get("lang") is None
    assert not any(one.get("lang") for one in soup.select(".menu:not(.languages) a, dt"))


def test_a_region_falls_back_to_its_language_without_a_word(tmp_path: Path) -> None:
    toml = SITE_TOML.replace("languages.zh", "languages.zh-Hans")
    folder = make_site(tmp_path, ROUNDUP, toml)
    assert messages(build_site(folder)) == []
    assert "论文" in Built(folder / "public", BASE).text("/zh-Hans/")


def test_plurals_follow_the_language_of_the_words(tmp_path: Path) -> None:
    """French takes the singular for none, English words do not."""
    toml = SITE_TOML.replace("languages.zh", "languages.fr")
    files = {"content/2020/none/index.fr.md": "---\ntitle: Rien\n---\nRien.\n"}
    built = site(tmp_path, files, toml)
    assert re.search(r"\b0 papers\b", words(built.main("/fr/2020/none/")))
