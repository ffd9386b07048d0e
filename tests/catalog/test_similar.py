"""Titles are evidence, never identity: warnings about alike and unlike ones."""

import pytest

from catalog.articles import catalog, entries, page, problems


def test_very_similar_titles_are_a_warning_that_shows_both_places() -> None:
    files = entries(
        page(title="Generalized Autoregressive Pretraining for Language Understanding"),
        page(title="Generalised autoregressive pre-training for language understanding"),
    )
    assert problems(files) == [
        "content/2020/two/b.md:2: warning: the title is almost that of content/2019/one/a.md, "
        "yet they are two papers\n"
        "  hint: write 'same_as:' or 'different_from:' into one of them"
    ]


def test_different_from_settles_similar_titles() -> None:
    files = entries(
        page(title="Momentum Contrast for Visual Learning"),
        page(title="Momentum Contrasts for Visual Learning", different_from="[a]"),
    )
    assert problems(files) == []


def test_different_from_another_paper_settles_nothing() -> None:
    files = entries(
        page(title="Momentum Contrast for Visual Learning"),
        page(title="Momentum Contrasts for Visual Learning", different_from="[other]"),
        **{"2020/two/other.md": page(title="Deep Double Descent")},
    )
    assert any("the title is almost that of" in one for one in problems(files))


def test_one_identifier_under_very_different_titles_is_a_warning() -> None:
    """A well-known list links another paper's arXiv id for one of its papers."""
    files = entries(
        page(title="Deep Double Descent", paper="p", arxiv='"1912.02292"'),
        page(title="Hearing Lips in Silence", paper="p", arxiv='"1912.02292"'),
    )
    found = [one for one in problems(files) if "little in common" in one]
    assert found == [
        "content/2020/two/b.md:2: warning: the title has little in common with that in "
        "content/2019/one/a.md, yet they are one paper\n"
        "  hint: check the identifiers of both; 'different_from:' keeps them apart"
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Generalized pretraining for language models",
            "Generalised pretraining for language models",
        ),
        ("Attention is all you need", "Attention is all you need!"),
        ("Transformers", "transformers"),
        ("Deep residual learning for recognition", "Deep residual learning for recogniton"),
    ],
)
def test_one_slip_of_the_pen_is_seen_wherever_it_stands(first: str, second: str) -> None:
    files = entries(page(title=first), page(title=second))
    assert len(catalog(files).papers) == 2
    assert len([one for one in problems(files) if "the title is almost that of" in one]) == 1


def test_titles_of_a_pattern_are_no_slips() -> None:
    files = entries(
        page(title="A survey of graph neural networks"),
        page(title="A survey of diffusion models"),
    )
    assert problems(files) == []


def test_titles_that_differ_by_a_number_alone_are_two_works() -> None:
    files = entries(
        page(title="Findings of the Shared Task on Machine Translation 2018"),
        page(title="Findings of the Shared Task on Machine Translation 2019"),
    )
    assert problems(files) == []
