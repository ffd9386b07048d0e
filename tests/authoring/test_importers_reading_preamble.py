"""Front matter of other site generators."""

import pytest

from roundup.authoring.importers.reading.preamble import said, split


def test_jekyll() -> None:
    text = """---
layout: post
title: 'Ten papers: 2019'
date: 2019-12-31 23:30:00 -0500
categories: research
tags:
  - nlp
  - vision
excerpt: A year of papers.
redirect_from:
  - /old/one/
  - /old/two.html
image:
  path: /img/cover.png
lang: en
---
Body
"""
    preamble = split(text)
    found = said(preamble)
    assert (preamble.body, preamble.line, preamble.fault) == ("Body\n", 17, "")
    assert (found.title, found.date, found.language) == ("Ten papers: 2019", "2019-12-31", "en")
    assert found.tags == ("nlp", "vision", "research")
    assert found.description == "A year of papers."
    assert found.aliases == ("/old/one/", "/old/two.html")
    assert found.image == "/img/cover.png"


def test_three_dots_in_a_value_do_not_end_it() -> None:
    preamble = split("---\nheader: what I learned...\ndate: 2017-12-07\n---\nBody\n")
    assert (said(preamble).date, preamble.body) == ("2017-12-07", "Body\n")


def test_hugo() -> None:
    text = """+++
title = "Ten papers"
date = 2019-12-31T10:00:00Z
slug = "ten-papers"
aliases = ["/2019/ten/"]
authors = ["Ada Lovelace", "Alan Turing"]
[taxonomies]
tags = ["nlp"]
+++
Body
"""
    found = said(split(text))
    assert (found.title, found.date, found.slug) == ("Ten papers", "2019-12-31", "ten-papers")
    assert found.authors == ("Ada Lovelace", "Alan Turing")
    assert (found.aliases, found.tags) == (("/2019/ten/",), ("nlp",))


def test_pelican() -> None:
    text = """Title: Ten papers: the best
Date: 2019-12-31 10:20
Category: Papers
Tags: nlp, vision
Slug: ten-papers
Authors: Ada Lovelace, Alan Turing
Summary: A year.

Body
"""
    preamble = split(text)
    found = said(preamble)
    assert (found.title, found.date, found.slug) == (
        "Ten papers: the best",
        "2019-12-31",
        "ten-papers",
    )
    assert found.tags == ("nlp", "vision", "Papers")
    assert found.authors == ("Ada Lovelace", "Alan Turing")
    assert (preamble.body, preamble.line) == ("\nBody\n", 8)


@pytest.mark.parametrize(
    "text",
    [
        "Title: only a title\n\nWords",
        "Words\n\n---\n\nMore words\n\n---\n",
        "---\n\nWords after a rule\n\n---\n",
        "Note: this is a sentence.\nAnd another.\n",
        "---\ntitle: never closed\n",
    ],
)
def test_what_is_no_front_matter_is_body(text: str) -> None:
    assert (split(text).body, split(text).fields) == (text, {})


@pytest.mark.parametrize(
    "block",
    [
        "title: Ten: papers: here\ndate: 2019-12-31",
        "title: Ten: papers: here\n\tdate: [2019\ndate: 2019-12-31",
        "title: 'Ten: papers: here'\ndate: 2019-12-31\nx: " + "[" * 500,
    ],
)
def test_what_is_broken_is_read_line_by_line(block: str) -> None:
    preamble = split(f"---\n{block}\n---\nBody")
    assert (said(preamble).title, said(preamble).date) == ("Ten: papers: here", "2019-12-31")
    assert preamble.fault
    assert preamble.body == "Body"


def test_no_value_is_more_than_a_text() -> None:
    """Numbers, dates and words like `no` stay what is written."""
    found = said(split("---\ntitle: 2019\nslug: no\ntags: [1.10, yes]\n---\n"))
    assert (found.title, found.slug, found.tags) == ("2019", "no", ("1.10", "yes"))


def test_a_value_that_holds_itself_ends() -> None:
    assert said(split("---\ntitle: x\ntags: &a [b, *a]\n---\n")).title == "x"
