"""CSL-JSON, against the shape that citation processors expect."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from pages.works import DAIN, GPT_3, TSNE, XLNET, YOLOV4, cited, people, work
from roundup.model import Person
from roundup.pages.csl import csl_json
from roundup.pages.views import Citation, CitationsView

TEXT = {"type": "string", "minLength": 1}
NAME = {
    "anyOf": [
        {"required": ["literal"], "properties": {"literal": TEXT}, "additionalProperties": False},
        {
            "required": ["family", "given"],
            "properties": {
                "family": TEXT,
                "given": TEXT,
                "suffix": TEXT,
                "non-dropping-particle": TEXT,
            },
            "additionalProperties": False,
        },
    ]
}
DATE = {
    "required": ["date-parts"],
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1,
            "items": {
                "type": "array",
                "minItems": 1,
                "maxItems": 3,
                "items": {"type": "integer"},
            },
        }
    },
    "additionalProperties": False,
}
PLAIN = (
    "id type title container-title container-title-short volume issue page publisher number archive "
    "archive_location DOI ISBN PMID URL keyword language note abstract"
)
ITEM = {
    "type": "object",
    "required": ["id", "type"],
    "properties": {
        **dict.fromkeys(PLAIN.split(), TEXT),
        "author": {"type": "array", "items": NAME},
        "issued": DATE,
    },
    "additionalProperties": False,
}
VALIDATOR = Draft202012Validator({"type": "array", "items": ITEM})


def written(*works: Citation) -> list[dict[str, Any]]:
    items = json.loads(csl_json(CitationsView(works=works)))
    VALIDATOR.validate(items)
    return list(items)


def test_a_conference_paper() -> None:
    [item] = written(cited("dain", DAIN))
    assert (item["id"], item["type"]) == ("dain", "paper-conference")
    assert item["author"][1] == {"family": "Lai", "given": "Wei-Sheng"}
    assert item["issued"] == {"date-parts": [[2019]]}
    assert (item["archive"], item["archive_location"]) == ("arXiv", "1904.00830")
    assert "publisher" not in item


def test_a_preprint_has_its_number_and_publisher_at_arxiv() -> None:
    [item] = written(cited("yolov4", YOLOV4))
    assert (item["type"], item["publisher"]) == ("article", "arXiv")
    assert item["number"] == "arXiv:2004.10934"
    assert item["issued"] == {"date-parts": [[2020, 4, 23]]}


def test_a_journal_article_and_a_particle() -> None:
    [item] = written(cited("tsne", TSNE))
    assert (item["container-title-short"], item["page"]) == ("JMLR", "2579-2605")
    assert item["author"][0] == {
        "family": "Maaten",
        "given": "Laurens",
        "non-dropping-particle": "van der",
    }


def test_names_without_parts_are_literal_and_suffixes_apart() -> None:
    [item] = written(work(authors=people("李开复", "King, Martin Luther, Jr.")))
    assert item["author"] == [
        {"literal": "李开复"},
        {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
    ]


def test_a_file_is_an_array_in_order_with_a_line_break_at_its_end() -> None:
    assert [item["id"] for item in written(cited("b", GPT_3), cited("a", XLNET))] == ["b", "a"]
    assert csl_json(CitationsView(works=())) == "[]\n"


@given(st.text(), st.text(), st.text())
def test_any_text_keeps_the_shape(title: str, family: str, first: str) -> None:
    written(work(title=title, abstract=title, authors=(Person(family, first),)))
