"""Admonitions and definition lists."""

import pytest

from prose.bodies import html
from roundup.content.prose import Labels


@pytest.mark.parametrize(
    ("source", "title"),
    [('!!! note "My *title*"\n    a', "My <em>title</em>"), ("!!! tip\n    a", "Tip")],
)
def test_an_admonition_is_a_box_with_a_title(source: str, title: str) -> None:
    kind = source.split()[1]
    assert html(source) == (
        f'<div class="admonition {kind}">\n<p class="admonition-title">{title}</p>\n<p>a</p>\n</div>'
    )


def test_its_title_is_in_the_language_of_the_page() -> None:
    assert ">警告</p>" in html("!!! warning\n    a", language="zh")
    labels = Labels(admonitions=(("note", "Hinweis"),))
    assert ">Hinweis</p>" in html("!!! note\n    a", language="de", labels=labels)


def test_it_may_hold_blocks_and_have_no_title() -> None:
    shown = html('!!! note ""\n    a\n\n    - b\n\nc')
    assert "admonition-title" not in shown
    assert "<li>b</li>\n</ul>\n</div>\n<p>c</p>" in shown


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("T\n: d", "<dt>T</dt>\n<dd>d</dd>"),
        ("T\nU\n: d\n: e", "<dt>T</dt>\n<dt>U</dt>\n<dd>d</dd>\n<dd>e</dd>"),
        ("T\n: d\nU\n: e", "<dt>T</dt>\n<dd>d</dd>\n<dt>U</dt>\n<dd>e</dd>"),
        ("T\n: d\n  more", "<dt>T</dt>\n<dd>d\nmore</dd>"),
        ("T\n\n: d", "<dt>T</dt>\n<dd><p>d</p></dd>"),
        ("T\n: d\n\nU\n: e", "<dt>T</dt>\n<dd>d</dd>\n<dt>U</dt>\n<dd>e</dd>"),
        ("T\n: d\n\n    - e", "<dt>T</dt>\n<dd><p>d</p>\n<ul>\n<li>e</li>\n</ul></dd>"),
    ],
)
def test_terms_and_definitions_make_a_list(source: str, expected: str) -> None:
    assert html(source) == f"<dl>\n{expected}\n</dl>"


def test_a_colon_at_the_start_is_text() -> None:
    assert html(": not a definition") == "<p>: not a definition</p>"
