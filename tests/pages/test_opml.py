"""The outline of all feeds, read back."""

from pathlib import Path
from xml.etree import ElementTree

from built import Built
from pages.works import SITE
from roundup.pages.opml import opml
from roundup.pages.views import NamedLink, OutlinesView, OutlineView
from sites import ROUNDUP, SITE_TOML, build_site, contents, make_site

ENGLISH = OutlineView(
    title="Paper Roundups",
    language="en",
    feeds=(
        NamedLink(text="Paper Roundups", address="/feed.xml", detail="/"),
        NamedLink(
            text="C++ & <more>", address="/tags/c-plus-plus/feed.xml", detail="/tags/c-plus-plus/"
        ),
    ),
)
CHINESE = OutlineView(
    title="论文盘点",
    language="zh",
    feeds=(NamedLink(text="论文盘点", address="/zh/feed.xml", detail="/zh/"),),
)


def outline(*groups: OutlineView) -> ElementTree.Element:
    text = opml(OutlinesView(title="Paper Roundups", owner="A. Publisher", groups=groups), SITE)
    return ElementTree.fromstring(text.encode())


def test_it_is_an_outline_of_version_2_with_a_title_and_an_owner() -> None:
    root = outline(ENGLISH)
    assert (root.tag, root.get("version")) == ("opml", "2.0")
    assert root.findtext("head/title") == "Paper Roundups"
    assert root.findtext("head/ownerName") == "A. Publisher"


def test_every_feed_has_its_address_and_its_page_in_full() -> None:
    first, second = outline(ENGLISH).findall("body/outline")
    assert (first.get("type"), first.get("text")) == ("rss", "Paper Roundups")
    assert second.get("text") == second.get("title") == "C++ & <more>"
    assert second.get("xmlUrl") == "https://someone.github.io/papers/tags/c-plus-plus/feed.xml"
    assert second.get("htmlUrl") == "https://someone.github.io/papers/tags/c-plus-plus/"


def test_several_languages_have_a_branch_each() -> None:
    branches = outline(ENGLISH, CHINESE).findall("body/outline")
    assert [branch.get("text") for branch in branches] == ["Paper Roundups", "论文盘点"]
    assert [len(branch.findall("outline")) for branch in branches] == [2, 1]
    assert branches[1][0].get("language") == "zh"


def test_every_atom_feed_of_a_site_is_there_once_and_the_home_page_leads_to_it(
    own_site: Built,
) -> None:
    root = ElementTree.fromstring(own_site.file("/feeds.opml").read_bytes())
    named = [
        own_site.inside("/", str(one.get("xmlUrl")))
        for one in root.iter("outline")
        if one.get("xmlUrl")
    ]
    feeds = [
        "/" + path.relative_to(own_site.folder).as_posix()
        for path in own_site.folder.rglob("feed.xml")
    ]
    assert sorted(map(str, named)) == sorted(feeds)
    assert own_site.soup("/").select_one("link[type='text/x-opml'][href$='/feeds.opml']")


def test_a_site_without_feeds_names_no_list_of_them(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP, SITE_TOML + "\n[pages]\nfeeds = false\n")
    assert not build_site(site).failed
    made = contents(site / "public")
    assert "feeds.opml" not in made
    assert b"opml" not in made["index.html"]
