"""Where everything stands in a picture: laws of the drawing, what is left out, and when there is no picture."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.drawn import ARABIC, lists, scope_of
from roundup.pages.charts import home_matrix, paper_path, topics_by_year, year_matrix
from roundup.pages.charts.lettering import shortened, width_of
from roundup.pages.scope import Scope
from roundup.pages.views import MatrixView, PathView, TopicsView
from sites import SITE_TOML

OFF = SITE_TOML + "\n[pages]\npictures = false\n"

KEYS = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=6, unique=True).map(" ".join)
LISTS = st.dictionaries(
    st.tuples(st.sampled_from(("2018", "2019", "2020")), st.sampled_from("klm")),
    st.tuples(st.sampled_from(("", "-")), KEYS).map("".join),
    min_size=1,
    max_size=6,
).map(lambda found: {f"y{year}_{slug}": keys for (year, slug), keys in sorted(found.items())})
few = settings(max_examples=25, deadline=None)


def of_home(**picked: str) -> MatrixView:
    found = home_matrix(scope_of(lists(**picked)))
    assert found is not None
    return found


def of_paper(key: str, scope: Scope) -> PathView:
    found = paper_path(scope, scope.catalog.papers[key])
    assert found is not None
    return found


def of_topics(scope: Scope) -> TopicsView:
    found = topics_by_year(scope)
    assert found is not None
    return found


def signs(matrix: MatrixView) -> dict[str, str]:
    """What the rows of a matrix show: a rank, a dot, a ring, or nothing."""
    return {
        row.name: " ".join(
            str(cell.rank or ("o" if cell.unplaced else "*")) if cell else "-" for cell in row.cells
        )
        for row in matrix.rows
    }


def paths(scope: Scope) -> Iterator[tuple[str, PathView]]:
    for key, paper in scope.catalog.papers.items():
        if found := paper_path(scope, paper):
            yield key, found


# The matrix


@few
@given(LISTS)
def test_a_matrix_has_a_cell_for_every_place_of_its_papers(picked: dict[str, str]) -> None:
    scope = scope_of(lists(**picked))
    for chart in (home_matrix(scope), *(year_matrix(scope, year) for year in scope.own_years)):
        if chart is None:
            continue
        keys = {row.paper.address.split("/")[-2]: row for row in chart.rows}
        shown = [column.address.strip("/") for column in chart.columns]
        for key, row in keys.items():
            places = {entry.roundup for entry in scope.entries_of(scope.catalog.papers[key])}
            assert [cell is not None for cell in row.cells] == [one in places for one in shown]


@few
@given(LISTS, st.sampled_from(["en", "ar"]))
def test_everything_in_a_matrix_stands_inside_it(picked: dict[str, str], language: str) -> None:
    chart = home_matrix(scope_of(lists(**picked), ARABIC, language))
    if chart is None:
        return
    label = max(width_of(row.name) for row in chart.rows)
    names = range(label, chart.width) if language == "en" else range(chart.width - label)
    for column in chart.columns:
        assert 12 <= column.x <= chart.width - 12
        assert column.x in names
    for span in chart.spans:
        assert 0 <= span.x < span.middle < span.x + span.width <= chart.width
    assert all(row.top + 12 <= row.y <= chart.height - 12 for row in chart.rows)
    assert all(
        cell.x == column.x
        for row in chart.rows
        for cell, column in zip(row.cells, chart.columns, strict=True)
        if cell
    )


def test_right_to_left_is_the_mirror_image() -> None:
    files = lists(y2018_k="a b", y2019_k="a c", y2019_l="b a")
    left = home_matrix(scope_of(files, ARABIC, "en"))
    right = home_matrix(scope_of(files, ARABIC, "ar"))
    assert left is not None
    assert right is not None
    assert right.width == left.width
    assert [one.x for one in right.columns] == [left.width - one.x for one in left.columns]
    assert [one.x + one.width for one in right.spans] == [left.width - one.x for one in left.spans]
    assert (left.label, right.label) == (0, left.width)


def test_columns_run_from_the_oldest_list_to_the_newest_with_letters_over_them() -> None:
    chart = of_home(y2020_k="a", y2018_z="a", y2019_l="-b a", y2019_k="a")
    assert [(one.sign, one.title) for one in chart.columns] == [
        ("A", "z of 2018"),
        ("B", "k of 2019"),
        ("C", "l of 2019"),
        ("D", "k of 2020"),
    ]
    assert [one.text for one in chart.spans] == ["2018", "2019", "2020"]
    steps = [later.x - earlier.x for earlier, later in pairwise(chart.columns)]
    assert steps[0] == steps[2] > steps[1], "years stand apart"


def test_rows_are_the_papers_of_most_lists_then_those_that_lists_agree_on() -> None:
    chart = of_home(y2018_k="c a d", y2018_l="a c", y2019_k="-a b c", y2019_l="e d")
    assert signs(chart) == {
        "A": "2 1 * -",
        "C": "1 2 * -",
        "D": "3 - - 2",
        "E": "- - - 1",
        "B": "- - * -",
    }
    assert chart.rule == chart.rows[3].top
    assert [row.lists for row in chart.rows] == [3, 3, 2, 1, 1]


def test_papers_of_one_list_alone_come_from_every_list_in_turn() -> None:
    """Without ranks all of a list's papers agree as much: by that alone D would come before E and F."""
    chart = of_home(y2018_k="x a b c", y2019_k="x d e f")
    assert [row.name for row in chart.rows] == ["X", "A", "D", "B", "E", "C", "F"]
    chart = of_home(y2018_k="-x a b c", y2019_k="x d e f")
    assert [row.name for row in chart.rows] == ["X", "D", "A", "B", "E", "C", "F"]


def test_an_honourable_mention_is_a_ring_and_the_best_place_counts() -> None:
    files = lists(y2018_k="a b", y2019_k="b a")
    files["2019/k/b.md"] = files["2019/k/b.md"].replace("rank: 1", "unplaced: true")
    files["2019/k/a-again.md"] = files["2019/k/a.md"].replace("rank: 2", "rank: 5")
    chart = home_matrix(scope_of(files))
    assert chart is not None
    assert signs(chart) == {"A": "1 2", "B": "2 o"}


def test_a_long_matrix_says_what_it_leaves_out() -> None:
    many = " ".join(f"p{number:02d}" for number in range(30))
    scope = scope_of(lists(y2018_k=many, y2018_l=many))
    home, year = home_matrix(scope), year_matrix(scope, 2018)
    assert home is not None
    assert year is not None
    assert (len(home.rows), home.more_papers) == (12, 18)
    assert (len(year.rows), year.more_papers) == (20, 10)
    assert home.rule == 0, "all of them stand in several lists"


def test_a_wide_matrix_keeps_the_lists_that_hold_most_of_its_papers() -> None:
    picked = {f"y20{number}_k": "a" for number in range(10, 26)}
    chart = of_home(**picked | {"y2010_k": "a b", "y2011_k": "b a"})
    assert [one.year for one in chart.columns] == [2010, 2011, *range(2016, 2026)]
    assert chart.more_lists == 4


@pytest.mark.parametrize(
    "picked",
    [
        {},
        {"y2019_k": "a b c"},
        {"y2019_k": "a b", "y2019_l": "c d"},
        {"y2018_k": "a", "y2019_k": "b"},
    ],
    ids=["no list", "one list", "nothing shared", "nothing shared over years"],
)
def test_there_is_no_matrix_where_no_paper_stands_in_two_lists(picked: dict[str, str]) -> None:
    scope = scope_of(lists(**picked))
    assert home_matrix(scope) is None
    assert all(year_matrix(scope, year) is None for year in scope.own_years)


def test_a_year_looks_at_its_own_lists_alone() -> None:
    scope = scope_of(lists(y2018_k="a b", y2019_k="a b", y2019_l="b c"))
    found = year_matrix(scope, 2019)
    assert year_matrix(scope, 2018) is None
    assert found is not None
    assert signs(found) == {"B": "2 1", "A": "1 -", "C": "- 2"}


# The path


@few
@given(LISTS, st.sampled_from(["en", "ar"]))
def test_a_path_has_one_mark_for_every_appearance(picked: dict[str, str], language: str) -> None:
    scope = scope_of(lists(**picked), ARABIC, language)
    for key, chart in paths(scope):
        entries = scope.entries_of(scope.catalog.papers[key])
        marks = [(one.address, one.rank) for one in chart.marks if one.kind != "mention"]
        assert sorted(marks) == sorted((scope.entry_address(e), e.rank or 0) for e in entries)
        for mark in chart.marks:
            assert 10 <= mark.x <= chart.width - 10
            assert 10 <= mark.y <= chart.height - 10


@few
@given(LISTS)
def test_a_better_rank_stands_higher(picked: dict[str, str]) -> None:
    for _, chart in paths(scope_of(lists(**picked))):
        if not chart.ticks:
            assert len({one.y for one in chart.marks}) == 1, "a timeline is one line"
            continue
        heights = {one.rank: one.y for one in chart.marks if one.rank}
        ordered = [heights[rank] for rank in sorted(heights)]
        assert ordered == sorted(set(ordered))
        below = [one.y for one in chart.marks if not one.rank]
        assert all(y > max(ordered) for y in below)
        assert [one.rank for one in chart.ticks] == sorted({1, max(heights)})


def test_the_line_joins_the_best_ranks_in_the_order_of_time() -> None:
    files = lists(y2018_k="b a", y2019_k="-a", y2020_k="a", y2021_k="b c a")
    files["2021/k/a-again.md"] = files["2021/k/a.md"].replace("rank: 3", "rank: 4")
    chart = of_paper("a", scope_of(files))
    assert [(one.sign, one.kind, one.rank) for one in chart.marks] == [
        ("A", "rank", 2),
        ("B", "dot", 0),
        ("C", "rank", 1),
        ("D", "rank", 3),
        ("D", "rank", 4),
    ]
    joined = [(one.x, one.y) for one in chart.marks if one.rank in (1, 2, 3)]
    assert list(chart.points) == joined
    assert [x for x, _ in joined] == sorted(x for x, _ in joined)


def test_a_place_comes_before_an_honourable_mention_in_the_same_list() -> None:
    files = lists(y2018_k="-a b", y2019_k="-a b")
    files["2018/k/b.md"] = files["2018/k/a.md"].replace("rank: 1", "rank: 2")
    files["2018/k/a.md"] = files["2018/k/a.md"].replace("rank: 1", "rank: 1\nunplaced: true")
    chart = of_paper("a", scope_of(files))
    assert [(one.sign, one.kind) for one in chart.marks] == [
        ("A", "dot"),
        ("A", "ring"),
        ("B", "dot"),
    ]


def test_a_long_path_stays_low() -> None:
    many = " ".join(f"p{number:03d}" for number in range(200))
    chart = of_paper("p199", scope_of(lists(y2018_k=many, y2019_k="p199")))
    assert chart.height < 300


def test_unranked_lists_make_a_timeline_with_the_lists_that_only_name_the_paper() -> None:
    files = lists(y2018_k="-a b", y2019_k="-a", y2020_k="-c", y2021_k="a")
    files["2020/k/c.md"] += "Unlike [[a]].\n"
    chart = of_paper("a", scope_of(files))
    assert [(one.year, one.kind) for one in chart.marks] == [
        (2018, "dot"),
        (2019, "dot"),
        (2020, "mention"),
        (2021, "rank"),
    ]
    assert chart.ticks == ()


@pytest.mark.parametrize("picked", [{"y2018_k": "a b"}, {"y2018_k": "a", "y2019_k": "b"}])
def test_a_paper_of_one_list_has_no_path(picked: dict[str, str]) -> None:
    assert list(paths(scope_of(lists(**picked)))) == []


def test_one_list_that_repeats_a_paper_is_no_path() -> None:
    files = lists(y2018_k="a b")
    files["2018/k/a-again.md"] = files["2018/k/a.md"].replace("rank: 1", "rank: 3")
    assert list(paths(scope_of(files))) == []


def test_a_path_through_many_lists_shows_the_newest() -> None:
    picked = {f"y{year}_k": "a" for year in range(1990, 2020)}
    chart = of_paper("a", scope_of(lists(**picked)))
    assert [one.year for one in chart.columns] == list(range(1994, 2020))
    assert (chart.columns[-1].sign, chart.more_lists) == ("Z", 4)


# Topics


def test_topics_count_a_paper_once_for_every_year_whose_lists_picked_it() -> None:
    chart = of_topics(scope_of(lists(y2018_k="a1 a2 b1", y2018_l="a1", y2019_k="a1 b2 b3")))
    assert [one.year for one in chart.years] == [2018, 2019]
    counts = {row.topic.text: [cell.papers for cell in row.cells] for row in chart.rows}
    assert counts == {"As": [2, 1], "Bs": [1, 2]}


@few
@given(LISTS, st.sampled_from(["en", "ar"]))
def test_more_papers_have_a_stronger_colour(picked: dict[str, str], language: str) -> None:
    chart = topics_by_year(scope_of(lists(**picked), ARABIC, language))
    if chart is None:
        return
    cells = [cell for row in chart.rows for cell in row.cells]
    for one, other in pairwise(sorted(cells, key=lambda cell: cell.papers)):
        assert one.strength <= other.strength
        assert (one.strength == 0) == (one.papers == 0)
    for cell in cells:
        assert 0 <= cell.x < cell.middle < cell.x + chart.cell <= chart.width
    assert all(row.y + chart.row // 2 <= chart.height for row in chart.rows)


def test_many_topics_and_years_are_bounded() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    picked = {f"y{year}_k": "a1" for year in range(2005, 2020)}
    chart = of_topics(
        scope_of(lists(**picked | {"y2019_l": " ".join(f"{one}9" for one in letters)}))
    )
    assert (len(chart.rows), chart.more_topics) == (20, 6)
    assert ([one.year for one in chart.years], chart.more_years) == (list(range(2010, 2020)), 5)
    assert chart.rows[0].topic.text == "As", "the largest stands first"


@pytest.mark.parametrize(
    "picked",
    [{"y2018_k": "a b"}, {"y2018_k": "a1", "y2019_k": "a2"}],
    ids=["one year", "one topic"],
)
def test_one_topic_or_one_year_makes_no_picture(picked: dict[str, str]) -> None:
    assert topics_by_year(scope_of(lists(**picked))) is None


# The switch


def test_pictures_can_be_turned_off() -> None:
    files = lists(y2018_k="a b", y2019_k="a b")
    on, off = scope_of(files), scope_of(files, OFF)
    assert home_matrix(on)
    assert topics_by_year(on)
    assert list(paths(on))
    assert home_matrix(off) is None
    assert topics_by_year(off) is None
    assert list(paths(off)) == []


# Lettering


@given(st.text(max_size=80), st.integers(14, 300))
def test_a_shortened_text_fits(text: str, most: int) -> None:
    found = shortened(text, most)
    assert width_of(found) <= most
    assert found == text or (found.endswith("…") and text.startswith(found[:-1]))


def test_chinese_letters_are_twice_as_wide_and_marks_take_no_room() -> None:
    assert width_of("论文") == 28
    assert width_of("e\u0301") == width_of("e")
    assert shortened("广义自回归预训练", 60) == "广义自…"
