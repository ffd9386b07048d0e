"""Limits: clear errors beyond them, answers within them, whatever the text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prose.bodies import html, messages, rendered
from roundup.content.prose import Plain, Rules, render, resolve, split_papers
from roundup.content.prose.marks import INNER

MARKDOWN = st.text(alphabet="ab 1.\n\n\n*_`[](){}<>!#|:-=\"'$\\&;/^~+中，é\t", max_size=80)
PIECES = st.lists(
    st.sampled_from(
        [
            "a",
            "\n",
            "\n\n",
            "    ",
            "- ",
            "1. ",
            "> ",
            "# ",
            "```",
            "~~~",
            "$$",
            "$",
            "\\[",
            "\\]",
            "[^a]",
            "[^a]: ",
            "[a]: b",
            "![",
            "[",
            "](",
            ")",
            "[[a|b]]",
            "!!! note",
            ": ",
            "|",
            "|-|-|",
            "<div>",
            "</div>",
            "<b>",
            "<a id=x>",
            "<!--",
            "-->",
            "*",
            "**",
            "_",
            "`",
            "{.x #y}",
            "[x] ",
            "===",
            "---",
            "https://youtu.be/dQw4w9WgXcQ",
            "<script>",
            "&#xE000;",
            "\\",
            "中文",
            "javascript:",
            "#x",
        ]
    ),
    max_size=40,
)


@given(st.text(max_size=100) | MARKDOWN | PIECES.map("".join), st.booleans())
def test_any_text_gives_html_without_leftovers(source: str, trusted: bool) -> None:
    prose = rendered(source, trusted=trusted, prefix="p-")
    assert not INNER.search(prose.html)
    numbers = range(len(prose.references))
    assert all(f"\ue000{n}\ue001" in prose.html for n in numbers)
    assert prose.html.count("\ue000") == len(prose.references)
    split_papers(source)


@given(PIECES.map("".join))
def test_the_same_text_gives_the_same_prose(source: str) -> None:
    rules = Rules(language="zh", prefix="p-")
    first = render(source, rules)
    render("x[^1] [a]\n\n[^1]: y\n[a]: https://e.org/\n\n# z", rules)
    assert render(source, rules) == first


@given(PIECES.map("".join))
def test_every_id_has_the_prefix_and_stands_once(source: str) -> None:
    ids = re.findall(r' id="([^"]*)"', rendered(source, prefix="p-").html)
    assert len(ids) == len(set(ids))
    assert all(name.startswith("p-") for name in ids)


@pytest.mark.parametrize(
    "source",
    [
        "> " * 150 + "x",
        "".join("    " * n + "- x\n" for n in range(150)),
        "<b>" * 150,
        "<div>" * 150,
    ],
)
@pytest.mark.parametrize("trusted", [False, True])
def test_too_deep_is_an_error(source: str, trusted: bool) -> None:
    prose = rendered(source, trusted=trusted)
    assert prose.html == ""
    assert [one.severity for one in prose.problems] == ["error"]
    assert "nested more than 100 deep" in prose.problems[0].message


@pytest.mark.parametrize(
    "source",
    [
        "> " * 99 + "x",
        "".join("    " * n + "- x\n" for n in range(95)),
        "<b>" * 90 + "x",
        "<div>" * 90,
    ],
)
def test_deep_but_within_the_limit_is_fine(source: str) -> None:
    prose = rendered(source)
    assert "x" in prose.html or "div" in prose.html
    assert prose.problems == ()


def test_unclosed_brackets_have_a_limit() -> None:
    assert messages("[" * 999) == []
    assert messages("a\n\n" + "[ " * 1001) == ["more than 1,000 unclosed brackets in one paragraph"]
    assert rendered("a\n\n" + "[ " * 1001).problems[0].line == 3
    assert messages("[a] " * 3000) == []


def test_length_has_a_limit() -> None:
    assert messages("x" * (1024 * 1024)) == []
    assert messages("中" * 400_000) == ["the article is longer than 1 MB"]
    assert rendered("x" * (1024 * 1024 + 1)).html == ""


REPEATED = [
    "*a ",
    "*a _b ",
    "**",
    "a**b*c ",
    "<",
    "<a ",
    "<b>x</b> ",
    '<a b="',
    "<!--",
    "<script>\n\n",
    "`",
    "`a``b",
    "&",
    "&amp",
    "# a\n",
    "a\n===\n",
    "a\n---\n",
    "***\n",
    "- a\n",
    "- a\n    - b\n",
    "- a\n\n    b\n\n",
    "1. a\n",
    "> a\n\n",
    ": b\n",
    "a\n: b\n",
    "[a]: b\nc\n",
    "[^a]",
    "[^a]: b\n",
    "!!! a\n",
    "a|",
    "    a\n\n",
    "```\n",
    "$a ",
    "$$a ",
    "\\(",
    "\\",
    '"a" ',
    "'",
    "--",
    "。\n",
    "[a](",
    '[a](b "',
    "[[a|",
    "![",
    "![a](b) ",
    "[](#b) ",
    "{.a} ",
    "<p>x ",
    "</b>",
    "<li>",
    "<table><tr><td>\n\n",
    "a\n\n",
    " ",
    "word word, word. ",
]


@pytest.mark.parametrize("bit", REPEATED)
def test_long_repetitions_are_answered(bit: str) -> None:
    """Each of these once took, or easily takes, time that grows with the square of the length."""
    prose = rendered(bit * (20_000 // len(bit)))
    assert isinstance(prose.html, str)


def test_runs_of_backticks_of_every_length_are_answered() -> None:
    assert html("".join("`" * n + "a" for n in range(1, 200))).startswith("<p>")


def test_formatting_left_open_is_not_copied_into_every_paragraph() -> None:
    source = "".join(f'<b id="a{n}">' for n in range(90)) + "<p>x " * 2000
    assert len(html(source)) < 10 * len(source)


@given(MARKDOWN)
def test_resolving_leaves_no_mark(source: str) -> None:
    prose = rendered(source)
    assert "\ue000" not in resolve(prose.html, [Plain("x")] * len(prose.references))
