"""Quotes, dashes and dots as each language prints them."""

import pytest

from prose.bodies import html


@pytest.mark.parametrize(
    ("language", "source", "expected"),
    [
        ("en", "\"a\" and 'b'", "“a” and ‘b’"),
        ("en", "don't, the '90s, dogs'", "don’t, the ’90s, dogs’"),
        ("en", '"*a*" ("b")', "“<em>a</em>” (“b”)"),
        ("en", "a -- b --- c...", "a – b — c…"),
        ("de", "\"das ist 'gut'\"", "„das ist ‚gut‘“"),
        ("fr", '"oui" !', "«\xa0oui\xa0»\u202f!"),
        ("fr", "deux : « un »", "deux\xa0: «\xa0un\xa0»"),
        ("zh", '他说"你好"了', "他说“你好”了"),
        ("zh", '"深度"和"学习"', "“深度”和“学习”"),
        ("zh", "等等...结束--好", "等等……结束——好"),
        ("zh-TW", '他說"你好"', "他說「你好」"),
        ("xx", '"a"', "“a”"),
    ],
)
def test_each_language_has_its_marks(language: str, source: str, expected: str) -> None:
    assert html(source, language=language) == f"<p>{expected}</p>"


def test_code_addresses_and_formulas_keep_straight_marks() -> None:
    source = '`"a" -- b` [x](https://example.org/a--b...c) $a\'$'
    shown = html(source)
    assert '<code>"a" -- b</code>' in shown
    assert 'href="https://example.org/a--b...c"' in shown
    assert 'alttext="a\'"' in shown


def test_it_can_be_switched_off() -> None:
    assert html('"a" -- it\'s...', smart=False) == '<p>"a" -- it\'s...</p>'


def test_a_quote_forgotten_in_one_paragraph_leaves_the_next_alone() -> None:
    assert html('他说"你\n\n他说"你好"') == "<p>他说“你</p>\n<p>他说“你好”</p>"
