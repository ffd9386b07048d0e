"""Emphasis as CommonMark pairs it, and as East Asian text needs it."""

import pytest

from prose.bodies import html


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("*a*", "<em>a</em>"),
        ("_a_", "<em>a</em>"),
        ("**a**", "<strong>a</strong>"),
        ("***a***", "<em><strong>a</strong></em>"),
        ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
        ("*a **b***", "<em>a <strong>b</strong></em>"),
        ("* a*", "* a*"),
        ("snake_case_word", "snake_case_word"),
        ("a*b*c", "a<em>b</em>c"),
        ("**a", "**a"),
        ("a * b * c", "a * b * c"),
        (r"\*a\*", "*a*"),
    ],
)
def test_pairs_of_marks_become_elements(source: str, expected: str) -> None:
    assert html(f"x {source}") == f"<p>x {expected}</p>"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("**“强调”**后面", "<strong>“强调”</strong>后面"),
        ("前面**（强调）**后面", "前面<strong>（强调）</strong>后面"),
        ("这是*强调*的", "这是<em>强调</em>的"),
        ("これは**強調。**です", "これは<strong>強調。</strong>です"),
        ("이것은 **강조!**입니다", "이것은 <strong>강조!</strong>입니다"),
    ],
)
def test_marks_work_beside_east_asian_punctuation(source: str, expected: str) -> None:
    assert html(source, language="zh", smart=False) == f"<p>{expected}</p>"


def test_marks_do_not_reach_over_a_link() -> None:
    assert html("*a [b*](https://example.org/) c*") == (
        '<p><em>a <a href="https://example.org/">b*</a> c</em></p>'
    )
