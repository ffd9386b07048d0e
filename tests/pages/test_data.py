"""The catalog as data, and its schema."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from roundup.pages.data import json_document, json_text, known, site_schema
from roundup.pages.views import DataView

SITE: dict[str, Any] = {
    "title": "Paper Roundups",
    "language": "en",
    "roundups": [
        {
            "key": "2019/rubiks-code-top-5",
            "year": 2019,
            "language": "zh",
            "title": "2019 年五篇论文",
            "address": "/zh/2019/rubiks-code-top-5/",
            "entries": [{"paper": "xlnet", "rank": None, "title": "XLNet"}],
        }
    ],
    "papers": [
        {
            "key": "xlnet",
            "title": "XLNet",
            "authors": ["Zhilin Yang", "Zihang Dai"],
            "identifiers": {"arxiv": "1906.08237"},
            "address": "/papers/xlnet/",
            "appearances": [
                {"roundup": "2019/rubiks-code-top-5", "language": "zh", "rank": None},
                {"roundup": "2020/best", "language": "en", "rank": 3},
            ],
        }
    ],
}


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(site_schema())


def test_the_data_of_a_site_is_valid_and_may_say_more() -> None:
    Draft202012Validator(site_schema()).validate(SITE)
    Draft202012Validator(site_schema()).validate(SITE | {"generator": "x"})


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if not isinstance(value, dict | list):
        return [path]
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return [path, *(one for name, inner in items for one in _paths(inner, (*path, name)))]


def _without(path: tuple[Any, ...]) -> dict[str, Any]:
    changed = copy.deepcopy(SITE)
    holder: Any = changed
    for step in path[:-1]:
        holder = holder[step]
    del holder[path[-1]]
    return changed


NAMED = [path for path in _paths(SITE) if path and isinstance(path[-1], str)]


@pytest.mark.parametrize("path", [path for path in NAMED if path[-1] != "arxiv"], ids=str)
def test_everything_promised_is_required(path: tuple[Any, ...]) -> None:
    with pytest.raises(ValidationError):
        Draft202012Validator(site_schema()).validate(_without(path))


@pytest.mark.parametrize(
    ("name", "value"),
    [("key", "XLNet"), ("address", "https://a.org/x/"), ("identifiers", {"arxiv": ""})],
)
def test_values_of_another_shape_are_refused(name: str, value: object) -> None:
    changed = copy.deepcopy(SITE)
    changed["papers"][0][name] = value
    with pytest.raises(ValidationError):
        Draft202012Validator(site_schema()).validate(changed)


def test_a_document_is_one_value_a_line_in_utf_8() -> None:
    assert json_document(DataView(data={"title": "论文", "language": "zh"})) == (
        '{\n "language": "zh",\n "title": "论文"\n}\n'
    )


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.text(), JSON))
def test_a_document_comes_back_and_does_not_lean_on_the_order_of_keys(data: dict[str, Any]) -> None:
    text = json_document(DataView(data=data))
    assert json.loads(text) == data
    assert json_document(DataView(data=dict(reversed(data.items())))) == text


def test_json_text_keeps_the_order_it_is_given() -> None:
    assert list(json.loads(json_text({"b": 1, "a": 2}))) == ["b", "a"]


def test_known_leaves_out_what_is_empty() -> None:
    assert known(a="", b=(), c=None, d="x", e=["y"]) == {"d": "x", "e": ["y"]}
