"""The places of a list's entries: printed ranks where they make an order, else the order of reading."""

from collections.abc import Sequence

import msgspec

from roundup.authoring.importers.found import FoundEntry

_HIGHEST = 9999


class Places(msgspec.Struct, frozen=True):
    """How a roundup says its order: `ranks` of its entries, 0 for one outside of them; else by a list of all."""

    ranked: bool
    countdown: bool = False
    ranks: tuple[int, ...] = ()
    doubt: str = ""


def places_of(entries: Sequence[FoundEntry]) -> Places:
    """The places of the entries; those without a number in a list of numbers are outside its ranks."""
    printed = [None if one.unplaced else _rank(one) for one in entries]
    known = [rank for rank in printed if rank is not None]
    placed = sum(not one.unplaced for one in entries)
    if not known:
        return Places(ranked=False)
    ranks = tuple(rank or 0 for rank in printed)
    numbered = Places(ranked=True, ranks=ranks)
    missing = placed - len(known)
    if (len(set(known)) == len(known) and missing * 2 <= placed) or missing == 0:
        doubt = f"{missing} of the entries have no number, so they are outside the ranks"
        doubt = doubt if missing else ""
        if _is_rising(known):
            return msgspec.structs.replace(numbered, doubt=doubt)
        if _is_rising(known[::-1]):
            return msgspec.structs.replace(numbered, countdown=True, doubt=doubt)
        if len(set(known)) == len(known):
            doubt = "the entries do not stand in the order of their numbers, which are their ranks"
            return msgspec.structs.replace(numbered, doubt=doubt)
    doubt = "the numbers of the entries make no order of the whole list, so it is not ranked"
    return Places(ranked=False, doubt=doubt)


def _rank(entry: FoundEntry) -> int | None:
    return entry.rank if entry.rank and 1 <= entry.rank <= _HIGHEST else None


def _is_rising(ranks: Sequence[int]) -> bool:
    """Whether ranks only rise, ties being the exception."""
    return list(ranks) == sorted(ranks) and 2 * len(set(ranks)) > len(ranks)
