"""Saved pages: what they say of themselves, and which part of them is the article."""

import pytest

from roundup.authoring.importers.document import Document
from roundup.authoring.importers.reading.kinds import read_document

WORDS = "The year had many good papers, and these are the ones that I would read again. "


def read(head: str, body: str, attributes: str = "") -> Document:
    page = f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{body}</body></html>"
    return read_document("page.html", page.encode())


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_the_head_says_title_date_author_and_address() -> None:
    head = """<title>Five papers - A Blog</title><meta property="og:site_name" content="A Blog">
    <meta property="og:title" content="Five papers"><meta name="description" content="About them.">
    <meta property="article:published_time" content="2019-12-16T08:00:00+00:00">
    <meta name="author" content="Ada Lovelace"><meta property="og:locale" content="en_GB">
    <meta property="article:tag" content="nlp"><meta property="og:image" content="https://a.org/x.png">
    <link rel="canonical" href="https://a.org/five/"><link rel="shortlink" href="https://a.org/?p=5">"""
    document = read(head, f"<h1>Five papers</h1><p>{WORDS}</p>")
    assert document.title == "Five papers"
    assert document.description == "About them."
    assert document.date == "2019-12-16"
    assert document.authors == ("Ada Lovelace",)
    assert document.publisher == "A Blog"
    assert document.address == "https://a.org/five/"
    assert document.aliases == ("https://a.org/?p=5",)
    assert document.language == "en-GB"
    assert document.tags == ("nlp",)
    assert document.image == "https://a.org/x.png"
    assert texts(document) == [WORDS.strip()]


def test_json_for_search_engines_says_it_too() -> None:
    data = """{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "A Blog"},
    {"@type": ["BlogPosting"], "headline": "Five papers", "datePublished": "2019-12-16",
     "author": [{"@type": "Person", "name": "Ada Lovelace"}], "publisher": {"name": "A Blog"}}]}"""
    document = read(f'<script type="application/ld+json">{data}</script>', f"<p>{WORDS}</p>")
    assert (document.title, document.date) == ("Five papers", "2019-12-16")
    assert (document.authors, document.publisher) == (("Ada Lovelace",), "A Blog")


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Five papers | A Blog", "", "Five papers"),
        ("Five papers of the year - A Blog", "", "Five papers of the year"),
        (
            "A Blog: Five papers",
            "<h1>A Blog</h1><h3 class='post-title entry-title'>Five papers</h3>",
            "Five papers",
        ),
        ("A Blog", "<h1>Five papers</h1>", "Five papers"),
        ("", "<p class='title'>Five papers</p>", "Five papers"),
        ("Five papers: GPT-3 - and more", "", "Five papers: GPT-3 - and more"),
        ("2019年论文_博客-CSDN博客", "<h1 id='articleContentId'>2019年论文</h1>", "2019年论文"),
    ],
)
def test_the_title_is_the_headline_without_the_site(title: str, body: str, expected: str) -> None:
    assert read(f"<title>{title}</title>", f"{body}<p>{WORDS}</p>").title == expected


@pytest.mark.parametrize(
    ("mark", "date"),
    [
        ('<time datetime="2019-12-16T08:00">some day</time>', "2019-12-16"),
        ('<span class="post-date">16 December 2019</span>', "2019-12-16"),
        ('<p class="published">Dec. 16, 2019</p>', "2019-12-16"),
        ('<h2 class="date-header">lunes, 16 de diciembre de 2019</h2>', "2019-12-16"),
        ('<span class="date">2019年12月16日</span>', "2019-12-16"),
        ('<span class="date">2019. 12. 16. 08:00</span>', "2019-12-16"),
        ('<span class="date">yesterday</span>', ""),
    ],
)
def test_the_date_is_where_readers_see_it(mark: str, date: str) -> None:
    assert read("", f"{mark}<p>{WORDS}</p>").date == date


AROUND = """
<header class="site-header"><a href="/">A Blog</a></header>
<nav><ul><li><a href="/a">Papers</a></li><li><a href="/b">About all of us here</a></li></ul></nav>
<div class="share-buttons"><a href="https://twitter.com/x">Share this list on Twitter</a></div>
{article}
<aside>Written by somebody who likes to write about papers</aside>
<div class="related-posts"><h3>Related</h3><a href="/c">Another list of papers that you may like</a></div>
<div id="newsletter">Get the newest papers by mail</div>
<section id="comments"><p>First! I liked https://arxiv.org/abs/1706.03762 more.</p></section>
<div style="display:none">Nobody sees this text</div>
<div class="cookie-banner">This site uses cookies, as all sites do</div>
<footer>Copyright by A Blog</footer>
"""


@pytest.mark.parametrize(
    "article",
    [
        "<article><p>{words}</p><p>More</p></article>",
        '<div class="entry-content"><p>{words}</p><p>More</p></div>',
        "<main><div><p>{words}</p><p>More</p></div></main>",
        "<div><div><p>{words}</p><p>More</p></div></div>",
        "<table width=100%><tr><td><p>{words}</p><p>More</p></td></tr></table>",
    ],
)
def test_only_the_article_is_read(article: str) -> None:
    body = AROUND.format(article=article.format(words=WORDS * 5))
    document = read("", body)
    assert [text for text in texts(document) if "good papers" not in text] == ["More"]
    what = " ".join(one.what for one in document.skipped)
    assert "navigation" in what
    assert "comments of readers" in what


def test_several_articles_on_a_page_all_count() -> None:
    articles = "".join(f"<article><h2>Paper {n}</h2><p>{WORDS}</p></article>" for n in "abc")
    headings = [block.text for block in read("", articles).blocks if block.kind == "heading"]
    assert headings == ["Paper a", "Paper b", "Paper c"]


def test_a_part_with_papers_is_kept_whatever_its_name() -> None:
    papers = "".join(
        f'<li><a href="https://arxiv.org/abs/1906.0823{n}">Paper {n}</a></li>' for n in range(4)
    )
    body = f'<article><p>{WORDS * 3}</p><section id="related" class="related"><ul>{papers}</ul></section></article>'
    assert [block.text for block in read("", body).blocks if block.kind == "item"] == [
        "Paper 0",
        "Paper 1",
        "Paper 2",
        "Paper 3",
    ]


def test_relative_links_of_a_page_with_an_address_are_resolved() -> None:
    head = '<link rel="canonical" href="https://a.org/2019/five/">'
    body = (
        f'<p>{WORDS}<a href="../x.pdf">a</a><a href="#b">b</a><a href="arxiv.org/abs/1">c</a></p>'
    )
    (block,) = read(head, body).blocks
    assert [span.link for span in block.spans if span.link] == [
        "https://a.org/2019/x.pdf",
        "#b",
        "arxiv.org/abs/1",
    ]


def test_styles_of_word_processors_count() -> None:
    head = "<style>.c1{font-weight:700}.c2{color:red;font-style:italic}</style>"
    (block,) = read(
        head, '<p><span class="c1">Bold</span> and <span class="c2">slanted</span></p>'
    ).blocks
    assert block.markdown == "**Bold** and *slanted*"


def test_lines_of_a_page_are_those_of_its_file() -> None:
    page = "<html>\n<body>\n<!-- a\ncomment -->\n<h2>One</h2>\n<p>\nTwo<br>\nThree</p>\n</body>"
    document = read_document("a.html", page.encode())
    assert [(block.text, block.line) for block in document.blocks] == [
        ("One", 5),
        ("Two\nThree", 7),
    ]
    assert [span.line for span in document.blocks[1].spans] == [7, 7, 8]
