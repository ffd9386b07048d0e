"""Pages and Markdown become the same blocks: paragraphs, items, tables, code, with styles and links."""

import pytest

from roundup.authoring.importers.document import Block, Span
from roundup.authoring.importers.reading.kinds import read_document


def page(inside: str) -> tuple[Block, ...]:
    return read_document(
        "a.html", f"<!DOCTYPE html><html><body>{inside}</body></html>".encode()
    ).blocks


def markdown(text: str) -> tuple[Block, ...]:
    return read_document("a.md", text.encode()).blocks


def outline(blocks: tuple[Block, ...]) -> list[tuple[str, int, int | None, str]]:
    return [(block.kind, block.depth, block.number, block.text) for block in blocks]


def links(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(span.text, span.link) for block in blocks for span in block.spans if span.link]


def test_breaks_part_lines_and_two_of_them_paragraphs() -> None:
    blocks = page("<p><b>Title</b><br>Authors<br><br>Words</p>")
    assert [block.text for block in blocks] == ["Title\nAuthors", "Words"]
    assert blocks[0].spans[0] == Span("Title", 1, bold=True)


def test_divisions_are_paragraphs_where_they_hold_words() -> None:
    assert outline(page("<div>One</div><div>Two<div>Three</div>Four</div>")) == [
        ("paragraph", 0, None, "One"),
        ("paragraph", 0, None, "Two"),
        ("paragraph", 0, None, "Three"),
        ("paragraph", 0, None, "Four"),
    ]


def test_elements_end_where_browsers_end_them() -> None:
    blocks = page("<ul><li>One<li>Two<ul><li>Three</ul></ul><p>Four<p>Five")
    assert outline(blocks) == [
        ("item", 1, None, "One"),
        ("item", 1, None, "Two"),
        ("item", 2, None, "Three"),
        ("paragraph", 0, None, "Four"),
        ("paragraph", 0, None, "Five"),
    ]


def test_items_have_the_numbers_that_readers_see() -> None:
    blocks = page("<ol start=3><li>a<li value=7>b<li>c</ol><ol reversed><li>x<li>y</ol>")
    assert [block.number for block in blocks] == [3, 7, 8, 2, 1]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. a\n1. b\n1. c\n", [1, 2, 3]),
        ("10. a\n9. b\n8. c\n", [10, 9, 8]),
        ("1. a\n2. b\n4. c\n", [1, 2, 4]),
    ],
)
def test_markdown_items_are_numbered_as_meant(text: str, numbers: list[int]) -> None:
    assert [block.number for block in markdown(text)] == numbers


def test_what_follows_an_item_belongs_to_it_by_depth() -> None:
    assert outline(markdown("1. One\n\n   More\n   - Paper\n2. Two\n")) == [
        ("item", 1, 1, "One"),
        ("paragraph", 1, None, "More"),
        ("item", 2, None, "Paper"),
        ("item", 1, 2, "Two"),
    ]


def test_an_item_that_begins_with_a_heading_has_no_words() -> None:
    assert outline(page("<ol><li><h3>Title</h3>Words</li></ol>")) == [
        ("item", 1, 1, ""),
        ("heading", 1, None, "Title"),
        ("paragraph", 1, None, "Words"),
    ]


def test_bullets_too_little_indented_belong_to_the_number_above() -> None:
    blocks = markdown("1. One\n  - Paper\n  - Code\n2. Two\n   - Paper\n")
    assert [(block.depth, block.number) for block in blocks] == [
        (1, 1),
        (2, None),
        (2, None),
        (1, 2),
        (2, None),
    ]


def test_terms_are_items_and_definitions_belong_to_them() -> None:
    assert outline(page("<dl><dt>Title<dd>Authors<dd>Venue</dl>")) == [
        ("item", 1, None, "Title"),
        ("paragraph", 1, None, "Authors"),
        ("paragraph", 1, None, "Venue"),
    ]


def test_ids_reach_the_block_that_follows_them() -> None:
    blocks = page('<a name="1"></a><h2 id="one">One<a id="x"></a></h2><li id="ref">Two</li>')
    assert [block.anchors for block in blocks] == [("1", "one", "x"), ("ref",)]


def test_a_heading_loses_the_link_to_itself() -> None:
    blocks = page(
        '<h2>One <a class="headerlink" href="#one">¶</a></h2><h2><a href="/x">Two</a></h2>'
    )
    assert [block.text for block in blocks] == ["One", "Two"]
    assert links(blocks) == [("Two", "/x")]


def test_quotations_and_folded_parts_are_marked() -> None:
    blocks = markdown(
        "> Quoted\n\n<details><summary>More</summary>\n\nFolded\n\n</details>\n\nOpen\n"
    )
    assert [(block.text, block.quoted, block.folded) for block in blocks] == [
        ("Quoted", True, False),
        ("More", False, False),
        ("Folded", False, True),
        ("Open", False, False),
    ]


def test_a_table_has_rows_of_cells_with_blocks() -> None:
    (table,) = markdown("| Title | Links |\n|---|---|\n| **A** <br> b | [x](http://a.b/) |\n")
    assert [row.header for row in table.rows] == [True, False]
    assert [[block.text for block in cell] for cell in table.rows[1].cells] == [["A\nb"], ["x"]]
    assert [row.line for row in table.rows] == [1, 3]


def test_rows_between_pipes_are_a_table_without_a_head() -> None:
    (table,) = markdown("| a | b |\n| c | d |\n")
    assert [(row.header, len(row.cells)) for row in table.rows] == [(False, 2), (False, 2)]


def test_cells_stand_in_their_columns() -> None:
    (table,) = page("<table><tr><td rowspan=2>NLP<td>a<td>b<tr><td colspan=2>c</table>")
    assert [
        ["".join(block.text for block in cell) for cell in row.cells] for row in table.rows
    ] == [
        ["NLP", "a", "b"],
        ["", "c", ""],
    ]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td><h2>One</h2><p>Two</p></td></tr></table>",
        "<table role=presentation><tr><td><h2>One</h2></td><td><p>Two</p></td></tr></table>",
        "<table><tr><td><table><tr><td><h2>One</h2><p>Two</p></table></table>",
    ],
)
def test_tables_of_layout_are_what_is_in_them(table: str) -> None:
    assert [block.text for block in page(table)] == ["One", "Two"]


def test_code_keeps_its_lines_and_language() -> None:
    (fenced,) = markdown("```python\nx = 1\n\n# no heading\n```\n")
    (drawn,) = page(
        '<figure class="highlight python"><table><tr><td class="gutter"><pre>1\n2</pre></td>'
        '<td class="code"><pre><code class="language-python">x = 1\n\n# no heading</code></pre></td></table></figure>'
    )
    assert fenced.kind == drawn.kind == "code"
    assert fenced.text == drawn.text == "x = 1\n\n# no heading"
    assert fenced.markdown == drawn.markdown == "```python\nx = 1\n\n# no heading\n```"


def test_a_card_is_a_paragraph_of_its_lines() -> None:
    (card,) = page(
        '<a href="https://arxiv.org/abs/1"><div><h2>Title</h2><p>About it</p></div><div>arxiv.org</div></a>'
    )
    assert (card.kind, card.text) == ("paragraph", "Title\nAbout it\narxiv.org")
    assert card.spans[0] == Span("Title", 1, bold=True, link="https://arxiv.org/abs/1")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("论文：https://arxiv.org/abs/1906.08237，代码", "https://arxiv.org/abs/1906.08237"),
        ("（https://arxiv.org/abs/1906.08237）", "https://arxiv.org/abs/1906.08237"),
        ("See https://arxiv.org/abs/1906.08237.", "https://arxiv.org/abs/1906.08237"),
        ("(see http://a.org/x_(y))", "http://a.org/x_(y)"),
        ("https ://arxiv.org/abs/1906.08237", "https://arxiv.org/abs/1906.08237"),
        ("arxiv.org/abs/1906.08237v2, 2019", "arxiv.org/abs/1906.08237v2"),
        ("www.example.org/paper.pdf 論文", "www.example.org/paper.pdf"),
        ("코드:https://github.com/a/b입니다", "https://github.com/a/b"),
    ],
)
def test_bare_addresses_are_links(text: str, address: str) -> None:
    assert [link for _, link in links(markdown(text))] == [address]
    assert [link for _, link in links(page(f"<p>{text}</p>"))] == [address]


@pytest.mark.parametrize(
    "text", ["a.b.c", "v1.0/x", "me@arxiv.org", "`https://arxiv.org/abs/1`", "http://"]
)
def test_what_is_no_address_is_no_link(text: str) -> None:
    assert links(markdown(text)) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("[x](https ://arxiv.org/abs/1)", "https://arxiv.org/abs/1"),
        ("[x] (https://arxiv.org/abs/1)", "https://arxiv.org/abs/1"),
        ("[x]（https://arxiv.org/abs/1）", "https://arxiv.org/abs/1"),
        ("[x]( https://arxiv.org/abs/1 )", "https://arxiv.org/abs/1"),
        ("<a href='papers/x.pdf'>x</a>", "papers/x.pdf"),
        ("<div>\n[x](https://arxiv.org/abs/1)\n</div>", "https://arxiv.org/abs/1"),
        ("[x][1]\n\n[1]: https://arxiv.org/abs/1", "https://arxiv.org/abs/1"),
    ],
)
def test_slips_in_links_are_seen_to(text: str, address: str) -> None:
    assert links(markdown(text)) == [("x", address)]


def test_unsafe_addresses_and_scripts_are_gone() -> None:
    blocks = page(
        "<p onclick='x()'>A <a href='javascript:alert(1)'>b</a><script>c()</script>"
        "<img src='data:image/png;base64,AAAA' alt='d'></p>"
    )
    assert [block.markdown for block in blocks] == ["A bd"]


def test_a_picture_of_a_papers_page_is_a_link() -> None:
    source = "![A title](https://arxiv.org/abs/1706.03762) ![b](https://arxiv.org/f/1706.03762.png)"
    link, _, picture = read_document("a.md", source.encode()).blocks[0].spans
    assert (link.text, link.link, link.image) == (
        "A title",
        "https://arxiv.org/abs/1706.03762",
        "",
    )
    assert picture.image


def test_badges_are_pictures_in_links() -> None:
    (block,) = markdown(
        "[![arXiv](https://img.shields.io/x.svg)](https://arxiv.org/abs/1906.08237)\n"
    )
    (span,) = block.spans
    assert (span.text, span.image) == ("arXiv", "https://img.shields.io/x.svg")
    assert span.link == "https://arxiv.org/abs/1906.08237"
    assert block.text == ""


@pytest.mark.parametrize(
    "picture",
    [
        '<img src="data:image/gif;base64,R0" data-src="https://a.org/x.png" alt="X">',
        '<img srcset="https://a.org/s.png 100w, https://a.org/x.png 900w" alt="X">',
        '<img src="/blank.gif" data-original="https://a.org/x.png" alt="X">',
    ],
)
def test_pictures_that_load_late_have_their_source(picture: str) -> None:
    assert page(f"<p>{picture}</p>")[0].spans[0].image == "https://a.org/x.png"


@pytest.mark.parametrize(
    "formula",
    [
        '<span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi>'
        '<annotation encoding="application/x-tex">x_1</annotation></semantics></math></span>'
        '<span class="katex-html" aria-hidden="true">x1</span></span>',
        '<span class="MathJax_Preview">x1</span><span class="MathJax">x1</span><script type="math/tex">x_1</script>',
        '<img class="latex" src="x.png" alt="x_1">',
        '<span class="ztext-math" data-tex="x_1">x1</span>',
        '<math alttext="x_1"><mi>x</mi></math>',
    ],
)
def test_formulas_are_tex(formula: str) -> None:
    (block,) = page(f"<p>so {formula} holds</p>")
    assert block.text == "so $x_1$ holds"
    assert block.markdown == "so $x_1$ holds"


def test_words_that_a_script_looks_for_formulas_in_are_words() -> None:
    assert page('<div class="list-title mathjax">Title: A paper</div>')[0].text == "Title: A paper"


def test_formulas_in_markdown_are_not_emphasis() -> None:
    (block,) = markdown("With $a_1 * b_1 * c_1$ and \\\\(d_1\\\\), for $5 or $6.\n")
    assert block.text == "With $a_1 * b_1 * c_1$ and $d_1$, for $5 or $6."


def test_a_video_that_plays_is_a_link_to_it() -> None:
    blocks = page(
        '<p>See</p><iframe src="https://www.youtube.com/embed/abcdef12345?rel=0"></iframe>'
    )
    assert links(blocks)[0][1] == "https://www.youtube.com/watch?v=abcdef12345"


def test_east_asian_lines_join_without_a_space() -> None:
    assert page("<p>深度\n学习 and\nmore</p>")[0].text == "深度学习 and more"


def test_ends_of_wrapped_lines_mean_nothing() -> None:
    line = "These are words that an editor has wrapped at about seventy signs a line,"
    wrapped = markdown("\n".join([line] * 8) + "\nand an end.\n")
    meant = markdown("**Title**\nAda Lovelace\nPaper: https://a.org/x\n")
    assert "\n" not in wrapped[0].text
    assert meant[0].text == "Title\nAda Lovelace\nPaper: https://a.org/x"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("##Title", [("heading", "Title")]),
        ("## Title {#name}", [("heading", "Title")]),
        ("Title\n-----", [("heading", "Title")]),
        ("Paper\nhttps://a.org/x\n---", [("paragraph", "Paper\nhttps://a.org/x"), ("rule", "")]),
        ("#ai #papers", [("paragraph", "#ai #papers")]),
        ("* TOC\n{:toc}\n\nWords\n{: .lead}", [("paragraph", "Words")]),
        ("{% include x.html %}\nWords {{ site.x }}", [("paragraph", "Words")]),
        (
            "{{< youtube abcdef12345 >}}",
            [("paragraph", "https://www.youtube.com/watch?v=abcdef12345")],
        ),
        ("{% highlight python %}\nx\n{% endhighlight %}", [("code", "x")]),
        ("<!-- a comment -->\n\nWords <!-- here --> too", [("paragraph", "Words too")]),
        ("- [x] Done", [("item", "Done")]),
        ("    **Title** [x](http://a.b/)", [("paragraph", "Title x")]),
        ("    x = 1", [("code", "x = 1")]),
    ],
)
def test_markdown_of_other_dialects(text: str, expected: list[tuple[str, str]]) -> None:
    # A heading of the first level alone would be the title.
    blocks = [block for block in markdown(f"First.\n\n{text}\n") if block.text != "First."]
    assert [(block.kind, block.text) for block in blocks] == expected


def test_notes_are_linked_with_their_signs() -> None:
    sign, note = markdown(
        "Words[^one].\n\n[^one]: Author, Title, https://arxiv.org/abs/1906.08237\n"
    )
    assert links((sign,)) == [("[one]", "#fn-one")]
    assert note.anchors == ("fn-one",)
    assert note.text.startswith("[one] Author")


@pytest.mark.parametrize(
    "frame",
    [
        '<iframe src="/card#1" data-content="https%3A%2F%2Farxiv.org%2Fabs%2F1906.08237"></iframe>',
        '<iframe src="https://hatenablog-parts.com/embed?url=https%3A%2F%2Farxiv.org%2Fabs%2F1906.08237"></iframe>',
    ],
)
def test_a_frame_with_a_preview_is_a_link_to_what_it_shows(frame: str) -> None:
    assert links(page(f"<p>See</p>{frame}")) == [
        ("https://arxiv.org/abs/1906.08237", "https://arxiv.org/abs/1906.08237")
    ]


def test_a_frame_that_shows_nothing_known_is_left_out() -> None:
    assert page('<p>See</p><iframe src="https://ads.example.org/x"></iframe>')[1:] == ()


def test_formulas_that_a_script_draws_are_tex_on_pages_with_such_a_script() -> None:
    text = r"<p>With \(a_1\) and $b^2$, for $5.</p>"
    script = '<script src="https://cdn.example.org/mathjax/tex.js"></script>'
    marks = [
        [span.text for span in page(text + more)[0].spans if span.mark] for more in ("", script)
    ]
    assert marks == [[], ["$a_1$", "$b^2$"]]


def test_headings_of_markdown_have_the_names_that_github_gives_them() -> None:
    blocks = markdown("Words.\n\n## Graph *nets*: 1, 2\n\n## Same\n\n## Same\n")
    assert [block.anchors for block in blocks[1:]] == [("graph-nets-1-2",), ("same",), ("same-1",)]


def test_names_that_github_prefixed_are_the_authors_names() -> None:
    (block,) = page('<p><a id="user-content-ref1"></a>Words</p>')
    assert block.anchors == ("ref1",)


def test_a_table_of_one_column_is_what_is_in_it() -> None:
    assert [block.kind for block in page("<table><tr><td>One<tr><td>Two<tr><td>Three</table>")] == [
        "paragraph",
        "paragraph",
        "paragraph",
    ]


def test_links_that_only_style_sets_apart_have_a_space_between() -> None:
    assert page('<p><a href="/a">arXiv</a><a href="/b">Code</a></p>')[0].text == "arXiv Code"
