"""The nearest right spelling."""

import pytest

from roundup.content.spelling import nearest


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("arvix", "did you mean 'arxiv'?"),
        ("ARXIV", "did you mean 'arxiv'?"),
        ("titel", "did you mean 'title'?"),
        ("publisher", "known are arxiv, rank, title"),
    ],
)
def test_the_nearest_name_is_offered_else_all_are_shown(word: str, hint: str) -> None:
    assert nearest(word, ("title", "arxiv", "rank")) == hint


def test_a_long_list_is_cut_visibly() -> None:
    assert nearest("?", [f"key-{number:02}" for number in range(41)]).endswith("key-39, ...")


def test_nothing_known_is_nothing_said() -> None:
    assert nearest("x", ()) == ""
