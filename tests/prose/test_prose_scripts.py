"""Line breaks in scripts that write no spaces, and in those that do."""

import pytest

from prose.bodies import html
from roundup.content.prose.scripts import is_east_asian, is_wide_letter, joins


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("今天\n天气", "今天天气"),
        ("今天，\nBERT", "今天，BERT"),
        ("今天\nBERT", "今天\nBERT"),
        ("**今天**\n天气", "<strong>今天</strong>天气"),
        ("`x`是\n`y`", "<code>x</code>是\n<code>y</code>"),
        ("これは\nペン", "これはペン"),
        ("한국어\n문장", "한국어\n문장"),
        ("one\ntwo", "one\ntwo"),
    ],
)
def test_a_line_break_leaves_a_space_only_where_one_is_written(source: str, expected: str) -> None:
    assert html(source, language="zh") == f"<p>{expected}</p>"


def test_the_words_of_a_link_count_not_its_address() -> None:
    assert "</a>继续" in html("[链接](https://example.org/)\n继续", language="zh")


def test_scripts_are_told_apart() -> None:
    assert all(map(is_wide_letter, "中々〇かカ豈ｶ"))
    assert not any(map(is_wide_letter, "a한，1“"))
    assert all(map(is_east_asian, "中한，"))
    assert not joins("", "中")
    assert joins("中", "“")
    assert not joins("a", "“")
