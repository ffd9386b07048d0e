"""The words in a site's feeds: whole, of their own, and right for readers far from the site."""

import json
from collections import Counter
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from built import Built
from sites import ROUNDUP, SITE_TOML, build_site, make_site, messages

ATOM = "{http://www.w3.org/2005/Atom}"
NOTED = (
    "{} of $p(x \\mid y) < 1$[^1], [there](../../2018/old/index.md).\n\n[^1]: A note on [[dain]].\n"
)
FILES = {
    **{path: str(text) for path, text in ROUNDUP.items()},
    "content/2018/old/index.md": "---\ntitle: 旧论文\n---\n“引号”与[[xlnet]]。\n",
    "content/2018/old/xlnet.md": "---\npaper: xlnet\n---\n早。\n",
}
for path in ("content/2019/top/xlnet.md", "content/2019/top/dain.md"):
    FILES[path] += "\n" + NOTED.format(path[17:-3])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = make_site(tmp_path_factory.mktemp("feeds"), FILES, SITE_TOML)
    report = build_site(folder)
    assert not report.failed, messages(report)
    return Built(folder / "public", "https://example.org/papers/")


@pytest.fixture(scope="module")
def contents(site: Built) -> dict[str, BeautifulSoup]:
    """The entries of the home page's Atom feed by title, their content as readers parse it."""
    feed = ElementTree.fromstring(site.file("/feed.xml").read_bytes())
    return {
        str(one.findtext(f"{ATOM}title")): BeautifulSoup(
            str(one.findtext(f"{ATOM}content")), "html.parser"
        )
        for one in feed.iter(f"{ATOM}entry")
    }


def test_formulas_and_chinese_arrive_whole(contents: dict[str, BeautifulSoup]) -> None:
    formulas = contents["Top 2 of 2019"].find_all("math")
    assert [one["alttext"] for one in formulas] == ["p(x \\mid y) < 1"] * 2
    assert "“引号”与" in contents["旧论文"].get_text()


def test_notes_of_several_articles_do_not_meet(contents: dict[str, BeautifulSoup]) -> None:
    ids = Counter(str(one["id"]) for one in contents["Top 2 of 2019"].find_all(id=True))
    assert ids.most_common(1)[0][1] == 1
    backs = contents["Top 2 of 2019"].select("a[role=doc-backlink]")
    assert len(backs) == 2
    assert {str(one["href"]).partition("#")[2] for one in backs} <= set(ids)


def test_every_link_is_whole(contents: dict[str, BeautifulSoup]) -> None:
    links = [
        str(one["href"]) for soup in contents.values() for one in soup.find_all("a", href=True)
    ]
    assert links
    assert [one for one in links if not one.startswith("https://")] == []
    assert "https://example.org/papers/2018/old/" in links


def test_both_formats_say_the_same(site: Built, contents: dict[str, BeautifulSoup]) -> None:
    feed = json.loads(site.text("/feed.json"))
    found = {
        one["title"]: BeautifulSoup(one["content_html"], "html.parser") for one in feed["items"]
    }
    assert found == contents


def test_a_feed_says_what_it_is_of_and_whose(site: Built) -> None:
    assert json.loads(site.text("/2019/feed.json"))["title"] == "2019 · Test Roundups"
    assert json.loads(site.text("/tags/video/feed.json"))["title"] == "Video · Test Roundups"
