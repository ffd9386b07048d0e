"""Marks become addresses, links and words once the catalog is known."""

import pytest

from prose.bodies import rendered
from roundup.content.prose import Plain, Replacement, Target, mark, resolve


@pytest.mark.parametrize(
    ("source", "replacement", "expected"),
    [
        ("[[a]]", Target("/p/?a&b", "A <b>"), '<p><a href="/p/?a&amp;b">A &lt;b&gt;</a></p>'),
        ("[[a]]", Target("/p/", "A", (("class", "x"),)), '<p><a href="/p/" class="x">A</a></p>'),
        ("[[a]]", Plain("A & B"), "<p>A &amp; B</p>"),
        ("[b *c*](a.md)", Target("/a/"), '<p><a href="/a/">b <em>c</em></a></p>'),
        ("[b *c*](a.md)", Plain(), "<p>b <em>c</em></p>"),
        ('[b](a.md "t<")', Plain(), "<p>b</p>"),
        (
            "![b](a.png)",
            Target("/a.png", attributes=(("width", "4"), ("height", "3"))),
            '<p><img src="/a.png" width="4" height="3" alt="b"></p>',
        ),
    ],
)
def test_a_mark_is_replaced(source: str, replacement: Replacement, expected: str) -> None:
    assert resolve(rendered(source).html, [replacement]) == expected


def test_only_the_hidden_link_goes() -> None:
    html = rendered("[a](a.md) [b](b.md) [c](https://e.org/) [[d]]").html
    assert resolve(html, [Plain(), Target("/b/"), Plain("D")]) == (
        '<p>a <a href="/b/">b</a> <a href="https://e.org/">c</a> D</p>'
    )


def test_html_without_marks_is_untouched() -> None:
    assert resolve("<p>a</p>", []) == "<p>a</p>"


def test_marks_are_numbered() -> None:
    assert mark(12) == "\ue00012\ue001"
