"""A new roundup's index, and what it takes over from an earlier edition."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundup.authoring.new import Earlier, followed, index, pattern, series_of, title_of
from roundup.content import schema
from roundup.content.fields import RoundupFields
from roundup.content.frontmatter import read


def earlier(size: int = 5, slug: str = "top-5", **fields: Any) -> Earlier:
    return Earlier(path=f"content/2018/{slug}/index.md", fields=fields, size=size)


@pytest.mark.parametrize(
    ("slug", "title"),
    [
        ("top-10", "Top {n}"),
        ("top-10-papers-of-2024", "Top {n} papers of {year}"),
        ("my-list", "My list"),
        ("2024", "{year}"),
        ("best-2023", "Best 2023"),
    ],
)
def test_a_slug_gives_a_title(slug: str, title: str) -> None:
    assert title_of(slug, "2024") == title


@pytest.mark.parametrize(
    ("old", "made"),
    [
        ("Top 5 papers of 2018", "Top {n} papers of {year}"),
        ("Top-5 papers of 2018", "Top-{n} papers of {year}"),
        ("Top {n} of {year}", "Top {n} of {year}"),
        ("2018年的5篇论文", "{year}年的{n}篇论文"),
        ("Best papers", "Best papers"),
        ("GPT-5 and 15 more, 2.5 times", "GPT-5 and 15 more, 2.5 times"),
        ("5 papers of 12018", "{n} papers of 12018"),
        ("The {n} best: 5 of them about BERT", "The {n} best: 5 of them about BERT"),
    ],
)
def test_digits_of_an_old_title_become_names(old: str, made: str) -> None:
    assert pattern(old, earlier()) == made


def test_a_list_without_papers_names_no_number() -> None:
    assert pattern("Top 0 of 2018", earlier(size=0)) == "Top 0 of {year}"


def test_the_next_edition_takes_over_what_is_the_list_s_own() -> None:
    old = earlier(
        title="Top 5 of 2018",
        description="The 5 papers of 2018.",
        series="Top papers",
        curators=["Yuan Yuan", {"name": "Michael Sarazen", "role": "editor"}],
        tags=["nlp"],
        ranked=False,
        order="countdown",
        license="CC BY 4.0",
        date="2018-12-31",
        source={"url": "https://example.org/"},
        entries=["xlnet"],
        summary="A year.",
        translated_from={"body": "1f0c2a9b3e"},
    )
    assert followed(old) == {
        "title": "Top {n} of {year}",
        "description": "The {n} papers of {year}.",
        "series": "Top papers",
        "curators": ["Yuan Yuan", {"name": "Michael Sarazen", "role": "editor"}],
        "tags": ["nlp"],
        "ranked": False,
        "order": "countdown",
        "license": "CC BY 4.0",
    }


def test_a_field_that_is_null_is_not_taken_over() -> None:
    assert followed(earlier(title="T", series=None, tags=None)) == {"title": "T"}


def test_a_given_title_goes_before_the_earlier_one() -> None:
    front = read(index("2019/top-5", "Mine", earlier(title="Top 5 of 2018", series="S")))
    assert front.fields == {"title": "Mine", "series": "S"}


@pytest.mark.parametrize(
    ("slug", "old", "series"),
    [
        ("top-10", "top-5", "top"),
        ("rubiks-code-top-15", "rubiks-code-top-5", "rubiks-code-top"),
        ("best", "best", "best"),
        ("winter", "summer", "winter"),
        ("10", "10", "10"),
    ],
)
def test_two_editions_without_a_series_get_one(slug: str, old: str, series: str) -> None:
    assert series_of(slug, earlier(slug=old)) == series
    assert read(index(f"2019/{slug}", "", earlier(slug=old))).fields["series"] == series


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1)


@given(TEXT, TEXT, st.integers(0, 30), st.lists(TEXT, max_size=3))
def test_whatever_the_title_the_index_can_be_read(
    title: str, old: str, size: int, tags: list[str]
) -> None:
    front = read(index("2019/top", title, earlier(size, title=old, tags=tags)))
    assert front.complaints == ()
    assert front.fields["title"] == title
    faults = schema.read(RoundupFields, front.fields).faults
    assert all(one.path[0] == "tags" for one in faults), faults


def test_the_body_has_a_place_for_the_papers_and_nothing_for_readers() -> None:
    body = read(index("2019/top", "")).body
    lines = [line for line in body.splitlines() if line]
    assert "<!-- papers -->" in lines
    assert all(line.startswith("<!--") and line.endswith("-->") for line in lines)
