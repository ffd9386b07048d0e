"""The order of entries in a roundup: places from the index's `entries`, else from ranks, else from names."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from roundup.content.article import Article
from roundup.content.fields import EntryFields, RoundupFields
from roundup.content.spelling import nearest
from roundup.problems import Problem, error, warning


class Placed(msgspec.Struct, frozen=True):
    """An entry's original article with the rank that its place gives it; 0 for an unplaced one."""

    article: Article
    rank: int


def entry_fields(article: Article) -> EntryFields:
    """The fields of an entry's article."""
    assert isinstance(article.fields, EntryFields)
    return article.fields


def in_places(
    index: RoundupFields, entries: Sequence[Article], keys: Mapping[str, str]
) -> tuple[Placed, ...]:
    """The entries in order, the unplaced ones last; `keys` maps a path to its paper's key."""
    unplaced = [one for one in entries if entry_fields(one).unplaced]
    placed = [one for one in entries if not entry_fields(one).unplaced]
    listed = {name: number for number, name in enumerate(index.entries, 1)}

    repeated = Counter(keys.get(one.path, "") for one in placed)

    def place(article: Article) -> int:
        # Of two entries for one paper, the index can only name each by its file.
        key, stem = keys.get(article.path, ""), article.place.stem
        names = (stem, key) if repeated[key] > 1 else (key, stem)
        return next((listed[name] for name in names if name in listed), 0)

    def order(article: Article) -> tuple[float, float, str]:
        rank = entry_fields(article).rank
        return place(article) or float("inf"), rank or float("inf"), article.place.stem

    found: list[Placed] = []
    for article in sorted(placed, key=order):
        last = found[-1].rank if found else 0
        own = 0 if listed else entry_fields(article).rank
        found.append(Placed(article, own or last + 1))
    rest = sorted(unplaced, key=lambda one: (order(one)[1], one.place.stem))
    return (*found, *(Placed(one, 0) for one in rest))


def order_problems(
    index: Article, fields: RoundupFields, entries: Sequence[Article], keys: Mapping[str, str]
) -> Iterator[Problem]:
    """Unknown keys in `entries`, entries it forgot, gaps and doubles in ranks."""
    if fields.entries:
        yield from _listing(index, fields, entries, keys)
    elif fields.ranked:
        yield from _ranks(index, entries)


def _listing(
    index: Article, fields: RoundupFields, entries: Sequence[Article], keys: Mapping[str, str]
) -> Iterator[Problem]:
    line = index.line("entries")
    names = {name for one in entries for name in (one.place.stem, keys.get(one.path, ""))}
    for number, name in enumerate(fields.entries):
        if name not in names:
            hint = nearest(name, tuple(sorted(n for n in names if n)))
            yield error(index.path, line, f"'entries' names '{name}', which is not here", hint)
        elif name in fields.entries[:number]:
            yield warning(index.path, line, f"'entries' names '{name}' twice", "keep one of them")
    for one in entries:
        known = {one.place.stem, keys.get(one.path, "")} & set(fields.entries)
        if not known and not entry_fields(one).unplaced:
            message = f"'entries' does not name {one.place.stem}, which follows at the end"
            yield warning(
                index.path, line, message, "add its key, or 'unplaced: true' to the entry"
            )


def _ranks(index: Article, entries: Sequence[Article]) -> Iterator[Problem]:
    by_rank: dict[int, list[Article]] = defaultdict(list)
    for one in entries:
        if not entry_fields(one).unplaced and entry_fields(one).rank:
            by_rank[entry_fields(one).rank].append(one)
    for rank, found in sorted(by_rank.items()):
        for double in found[1:]:
            message = f"rank {rank} is also the rank of {found[0].path}"
            yield warning(
                double.path, double.line("rank"), message, "give one of them another rank"
            )
    missing = [rank for rank in range(1, max(by_rank, default=0)) if rank not in by_rank]
    # A tie takes the place after it: 1, 2, 2, 4 has no gap.
    ties = {rank + more for rank, found in by_rank.items() for more in range(1, len(found))}
    if gaps := [str(rank) for rank in missing if rank not in ties][:10]:
        message = f"the ranks leave out {', '.join(gaps)}"
        yield warning(index.path, 1, message, "renumber the entries, or add the missing ones")
