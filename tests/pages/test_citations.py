"""What citations say of a paper: type, year, address, note."""

import msgspec
import pytest

from pages.works import DAIN, GPT_3, HERE, TSNE, XLNET, YOLOV4, cited
from roundup.identifiers import Identifier
from roundup.model import Facts, PartialDate, Venue


def test_it_carries_the_facts_over() -> None:
    work = cited("xlnet", XLNET)
    assert (work.key, work.title, work.authors) == ("xlnet", XLNET.title, XLNET.authors)
    assert work.identifiers == (("arxiv", "1906.08237"),)
    assert work.keywords == XLNET.tags
    assert len(cited("gpt-3", GPT_3).authors) == 31


@pytest.mark.parametrize(
    ("venue", "schemes", "expected"),
    [
        (None, ("arxiv",), "article"),
        (Venue("NeurIPS"), ("arxiv",), "paper-conference"),
        (Venue("Nature", volume="521"), ("doi",), "article-journal"),
        (Venue("ACM Transactions on Graphics (SIGGRAPH)"), (), "article-journal"),
        (Venue("JMLR"), ("jmlr",), "article-journal"),
        (Venue("ICML", volume="119"), ("pmlr",), "paper-conference"),
        (Venue("AAAI Conference on Artificial Intelligence", volume="33"), (), "paper-conference"),
        (
            Venue("Transactions of the ACL", volume="8"),
            ("acl",),
            "article-journal",
        ),
    ],
)
def test_the_type_follows_from_venue_and_identifiers(
    venue: Venue | None, schemes: tuple[str, ...], expected: str
) -> None:
    facts = Facts(venue=venue, identifiers=tuple(Identifier(one, "10.1/1") for one in schemes))
    assert cited("x", msgspec.structs.replace(facts, url="https://example.org/")).type == expected


def test_a_written_type_is_kept() -> None:
    assert cited("x", msgspec.structs.replace(XLNET, type="thesis")).type == "thesis"


def test_the_year_is_that_of_publication_then_of_the_venue_then_of_the_first_posting() -> None:
    both = msgspec.structs.replace(
        XLNET, published=PartialDate(2020, 2), venue=Venue("NeurIPS", year=2019)
    )
    assert (cited("x", both).year, cited("x", both).date) == (2020, "2020-02")
    assert (cited("x", XLNET).year, cited("x", XLNET).date) == (2019, "2019")
    assert (cited("x", YOLOV4).year, cited("x", YOLOV4).date) == (2020, "2020-04-23")
    assert (cited("x", Facts()).year, cited("x", Facts()).date) == (0, "")


def test_the_address_is_the_works_own_then_its_record_then_its_page_here() -> None:
    assert cited("tsne", TSNE).url == "https://www.jmlr.org/papers/v9/vandermaaten08a.html"
    assert cited("dain", DAIN).url == "https://arxiv.org/abs/1904.00830"
    published = (*DAIN.identifiers, Identifier("doi", "10.1109/cvpr.2019.00382"))
    with_doi = msgspec.structs.replace(DAIN, identifiers=published)
    assert cited("dain", with_doi).url == "https://doi.org/10.1109/cvpr.2019.00382"
    assert cited("dain", Facts(title="DAIN")).url == f"{HERE}/papers/dain/"


@pytest.mark.parametrize(
    ("status", "note"),
    [("withdrawn", "Withdrawn"), ("retracted", "Retracted"), ("preprint", ""), ("published", "")],
)
def test_a_note_warns_of_withdrawn_and_retracted_works_alone(status: str, note: str) -> None:
    assert cited("x", msgspec.structs.replace(XLNET, status=status)).note == note
