"""Wiki-links become references wherever words stand."""

import pytest

from prose.bodies import html, rendered
from roundup.content.prose import Reference


@pytest.mark.parametrize(
    ("source", "target", "label"),
    [
        ("[[xlnet]]", "xlnet", ""),
        ("[[arxiv:1906.08237]]", "arxiv:1906.08237", ""),
        ("[[xlnet|its authors]]", "xlnet", "its authors"),
        ("[[ xlnet | its authors ]]", "xlnet", "its authors"),
        ("# [[xlnet]]", "xlnet", ""),
        ("> - [[xlnet]]", "xlnet", ""),
        ('"[[xlnet]]"', "xlnet", ""),
        ("**[[xlnet]]**", "xlnet", ""),
        ("| a | b |\n|---|---|\n| [[xlnet|its authors]] | c |", "xlnet", "its authors"),
        ("x[^1]\n\n[^1]: see [[xlnet]]", "xlnet", ""),
    ],
)
def test_a_wiki_link_is_a_reference(source: str, target: str, label: str) -> None:
    prose = rendered(source)
    assert [(one.kind, one.target, one.text) for one in prose.references] == [
        ("wiki", target, label)
    ]
    assert prose.html.count("\ue0000\ue001") == 1


@pytest.mark.parametrize("source", ["`[[xlnet]]`", "```\n[[xlnet]]\n```", "[[]]", "[[a", r"\[[a]]"])
def test_code_and_broken_ones_are_none(source: str) -> None:
    assert rendered(source).references == ()


def test_inside_a_link_or_alternative_text_only_the_words_stay() -> None:
    assert html("[see [[k|it]]](https://e.org/)") == '<p><a href="https://e.org/">see it</a></p>'
    assert 'alt="see it"' in html("![see [[k|it]]](a.png)")


def test_the_line_of_each_is_known() -> None:
    prose = rendered("# T\n\n[[a]] and\n[[b]]\n\n```\n[[a]]\n```\n\n[[b]]")
    assert prose.references == (
        Reference("wiki", "a", "", 3),
        Reference("wiki", "b", "", 4),
        Reference("wiki", "b", "", 10),
    )
