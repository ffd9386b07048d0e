"""Everything else that stands inside a line."""

import pytest

from prose.bodies import html


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a & b < c > d", "a &amp; b &lt; c &gt; d"),
        ("&copy; &#169; &unknown; &amp;lt;", "© © &amp;unknown; &amp;lt;"),
        ("a&#2;&#xE000;b", "ab"),
        ("`` a`b ``", "<code>a`b</code>"),
        ("`a` ``b", "<code>a</code> ``b"),
        ("`<b>&amp;`", "<code>&lt;b&gt;&amp;amp;</code>"),
        (r"\`a\` \# \\ \a", r"`a` # \ \a"),
        ("a  \nb", "a<br>\nb"),
        ("a\\\nb", "a<br>\nb"),
        ("a \n b", "a\nb"),
    ],
)
def test_a_line_becomes(source: str, expected: str) -> None:
    assert html(source) == f"<p>{expected}</p>"


@pytest.mark.parametrize("text", ["~~a~~", "==a==", "a^2^", ":smile:", "{{ a }}", "{% a %}"])
def test_what_markdown_does_not_know_stays(text: str) -> None:
    assert html(text) == f"<p>{text}</p>"
