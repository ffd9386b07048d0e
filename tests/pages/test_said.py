"""Interface words with their fields filled in."""

import pytest

from pages.drawn import scope_of
from roundup.pages.site import said


@pytest.mark.parametrize(
    ("n", "expected"),
    [(1, "1 paper"), (0, "0 papers"), (999, "999 papers"), (12_345, "12,345 papers")],
)
def test_the_plural_follows_the_number_and_great_ones_have_separators(
    n: int, expected: str
) -> None:
    assert said(scope_of({}).site, "n_papers", n=n) == expected


def test_other_fields_stay_as_they_are() -> None:
    assert said(scope_of({}).site, "rank_of", rank=2, n=5) == "rank 2 of 5"
