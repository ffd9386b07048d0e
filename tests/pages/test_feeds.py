"""Feeds, read back with an XML and a JSON parser."""

import json
import re
from typing import Any
from xml.etree import ElementTree

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from pages.works import HERE, SITE
from roundup.pages.feeds import atom, json_feed
from roundup.pages.views import Body, FeedEntry, FeedPart, FeedView

ATOM = {"a": "http://www.w3.org/2005/Atom"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
MATH = '<math display="inline"><mi>x</mi><mo>&lt;</mo><mn>1</mn></math>'


def words(html: str) -> Any:
    """A body as writers get it: finished HTML in the place of the body."""
    return (Markup(html),)


ENTRY = FeedEntry(
    title="Top 5 papers of 2019 <& more>",
    address="/2019/rubiks-code-top-5/",
    language="zh",
    updated="2020-02-01",
    published="2020-01",
    summary="A year of language models.",
    authors=("Yuan Yuan", "李开复"),
    topics=("nlp", "R&D"),
    parts=(
        FeedPart(body=words(f"<p>Before {MATH}</p>")),
        FeedPart(
            heading='XLNet & "more"',
            address="/2019/rubiks-code-top-5/#xlnet",
            detail="Zhilin Yang · NeurIPS · 2019",
            summary="Words in every order.",
            body=words("<p>Body.</p>"),
        ),
    ),
)
FEED = FeedView(
    title="Paper Roundups",
    description="Lists of papers",
    language="en",
    address="/feed.xml",
    home="/",
    author="Someone",
    updated="2020-02-01",
    entries=(ENTRY,),
)
CONTENT = (
    f"<p>Before {MATH}</p>\n"
    f'<h2><a href="{HERE}/2019/rubiks-code-top-5/#xlnet">XLNet &amp; "more"</a></h2>\n'
    "<p>Zhilin Yang · NeurIPS · 2019</p>\n"
    "<p>Words in every order.</p>\n"
    "<p>Body.</p>"
)


def parsed(view: FeedView) -> ElementTree.Element:
    return ElementTree.fromstring(atom(view, SITE).encode())


def links(element: ElementTree.Element) -> dict[str | None, str | None]:
    return {one.get("rel"): one.get("href") for one in element.findall("a:link", ATOM)}


def texts(element: ElementTree.Element, *names: str) -> list[str | None]:
    return [element.findtext(f"a:{name}", None, ATOM) for name in names]


def test_the_feed_says_what_rfc_4287_demands() -> None:
    feed = parsed(FEED)
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    assert feed.get(LANG) == "en"
    assert texts(feed, "id", "title", "updated") == [
        f"{HERE}/feed.xml",
        "Paper Roundups",
        "2020-02-01T00:00:00Z",
    ]
    assert links(feed) == {"self": f"{HERE}/feed.xml", "alternate": f"{HERE}/"}
    assert feed.findtext("a:author/a:name", None, ATOM) == "Someone"
    assert texts(feed, "subtitle") == ["Lists of papers"]


def test_an_entry_has_its_own_language_authors_days_and_topics() -> None:
    entry = parsed(FEED).find("a:entry", ATOM)
    assert entry is not None
    assert entry.get(LANG) == "zh"
    assert texts(entry, "id", "title", "updated", "published", "summary") == [
        f"{HERE}/2019/rubiks-code-top-5/",
        "Top 5 papers of 2019 <& more>",
        "2020-02-01T00:00:00Z",
        "2020-01-01T00:00:00Z",
        "A year of language models.",
    ]
    assert links(entry) == {"alternate": f"{HERE}/2019/rubiks-code-top-5/"}
    assert [one.findtext("a:name", None, ATOM) for one in entry.findall("a:author", ATOM)] == [
        "Yuan Yuan",
        "李开复",
    ]
    assert [one.get("term") for one in entry.findall("a:category", ATOM)] == ["nlp", "R&D"]


def test_the_content_is_escaped_html_with_whole_addresses_and_mathml() -> None:
    content = parsed(FEED).find("a:entry/a:content", ATOM)
    assert content is not None
    assert content.get("type") == "html"
    assert len(content) == 0
    assert content.text == CONTENT


def test_control_characters_never_reach_the_feed() -> None:
    part = FeedPart(heading="a\x00b", body=words("c\x0bd"))
    view = msgspec.structs.replace(
        FEED, entries=(msgspec.structs.replace(ENTRY, title="e\x08f", parts=(part,)),)
    )
    assert texts(parsed(view), "entry/a:title", "entry/a:content") == ["ef", "<h2>ab</h2>\ncd"]
    [item] = json.loads(json_feed(view, SITE))["items"]
    assert item["content_html"] == "<h2>ab</h2>\ncd"


@pytest.mark.parametrize(
    ("feed_author", "site_author", "expected"),
    [("A", "B", "A"), ("", "B", "B"), ("", "", "Paper Roundups")],
)
def test_a_feed_always_has_an_author(feed_author: str, site_author: str, expected: str) -> None:
    view = msgspec.structs.replace(FEED, author=feed_author)
    site = msgspec.structs.replace(SITE, author=site_author)
    feed = ElementTree.fromstring(atom(view, site))
    assert feed.findtext("a:author/a:name", None, ATOM) == expected
    assert json.loads(json_feed(view, site))["authors"] == [{"name": expected}]


def test_a_feed_without_a_day_has_its_newest_entrys_or_the_first_of_all_days() -> None:
    older = msgspec.structs.replace(ENTRY, updated="2019-12-31")
    view = msgspec.structs.replace(FEED, updated="", entries=(older, ENTRY))
    assert texts(parsed(view), "updated") == ["2020-02-01T00:00:00Z"]
    empty = msgspec.structs.replace(view, entries=())
    assert texts(parsed(empty), "updated") == ["1970-01-01T00:00:00Z"]


def test_json_feed_says_the_same() -> None:
    feed = json.loads(json_feed(msgspec.structs.replace(FEED, address="/feed.json"), SITE))
    [item] = feed.pop("items")
    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Paper Roundups",
        "description": "Lists of papers",
        "language": "en",
        "home_page_url": f"{HERE}/",
        "feed_url": f"{HERE}/feed.json",
        "authors": [{"name": "Someone"}],
    }
    assert item == {
        "id": f"{HERE}/2019/rubiks-code-top-5/",
        "url": f"{HERE}/2019/rubiks-code-top-5/",
        "title": "Top 5 papers of 2019 <& more>",
        "language": "zh",
        "date_published": "2020-01-01T00:00:00Z",
        "date_modified": "2020-02-01T00:00:00Z",
        "authors": [{"name": "Yuan Yuan"}, {"name": "李开复"}],
        "tags": ["nlp", "R&D"],
        "summary": "A year of language models.",
        "content_html": CONTENT,
    }


def test_an_entry_without_words_still_has_content_and_no_empty_fields() -> None:
    bare = msgspec.structs.replace(ENTRY, published="", summary="", authors=(), topics=(), parts=())
    view = msgspec.structs.replace(FEED, description="", entries=(bare,))
    entry = parsed(view).find("a:entry", ATOM)
    assert entry is not None
    assert [one.tag.partition("}")[2] for one in entry] == [
        "id",
        "title",
        "updated",
        "link",
        "content",
    ]
    [item] = json.loads(json_feed(view, SITE))["items"]
    assert item["content_html"] == ""
    assert not {"tags", "authors", "summary", "date_published"} & item.keys()


def test_a_body_prints_as_what_took_its_place() -> None:
    part = FeedPart(body=words("<p>a</p>") + words("<p>b</p>"))
    assert not any(isinstance(one, Body) for one in part.body)
    view = msgspec.structs.replace(FEED, entries=(msgspec.structs.replace(ENTRY, parts=(part,)),))
    [item] = json.loads(json_feed(view, SITE))["items"]
    assert item["content_html"] == "<p>a</p>\n<p>b</p>"


@given(st.text(), st.text(), st.text(), st.dates())
def test_any_text_gives_well_formed_feeds(title: str, name: str, html: str, day: Any) -> None:
    part = FeedPart(heading=title, address="/a/", detail=name, summary=title, body=words(html))
    entry = msgspec.structs.replace(
        ENTRY,
        title=title,
        summary=name,
        authors=(name,),
        topics=(title,),
        updated=day.isoformat(),
        parts=(part,),
    )
    view = msgspec.structs.replace(FEED, title=title, description=name, entries=(entry,))
    feed = parsed(view)
    moments = feed.findall(".//a:updated", ATOM) + feed.findall(".//a:published", ATOM)
    assert all(RFC_3339.fullmatch(one.text or "") for one in moments)
    content = feed.findtext("a:entry/a:content", "", ATOM)
    [item] = json.loads(json_feed(view, SITE))["items"]
    assert content == item["content_html"].replace("\r\n", "\n").replace("\r", "\n")
