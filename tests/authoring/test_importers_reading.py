"""Files of any kind become documents: what they are, what they say of themselves, which lines stand where."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundup.authoring.importers.document import Block, Document
from roundup.authoring.importers.reading.kinds import MOST_BYTES, read_document


def read(name: str, text: str) -> Document:
    return read_document(name, text.encode())


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


POST = """---
layout: post
title: "Five papers: a year"
date: 2019-12-16 08:00:00 +0100
tags: [nlp, vision]
author: Ada Lovelace
permalink: /2019/five/
---
# Five papers: a year

Words of the curator.

## XLNet
"""


def test_front_matter_says_what_a_post_is_and_its_lines_count() -> None:
    document = read("2019-12-16-five.md", POST)
    assert document.title == "Five papers: a year"
    assert document.date == "2019-12-16"
    assert document.tags == ("nlp", "vision")
    assert document.authors == ("Ada Lovelace",)
    assert document.aliases == ("/2019/five/",)
    assert document.slug == "five"
    assert [(block.kind, block.line) for block in document.blocks] == [
        ("paragraph", 11),
        ("heading", 13),
    ]


def test_a_heading_that_repeats_the_title_is_no_block() -> None:
    assert texts(read("a.md", POST)) == ["Words of the curator.", "XLNet"]


def test_a_single_first_heading_is_the_title() -> None:
    document = read("README.md", "# Papers I liked\n\n## One\n\n## Two\n")
    assert (document.title, texts(document)) == ("Papers I liked", ["One", "Two"])


def test_a_heading_beside_another_title_stays() -> None:
    document = read("a.md", "---\ntitle: Papers\n---\n# What I read\n\nWords.\n")
    assert (document.title, texts(document)) == ("Papers", ["What I read", "Words."])


def test_several_headings_of_the_first_level_are_no_title() -> None:
    document = read("README.md", "# One\n\n# Two\n")
    assert (document.title, texts(document)) == ("", ["One", "Two"])


def test_broken_front_matter_is_said_and_the_body_is_read() -> None:
    document = read("a.md", "---\ntitle: One: two: [three\n---\nBody.\n")
    assert texts(document) == ["Body."]
    assert document.title == "One: two: [three"
    assert [one.line for one in document.skipped] == [1]


def test_comments_in_the_source_are_said_to_be_left_out() -> None:
    text = "Words.\n\n<!-- - [A paper](https://arxiv.org/abs/1906.08237) for later -->\n\n<!-- more -->\n"
    document = read("a.md", text)
    assert texts(document) == ["Words."]
    assert [one.line for one in document.skipped] == [3]


def test_the_file_name_gives_date_and_slug_where_the_text_does_not() -> None:
    document = read("posts/2020-01-05-best-papers.markdown", "Words.")
    assert (document.date, document.slug) == ("2020-01-05", "best-papers")


@pytest.mark.parametrize(
    ("name", "text", "level"),
    [
        ("a.txt", "<!DOCTYPE html><html><body><h2>Title</h2></body></html>", 2),
        ("a.html", "<p>One</p><h2>Title</h2><p>Two</p>", 2),
        ("a.html", "Some words\n\n## Title\n", 2),
        ("a.md", "<div>\n\n## Title\n\n</div>\n", 2),
        ("a.html", "---\ntitle: T\n---\n<p>One</p>\n<h2>Title</h2>\n", 2),
    ],
)
def test_contents_tell_pages_from_markdown(name: str, text: str, level: int) -> None:
    found = [block for block in read(name, text).blocks if block.kind == "heading"]
    assert [(block.text, block.level) for block in found] == [("Title", level)]


def test_lines_of_pages_count_front_matter() -> None:
    document = read("a.html", "---\ntitle: T\n---\n<p>One</p>\n<p>Two</p><br>\n<p>Three</p>\n")
    assert [block.line for block in document.blocks] == [4, 5, 6]


def test_a_page_saved_with_everything_in_one_file_is_read() -> None:
    archive = (
        "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
        "--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<html><head><title>Caf=C3=A9</title></head><body><p>Long wor=\r\nds</p></body></html>\r\n--x--\r\n"
    )
    document = read_document("a.mhtml", archive.encode())
    assert (document.title, texts(document)) == ("Café", ["Long words"])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("今年最好的论文列表。" * 20, "zh"),
        ("今年のベスト論文をまとめました。" * 20, "ja"),
        ("올해 가장 좋은 논문을 정리했습니다. " * 20, "ko"),
        ("Los mejores artículos del año que me gustaron y por qué. " * 5, "es"),
        ("Os melhores artigos do ano e por que são bons para mim. " * 5, "pt"),
        ("The best papers of the year and why they are good to read. " * 5, "en"),
        ("xyz", ""),
    ],
)
def test_language_is_told_by_letters_and_small_words(text: str, language: str) -> None:
    assert read("a.md", text).language == language


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x7fELF\x02" + b"\x00\x01" * 400])
def test_what_is_no_text_is_said(data: bytes) -> None:
    document = read_document("a.md", data)
    assert not document.blocks
    assert [one.what for one in document.skipped] == ["this is no text"]


def test_a_huge_file_is_refused_in_words() -> None:
    document = read_document("a.md", b"a" * (MOST_BYTES + 1))
    assert not document.blocks
    assert "larger than" in document.skipped[0].what


@pytest.mark.parametrize("text", ["", "\n\n", "---", "---\n---\n", "+++\n+++\n", "<html>", "﻿"])
def test_nothing_is_a_document_without_blocks(text: str) -> None:
    assert [block for block in read("a.md", text).blocks if block.kind != "rule"] == []


HOSTILE = {
    "nested elements": "<html>" + "<div><b>" * 8_000 + "x",
    "nested folds": "<html>" + "<details><summary>x</summary>y" * 2_000,
    "comments": "<!-- a -->" * 2_000 + "<p>x",
    "comments without end": "<html>" + "<!-- " * 20_000,
    "tags without end": "<html>" + "<a " * 20_000,
    "attributes without end": "<html>" + '<a x="' * 20_000,
    "end tags": "<html>" + "</p></div>" * 10_000,
    "signs": "<html>" + "<&" * 50_000,
    "breaks": "<html><p>" + "x<br>" * 1_000,
    "preformatted": "<html>" + '<div class="highlight"><pre>x' * 2_000,
    "open brackets": "[" * 20_000,
    "open images": "![" * 20_000,
    "closed brackets": "[" * 10_000 + "x" + "]" * 10_000,
    "quotations": "> " * 50_000 + "x",
    "items": "- " * 50_000,
    "emphasis": "*a **b _c " * 4_000,
    "backslashes": "\\[" * 20_000,
    "dollars": "$a" * 10_000,
    "templates": "{{< a " * 10_000 + "{% " * 10_000,
    "pipes": "|a" * 1_000 + "|\n" + "|-" * 1_000 + "|\n" + ("|b" * 1_000 + "|\n") * 5,
    "aliases": "---\na: &a [x, x, x]\n"
    + "".join(
        f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}, *{a}]\n"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "---\nx",
    "a value in itself": "---\na: &a [*a]\n---\nx",
    "items in keys in items": "---\na:\n " + "- ? " * 15_000 + "\n---\nx",
    "keys with dots": "+++\n" + "a." * 30_000 + "b = 1\n+++\nx",
    "keys in keys": "---\n" + "? " * 20_000 + "\n---\nx",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_or_said_to_be_too_much(name: str) -> None:
    """What once took minutes; a test that hangs fails."""
    document = read("a.txt", HOSTILE[name])
    assert document.blocks or document.skipped


PIECES = st.sampled_from(
    """<p> </p> <div <b> </b> <li> <ul> </ul> <table> <tr> <td> <br> <a href="x"> </a> <!-- --> <h2> <pre> </pre>
    ## # - * 1. | |- > ``` ` ** _ [ ] ( ) ![ $ \\( --- +++ : {{ }} {% %} [^1] [^1]: &amp; &#0; \\ http://a.b/c 论文：
    <script> </script> <style> <math> <img src=x> <details> <summary> <html> <body> <title>""".split()  # noqa: SIM905  (a list of words reads best as words)
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.one_of(PIECES, st.text(max_size=4), st.just("\n")), max_size=40),
    st.sampled_from(("a.md", "a.html")),
)
def test_any_text_is_read(parts: list[str], name: str) -> None:
    text = " ".join(parts)
    document = read_document(name, text.encode("utf-8", "replace"))
    last = text.count("\n") + text.count("\r") + text.count("\v") + text.count("\f") + 1
    assert all(0 < block.line <= last for block in every(document.blocks))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read(data: bytes) -> None:
    assert isinstance(read_document("a.md", data), Document)


def every(blocks: tuple[Block, ...]) -> list[Block]:
    found = list(blocks)
    for block in blocks:
        for row in block.rows:
            for cell in row.cells:
                found += every(cell)
    return found
