"""The writers by name."""

import pytest

from pages.works import SITE, XLNET, cited
from roundup.pages.citations import bibtex, csl_json, ris
from roundup.pages.data import json_document
from roundup.pages.feeds import atom, json_feed
from roundup.pages.sitemap import sitemap
from roundup.pages.views import (
    CitationsView,
    DataView,
    FeedView,
    SitemapPage,
    SitemapView,
    TextView,
    View,
)
from roundup.pages.writers import WRITERS

CITATIONS = CitationsView(works=(cited("xlnet", XLNET),))
DATA = DataView(data={"title": "x"})
SITEMAP = SitemapView(base_url="https://a.org/", pages=(SitemapPage(address="/"),))
FEED = FeedView(
    title="Feed",
    description="",
    language="en",
    address="/feed.xml",
    home="/",
    author="",
    updated="",
    entries=(),
)
CASES: dict[str, tuple[View, str]] = {
    "atom": (FEED, atom(FEED, SITE)),
    "json-feed": (FEED, json_feed(FEED, SITE)),
    "bibtex": (CITATIONS, bibtex(CITATIONS)),
    "ris": (CITATIONS, ris(CITATIONS)),
    "csl-json": (CITATIONS, csl_json(CITATIONS)),
    "sitemap": (SITEMAP, sitemap(SITEMAP)),
    "text": (TextView(text="User-agent: *\n"), "User-agent: *\n"),
    "json": (DATA, json_document(DATA)),
}


def test_the_names_are_the_ones_that_pages_use() -> None:
    assert sorted(WRITERS) == sorted(CASES)


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_name_leads_to_its_writer(name: str) -> None:
    view, expected = CASES[name]
    assert WRITERS[name](view, SITE) == expected
