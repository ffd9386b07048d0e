"""Which part of a line a problem is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundup.problems import error
from roundup.problems.excerpt import excerpt


def pointed(row: str, message: str, hint: str = "") -> str:
    """The part of a line that is meant."""
    found = excerpt(error("a.md", 2, message, hint), f"---\n{row}\n")
    assert found is not None
    return found.text[found.start : found.end]


@pytest.mark.parametrize(
    ("row", "message", "meant"),
    [
        ("arvix: 1906.08237", "unknown field 'arvix'", "arvix"),
        ("arxiv: 2310.10000", "YAML reads 2310.10000 as the number 2310.1", "2310.10000"),
        ("title: BERT: Pre-training", "the value of 'title' needs quotes", "BERT: Pre-training"),
        ("date: 2019-02-30", "'date': expected a date, found '2019-02-30'", "2019-02-30"),
        ("date: date", "'date': expected a date, found 'date'", "date"),
        ("short: no", "'short': expected text, found the yes-or-no value 'false'", "no"),
        ("  - @home", "a value needs quotes", "@home"),
        ("tags: [a, b", "a list in brackets is not closed, or lacks a comma", ""),
        ("See [[xlmet]],", "there is no paper 'xlmet'", "xlmet"),
        ("![](b.png)", "the image b.png has no alternative text", "b.png"),
        ("bb b", "there is no paper 'b'", "b"),
        ("rank: 22", "rank 2 is also the rank of content/2019/top/dain.md", ""),
    ],
)
def test_what_the_message_names_is_pointed_at(row: str, message: str, meant: str) -> None:
    assert pointed(row, message) == meant


def test_a_hint_helps_where_the_message_names_nothing() -> None:
    assert pointed('a: "b', "a quotation mark is missing", "write 'a'") == "a"


def test_the_place_is_that_behind_the_name() -> None:
    found = excerpt(error("a.md", 1, "'date': expected a date, found 'date'"), "date: date")
    assert found is not None
    assert (found.start, found.end) == (6, 10)


def test_a_long_line_is_cut_around_what_is_meant() -> None:
    found = excerpt(
        error("a.md", 1, "there is no paper 'xlmet'"), "a " * 400 + "[[xlmet]]" + " b" * 400
    )
    assert found is not None
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    assert len(found.text) == 102
    assert found.text[found.start : found.end] == "xlmet"


@pytest.mark.parametrize(
    ("line", "text"),
    [(0, "a"), (2, "a"), (2, "a\n---\n"), (2, "a\n\n"), (1, "title: a\nb"), (9, "")],
)
def test_a_line_that_tells_nothing_is_not_shown(line: int, text: str) -> None:
    assert excerpt(error("a.md", line, "strange"), text) is None


@given(st.integers(0, 5), st.text(), st.text(), st.text())
def test_what_is_shown_is_one_line_and_the_place_lies_in_it(
    line: int, message: str, hint: str, text: str
) -> None:
    found = excerpt(error("a.md", line, message, hint), text)
    if found:
        assert 0 <= found.start <= found.end <= len(found.text) <= 102
        assert len(found.text.splitlines()) <= 1
        assert found.text.isprintable() or found.text.strip() != ""
