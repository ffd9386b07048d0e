"""One ordered map, by whatever number of workers."""

from functools import partial

import pytest

from roundup.build.parallel import Parcel, mapped, workers


def _doubled(numbers: list[int]) -> list[int]:
    return [2 * number for number in numbers]


@pytest.mark.parametrize("jobs", [1, 2, 10_000])
def test_results_come_in_order_whatever_the_number_of_workers(jobs: int) -> None:
    with workers(jobs) as executor:
        assert list(mapped(_doubled, range(100), 7, executor, jobs)) == list(range(0, 200, 2))


def _times(parcel: Parcel[dict[str, int]], numbers: list[int]) -> list[int]:
    return [parcel.value()["factor"] * number for number in numbers]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_parcel_arrives_with_every_batch(jobs: int) -> None:
    for factor in (2, 3):
        function = partial(_times, Parcel({"factor": factor}))
        with workers(jobs) as executor:
            found = list(mapped(function, range(20), 3, executor, jobs))
        assert found == list(range(0, 20 * factor, factor))


def test_a_parcel_is_unpacked_once() -> None:
    parcel = Parcel(["x"])
    assert parcel.value() is parcel.value()
