"""Places of new entries: the one that was asked for, the others in their order, nothing moved without need."""

from hypothesis import given
from hypothesis import strategies as st

from roundup.authoring.places import Places, Standing, beyond, by_list, by_rank


def listed(ranks: list[int], written: bool = True) -> list[Standing]:
    return [Standing(f"p{number}", rank, written) for number, rank in enumerate(ranks)]


def test_the_end_is_behind_the_last() -> None:
    assert by_rank(listed([1, 2, 4]), 2, None, True) == Places((5, 6), {})
    assert by_rank([], 2, None, True) == Places((1, 2), {})


def test_a_taken_rank_moves_those_behind_it() -> None:
    assert by_rank(listed([1, 2, 3]), 2, 2, True) == Places((2, 3), {"p1": 4, "p2": 5})


def test_a_gap_takes_what_fits_into_it() -> None:
    assert by_rank(listed([1, 2, 5]), 2, 3, True) == Places((3, 4), {})
    assert by_rank(listed([1, 2, 5]), 3, 3, True) == Places((3, 4, 5), {"p2": 8})


def test_a_list_without_ranks_gets_none_unless_one_is_asked_for() -> None:
    bare = listed([1, 2], written=False)
    assert by_rank(bare, 1, None, False) == Places((None,), {})
    assert by_rank(bare, 1, 1, False) == Places((1,), {"p0": 2, "p1": 3})
    assert by_rank(bare, 1, None, True) == Places((3,), {"p0": 1, "p1": 2})


def test_a_list_of_keys_gets_the_new_ones() -> None:
    assert by_list(["a", "b"], ["x", "y"], None).entries == ("a", "b", "x", "y")
    assert by_list(["a", "b"], ["x"], 2).entries == ("a", "x", "b")
    assert by_list(["a", "b"], ["x"], 9).entries == ("a", "b", "x")


def test_no_rank_is_higher_than_ranks_go() -> None:
    assert not beyond(by_rank(listed([9998]), 1, None, True))
    assert beyond(by_rank(listed([9999]), 1, None, True))
    assert beyond(by_rank(listed([9999]), 1, 9999, True))


@given(
    st.lists(st.tuples(st.integers(1, 12), st.booleans()), max_size=8),
    st.integers(1, 4),
    st.none() | st.integers(1, 15),
)
def test_places_are_what_was_asked_and_nobody_overtakes(
    entries: list[tuple[int, bool]], count: int, rank: int | None
) -> None:
    entries.sort()
    standing = [Standing(f"p{n}", at, written) for n, (at, written) in enumerate(entries)]
    places = by_rank(standing, count, rank, True)
    first = rank or max((at for at, _ in entries), default=0) + 1
    assert places.ranks == tuple(range(first, first + count))
    after = [places.moved.get(one.stem, one.rank) for one in standing]
    assert after == sorted(after)
    assert set(after).isdisjoint(places.ranks)
    for old, new in zip(standing, after, strict=True):
        assert new in (old.rank, old.rank + count)
        assert old.written or old.stem in places.moved
