"""The writers by name."""

import msgspec
import pytest

from pages.drawn import WORDS
from pages.works import SITE as PLAIN
from pages.works import XLNET, cited
from roundup.pages.citations import bibtex, csl_json, ris
from roundup.pages.data import json_document
from roundup.pages.feeds import atom, json_feed
from roundup.pages.markdown.guide import guide
from roundup.pages.markdown.twins import paper_twin, roundup_twin
from roundup.pages.opml import opml
from roundup.pages.sitemap import sitemap, sitemap_index
from roundup.pages.views import (
    CitationsView,
    CreditsView,
    DataView,
    FactsView,
    FeedView,
    GuideView,
    Head,
    OutlinesView,
    PaperView,
    RoundupView,
    SitemapIndexView,
    SitemapPage,
    SitemapView,
    TextView,
    View,
)
from roundup.pages.writers import WRITERS

SITE = msgspec.structs.replace(PLAIN, words=WORDS)
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
PARTS = SitemapIndexView(base_url="https://a.org/", parts=("/sitemap-1.xml",))
OUTLINES = OutlinesView(title="Feeds", owner="", groups=())
GUIDE = GuideView(title="Papers", description="", sections=())
HEAD = Head(address="/papers/xlnet/", title="XLNet", language="en")
PAPER = PaperView(
    head=HEAD,
    key="xlnet",
    heading="",
    facts=FactsView(title=XLNET.title, short="XLNet"),
    note=(),
    appearances=(),
    mentions=(),
    citation=cited("xlnet", XLNET),
)
ROUNDUP = RoundupView(
    head=HEAD,
    title="Top 5",
    description="",
    key="2019/top",
    year=2019,
    year_address="/2019/",
    period="2019",
    ranked=False,
    countdown=False,
    size=0,
    parts=(),
    contents=(),
    credits=CreditsView(),
)
CASES: dict[str, tuple[View, str]] = {
    "atom": (FEED, atom(FEED, SITE)),
    "json-feed": (FEED, json_feed(FEED, SITE)),
    "bibtex": (CITATIONS, bibtex(CITATIONS)),
    "ris": (CITATIONS, ris(CITATIONS)),
    "csl-json": (CITATIONS, csl_json(CITATIONS)),
    "sitemap": (SITEMAP, sitemap(SITEMAP)),
    "sitemap-index": (PARTS, sitemap_index(PARTS)),
    "opml": (OUTLINES, opml(OUTLINES, SITE)),
    "guide": (GUIDE, guide(GUIDE, SITE)),
    "paper-twin": (PAPER, paper_twin(PAPER, SITE)),
    "roundup-twin": (ROUNDUP, roundup_twin(ROUNDUP, SITE)),
    "text": (TextView(text="User-agent: *\n"), "User-agent: *\n"),
    "json": (DATA, json_document(DATA)),
}


def test_the_names_are_the_ones_that_pages_use() -> None:
    assert sorted(WRITERS) == sorted(CASES)


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_name_leads_to_its_writer(name: str) -> None:
    view, expected = CASES[name]
    assert WRITERS[name](view, SITE) == expected
