"""Places for entries that come to a roundup, and what has to move for them."""

from collections.abc import Mapping, Sequence

import msgspec

_HIGHEST = 9999


class Standing(msgspec.Struct, frozen=True):
    """An entry that is there: its file's stem, its place, and whether a rank is written."""

    stem: str
    rank: int
    written: bool


class Places(msgspec.Struct, frozen=True):
    """The ranks of the new entries, None where none is to be written; the new ranks of others, by stem;
    the index's list of entries where it gives the places."""

    ranks: tuple[int | None, ...]
    moved: Mapping[str, int]
    entries: tuple[str, ...] = ()


def by_rank(standing: Sequence[Standing], count: int, rank: int | None, ranked: bool) -> Places:
    """Places by written ranks: at a rank, whose holders and all behind them move only where it is taken,
    else after the last. In a list that neither ranks nor writes ranks, file names order."""
    if rank is None and not ranked and not any(one.written for one in standing):
        return Places((None,) * count, {})
    first = rank or max((one.rank for one in standing), default=0) + 1
    ranks = tuple(range(first, first + count))
    is_taken = any(one.rank in ranks for one in standing)
    moved = {}
    for one in standing:
        new = one.rank + count if is_taken and one.rank >= first else one.rank
        # An entry without a rank would follow all that have one.
        if new != one.rank or not one.written:
            moved[one.stem] = new
    return Places(ranks, moved)


def by_list(entries: Sequence[str], keys: Sequence[str], rank: int | None) -> Places:
    """Places by the index's list of keys: at a rank, else at its end."""
    at = len(entries) if rank is None else min(rank - 1, len(entries))
    return Places((None,) * len(keys), {}, (*entries[:at], *keys, *entries[at:]))


def beyond(places: Places) -> bool:
    """Whether a rank is higher than ranks can be."""
    ranks = [one for one in places.ranks if one] + list(places.moved.values())
    return max(ranks, default=0) > _HIGHEST
