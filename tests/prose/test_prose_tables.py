"""Tables: cells, alignment, a box that scrolls."""

import pytest

from prose.bodies import html
from roundup.content.prose.tables import MOST_COLUMNS, cells


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| a | b |", ["a", "b"]),
        ("a | b", ["a", "b"]),
        ("| a |", ["a"]),
        (r"| a \| b | c |", ["a | b", "c"]),
        ("| `a|b` | c |", ["`a|b`", "c"]),
        ("| [[k|t]] | c |", ["[[k|t]]", "c"]),
        ("| a | |", ["a", ""]),
        ("||", [""]),
    ],
)
def test_a_row_is_cut_at_its_bars(row: str, expected: list[str]) -> None:
    assert cells(row) == expected


def test_a_table_has_named_columns_and_sides_by_class() -> None:
    shown = html("| Model | Score |\n|:-:|--:|\n| **A** | 1 |\n| B |")
    assert shown == (
        '<div class="table" role="group" tabindex="0" aria-label="Table: Model, Score">\n'
        '<table>\n<thead>\n<tr><th scope="col" class="center">Model</th>'
        '<th scope="col" class="right">Score</th></tr>\n</thead>\n<tbody>\n'
        '<tr><td class="center"><strong>A</strong></td><td class="right">1</td></tr>\n'
        '<tr><td class="center">B</td><td class="right"></td></tr>\n</tbody>\n</table>\n</div>'
    )


def test_an_empty_cell_of_the_head_is_no_header() -> None:
    shown = html("| | Score |\n|--|--|\n| A | 1 |")
    assert '<tr><td></td><th scope="col">Score</th>' in shown


def test_its_label_is_in_the_language_of_the_page() -> None:
    assert 'aria-label="表格：模型、分数"' in html(
        "|模型|分数|\n|---|---|\n| A | 1 |", language="zh"
    )


@pytest.mark.parametrize(
    "source", ["a | b\nc | d", "| a | b |\n|---|", "|" + "a|" * 101 + "\n|" + "-|" * 101]
)
def test_what_is_no_table_stays_text(source: str) -> None:
    assert MOST_COLUMNS == 100
    assert "<table" not in html(source)
