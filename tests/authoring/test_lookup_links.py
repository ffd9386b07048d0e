"""Every outside link of an article is found, with the line it is written on."""

from roundup.authoring.lookup.links import outside_links
from roundup.content.article import Reading, parse
from roundup.content.place import place_of

PATH = "content/2019/top/tas.md"


def links(text: str, path: str = PATH) -> list[tuple[int, str]]:
    parsed = parse(path, place_of(path, ("en", "zh")), text.encode(), Reading("en"))
    found = outside_links([parsed.article], dict(parsed.bodies), {path: text})
    return [(one.line, one.url) for one in found]


def test_addresses_of_front_matter_and_words() -> None:
    text = """---
title: https://a.org/title
url: https://a.org/title
authors: [{name: Xuanyi Dong, url: "https://d.org/"}]
code:
  - https://github.com/x/y
links:
  - rel: project
    url: https://p.org/
    archived: https://web.archive.org/p
extra: {own: "https://no.org/"}
---
One [two](https://b.org/?a=1&b=2) three.

<https://c.org/> and https://bare.org/x, <img src="https://i.org/p.png" alt="A picture">.

`https://code.org/` <!-- https://comment.org/ --> [mail](mailto:a@b.org) [here](#one) [page](/about/)
"""
    assert links(text) == [
        (3, "https://a.org/title"),
        (4, "https://d.org/"),
        (6, "https://github.com/x/y"),
        (9, "https://p.org/"),
        (10, "https://web.archive.org/p"),
        (13, "https://b.org/?a=1&b=2"),
        (15, "https://c.org/"),
        (15, "https://i.org/p.png"),
    ]


def test_a_roundup_s_sources_count_too() -> None:
    text = """---
title: Top
source: {url: "https://s.org/a", via: [{url: "https://v.org/"}]}
also_at: https://m.org/
canonical: https://s.org/a
---
"""
    assert links(text, "content/2019/top/index.md") == [
        (3, "https://s.org/a"),
        (3, "https://v.org/"),
        (4, "https://m.org/"),
    ]


def test_an_escaped_address_is_found_in_its_line() -> None:
    text = '---\ntitle: T\n---\n\n<a href="https://b.org/?a=1&amp;b=2">x</a>\n'
    assert links(text) == [(5, "https://b.org/?a=1&b=2")]
