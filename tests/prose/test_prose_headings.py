"""Headings: levels as the page needs them, ids that people can read."""

import pytest

from prose.bodies import html, rendered
from roundup.content.prose import Heading, shifted
from roundup.content.prose.headings import Levels, slug


@pytest.mark.parametrize(
    ("base", "written", "placed"),
    [
        (2, [1, 2, 3], [2, 3, 4]),
        (2, [3, 4, 3], [2, 3, 2]),
        (3, [2, 4, 2], [3, 4, 3]),
        (3, [3, 2, 3], [3, 3, 4]),
        (4, [1, 2, 3, 4, 5], [4, 5, 6, 6, 6]),
    ],
)
def test_levels_begin_at_the_base_and_skip_none(
    base: int, written: list[int], placed: list[int]
) -> None:
    levels = Levels(base)
    assert [levels.place(level) for level in written] == placed


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Why it matters", "why-it-matters"),
        ("What's new, C++?", "whats-new-c"),
        ("为什么重要", "为什么重要"),
        ("核心 Idea 1", "核心-idea-1"),
        ("Über Größe", "über-grösse"),
        ("हिन्दी", "हिन्दी"),
        ("?!", "section"),
    ],
)
def test_ids_keep_the_letters_of_every_script(words: str, name: str) -> None:
    assert slug(words) == name


def test_ids_are_prefixed_and_unique() -> None:
    prose = rendered("# A\n\n## A\n\n## A 2\n\n## A", prefix="p-")
    assert prose.headings == (
        Heading(2, "p-a", "A"),
        Heading(3, "p-a-2", "A"),
        Heading(3, "p-a-2-2", "A 2"),
        Heading(3, "p-a-3", "A"),
    )
    assert '<h3 id="p-a-3">A</h3>' in prose.html


def test_the_words_of_a_heading_are_plain() -> None:
    prose = rendered("# *A* `b` [c](d.md) [[e|f]] $x^2$ &amp; [^1]\n\n[^1]: n")
    assert prose.headings[0].text == "A b c f x^2 &"


def test_both_spellings_and_closing_signs_are_known() -> None:
    assert html("A\n===\n\nB\n---\n\n# C #\n## D ##\ntext") == (
        '<h2 id="a">A</h2>\n<h3 id="b">B</h3>\n<h2 id="c">C</h2>\n<h3 id="d">D</h3>\n<p>text</p>'
    )


def test_a_number_sign_without_a_space_is_text() -> None:
    assert html("#1 of the list") == "<p>#1 of the list</p>"


def test_an_author_may_choose_id_and_class() -> None:
    assert html("## A {#mine .big}") == '<h2 id="mine" class="big">A</h2>'


def test_headings_move_as_deep_as_a_page_needs_them() -> None:
    found = html("## One\n\n### Two\n\n- - -\n\n`<h2>`", heading_base=3)
    deeper = shifted(found, 1)
    assert '<h4 id="one">One</h4>' in deeper
    assert '<h5 id="two">Two</h5>' in deeper
    assert '<h2 id="one">One</h2>' in shifted(found, -1)
    assert shifted(deeper, -1) == found == shifted(found, 0)
    assert "<hr>" in deeper
    assert "&lt;h2&gt;" in deeper


def test_no_heading_moves_below_h6_or_above_h1() -> None:
    assert shifted('<h5 id="a">A</h5><h6>B</h6>', 3) == '<h6 id="a">A</h6><h6>B</h6>'
    assert shifted("<h1>A</h1>", -2) == "<h1>A</h1>"
