"""Papers × roundups: which list picked which paper, at which rank."""

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from roundup.catalog.agreement import best_entries
from roundup.catalog.catalog import Entry, Roundup, Scored
from roundup.pages.charts.columns import HEAD, Columns, columns_of, in_time
from roundup.pages.charts.lettering import shortened, width_of
from roundup.pages.facts import paper_title
from roundup.pages.scope import Scope
from roundup.pages.views import CellView, MatrixRow, MatrixView, NamedLink

AT_HOME, IN_A_YEAR, LISTS = 12, 20, 12
STEP, ROW, GAP = 38, 32, 12
LABEL = 170

# A paper's best entry in every roundup that has it, by the roundup's key.
Picks = Mapping[str, Entry]


def home_matrix(scope: Scope) -> MatrixView | None:
    """The papers that most lists of all years picked."""
    return _matrix(scope, scope.roundups, scope.catalog.agreement[0], AT_HOME)


def year_matrix(scope: Scope, year: int) -> MatrixView | None:
    """The papers of a year's lists."""
    roundups = [one for one in scope.roundups if one.year == year]
    return _matrix(scope, roundups, scope.catalog.agreement[year], IN_A_YEAR)


def _matrix(
    scope: Scope, roundups: Iterable[Roundup], agreed: Sequence[Scored], most: int
) -> MatrixView | None:
    """The matrix of some roundups; None where no paper stands in two of them, since there is nothing to see."""
    lists = [one for one in in_time(roundups) if one.entries]
    held = _held(lists) if scope.settings.pages.pictures else Counter()
    if max(held.values(), default=0) < 2:
        return None
    picks = {key: _picks(scope, key, lists) for key in _papers(lists, held, agreed, most)}
    shown = _lists(lists, picks.values())
    kept = {one.key for one in shown}
    papers = [key for key, found in picks.items() if not kept.isdisjoint(found)]
    names = {key: shortened(_name(scope, key), LABEL) for key in papers}
    label = max(map(width_of, names.values())) + GAP
    grid = columns_of(scope, shown, label, STEP)
    rows = tuple(
        _row(scope, grid, shown, picks[key], name, HEAD + ROW * number)
        for number, (key, name) in enumerate(names.items())
    )
    shared = sum(row.lists > 1 for row in rows)
    return MatrixView(
        width=grid.direction.width,
        height=HEAD + ROW * len(rows),
        label=grid.direction.at(0),
        columns=grid.columns,
        spans=grid.spans,
        rows=rows,
        rule=HEAD + ROW * shared if shared < len(rows) else 0,
        more_papers=len(held) - len(rows),
        more_lists=len(lists) - len(shown),
    )


def _held(roundups: Iterable[Roundup]) -> Counter[str]:
    """In how many lists every paper stands."""
    return Counter(key for roundup in roundups for key in _keys(roundup))


def _keys(roundup: Roundup) -> Iterable[str]:
    """A list's papers in order, each once."""
    return dict.fromkeys(entry.paper for entry in roundup.entries)


def _papers(
    roundups: Iterable[Roundup], held: Counter[str], agreed: Sequence[Scored], most: int
) -> list[str]:
    """The papers that stand in most lists, by agreement; of those in one list alone, the first of every list."""
    standing = {one.paper: number for number, one in enumerate(agreed)}
    place = {
        key: number
        for roundup in roundups
        for number, key in enumerate(key for key in _keys(roundup) if held[key] == 1)
    }

    def order(key: str) -> tuple[int, int, int, str]:
        return -held[key], place.get(key, 0), standing.get(key, len(standing)), key

    return heapq.nsmallest(most, held, key=order)


def _picks(scope: Scope, key: str, roundups: Iterable[Roundup]) -> Picks:
    """A paper's best entry in each of some roundups."""
    within = {one.key for one in roundups}
    entries = scope.entries_of(scope.catalog.papers[key])
    return best_entries(entry for entry in entries if entry.roundup in within)


def _lists(roundups: Sequence[Roundup], papers: Iterable[Picks]) -> list[Roundup]:
    """The lists that hold most of the papers shown, the newest of equals, again in the order of time."""
    holds = Counter(key for found in papers for key in found)
    newest = [one for one in reversed(roundups) if holds[one.key]]
    kept = sorted(newest, key=lambda one: -holds[one.key])[:LISTS]
    return in_time(kept)


def _name(scope: Scope, key: str) -> str:
    paper = scope.catalog.papers[key]
    return paper.facts.short or paper_title(scope, paper)


def _row(
    scope: Scope, grid: Columns, roundups: Sequence[Roundup], picks: Picks, name: str, top: int
) -> MatrixRow:
    key = next(iter(picks.values())).paper
    paper = scope.catalog.papers[key]
    return MatrixRow(
        top=top,
        y=top + ROW // 2,
        name=name,
        paper=NamedLink(text=paper_title(scope, paper), address=scope.paper_address(key)),
        lists=len(picks),
        cells=tuple(
            _cell(scope, picks.get(roundup.key), column.x, roundup.size)
            for roundup, column in zip(roundups, grid.columns, strict=True)
        ),
    )


def _cell(scope: Scope, entry: Entry | None, x: int, size: int) -> CellView | None:
    if entry is None:
        return None
    return CellView(
        x=x,
        address=scope.entry_address(entry),
        rank=entry.rank or 0,
        size=0 if entry.unplaced else size,
        unplaced=entry.unplaced,
    )
