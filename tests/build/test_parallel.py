"""One ordered map, by whatever number of workers."""

import pytest

from roundup.build.parallel import mapped, workers


def _doubled(numbers: list[int]) -> list[int]:
    return [2 * number for number in numbers]


@pytest.mark.parametrize("jobs", [1, 2, 10_000])
def test_results_come_in_order_whatever_the_number_of_workers(jobs: int) -> None:
    with workers(jobs) as executor:
        assert list(mapped(_doubled, range(100), 7, executor, jobs)) == list(range(0, 200, 2))
