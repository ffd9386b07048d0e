"""Which pages a site has and where their links lead, on tiny sites that are built whole."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from built import Built, words
from sites import ROUNDUP, SITE_TOML, build_site, make_site, messages

Files = dict[str, str]
Build = Callable[..., Built]

ARABIC = SITE_TOML + '\n[languages.ar]\nname = "العربية"\n'


def page(body: str = "Words.", **fields: object) -> str:
    rows = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\n{rows}---\n{body}\n"


LIST = page("Introduction.", title="A list")
DAIN = page("Looks at depth.", paper="dain", title="Depth-Aware Interpolation", short="DAIN")


@pytest.fixture
def built(tmp_path: Path) -> Build:
    """Builds the site of some files, which must have no errors."""

    def build(files: Files, toml: str = SITE_TOML, **options: Any) -> Built:
        site = make_site(tmp_path / "site", {f"content/{k}": v for k, v in files.items()}, toml)
        report = build_site(site, output=tmp_path / "out", fresh=True, **options)
        assert not report.failed, messages(report)
        return Built(tmp_path / "out", options.get("base_url", "https://example.org/papers/"))

    return build


def broken(site: Built) -> dict[str, list[str]]:
    found = {page: site.broken(page) for page in site.pages}
    return {page: links for page, links in found.items() if links}


def body_links(site: Built, address: str) -> list[str]:
    """Where the links in an article's words lead."""
    return [
        link for body in site.main(address).select(".words") for link in site.links(body, address)
    ]


# Links in words


def test_a_link_to_something_hidden_is_plain_text(built: Build) -> None:
    files = {
        "2019/top/index.md": LIST,
        "2019/top/dain.md": DAIN.replace("---\n", "---\ndraft: true\n", 1),
        "2019/soon/index.md": page(title="Soon", draft="true"),
        "about.md": page("[[dain|depth]], [soon](2019/soon/index.md), [it](2019/top/dain.md)."),
    }
    site = built(files)
    assert body_links(site, "/about/") == []
    assert "depth , soon , it" in words(site.main("/about/")).replace("depth,", "depth ,").replace(
        "soon,", "soon ,"
    )
    shown = built(files, drafts=True)
    assert body_links(shown, "/about/") == ["/papers/dain/", "/2019/soon/", "/2019/top/#dain"]


def test_a_wiki_link_says_the_short_name_else_the_title_else_what_it_is_told(built: Build) -> None:
    site = built(
        {
            "2019/top/index.md": LIST,
            "2019/top/dain.md": DAIN,
            "2019/top/sean.md": page(title="Semantic Normalization"),
            "about.md": page("[[dain]]; [[sean]]; [[dain|its authors]]."),
        }
    )
    links = site.main("/about/").select(".words a")
    assert [words(one) for one in links] == ["DAIN", "Semantic Normalization", "its authors"]


def test_links_to_content_files_may_begin_at_the_sites_root(built: Build) -> None:
    files = {"guides/one.md": page("[About](/about.md), [too](../about.md)."), "about.md": page()}
    assert body_links(built(files), "/guides/one/") == ["/about/", "/about/"]


def test_a_link_into_a_roundup_finds_its_headings_behind_its_entries(built: Build) -> None:
    site = built(
        {
            "2019/top/index.md": LIST + "\n<!-- papers -->\n\n## How we chose\n\nBy hand.\n",
            "2019/top/dain.md": DAIN,
            "about.md": page("[Method](2019/top/index.md#how-we-chose)."),
        }
    )
    (link,) = body_links(site, "/about/")
    assert link.startswith("/2019/top/#")
    assert broken(site) == {}


def test_words_without_a_page_of_their_own_are_led_to_by_no_link(built: Build) -> None:
    site = built(
        {
            "2018/index.md": page("A year without lists."),
            "tags/nobody-uses-it.md": page(title="Unused"),
            "authors/nobody.md": page(title="Nobody Known"),
            "about.md": page(
                "[a](2018/index.md) [b](tags/nobody-uses-it.md) [c](authors/nobody.md)"
            ),
        }
    )
    assert body_links(site, "/about/") == []


# Languages


def test_words_that_only_the_papers_page_shows_are_led_to_there(built: Build) -> None:
    """The entry is translated, its roundup is not."""
    site = built(
        {
            "2019/top/index.md": LIST,
            "2019/top/dain.md": DAIN,
            "2019/top/dain.zh.md": page("看深度。", title="深度感知"),
        }
    )
    for address in ("/2019/top/", "/papers/dain/"):
        link = site.main(address).find("a", string="深度感知")
        assert link is not None
        assert site.inside(address, str(link["href"])) == "/zh/papers/dain/"
    assert "看深度。" in words(site.main("/zh/papers/dain/"))
    assert not site.has("/zh/2019/top/")
    assert broken(site) == {}


def test_entries_without_a_language_follow_their_index(built: Build) -> None:
    site = built(
        {
            "2019/top/index.md": page(title="盘点", language="zh"),
            "2019/top/dain.md": page("看深度。", title="深度感知"),
        }
    )
    assert site.has("/zh/2019/top/")
    assert not site.has("/2019/top/")
    data = json.loads(site.text("/data/site.json"))
    assert data["papers"][0]["appearances"] == [
        {"roundup": "2019/top", "language": "zh", "rank": 1}
    ]
    assert data["papers"][0]["address"] == "/zh/papers/dain/"


def test_without_a_page_in_the_default_language_the_original_is_the_default(built: Build) -> None:
    files = {
        "2019/top/index.ar.md": page(title="قائمة"),
        "2019/top/index.zh.md": page(title="盘点"),
    }
    site = built(files, ARABIC)
    for address in ("/zh/2019/top/", "/ar/2019/top/"):
        link = site.soup(address).select_one("link[hreflang=x-default]")
        assert link is not None
        assert link["href"] == "https://example.org/papers/zh/2019/top/"


def test_a_language_without_any_article_has_a_home_page_that_leads_nowhere_wrong(
    built: Build,
) -> None:
    files = {name.removeprefix("content/"): str(text) for name, text in ROUNDUP.items()}
    site = built(files, ARABIC)
    assert site.has("/ar/")
    assert "Top 2 of 2019" in words(site.main("/ar/"))
    assert broken(site) == {}


def test_a_person_has_a_page_where_an_article_about_them_stands(built: Build) -> None:
    site = built(
        {
            "2019/top/index.md": LIST,
            "2019/top/dain.md": page(title="DAIN", authors="[Wenbo Bao]"),
            "authors/wenbo-bao.zh.md": page("视频插帧的作者。", title="Wenbo Bao"),
        }
    )
    assert "视频插帧的作者。" in words(site.main("/zh/authors/wenbo-bao/"))
    assert "/zh/authors/" in site.links(site.soup("/zh/"), "/zh/")
    assert broken(site) == {}


# Days


def test_a_roundup_waits_until_its_day(built: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"2019/top/index.md": page(title="A list", date="2020-01-07")}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1578268800")  # 6 January 2020
    assert not built(files).has("/2019/top/")
    assert "Not yet published" in words(built(files, future=True).main("/2019/top/"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1578355200")  # 7 January 2020
    site = built(files)
    assert "Not yet published" not in words(site.main("/2019/top/"))


def test_a_day_that_nobody_wrote_is_never_shown(built: Build) -> None:
    site = built({"2019/top/index.md": page(title="A list", period="2019-11")})
    times = [str(one["datetime"]) for one in site.soup("/2019/top/").select("time")]
    assert [one for one in times if len(one) == len("2019-11-30")] == []
    assert "2019-11-30" in site.text("/feed.xml"), "but feeds need one"


# What can be left out


FULL = {
    "2019/top/index.md": page(title="A list", tags="[video]", series="Winter"),
    "2019/top/dain.md": page(title="DAIN", authors="[Wenbo Bao, Chao Ma]", tags="[video]"),
    "2019/top/sean.md": page(title="Normalization", authors="[Chao Ma]"),
    "tags/video.md": page(title="Video"),
    "about.md": page("[Video](tags/video.md)", title="About"),
}


@pytest.mark.parametrize(
    ("setting", "gone"),
    [
        ("tags", ["/tags/", "/tags/video/"]),
        ("authors", ["/authors/", "/authors/chao-ma/"]),
        ("feeds", ["/feed.xml", "/feed.json", "/2019/feed.xml"]),
        ("citations", ["/papers.bib", "/papers/dain.ris", "/2019/top/cite.bib"]),
        ("data", ["/data/site.json", "/data/site.schema.json"]),
    ],
)
def test_kinds_of_pages_can_be_left_out_and_nothing_leads_to_them(
    built: Build, setting: str, gone: list[str]
) -> None:
    site = built(FULL)
    assert [one for one in gone if not site.has(one)] == []
    assert broken(site) == {}
    without = built(FULL, SITE_TOML + f"\n[pages]\n{setting} = false\n")
    assert [one for one in gone if without.has(one)] == []
    assert broken(without) == {}


def test_long_lists_are_split_into_pages(built: Build) -> None:
    files = {"2019/top/index.md": LIST}
    for number in range(23):
        files[f"2019/top/p{number:02}.md"] = page(title=f"Work {number:02} {'x' * number}")
    site = built(files, SITE_TOML + "\n[pages]\npage_size = 10\n")
    pages = ["/papers/", "/papers/page/2/", "/papers/page/3/"]
    assert [len(site.main(one).select("ul.papers > li")) for one in pages] == [10, 10, 3]
    assert not site.has("/papers/page/4/")
    following = [one.get("href") for one in site.main(pages[1]).select("a[rel=prev], a[rel=next]")]
    assert [site.inside(pages[1], str(one)) for one in following] == [pages[0], pages[2]]
    assert broken(site) == {}


def test_lists_call_a_paper_what_the_readers_language_calls_it(built: Build) -> None:
    site = built(
        {
            "2019/top/index.md": LIST,
            "2019/top/dain.md": DAIN,
            "2019/top/index.zh.md": page(title="一份盘点"),
            "2019/top/dain.zh.md": page("看深度。", title="深度感知插帧"),
        }
    )
    assert words(site.main("/papers/").select("ul.papers > li > a")[0]) == (
        "Depth-Aware Interpolation"
    )
    assert words(site.main("/zh/papers/").select("ul.papers > li > a")[0]) == "深度感知插帧"
    assert site.soup("/zh/papers/dain/").select_one("title").text == "深度感知插帧 · 测试盘点"


def test_a_list_leads_to_its_papers_and_to_its_own_citation(built: Build) -> None:
    site = built({"2019/top/index.md": LIST, "2019/top/dain.md": DAIN, "2019/none/index.md": LIST})
    exports = [one["href"] for one in site.main("/2019/top/").select(".files a")]
    files = ["papers.bib", "papers.ris", "papers.json", "cite.bib"]
    assert exports == [f"/papers/2019/top/{name}" for name in files]
    exports = [one["href"] for one in site.main("/2019/none/").select(".files a")]
    assert exports == ["/papers/2019/none/cite.bib"]


def test_a_topic_without_papers_offers_no_citations_and_counts_none(built: Build) -> None:
    site = built(
        {"2019/top/index.md": page(title="A list", tags="[nlp]"), "2019/top/dain.md": DAIN}
    )
    assert site.main("/tags/nlp/").select(".files a") == []
    assert words(site.main("/tags/").select("ul.topics > li")[0]) == "Nlp"


def test_a_home_page_without_a_description_names_its_lists(built: Build) -> None:
    site = built({"2019/top/index.md": LIST})
    found = site.soup("/").select('meta[name="description"], meta[property="og:description"]')
    assert [one["content"] for one in found] == ["Test Roundups · A list"] * 2


# Old addresses and what hosts expect


def test_every_kind_of_article_can_have_old_addresses(built: Build) -> None:
    site = built(
        {
            "2019/top/index.md": page(title="A list", aliases="[/top-2019.html, /old/list]"),
            "2019/top/index.zh.md": page(title="盘点", aliases="[/cn/]"),
            "2019/top/dain.md": page(title="DAIN", paper="dain", aliases="[/depth/]"),
            "2019/top/dain.zh.md": page(title="深度", aliases="[/shendu/]"),
            "papers/dain.md": page("", title="DAIN", aliases="[/p/dain/]"),
            "about.md": page(title="About", aliases="[/us/]"),
        }
    )
    found = {one: site.redirect_of(one) for one in site.pages if site.redirect_of(one)}
    assert {one: site.inside(one, target) for one, target in found.items()} == {
        "/top-2019.html": "/2019/top/",
        "/old/list/": "/2019/top/",
        "/cn/": "/zh/2019/top/",
        "/depth/": "/2019/top/#dain",
        "/shendu/": "/zh/2019/top/#dain",
        "/p/dain/": "/papers/dain/",
        "/us/": "/about/",
    }
    assert broken(site) == {}


def test_two_sources_for_one_address_are_an_error_that_names_both(tmp_path: Path) -> None:
    files = {
        "content/about.md": page(title="About"),
        "content/us.md": page(title="Us", aliases="[/About/]"),
    }
    report = build_site(make_site(tmp_path, files))
    (message,) = messages(report)
    assert "content/about.md" in message
    assert "content/us.md" in message
    assert ": error: " in message


@pytest.mark.parametrize(
    ("base_url", "name"),
    [
        ("https://papers.example.org/", "papers.example.org\n"),
        ("https://someone.github.io/", None),
        ("https://someone.github.io/papers/", None),
    ],
)
def test_hosts_find_what_they_expect(built: Build, base_url: str, name: str | None) -> None:
    site = built({"about.md": page(title="About")}, base_url=base_url)
    assert (site.text("/CNAME") if site.has("/CNAME") else None) == name
    assert site.text("/.nojekyll") == ""
    assert f"Sitemap: {base_url}sitemap.xml" in site.text("/robots.txt")
    assert "nothing at this address" in words(site.main("/404.html"))


def test_the_citation_of_a_list_never_takes_the_day_it_is_only_ordered_by(tmp_path: Path) -> None:
    undated = "content/2019/top/index.md"
    dated = {undated: "---\ntitle: Best\nsource: {publisher: Synced, date: 2019-12-13}\n---\n"}
    site = make_site(tmp_path, {**ROUNDUP, undated: "---\ntitle: Best\n---\n"})
    build_site(site)
    assert "year" not in (site / "public/2019/top/cite.bib").read_text()
    build_site(make_site(site, {**ROUNDUP, **dated}))
    assert "year = {2019}" in (site / "public/2019/top/cite.bib").read_text()
