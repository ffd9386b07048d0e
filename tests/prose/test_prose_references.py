"""References: every address that the catalog must resolve, with its line."""

import pytest

from prose.bodies import html, rendered
from roundup.content.prose import Reference
from roundup.content.prose.addresses import Address, kind_of


def test_markdown_and_html_are_treated_alike() -> None:
    source = (
        "[a](../x/index.md#y) ![b](c.png)\n\n<a href='d.md'>e</a>\n\n"
        '<video src="f.mp4" poster="g.png"></video>\n\n/h [i](/j/)'
    )
    assert rendered(source).references == (
        Reference("link", "../x/index.md#y", "", 1),
        Reference("image", "c.png", "b", 1),
        Reference("link", "d.md", "", 3),
        Reference("file", "f.mp4", "", 5),
        Reference("file", "g.png", "", 5),
        Reference("link", "/j/", "", 7),
    )


def test_targets_are_unescaped_and_repeated_ones_have_their_own_lines() -> None:
    prose = rendered("[a](x&amp;y.md)\n\n[b](z.md)\n[c](z.md)")
    assert [(one.target, one.line) for one in prose.references] == [
        ("x&y.md", 1),
        ("z.md", 3),
        ("z.md", 4),
    ]


def test_marks_are_the_whole_value() -> None:
    assert html('[a](b.md "t") ![c](d.png)') == (
        '<p><a href="{0}" title="t">a</a> <img src="{1}" alt="c"></p>'
    )


def test_the_size_of_a_local_image_comes_later() -> None:
    assert "width" not in html('<img src="a.png" alt="x" width="50%" height="9">')
    assert 'width="5"' in html('<img src="https://e.org/a.png" alt="x" width="5">')


def test_every_candidate_of_a_srcset_is_one() -> None:
    prose = rendered(
        '<img src="a.png" alt="x" srcset="b.png 1x, https://e.org/c.png 2x, d.png 3x">'
    )
    assert [(one.kind, one.target) for one in prose.references] == [
        ("file", "a.png"),
        ("file", "b.png"),
        ("file", "d.png"),
    ]


@pytest.mark.parametrize("address", ["https://e.org/", "http://e.org/", "mailto:a@e.org"])
def test_other_sites_are_none(address: str) -> None:
    prose = rendered(f"[a]({address})")
    assert prose.references == ()
    assert f'href="{address}"' in prose.html


def test_a_fragment_leads_to_an_id_of_this_body() -> None:
    assert '<a href="#p-为什么">a</a>' in html("[a](#为什么)\n\n# 为什么", prefix="p-")
    assert 'href="#p-%' not in html("[a](#%E4%B8%BA)\n\n# 为", prefix="p-")
    assert 'href="#top"' in html("[a](#top)", prefix="p-")


def test_a_fragment_that_leads_nowhere_is_an_error_with_the_nearest_id() -> None:
    problems = rendered("# Results\n\n[a](#result)").problems
    assert [(one.line, one.severity, one.hint) for one in problems] == [
        (3, "error", "did you mean '#results'?")
    ]


def test_remote_images_and_missing_words_are_warnings() -> None:
    problems = rendered("![](a.png)\n\n![b](https://e.org/b.png)").problems
    assert [(one.line, one.severity) for one in problems] == [(1, "warning"), (3, "warning")]
    assert "no alternative text" in problems[0].message
    assert "remote image" in problems[1].message


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("a/b.md", Address.PATH),
        ("/a", Address.PATH),
        ("a?b:c", Address.PATH),
        ("", Address.PATH),
        ("#a", Address.FRAGMENT),
        ("HTTPS://e.org", Address.ABSOLUTE),
        ("//e.org", Address.ABSOLUTE),
        ("\\\\e.org", Address.ABSOLUTE),
        ("ftp://e.org", Address.UNSAFE),
        ("java\u200bscript:x", Address.UNSAFE),
    ],
)
def test_addresses_are_of_four_kinds(address: str, kind: Address) -> None:
    assert kind_of(address) is kind
