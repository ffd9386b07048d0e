"""The plain Markdown of roundups and papers, and the guide to it."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from markdown_it import MarkdownIt

from built import Built
from pages.drawn import scope_of
from roundup.pages.markdown.guide import MOST_PAPERS, TwinRow, guide_pages
from roundup.pages.views import GuideView, NamedLink
from sites import ROUNDUP, SITE_TOML, build_site, make_site, messages

BASE = "https://example.org/papers/"
FILES = {
    **ROUNDUP,
    "content/2019/top/index.md": (
        '---\ntitle: "Top {n} of {year} *really*"\nsummary: Two to read.\ncurators: [Rubik Curator]\n'
        "source: {title: The post, url: 'https://a.org/post', date: 2019-12-16}\n---\n"
        "Hello, see [[dain]].\n\n<!-- papers -->\n\nGoodbye[^1].\n\n[^1]: A note.\n"
    ),
    "content/2019/top/index.zh.md": '---\ntitle: "{year} 年最佳 {n} 篇"\n---\n你好。\n',
    "content/2019/top/xlnet.zh.md": "---\ntitle: 广义自回归预训练\n---\n以任意顺序预测词语。\n",
    "content/2018/old/index.md": "---\ntitle: Old papers\nranked: false\n---\nHello.\n",
    "content/2018/old/xlnet.md": "---\npaper: xlnet\n---\nEarly.\n",
}
LINK = re.compile(r"\]\((\S+?)\)|<(https?://[^>]+)>")


def squeezed(tag: Tag) -> str:
    """The text of a tag without its spaces."""
    return "".join(tag.get_text().split())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = make_site(tmp_path_factory.mktemp("twins"), FILES, SITE_TOML)
    report = build_site(folder)
    assert not report.failed, messages(report)
    return Built(folder / "public", BASE)


def test_a_roundup_is_told_in_order(site: Built) -> None:
    text = site.text("/2019/top/index.md")
    assert text.startswith("# Top 2 of 2019 \\*really\\*\n\n> Two to read.\n\n")
    marks = [
        "- Picked by: Rubik Curator",
        "[The post](https://a.org/post), 2019-12-16",
        "Hello, see",
    ]
    marks += ["## 1. Generalized", "Predicts words in every order.", "## 2. Depth-Aware", "Goodbye"]
    places = [text.index(mark) for mark in marks]
    assert places == sorted(places)


def test_an_entry_says_who_where_and_when(site: Built) -> None:
    entry = site.text("/2019/top/index.md").split("## 1. ")[1].split("## 2. ")[0]
    assert "- Authors: Zhilin Yang, Zihang Dai\n" in entry
    assert "- First posted: 2019-06-19\n" in entry
    assert "[arXiv 1906.08237](https://arxiv.org/abs/1906.08237)" in entry
    assert f"[Old papers]({BASE}2018/old/#xlnet) (2018, the only paper)" in entry


def test_links_to_the_page_itself_and_notes_work_without_it(site: Built) -> None:
    text = site.text("/2019/top/index.md")
    assert f"see [Depth-Aware Video Frame Interpolation]({BASE}2019/top/#dain)." in text
    (sign,) = re.findall(r"Goodbye(\[\^[^\]]+\])\.", text)
    assert f"\n{sign}: A note.\n" in text


def test_a_paper_has_the_words_of_every_list(site: Built) -> None:
    text = site.text("/papers/xlnet/index.md")
    assert text.startswith("# Generalized Autoregressive Pretraining\n")
    assert text.index("Early.") < text.index("Predicts words in every order.")
    assert f"### [Top 2 of 2019 \\*really\\*]({BASE}2019/top/#xlnet) (2019, rank 1 of 2)" in text


def test_entries_stand_below_the_heading_of_their_section(tmp_path: Path) -> None:
    entry = str(ROUNDUP["content/2019/top/xlnet.md"]).replace("rank: 1", "rank: 1\nsection: Words")
    folder = make_site(tmp_path, {**ROUNDUP, "content/2019/top/xlnet.md": entry})
    assert not build_site(folder).failed
    found = (folder / "public/2019/top/index.md").read_text("utf-8")
    heads = [line.partition(" ")[0] for line in found.split("\n") if line.startswith("#")]
    assert heads == ["#", "##", "###", "##"]
    assert "## Words\n\n### 1. Generalized Autoregressive Pretraining" in found


def test_an_honourable_mention_elsewhere_is_told_as_one(tmp_path: Path) -> None:
    mention = "---\npaper: xlnet\nunplaced: true\n---\nEarly.\n"
    folder = make_site(tmp_path, {**FILES, "content/2018/old/xlnet.md": mention})
    assert not build_site(folder).failed
    found = (folder / "public/papers/xlnet/index.md").read_text("utf-8")
    assert f"### [Old papers]({BASE}2018/old/#xlnet) (2018, Honourable mention)" in found


def test_a_twin_speaks_its_page_s_language(site: Built) -> None:
    text = site.text("/zh/papers/xlnet/index.md")
    assert text.startswith("# 广义自回归预训练\n\n> Generalized Autoregressive Pretraining\n")
    assert "- 作者: Zhilin Yang, Zihang Dai" in text
    assert "以任意顺序预测词语。" in text


def test_pages_lead_to_their_twins(site: Built) -> None:
    for page in site.proper_pages:
        links = site.soup(page).select("link[type='text/markdown']")
        assert [str(one["href"]) for one in links] == (
            [f"/papers{page}index.md"] if re.search(r"/(?:20../\w+|papers/\w+)/$", page) else []
        )


@pytest.mark.parametrize("name", ["own_site", "ranked_site"])
def test_every_link_of_a_twin_leads_somewhere(name: str, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(name)
    twins = [*built.folder.rglob("index.md"), *built.folder.rglob("llms.txt")]
    assert len(twins) > 30
    for path in twins:
        text = path.read_text("utf-8")
        assert "\ue000" not in text
        for found in LINK.findall(text):
            address = found[0] or found[1]
            assert re.match(r"https?://|mailto:", address), (path, address)
            inside = built.inside("/", address)
            if inside is not None:
                assert built.has(inside.partition("#")[0]), (path, address)


@pytest.mark.parametrize("name", ["own_site", "ranked_site"])
def test_the_words_of_a_twin_are_those_of_its_page(
    name: str, request: pytest.FixtureRequest
) -> None:
    """Every paragraph that readers see in an entry stands in the twin."""
    built: Built = request.getfixturevalue(name)
    reader = MarkdownIt("commonmark")
    for path in built.folder.rglob("20*/*/index.md"):
        address = f"/{path.relative_to(built.folder).as_posix().removesuffix('index.md')}"
        told = squeezed(BeautifulSoup(reader.render(path.read_text("utf-8")), "html.parser"))
        paragraphs = built.soup(address).select(".entry > .words > p")
        for one in paragraphs:
            assert one.select("math, sup") or squeezed(one) in told, (address, one)


def test_the_guide_has_the_shape_that_its_convention_asks_for(site: Built) -> None:
    text = site.text("/llms.txt")
    assert text.startswith("# Test Roundups\n\n")
    heads = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert heads == ["Roundups", "Papers", "Data", "Optional"]
    rows = [line for line in text.split("\n") if line.startswith("- ")]
    assert all(re.match(r"- \[[^\n]+\]\(https://\S+\)(?:: .+)?$", line) for line in rows)
    assert f"- [Top 2 of 2019 \\*really\\*]({BASE}2019/top/index.md): Two to read." in rows
    others = [line for line in rows if "llms.txt" in line]
    assert others == [f"- [测试盘点]({BASE}zh/llms.txt): zh"]


def test_papers_of_several_lists_come_first(site: Built) -> None:
    papers = site.text("/llms.txt").split("## Papers\n\n")[1].split("\n\n")[0].split("\n")
    assert [line.partition("](")[0] for line in papers] == [
        "- [Generalized Autoregressive Pretraining",
        "- [Depth-Aware Video Frame Interpolation",
    ]
    assert papers[0].endswith("2019, 2 roundups")


def test_of_very_many_papers_the_guide_names_the_most_picked() -> None:
    rows = [
        TwinRow("en", NamedLink(text=str(n), address=f"/papers/{n}/index.md"), 1 + (n == 700))
        for n in range(MOST_PAPERS + 300)
    ]
    (page,) = guide_pages([scope_of({})], rows)
    view = page.view
    assert isinstance(view, GuideView)
    papers = view.sections[0]
    assert len(papers.links) == MOST_PAPERS == 500
    assert papers.links[0].text == "700"
    assert "500" in papers.note


def test_a_site_can_do_without(tmp_path: Path) -> None:
    folder = make_site(tmp_path, FILES, SITE_TOML + "[pages]\nmarkdown = false\n")
    report = build_site(folder)
    built = Built(folder / "public", BASE)
    assert not [*built.folder.rglob("*.md"), *built.folder.rglob("llms.txt")]
    assert not built.soup("/2019/top/").select("link[type='text/markdown']")
    assert not report.failed


def test_twins_are_no_pages_of_the_sitemap(site: Built) -> None:
    assert ".md" not in site.text("/sitemap.xml")
