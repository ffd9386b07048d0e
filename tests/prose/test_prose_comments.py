"""Comments never reach pages; markers of papers cut an index body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prose.bodies import html, rendered
from roundup.content.prose import Part, split_papers


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a <!-- b --> c", "<p>a  c</p>"),
        ("a\n<!-- b -->\nc", "<p>a\nc</p>"),
        ("a\n\n<!-- b\n\nc -->\n\nd", "<p>a</p>\n<p>d</p>"),
        ("- a\n<!-- - b -->\n- c", "<ul>\n<li>a</li>\n<li>c</li>\n</ul>"),
        ("a <!-- never\n\nclosed", "<p>a</p>"),
        ("<!---->a<!-->b", "<p>ab</p>"),
        ("<div>\n<!-- a -->x\n</div>", "<div>\nx\n</div>"),
        ("a<!-- 1 --><!-- 2\n-->b", "<p>ab</p>"),
        ("`<!-- a -->` <!-- b -->", "<p><code>&lt;!-- a --&gt;</code></p>"),
        ("<!-- `a --> b `c`", "<p>b <code>c</code></p>"),
    ],
)
def test_a_comment_goes(source: str, expected: str) -> None:
    assert html(source) == expected


def test_in_code_fences_they_are_text() -> None:
    assert "&lt;!-- a --&gt;" in html("```\n<!-- a -->\n```")
    assert "&lt;!-- a --&gt;" in html("x\n\n    <!-- a -->")


def test_one_that_is_never_closed_is_a_warning() -> None:
    problems = rendered("a\n\nb <!-- c\n\nd").problems
    assert [(one.line, one.message) for one in problems] == [(3, "a comment is never closed")]


@given(st.text(alphabet="ab<!->`\n ", max_size=60))
def test_none_is_ever_left(source: str) -> None:
    assert "<!" not in html(source)
    assert "<!" not in html(source, trusted=True)


def test_an_index_is_cut_at_its_markers() -> None:
    source = "Intro\n\n<!-- papers: Vision -->\n\nBetween\n\n<!--papers-->\nEnd\n"
    assert split_papers(source) == (
        Part("words", "Intro\n\n", line=1),
        Part("papers", section="Vision", line=3),
        Part("words", "\n\nBetween\n\n", line=3),
        Part("papers", line=7),
        Part("words", "\nEnd\n", line=7),
    )


@pytest.mark.parametrize(
    "source", ["`<!-- papers -->`", "```\n<!-- papers -->\n```", "<!-- no papers -->", "papers"]
)
def test_markers_in_code_and_other_comments_do_not_cut(source: str) -> None:
    assert [part.kind for part in split_papers(source)] == ["words"]


@given(st.lists(st.sampled_from(["a\n", "<!-- papers -->", "```\n", "<!--", "-->", "`", "> "])))
def test_cutting_loses_no_words(bits: list[str]) -> None:
    source = "".join(bits)
    kept = "".join(part.text or "<!-- papers -->" for part in split_papers(source))
    assert kept.split() == source.split()
