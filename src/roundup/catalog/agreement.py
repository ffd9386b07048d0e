"""What the lists agree on: reciprocal rank fusion of Cormack, Clarke and Büttcher (SIGIR 2009)."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable

from roundup.catalog.catalog import Entry, Roundup, Scored

DAMPING = 60


def agreement(roundups: Iterable[Roundup], dated: Callable[[str], str]) -> tuple[Scored, ...]:
    """The papers of the roundups that count, by score Σ 1/(60 + r), number of lists, date and key.

    r is the rank, or (n + 1)/2 in an unranked list of n; a paper counts once a list, by its best rank.
    `dated` gives a paper's date as ISO text.
    """
    votes: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for roundup in sorted(roundups, key=lambda one: one.key):
        if roundup.counts:
            for paper, rank in sorted(best_ranks(roundup).items()):
                votes[paper].append((roundup.key, rank))
    scored = [Scored(paper, _score(found), tuple(found)) for paper, found in votes.items()]
    return tuple(sorted(scored, key=lambda one: _place(one, dated(one.paper))))


def best_ranks(roundup: Roundup) -> dict[str, float]:
    """The rank by which each of its papers counts."""
    middle = (roundup.size + 1) / 2
    best: dict[str, float] = {}
    for entry in roundup.entries:
        if not entry.unplaced:
            rank = float(entry.rank) if entry.rank is not None else middle
            best[entry.paper] = min(rank, best.get(entry.paper, rank))
    return best


def best_entries(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The best of a paper's entries in every roundup, by the roundup's key."""
    best: dict[str, Entry] = {}
    for entry in entries:
        other = best.get(entry.roundup)
        if other is None or _worth(entry) < _worth(other):
            best[entry.roundup] = entry
    return best


def _worth(entry: Entry) -> tuple[bool, int]:
    return entry.unplaced, entry.rank or 0


def _place(scored: Scored, date: str) -> tuple[float, int, str, str]:
    # Ranks 18 and 30 tie with ranks 5 and 57, but their sums of floats differ in the last bit.
    return -round(scored.score, 12), -len(scored.votes), date or "9", scored.paper


def _score(votes: Iterable[tuple[str, float]]) -> float:
    # fsum is exactly rounded, so the order of the lists cannot change a bit of it.
    return math.fsum(1 / (DAMPING + rank) for _, rank in votes)
