"""RIS, read back line by line."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.works import GPT_3, TSNE, XLNET, YOLOV4, cited, work
from roundup.model import Person, Venue
from roundup.pages.ris import ris
from roundup.pages.views import Citation, CitationsView

LINE = re.compile(r"([A-Z][A-Z0-9])  - (.*)")


def written(*works: Citation) -> list[tuple[str, str]]:
    """Tags and values; raises where a line is none or ends otherwise than in CRLF."""
    lines = ris(CitationsView(works=works)).split("\r\n")
    assert lines.pop() == ""
    pairs = []
    for line in filter(None, lines):
        assert len(line.splitlines()) == 1
        found = LINE.fullmatch(line)
        assert found, line
        pairs.append((found[1], found[2]))
    return pairs


def test_a_conference_paper_is_written_line_by_line() -> None:
    assert written(cited("xlnet", XLNET)) == [
        ("TY", "CONF"),
        ("ID", "xlnet"),
        ("AU", "Yang, Zhilin"),
        ("AU", "Dai, Zihang"),
        ("AU", "Yang, Yiming"),
        ("AU", "Carbonell, Jaime"),
        ("AU", "Salakhutdinov, Ruslan"),
        ("AU", "Le, Quoc V."),
        ("TI", "XLNet: Generalized Autoregressive Pretraining for Language Understanding"),
        ("T2", "NeurIPS"),
        ("PY", "2019"),
        ("DB", "arXiv"),
        ("AN", "1906.08237"),
        ("UR", "https://arxiv.org/abs/1906.08237"),
        ("KW", "language model pretraining"),
        ("KW", "transformer"),
        ("LA", "en"),
        ("ER", ""),
    ]


def test_a_journal_article_has_journal_volume_and_pages() -> None:
    fields = dict(written(cited("tsne", TSNE)))
    assert (fields["TY"], fields["T2"]) == ("JOUR", "Journal of Machine Learning Research")
    assert (fields["JO"], fields["VL"], fields["IS"]) == ("JMLR", "9", "86")
    assert (fields["SP"], fields["EP"]) == ("2579", "2605")
    assert (fields["PY"], fields["DA"]) == ("2008", "2008/11//")
    assert [value for tag, value in written(cited("tsne", TSNE)) if tag == "AU"] == [
        "van der Maaten, Laurens",
        "Hinton, Geoffrey",
    ]


def test_a_preprint_is_unpublished_with_its_day_and_pdf() -> None:
    fields = dict(written(cited("yolov4", YOLOV4)))
    assert (fields["TY"], fields["DA"]) == ("UNPB", "2020/04/23/")
    assert fields["L1"] == "https://arxiv.org/pdf/2004.10934"


@pytest.mark.parametrize(("type_", "expected"), [("post-weblog", "BLOG"), ("document", "GEN")])
def test_other_types_have_their_own_or_the_general_one(type_: str, expected: str) -> None:
    assert written(work(type=type_))[0] == ("TY", expected)


def test_every_record_ends_and_a_blank_line_parts_them() -> None:
    text = ris(CitationsView(works=(cited("gpt-3", GPT_3), cited("xlnet", XLNET))))
    assert text.count("ER  - \r\n") == 2
    assert "ER  - \r\n\r\nTY  - CONF\r\n" in text
    assert text.replace("\r\n", "").isprintable()


@given(st.text(), st.text(), st.text(), st.text())
def test_any_text_stays_on_its_line(title: str, family: str, abstract: str, venue: str) -> None:
    tags = [
        tag
        for tag, _ in written(
            work(
                title=f"T{title}",
                authors=(Person(f"F{family}", "G"),),
                abstract=f"A\r\nER  - \r\n{abstract}",
                venue=Venue(f"V{venue}"),
            )
        )
    ]
    assert tags == ["TY", "ID", "AU", "TI", "T2", "AB", "ER"]
