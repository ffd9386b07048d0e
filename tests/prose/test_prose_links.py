"""Links and images in every spelling, and brackets that are only brackets."""

import pytest

from prose.bodies import html, rendered


@pytest.mark.parametrize(
    ("source", "address", "title"),
    [
        ("[a](https://e.org/x)", "https://e.org/x", ""),
        ('[a](https://e.org/x "T")', "https://e.org/x", "T"),
        ("[a](<https://e.org/x y>)", "https://e.org/x%20y", ""),
        ("[a](https://e.org/x(y))", "https://e.org/x(y)", ""),
        ("[a](https://e.org/x y)", "https://e.org/x%20y", ""),
        (r"[a](https://e.org/a\_b)", "https://e.org/a_b", ""),
        ("[a](https://e.org/?a=1&b=2)", "https://e.org/?a=1&amp;b=2", ""),
        ("[a](//e.org/x)", "https://e.org/x", ""),
        ("[a][r]\n\n[r]: https://e.org/ 'T'", "https://e.org/", "T"),
        ("[a][]\n\n[A]: https://e.org/", "https://e.org/", ""),
        ("[a]\n\n[a]: https://e.org/", "https://e.org/", ""),
    ],
)
def test_a_link_is_understood(source: str, address: str, title: str) -> None:
    titled = f' title="{title}"' if title else ""
    assert html(source) == f'<p><a href="{address}"{titled}>a</a></p>'


@pytest.mark.parametrize("source", ["[a]", "[a] (b)", "a](b)", "[a][b]", "[[a]b]", "[a](b"])
def test_brackets_alone_stay(source: str) -> None:
    assert html(source) == f"<p>{source}</p>"


def test_no_link_stands_in_a_link() -> None:
    assert html("[a [b](https://e.org/) c](d.md)") == (
        '<p>[a <a href="https://e.org/">b</a> c](d.md)</p>'
    )


def test_a_link_after_one_in_brackets_still_works() -> None:
    assert html("[x [b](https://e.org/)] [c](https://e.org/c)").count("<a ") == 2


def test_an_image_keeps_the_words_of_its_alternative_text() -> None:
    prose = rendered("x ![a *b* [c](d)](e.png)")
    assert prose.references[0].text == "a b c"
    assert 'alt="a b c">' in prose.html


def test_a_link_without_words_shows_its_address() -> None:
    assert html("[](https://e.org/)") == '<p><a href="https://e.org/">https://e.org/</a></p>'


def test_addresses_in_angle_brackets_are_links() -> None:
    assert (
        html("<https://e.org/a_b_c>")
        == '<p><a href="https://e.org/a_b_c">https://e.org/a_b_c</a></p>'
    )
    assert html("<me@e.org>") == '<p><a href="mailto:me@e.org">me@e.org</a></p>'


def test_definitions_one_under_another_are_all_read() -> None:
    shown = html(
        "[a] [b] [c]\n\n[a]: https://e.org/1\n[b]: https://e.org/2\nwords\n[c]: https://e.org/3"
    )
    assert shown.count("<a href=") == 3
    assert "<p>words</p>" in shown


def test_classes_and_ids_may_follow() -> None:
    shown = html("[a](https://e.org/){.big #here} `b`{.c}", prefix="p-")
    assert '<a href="https://e.org/" id="p-here" class="big">a</a>' in shown
    assert '<code class="c">b</code>' in shown
