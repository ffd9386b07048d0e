"""COinS, read as Zotero reads them."""

from html import escape
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.works import GPT_3, TSNE, XLNET, YOLOV4, cited, people, work
from pages.zotero import Creator, Item, context_object, offered
from roundup.identifiers import Identifier
from roundup.model import Person, Venue
from roundup.pages.metadata.coins import MOST_AUTHORS, coins


def test_a_page_of_several_offers_each() -> None:
    texts = [coins(cited("x", one)) for one in (XLNET, TSNE, YOLOV4)]
    html = "".join(f'<span class="Z3988" title="{escape(text)}" hidden></span>' for text in texts)
    assert [(one["itemType"], one["title"]) for one in offered(html)] == [
        ("conferencePaper", XLNET.title),
        ("journalArticle", TSNE.title),
        ("preprint", YOLOV4.title),
    ]


def test_a_paper_of_a_conference_stands_in_its_proceedings() -> None:
    item = context_object(coins(cited("xlnet", XLNET)))
    assert item["publicationTitle"] == "NeurIPS"
    assert item["date"] == "2019"
    assert item["url"] == "https://arxiv.org/abs/1906.08237"
    assert item["creators"][0] == Creator("Yang", "Zhilin")


def test_an_article_has_its_volume_and_pages() -> None:
    item = context_object(coins(cited("tsne", TSNE)))
    assert item["publicationTitle"] == "Journal of Machine Learning Research"
    assert (item["volume"], item["issue"], item["pages"]) == ("9", "86", "2579-2605")
    assert item["creators"] == [Creator("van der Maaten", "Laurens"), Creator("Hinton", "Geoffrey")]


def test_a_preprint_lies_in_arxiv() -> None:
    item = context_object(coins(cited("yolov4", YOLOV4)))
    assert (item["publisher"], item["date"]) == ("arXiv", "2020-04-23")
    assert item["creators"][2] == Creator("Liao", "Hong-Yuan Mark")


@pytest.mark.parametrize(
    ("kind", "item_type"),
    [
        ("thesis", "thesis"),
        ("report", "report"),
        ("book", "book"),
        ("chapter", "bookSection"),
        ("dataset", "dataset"),
        ("software", "computerProgram"),
        ("speech", "document"),
    ],
)
def test_works_of_other_kinds_are_what_they_are(kind: str, item_type: str) -> None:
    item = context_object(coins(work(type=kind, title="A Title", venue=Venue("Yale University"))))
    assert (item["itemType"], item["title"]) == (item_type, "A Title")
    assert "Yale University" in (item.get("publisher"), item.get("publicationTitle"))


def test_identifiers_are_addresses_of_the_work() -> None:
    both = (("doi", "10.1109/cvpr42600.2020.00821"), ("isbn", "9780262035613"))
    item = context_object(coins(work(title="T", identifiers=both, url="https://a.org/?x=1&y=2")))
    assert item["DOI"] == "10.1109/cvpr42600.2020.00821"
    assert item["ISBN"] == "9780262035613"
    assert item["url"] == "https://a.org/?x=1&y=2"


def test_a_name_of_several_words_without_parts_stays_whole() -> None:
    crowd = Person("Google Brain Team", "", "Google Brain Team")
    item = context_object(coins(work(title="T", authors=(crowd, *people("何恺明")))))
    assert item["creators"] == [Creator("Google Brain Team"), Creator("何恺明")]


def test_two_thousand_authors_are_fifty() -> None:
    many = GPT_3.authors * 70
    item = context_object(coins(work(title="T", authors=many)))
    assert len(item["creators"]) == MOST_AUTHORS == 50


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="+"), min_size=1))
def test_any_title_comes_back(title: str) -> None:
    text = coins(work(title=title, type="article-journal"))
    item: Item = context_object(text)
    assert item.get("title", "") == " ".join(title.split())
    assert text.isascii()


def test_other_readers_get_a_plus_back() -> None:
    """Zotero takes an encoded plus for a space; the standard does not."""
    pairs = dict(parse_qsl(coins(work(title="C++ & co", type="article-journal"))))
    assert pairs["rft.atitle"] == "C++ & co"


def test_an_identifier_of_another_scheme_is_left_to_its_address() -> None:
    text = coins(cited("x", XLNET))
    assert Identifier("arxiv", "1906.08237").address in text
    assert "info:arxiv" not in text
