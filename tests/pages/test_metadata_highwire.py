"""Highwire tags, imported as Zotero imports them."""

from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.works import DAIN, GPT_3, TSNE, XLNET, YOLOV4, cited, people
from pages.zotero import Creator, imported
from roundup.identifiers import Identifier
from roundup.model import Facts, PartialDate, Person, Venue
from roundup.pages.facts import inverted
from roundup.pages.metadata.highwire import highwire
from roundup.pages.views import AuthorLink, FactsView, Head, NamedLink, PaperView

OPEN_GRAPH = (
    ("og:title", "A page"),
    ("og:type", "article"),
    ("og:site_name", "Paper Roundups"),
    ("og:url", "https://someone.github.io/papers/papers/x/"),
)


def page_of(facts: Facts, **more: Any) -> PaperView:
    """A paper's page with no words, for its facts."""
    view = FactsView(
        title=facts.title,
        short=facts.short,
        authors=tuple(
            AuthorLink(text=o.name, address="", inverted=inverted(o)) for o in facts.authors
        ),
        date=str(facts.date or ""),
        published=str(facts.published or ""),
        venue=facts.venue,
        **more,
    )
    return PaperView(
        head=Head(address="/papers/x/", title="A page", language="en"),
        key="x",
        heading="",
        facts=view,
        note=(),
        appearances=(),
        mentions=(),
        citation=cited("x", facts),
    )


def item_of(facts: Facts) -> dict[str, Any]:
    """What a reference manager makes of that page's head."""
    tags = (*OPEN_GRAPH, *highwire(page_of(facts)))
    return imported(
        "".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in tags)
    )


def facts(**given: Any) -> Facts:
    return Facts(**({"title": "A Title", "authors": people("Grace Hopper")} | given))


def test_a_paper_of_a_conference_keeps_its_proceedings_and_not_the_site() -> None:
    item = item_of(XLNET)
    assert item["itemType"] == "conferencePaper"
    assert item["title"] == XLNET.title
    assert item["publicationTitle"] == item["conferenceName"] == "NeurIPS"
    assert item["date"] == "2019"
    assert item["url"] == "https://arxiv.org/abs/1906.08237"
    assert item["pdf"] == "https://arxiv.org/pdf/1906.08237"
    assert item["creators"][5] == Creator("Le", "Quoc V.")
    assert len(item["creators"]) == 6


def test_an_article_of_a_journal_has_its_volume_and_pages() -> None:
    item = item_of(TSNE)
    assert item["itemType"] == "journalArticle"
    assert item["publicationTitle"] == "Journal of Machine Learning Research"
    assert (item["journalAbbreviation"], item["volume"], item["issue"]) == ("JMLR", "9", "86")
    assert item["pages"] == "2579-2605"
    assert item["date"] == "2008/11"
    assert item["creators"] == [Creator("van der Maaten", "Laurens"), Creator("Hinton", "Geoffrey")]


def test_a_preprint_is_one_and_lies_in_arxiv() -> None:
    item = item_of(YOLOV4)
    assert (item["itemType"], item["publisher"]) == ("preprint", "arXiv")
    assert item["date"] == "2020/04/23"
    assert item["pdf"] == YOLOV4.pdf


@pytest.mark.parametrize(
    ("kind", "venue", "item_type", "field"),
    [
        ("thesis", Venue("Yale University"), "thesis", "university"),
        ("report", Venue("Bell Labs"), "report", "institution"),
        ("chapter", Venue("The Handbook"), "bookSection", "publicationTitle"),
        ("book", Venue("MIT Press"), "book", "publisher"),
        ("dataset", Venue("Zenodo"), "dataset", "publisher"),
    ],
)
def test_works_of_other_kinds_are_what_they_are(
    kind: str, venue: Venue, item_type: str, field: str
) -> None:
    item = item_of(facts(type=kind, venue=venue))
    assert item["itemType"] == item_type
    assert item[field] == venue.name


def test_identifiers_stand_in_tags_of_their_own() -> None:
    identifiers = (
        Identifier("doi", "10.1109/cvpr42600.2020.00821"),
        Identifier("pmid", "12345678"),
        Identifier("isbn", "9780262035613"),
    )
    item = item_of(facts(identifiers=identifiers, venue=Venue("CVPR")))
    assert item["DOI"] == "10.1109/cvpr42600.2020.00821"
    assert item["pmid"] == "12345678"
    assert (item["ISBN"], item["itemType"]) == ("9780262035613", "conferencePaper")


def test_the_pdf_follows_from_an_identifier_where_none_is_named() -> None:
    assert item_of(facts(identifiers=(Identifier("acl", "P19-1001"),)))["pdf"] == (
        "https://aclanthology.org/P19-1001.pdf"
    )
    assert item_of(facts())["pdf"] is None


def test_the_day_of_the_first_version_is_told_beside_that_of_the_record() -> None:
    tags = dict(
        highwire(page_of(facts(date=PartialDate(2019, 6, 19), published=PartialDate(2020, 1))))
    )
    assert tags["citation_publication_date"] == "2020/01"
    assert tags["citation_online_date"] == "2019/06/19"
    assert "citation_online_date" not in dict(highwire(page_of(facts(date=PartialDate(2019, 6)))))


def test_every_author_has_a_tag_with_one_comma_at_most() -> None:
    king = Person("King", "Martin Luther, Jr.", "Martin Luther King, Jr.")
    tags = [
        v
        for n, v in highwire(page_of(facts(authors=(king, *GPT_3.authors))))
        if n == "citation_author"
    ]
    assert len(tags) == 32
    assert tags[0] == "King, Martin Luther Jr."
    assert max(tag.count(",") for tag in tags) == 1


def test_the_only_author_stays_one_person() -> None:
    lonely = facts(authors=people("van der Maaten, Laurens Jan"))
    assert len(item_of(lonely)["creators"]) == 1


def test_names_without_parts_stay_whole() -> None:
    chinese = item_of(facts(authors=people("何恺明", "OpenAI")))
    assert chinese["creators"] == [Creator("何恺明"), Creator("OpenAI")]


def test_topics_are_keywords_by_their_titles() -> None:
    topics = (NamedLink(text="Language models", address=""), NamedLink(text="图像", address=""))
    tags = dict(highwire(page_of(DAIN, topics=topics)))
    assert tags["citation_keywords"] == "Language models; 图像"


def test_nothing_is_told_of_a_work_without_a_title() -> None:
    assert highwire(page_of(facts(title=""))) == ()


@given(st.builds(Person.parse, st.text("ab ,.-é李", min_size=1).filter(str.strip)))
def test_a_name_comes_back_from_a_page_as_it_was(person: Person) -> None:
    """What a view keeps of an author is enough to take the name apart again."""
    back = Person.parse(inverted(person) or person.name)
    if person.name and not (person.family.count(",") or person.given.count(",")):
        assert (back.family, back.given) == (person.family, person.given)
