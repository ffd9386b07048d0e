"""The reference for people."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.works import DAIN, GPT_3, TSNE, XLNET, YOLOV4, cited, people, work
from roundup.identifiers import Identifier
from roundup.model import Person, Venue
from roundup.pages.reference import reference


def test_a_conference_paper() -> None:
    assert reference(cited("xlnet", XLNET)) == (
        "Yang, Z., Dai, Z., Yang, Y., Carbonell, J., Salakhutdinov, R., & Le, Q. V. (2019). "
        "XLNet: Generalized Autoregressive Pretraining for Language Understanding. In NeurIPS. "
        "https://arxiv.org/abs/1906.08237"
    )


def test_a_journal_article_has_volume_issue_and_pages() -> None:
    assert reference(cited("tsne", TSNE)) == (
        "van der Maaten, L., & Hinton, G. (2008). Visualizing Data using t-SNE. Journal of Machine "
        "Learning Research, 9(86), 2579–2605. https://www.jmlr.org/papers/v9/vandermaaten08a.html"
    )


def test_a_preprint_names_its_number_and_arxiv() -> None:
    assert reference(cited("yolov4", YOLOV4)).endswith(
        "Object Detection (arXiv:2004.10934). arXiv. https://arxiv.org/abs/2004.10934"
    )


def test_of_more_than_twenty_authors_the_first_nineteen_and_the_last_are_named() -> None:
    text = reference(cited("gpt-3", GPT_3))
    assert text.startswith("Brown, T. B., Mann, B., ")
    assert ", Winter, C., … Amodei, D. (2020)." in text
    assert "Hesse" not in text


def test_twenty_authors_are_all_named() -> None:
    text = reference(work(authors=GPT_3.authors[:20]))
    assert text.startswith("Brown, T. B.")
    assert "Winter, C., & Hesse, C. (n.d.)." in text


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ming-Hsuan Yang", "Yang, M.-H."),
        ("J.-P. Serre", "Serre, J.-P."),
        ("J.R.R. Tolkien", "Tolkien, J. R. R."),
        ("Laurens van der Maaten", "van der Maaten, L."),
        ("King, Martin Luther, Jr.", "King, M. L., Jr."),
        ("李开复", "李开复"),
        ("OpenAI", "OpenAI"),
    ],
)
def test_names_are_shortened_to_initials_where_they_have_parts(name: str, expected: str) -> None:
    assert reference(work(authors=people(name))).startswith(f"{expected} (n.d.).")


def test_a_name_in_a_script_without_capitals_stays_whole() -> None:
    author = Person("李", "开复", "李开复")
    assert reference(work(authors=(author,), year=2020)) == "李开复 (2020)."


def test_without_authors_the_title_comes_first() -> None:
    assert reference(work(title="What Is Learning?", year=2020)) == "What Is Learning? (2020)."


def test_pages_and_publisher_of_proceedings() -> None:
    venue = Venue("CVPR", year=2019, pages="3703-3712", publisher="IEEE")
    text = reference(cited("dain", msgspec.structs.replace(DAIN, venue=venue)))
    assert "Interpolation. In CVPR (pp. 3703–3712). IEEE. https://" in text


def test_the_doi_goes_before_any_other_address() -> None:
    doi = Identifier("doi", "10.5555/1390681")
    text = reference(cited("tsne", msgspec.structs.replace(TSNE, identifiers=(doi,))))
    assert text.endswith(" https://doi.org/10.5555/1390681")


def test_a_retracted_work_says_so() -> None:
    assert reference(work(title="T", note="Retracted")) == "T. (n.d.). Retracted."


@given(st.text(), st.text(), st.text(), st.text())
def test_any_text_gives_one_line(title: str, family: str, first: str, venue: str) -> None:
    one = work(title=title, authors=(Person(family, first),), venue=Venue(venue), note=title)
    text = reference(one)
    assert len(text.splitlines()) == 1
    assert text == " ".join(text.split())
