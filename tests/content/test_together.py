"""Several people or topics written as one text are told; what one of them may be is not."""

from typing import Any

import pytest

from roundup.content.fields import EntryFields, RoundupFields
from roundup.content.together import run_together

QUOTES = 'write a list, with quotes around each "Family, Given"'


def said(value: Any, name: str = "authors") -> list[tuple[str, str]]:
    family = EntryFields if name in ("authors", "tags") else RoundupFields
    return [(one.message, one.hint) for one in run_together(family, {name: value})]


@pytest.mark.parametrize(
    ("value", "read", "hint"),
    [
        ("Li, Fei-Fei, Yann LeCun", "Fei-Fei, Yann LeCun Li", QUOTES),
        ("Xuanyi Dong, Yi Yang", "Yi Yang Xuanyi Dong", "write a list: [Xuanyi Dong, Yi Yang]"),
        ("Xuanyi Dong and Yi Yang", "Xuanyi Dong and Yi Yang", "write a list: [Xuanyi Dong, Yi Yang]"),
        ("Dong, Xuanyi; Yang, Yi", "Xuanyi; Yang, Yi Dong", 'write a list: ["Dong, Xuanyi", "Yang, Yi"]'),
        ("孙剑、何恺明", "孙剑、何恺明", "write a list: [孙剑, 何恺明]"),
    ],
)  # fmt: skip
def test_people_in_one_text_are_told(value: str, read: str, hint: str) -> None:
    assert said(value) == [(f"'authors': it is read as one person, {read!r}", hint)]


@pytest.mark.parametrize(
    "value",
    [
        "Yann LeCun",
        "LeCun, Yann",
        "van der Maaten, Laurens J. P.",
        "King, Martin Luther, Jr.",
        "Li, Fei-Fei",
        "Weights & Biases",
        "李, 飞飞",
        ["García Márquez, Gabriel José", "Xuanyi Dong"],
        [{"name": "A, B, C and D"}],
        [],
        None,
    ],
)
def test_one_person_or_a_list_of_them_is_not(value: Any) -> None:
    assert said(value) == []


def test_an_item_of_a_list_is_looked_at_too() -> None:
    [fault] = run_together(EntryFields, {"authors": ["Yi Yang", "Li, Fei-Fei, Yann LeCun"]})
    assert fault.path == ("authors", 1)


def test_every_field_of_people_is_looked_at() -> None:
    for name in ("curators", "credits", "translators"):
        assert said("Ada Lovelace, Alan Turing", name)


def test_topics_in_one_text_are_told() -> None:
    found = [("'tags': it is read as one topic, 'nlp, vision'", "write a list: [nlp, vision]")]
    assert said("nlp, vision", "tags") == found
    assert said("nlp，视觉、语音", "tags")[0][1] == "write a list: [nlp, 视觉, 语音]"
    assert said("language models", "tags") == said(["speech, audio"], "tags") == []
