"""Spans and blocks as Markdown: our own Markdown shows the same words, whatever they look like."""

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundup.authoring.importers.document import Block, Span
from roundup.authoring.importers.reading.kinds import read_document
from roundup.authoring.importers.reading.spans import tidied
from roundup.authoring.importers.reading.writing import fence_of, heading_of, line_of, markdown_of
from roundup.content.prose import Rules, render

RULES = Rules(smart=False)
BREAK = Span("\n", mark="break")


def seen(markdown: str) -> str:
    """The words that readers of the Markdown see, white space single."""
    done = render(markdown + "\n", RULES)
    page = re.sub(r"<br ?/?>|</(?:p|li|h\d|td|th|tr|pre)>", " ", done.html)
    page = re.sub(r'<math.*?alttext="([^"]*)".*?</math>', r"$\1$", page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", page)).split())


def said(spans: tuple[Span, ...]) -> str:
    return " ".join("".join(one.text for one in spans if not one.image).split())


@pytest.mark.parametrize(
    "text",
    [
        "<!-- papers -->",
        "[[xlnet]] and [[xlnet|its authors]]",
        "[^1]",
        "1. first",
        "- not an item",
        "# no heading",
        "> no quotation",
        "*not* **bold** _at_ __all__",
        "`no code`",
        "$5 and $x$",
        "a\\b",
        "<b>no</b> <script>alert(1)</script>",
        "[not](a link)",
        "[1]: http://example.org",
        "| a | b |",
        "---",
        "words {: .note}",
        "words {#name}",
        "!!! note",
        "\\[x\\] \\(y\\)",
        "{n} {year} {{ x }} {% y %}",
        "A & B &amp; C",
        "term\n: definition",
    ],
)
def test_text_that_looks_like_markdown_stays_text(text: str) -> None:
    (spans,) = tidied([Span(text)])
    assert seen(line_of(spans)) == " ".join(text.split())


def test_styles_are_written_as_markdown() -> None:
    spans = (
        Span("Bold", bold=True),
        Span(" and "),
        Span("linked", link="https://example.org/a b"),
        Span(", "),
        Span("x^2", mark="sup"),
        Span(" "),
        Span("$a_1$", mark="math"),
    )
    assert (
        line_of(spans) == "**Bold** and [linked](https://example.org/a%20b), <sup>x^2</sup> $a_1$"
    )


def test_what_styles_most_stands_outermost() -> None:
    spans = (
        Span("A ", bold=True),
        Span("title", bold=True, link="https://example.org/"),
        Span(" here", bold=True),
    )
    assert line_of(spans) == "**A [title](https://example.org/) here**"


def test_emphasis_inside_a_word_is_kept_also_where_signs_cannot() -> None:
    spans = (Span("a"), Span("(b)", bold=True), Span("c"))
    assert render(line_of(spans), RULES).html == "<p>a<strong>(b)</strong>c</p>"


def test_lines_of_the_markdown_are_lines_of_the_text() -> None:
    spans = (Span("One"), BREAK, Span("Two"), Span("\n", mark="soft"), Span("Three"))
    assert line_of(spans) == "One\\\nTwo\nThree"


def test_an_address_without_scheme_is_written_in_full() -> None:
    spans = (Span("here", link="arxiv.org/abs/1911.01547"),)
    assert line_of(spans) == "[here](https://arxiv.org/abs/1911.01547)"


def test_headings_have_one_line() -> None:
    assert heading_of(2, (Span("C"), BREAK, Span("and C#"))) == "## C and C\\#"


def test_fences_hold_fences() -> None:
    assert fence_of("```\nx\n```", "python") == "````python\n```\nx\n```\n````"
    assert fence_of("x", 'a" onload') == "```\nx\n```"


SIGNS = st.sampled_from(
    [
        *"ab1. -*_`[](){}<>#&!|\\~$:;=+\"'/^%@é中。",
        "<!--",
        "-->",
        "[[w]]",
        "](",
        "1. ",
        "---",
        "$x$",
    ]
)
WORDS = st.lists(SIGNS, min_size=1, max_size=8).map("".join)
SPANS = st.builds(
    Span,
    text=WORDS,
    bold=st.booleans(),
    italic=st.booleans(),
    code=st.booleans(),
    link=st.sampled_from(("", "", "https://example.org/c(d)", "#x")),
    mark=st.sampled_from(("", "", "", "sup", "del")),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.one_of(SPANS, SPANS, SPANS, st.just(BREAK)), min_size=1, max_size=6))
def test_the_same_words_come_out(spans: list[Span]) -> None:
    # Our Markdown looks for definitions also where code stands at the head of a line.
    spans = [one for one in spans if not (one.code and "]:" in one.text)]
    for part in tidied(spans):
        written = line_of(part)
        assert seen(written) == said(part)
        assert written.count("\n") == sum(one.text == "\n" for one in part)


DOCUMENT = """# Title

Words *here*, [there](https://example.org/).

1. One
   - Paper: https://arxiv.org/abs/1906.08237

     More of it.
   - Code
2. Two

> Quoted words.
>
> - quoted item

```python
x = 1
```

| a | b \\| c |
|---|---|
| 1<br>2 | `3` |

### Last
"""


def test_blocks_together_are_the_document_again() -> None:
    blocks = read_document("a.md", DOCUMENT.encode()).blocks
    again = read_document("a.md", markdown_of(blocks).encode()).blocks
    assert [shape(block) for block in again] == [shape(block) for block in blocks]


def shape(block: Block) -> tuple[object, ...]:
    return (block.kind, block.text, block.depth, block.number, block.quoted, block.markdown)


def test_an_item_without_words_begins_with_what_follows() -> None:
    html_page = b"<html><ol><li><h3>Title</h3><p>Words</p></li><li><pre>x</pre></li><li></li></ol>"
    blocks = read_document("a.html", html_page).blocks
    assert markdown_of(blocks) == "1.  ### Title\n\n    Words\n\n2.  ```\n    x\n    ```"
    assert seen(markdown_of(blocks)) == "Title Words x"
