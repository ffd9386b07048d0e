"""Records as the documents that Pagefind reads."""

from bs4 import BeautifulSoup

from roundup.build.documents import document
from roundup.pages.views import Body, SearchRecord, Target

RECORD = SearchRecord(
    address="/papers/a/",
    language="en",
    kind="paper",
    title='"Quotes" & <tags>',
    year=2019,
    venue="NeurIPS",
    topics=("vision", "a < b"),
    authors=("Ada Lovelace", "Alan Turing"),
    picked=("Top 5 (#1)",),
    texts=("One <b> two",),
    bodies=(Body(digest="d", targets=(Target(text="XLNet"),)),),
)
BODIES = {"d": "<p>Words on \ue0000\ue001.</p>"}


def named(soup: BeautifulSoup, attribute: str) -> list[tuple[str, str]]:
    found = soup.find_all("meta", attrs={attribute: True})
    return [(str(one[attribute]), str(one["content"])) for one in found]


def test_what_results_show_is_kept_beside_the_words() -> None:
    soup = BeautifulSoup(document(RECORD, BODIES), "html.parser")
    assert named(soup, "data-pagefind-meta") == [
        ("title[content]", '"Quotes" & <tags>'),
        ("authors[content]", "Ada Lovelace; Alan Turing"),
        ("picked[content]", "Top 5 (#1)"),
    ]
    assert named(soup, "data-pagefind-filter") == [
        ("kind[content]", "paper"),
        ("year[content]", "2019"),
        ("venue[content]", "NeurIPS"),
        ("topic[content]", "vision"),
        ("topic[content]", "a < b"),
    ]


def test_words_are_the_texts_and_bodies_with_their_references_filled_in() -> None:
    soup = BeautifulSoup(document(RECORD, BODIES), "html.parser")
    assert [one.get_text() for one in soup.body.find_all("p")] == ["One <b> two", "Words on XLNet."]  # type: ignore[union-attr]  # it has a body
    assert soup.html and soup.html["lang"] == "en"  # noqa: PT018


def test_a_page_without_words_is_found_by_its_title() -> None:
    bare = SearchRecord(address="/papers/b/", language="zh", kind="paper", title="Bare")
    assert "<p>Bare</p>" in document(bare, {})


def test_links_lead_nowhere_in_the_index() -> None:
    body = Body(digest="d", targets=(Target(),))
    record = SearchRecord(address="/a/", language="en", kind="page", title="A", bodies=(body,))
    html = document(record, {"d": '<p><a href="\ue0000\ue001">Read</a> on.</p>'})
    assert "<p>Read on.</p>" in html
