"""HTML written as Markdown, read back by a CommonMark parser."""

from html import escape

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from roundup.content.prose import Rules, render
from roundup.pages.markdown.blocks import markdown
from roundup.pages.markdown.inline import heading, plain

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SIGNS = st.text(st.sampled_from("ab1 .)#*_`-+>=~<&;$[]()!|\\:\"'é中\n"), max_size=30)


def shown(html: str) -> str:
    """The text that readers see, with single spaces."""
    return " ".join(BeautifulSoup(html, "html.parser").get_text().split())


def back(html: str) -> str:
    """HTML after a way through Markdown."""
    return str(READER.render(markdown(html)))


@given(SIGNS)
@example("1. a")
@example("# a")
@example("a_b_ _c_")
@example("&amp; <b>")
@example("~~~ a")
@example("a #")
def test_text_says_the_same_after_the_way_through_markdown(text: str) -> None:
    for html in (f"<p>{escape(text)}</p>", f"<ul><li>{escape(text)}</li></ul>"):
        assert shown(back(html)) == " ".join(text.split())
    assert shown(READER.render(heading(1, plain(text)))) == " ".join(text.split())
    assert not BeautifulSoup(back(f"<p>{escape(text)}</p>"), "html.parser").select(
        "em, code, a, li"
    )


@given(SIGNS, st.sampled_from(("em", "strong", "code", "a href='https://a.org/(b)'")))
def test_what_is_marked_stays_marked(text: str, tag: str) -> None:
    name = tag.split(maxsplit=1)[0]
    word = f"x{''.join(text.split())}x".replace("`", "")
    html = f"<p>before <{tag}>{escape(word)}</{name}> after</p>"
    found = BeautifulSoup(back(html), "html.parser").select_one(name)
    assert found is not None
    assert found.get_text() == word


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h3 id='a'>A <em>b</em></h3>", "### A *b*"),
        ("<p>one<br>\ntwo</p>", "one\\\ntwo"),
        ("<p>a <em> b </em>c</p>", "a *b* c"),
        ("<p><a href='/x y'>t</a></p>", "[t](/x%20y)"),
        ("<p><a href='https://a.org'>https://a.org</a></p>", "<https://a.org>"),
        ("<p><img src='/p.png' alt='Two [curves]'></p>", "![Two \\[curves\\]](/p.png)"),
        ("<p>H<sub>2</sub>O</p>", "H<sub>2</sub>O"),
        ("<ol start='3'><li>a</li><li>b</li></ol>", "3. a\n4. b"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "- a\n  - b"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "- a\n\n  b"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "a\n:   b"),
        ("<hr>", "---"),
        ("<p>a</p><!-- hidden --><script>x()</script>", "a"),
        ("<video src='/f.mp4'></video>", "[video](/f.mp4)"),
        ("text <b>alone</b><p>then</p>", "text **alone**\n\nthen"),
    ],
)
def test_elements_have_the_signs_of_markdown(html: str, expected: str) -> None:
    assert markdown(html) == expected


def test_code_keeps_its_lines_its_language_and_its_ticks() -> None:
    html = '<pre><code class="language-python">def f():\n    return "```"\n\n</code></pre>'
    assert markdown(html) == '```python\ndef f():\n    return "```"\n```'


@pytest.mark.parametrize("ticks", ["```", "  ```", "````"])
def test_code_with_ticks_of_its_own_is_fenced_by_more(ticks: str) -> None:
    fenced = f"<pre><code>{ticks}\na\n{ticks}</code></pre>"
    found = BeautifulSoup(back(fenced), "html.parser").code
    assert found is not None
    assert found.get_text() == f"{ticks}\na\n{ticks}\n"


def test_a_table_keeps_its_head_its_sides_and_its_pipes() -> None:
    html = (
        "<table><caption>C</caption><thead><tr><th>a</th><th class='right'>b</th></tr></thead>"
        "<tbody><tr><td>1</td><td>x | y</td></tr><tr><td>2</td></tr></tbody></table>"
    )
    text = markdown(html)
    assert text == "C\n\n| a | b |\n| --- | --: |\n| 1 | x \\| y |\n| 2 |  |"
    cells = BeautifulSoup(READER.render(text), "html.parser").find_all("td")
    assert [cell.get_text() for cell in cells] == ["1", "x | y", "2", ""]


def test_words_of_articles_come_back() -> None:
    """What our own Markdown makes is Markdown again: formulas, notes, tasks, admonitions, figures."""
    source = (
        "An $a_1<b$ and a note[^1], *twice* said.\n\n$$\\frac{a}{b}$$\n\n- [x] done\n- [ ] open\n\n"
        '!!! note "Mind"\n    The gap.\n\n[^1]: A *note*.\n'
    )
    html = render(source, Rules(language="en", prefix="x-")).html
    assert markdown(html) == (
        "An $a_1<b$ and a note[^x-fn-1], *twice* said.\n\n"
        "$$\n\\frac{a}{b}\n$$\n\n- [x] done\n- [ ] open\n\n> **Mind**\n>\n> The gap.\n\n"
        "[^x-fn-1]: A *note*."
    )


@given(st.text(st.sampled_from("<>/abpliu \"'=!-&;"), max_size=60))
def test_any_text_is_taken_for_html_without_a_fault(html: str) -> None:
    assert isinstance(markdown(html), str)


def test_what_is_deeper_than_any_page_is_flattened() -> None:
    deep = "<div>" * 5_000 + "text" + "</div>" * 5_000
    assert markdown(deep) == "text"
