"""Raw HTML: what an article may bring, what is taken from it, and that nothing stays open."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prose.bodies import html, messages, rendered
from roundup.content.prose.balance import balance
from roundup.content.prose.sanitise import sanitise

VALUE = re.compile(r'="[^"]*"')
FORBIDDEN = re.compile(
    r"<(script|style|iframe|form|object|embed|svg|base|meta|link|template)\b|\son\w+=|\sstyle"
)


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example></SCRIPT>",
        "a <script>alert(1)</script> b",
        '<img src="x.png" alt="a" onerror="alert(1)">',
        '<b onclick="alert(1)" style="color:red">a</b>',
        '<iframe src="https://evil.example/"></iframe>',
        "<form action=/><input name=a></form>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
        "<object data=a></object><embed src=a><base href=//e><meta http-equiv=refresh><link rel=x href=y>",
        "<textarea><script>alert(1)</script></textarea>",
        "<template><script>alert(1)</script></template>",
    ],
)
def test_an_untrusted_article_brings_nothing_active(source: str) -> None:
    assert not FORBIDDEN.search(VALUE.sub("", html(source)))


@pytest.mark.parametrize(
    "source",
    [
        "<details open>\n<summary>S</summary>\n\nMore *words*\n\n</details>",
        'H<sub>2</sub>O x<sup>2</sup> <kbd>Ctrl</kbd> <mark>m</mark> <abbr title="A B">AB</abbr>',
        '<figure><img src="a.png" alt="b"><figcaption>c</figcaption></figure>',
        '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
        '<math><mrow><msup><mi>x</mi><mn>2</mn></msup><mo stretchy="false">(</mo></mrow></math>',
        '<video src="a.mp4" poster="b.png" controls></video>',
        '<p class="lead" lang="de" dir="ltr">a</p>',
    ],
)
def test_plain_marking_up_passes(source: str) -> None:
    tags = re.findall(r"</?[a-z]+", source)
    shown = html(source)
    assert all(shown.count(tag) >= tags.count(tag) for tag in tags)
    assert messages(source) == []


def test_what_is_left_out_is_said_once() -> None:
    problems = rendered("a\n\n<form>x</form>\n<form>y</form>").problems
    assert [(one.line, one.message) for one in problems] == [
        (3, "the HTML element <form> is not allowed in an article: left out")
    ]


def test_an_allowed_host_may_be_framed() -> None:
    source = '<iframe src="https://www.youtube-nocookie.com/embed/abc" onload="x()"></iframe>'
    shown = html(source, frames=("www.youtube-nocookie.com",))
    assert '<iframe src="https://www.youtube-nocookie.com/embed/abc" title="Video"' in shown
    assert "onload" not in shown


@pytest.mark.parametrize("trusted", [False, True])
@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " java\tscript:alert(1)",
        "java&#10;script&colon;alert(1)",
        "&#1;javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
    ],
)
def test_an_unsafe_address_goes_and_its_text_stays(address: str, trusted: bool) -> None:
    for source in (f'a <a href="{address}">b *c*</a> d', f"a [b *c*](<{address}>) d"):
        shown = html(source, trusted=trusted)
        assert shown == "<p>a b <em>c</em> d</p>"
        assert any("unsafe address" in one for one in messages(source, trusted=trusted))
    assert html(f'a <img src="{address}" alt="b"> c', trusted=trusted) == "<p>a b c</p>"


def test_a_trusted_article_brings_what_it_likes() -> None:
    source = '<div style="color:red" onclick="a()"><script>if (a < b) c("<b>")</script></div>'
    assert html(source, trusted=True) == source


@pytest.mark.parametrize("trusted", [False, True])
def test_ids_are_prefixed_and_unique_all_the_same(trusted: bool) -> None:
    shown = html(
        '<b id="a">x</b> <b id="a">y</b> <label for="a">z</label>\n\n# a',
        prefix="p-",
        trusted=trusted,
    )
    assert shown.count('id="p-a"') == 1
    assert 'id="p-a-2"' in shown


def test_old_anchors_become_ids() -> None:
    shown = html('<a name="1"></a>A\n\n[b](#1)', prefix="p-")
    assert shown == '<p><a id="p-1"></a>A</p>\n<p><a href="#p-1">b</a></p>'


def test_markdown_is_read_between_html_blocks_not_inside() -> None:
    assert html("<div>\n*a*\n</div>\n\n*b*\n\n<div>\n\n*c*\n\n</div>") == (
        "<div>\n*a*\n</div>\n<p><em>b</em></p>\n<div>\n<p><em>c</em></p>\n</div>"
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<b>a", "<b>a</b>"),
        ("a</b>", "a"),
        ("<b><i>a</b></i>", "<b><i>a</i></b>"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<p><b>a<div>b</div>", "<p><b>a</b></p><div>b</div>"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"),
        (
            "<table><tr><td>a<td>b<tr><td>c</table>",
            "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
        ),
        ("<a>x<a>y", "<a>x</a><a>y</a>"),
        ("a<br>b", "a<br>b"),
        ("<p><a>x<li>y", "<p><a>x</a></p><li>y</li>"),
        ("<td>a", "a"),
        ("<table>a<b>b</table>", "<table><tr><td>a<b>b</b></td></tr></table>"),
        ("<b><table><tr><td></b>a</table>", "<b><table><tr><td>a</td></tr></table></b>"),
    ],
)
def test_elements_are_closed_where_a_browser_would_close_them(source: str, expected: str) -> None:
    assert balance(source) == expected


@pytest.mark.parametrize("trusted", [False, True])
def test_an_article_cannot_close_what_the_page_opened(trusted: bool) -> None:
    assert html("a</div></section></article>\n\n<div><b>b", trusted=trusted).count("</div>") == 1


SOURCES = (
    "# A *b*\n\nc[^1] `d` [e](f.md){.g} [[h]] $x$\n\n[^1]: n",
    "- [x] a\n- b\n    1. c\n\n> d\n\n!!! note\n    e",
    "| a | b |\n|:--|--:|\n| c | d |",
    '![a](b.png "c")\n\nT\n: d\n\n***\n\nx  \ny',
)


@pytest.mark.parametrize("source", SOURCES)
def test_what_markdown_makes_survives_the_sanitiser(source: str) -> None:
    """Raw HTML elsewhere in a body must change nothing about the Markdown beside it."""
    normal = re.compile(r"&nbsp;|\s+")
    alone = normal.sub(" ", html(source))
    beside = normal.sub(" ", html(source + "\n\n<b>raw</b>"))
    without = beside.replace("<p><b>raw</b></p>", "").replace(" ", "")
    assert sorted(re.findall(r"[\w=\"<>/-]", without)) == sorted(re.findall(r"[\w=\"<>/-]", alone))


@given(
    st.lists(
        st.sampled_from(
            [
                "<b>",
                "</b>",
                "<p>",
                "<a href=x>",
                "</a>",
                "<li>",
                "<td>",
                "<table>",
                "</table>",
                "<script>",
                "</script>",
                "<!--",
                "x",
                "\n\n",
                "> ",
                "`",
                "<svg>",
                "<style>",
                "<math>",
                '"',
                "<img src=x alt=y>",
                "<textarea>",
                "</textarea>",
                "<div>",
                "*",
            ]
        ),
        max_size=30,
    )
)
def test_sanitised_html_is_stable_and_safe(bits: list[str]) -> None:
    shown = VALUE.sub("", rendered("".join(bits)).html)
    assert not FORBIDDEN.search(shown)
    stack: list[str] = []
    for closing, name in re.findall(r"<(/?)([a-z][a-z0-9]*)[^>]*>", shown):
        if closing:
            assert stack.pop() == name
        elif name not in ("img", "br", "hr", "input"):
            stack.append(name)
    assert not stack


def test_the_sanitiser_lets_marks_through() -> None:
    assert sanitise("<p>\ue000w0\ue001</p>") == "<p>\ue000w0\ue001</p>"
