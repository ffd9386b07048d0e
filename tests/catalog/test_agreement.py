"""What the lists agree on: reciprocal rank fusion, its arithmetic done by hand."""

import math
import random
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.articles import catalog, folder, listing, page
from roundup.catalog.agreement import agreement
from roundup.catalog.catalog import Catalog, Entry, Roundup, Scored
from roundup.catalog.works import EMPTY
from roundup.model import Period

RANKED = Path(__file__).parents[1] / "ranked-site"

# Papers by key in the order they must come out, each with the sum it stands on. Four lists count in 2019
# (the decade is filed there), three in 2018 (the week is too short), two in 2017. `even` and `odd` are the
# middle places of the lists without ranks: (4 + 1)/2 = 5/2 and (5 + 1)/2 = 3.
EVEN, ODD = Fraction(1) / (60 + Fraction(5, 2)), Fraction(1, 63)
BY_HAND = {
    2017: {
        "attention": Fraction(1, 61) + Fraction(1, 62),
        "mask-rcnn": Fraction(1, 66) + Fraction(1, 61),
        "wgan": Fraction(1, 64) + Fraction(1, 64),
        "capsules": Fraction(1, 62),  # posted in October, before its tie in December
        "alphazero": Fraction(1, 62),
        "cyclegan": Fraction(1, 63),
        "graph-attention": Fraction(1, 65),  # the honourable mention gives it nothing
    },
    2018: {
        "bert": Fraction(1, 61) + ODD + Fraction(1, 61),
        "ulmfit": ODD + Fraction(1, 62),  # posted in January, before its tie in February
        "elmo": Fraction(1, 62) + Fraction(1, 63),
        "neural-ode": Fraction(1, 64) + ODD,
        "graph-attention": ODD,  # 2017, March 2018, September 2018
        "lottery-ticket": ODD,
        "biggan": Fraction(1, 63),
        "attention": Fraction(1, 65),
    },
    2019: {
        "bert": Fraction(1, 61)
        + EVEN
        + Fraction(1, 64),  # once a list, not also for its fourth place
        "lottery-ticket": Fraction(1, 62) + EVEN,
        "attention": Fraction(1, 61),
        "resnet": Fraction(1, 62),
        "neural-ode": EVEN,  # 2018 before 2019
        "xlnet": EVEN,
        "adam": Fraction(1, 63),  # 2014 before 2018
        "biggan": Fraction(1, 63),
    },
    0: {
        "bert": Fraction(1, 61) + ODD + Fraction(1, 61) + Fraction(1, 61) + EVEN + Fraction(1, 64),
        "attention": Fraction(1, 61) + Fraction(1, 62) + Fraction(1, 65) + Fraction(1, 61),
        "lottery-ticket": ODD + Fraction(1, 62) + EVEN,
        "neural-ode": Fraction(1, 64) + ODD + EVEN,
        "ulmfit": ODD + Fraction(1, 62),
        "elmo": Fraction(1, 62) + Fraction(1, 63),
        "biggan": Fraction(1, 63) + Fraction(1, 63),
        "mask-rcnn": Fraction(1, 66) + Fraction(1, 61),
        "graph-attention": Fraction(1, 65) + ODD,
        "wgan": Fraction(1, 64) + Fraction(1, 64),
        "resnet": Fraction(1, 62),  # 2015, October 2017, December 2017
        "capsules": Fraction(1, 62),
        "alphazero": Fraction(1, 62),
        "xlnet": EVEN,
        "adam": Fraction(1, 63),  # 2014, 2017
        "cyclegan": Fraction(1, 63),
    },
}


@pytest.fixture(scope="module")
def ranked() -> Catalog:
    """The catalog of the site of ranked lists."""
    return catalog(*folder(RANKED))


@pytest.mark.parametrize("year", sorted(BY_HAND))
def test_scores_and_their_order_are_those_counted_by_hand(ranked: Catalog, year: int) -> None:
    expected = BY_HAND[year]
    found = ranked.agreement[year]
    assert [one.paper for one in found] == list(expected)
    assert [one.score for one in found] == pytest.approx(
        [float(score) for score in expected.values()], rel=1e-15
    )


def test_the_expectation_by_hand_is_in_order() -> None:
    for expected in BY_HAND.values():
        scores = list(expected.values())
        assert scores == sorted(scores, reverse=True)


def votes(ranked: Catalog, year: int, paper: str) -> dict[str, float]:
    return dict(next(one.votes for one in ranked.agreement[year] if one.paper == paper))


def test_every_list_votes_once_for_a_paper_with_its_best_rank(ranked: Catalog) -> None:
    assert votes(ranked, 0, "bert") == {
        "2018/awraq-al-lugha": 1,
        "2018/five-to-read": 3,
        "2018/winter-list": 1,
        "2019/decade": 4,
        "2019/sipian": 2.5,
        "2019/winter-list": 1,
    }


def test_lists_shorter_than_a_year_do_not_count_unless_they_are_told_to() -> None:
    paper = {"2019/top/a.md": page(title="One")}
    week = {"2019/top/index.md": listing(period="2019-W42"), **paper}
    assert catalog(week).agreement[2019] == ()
    week["2019/top/index.md"] = listing(period="2019-W42", consensus="true")
    assert [one.paper for one in catalog(week).agreement[2019]] == ["a"]


def test_a_list_of_a_year_counts_unless_it_is_told_not_to() -> None:
    year = {"2019/top/index.md": listing(consensus="false"), "2019/top/a.md": page(title="One")}
    assert catalog(year).agreement[2019] == ()
    assert catalog({**year, "2019/top/index.md": listing()}).agreement[2019] != ()


def test_an_unplaced_entry_gives_nothing_and_does_not_move_the_middle() -> None:
    files = {
        "2019/top/index.md": listing(ranked="false"),
        "2019/top/a.md": page(title="One"),
        "2019/top/b.md": page(title="Another work"),
        "2019/top/c.md": page(title="Something else", unplaced="true"),
    }
    assert [(one.paper, one.votes) for one in catalog(files).agreement[2019]] == [
        ("a", (("2019/top", 1.5),)),
        ("b", (("2019/top", 1.5),)),
    ]


def test_a_paper_without_a_date_stands_after_its_dated_ties() -> None:
    files = {
        "2019/top/index.md": listing(ranked="false"),
        "2019/top/a.md": page(title="One"),
        "2019/top/b.md": page(title="Another work", date="2019-12"),
    }
    assert [one.paper for one in catalog(files).agreement[2019]] == ["b", "a"]


# Laws


@st.composite
def lists(draw: st.DrawFn) -> list[Roundup]:
    """Lists with ranks, ties, gaps, repeated papers and honourable mentions, some that do not count."""
    found = []
    for number in range(draw(st.integers(0, 5))):
        ranked = draw(st.booleans())
        entries = draw(
            st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(1, 9), st.booleans()))
        )
        found.append(_roundup(number, ranked, draw(st.booleans()), entries))
    return found


def _roundup(
    number: int, ranked: bool, counts: bool, entries: list[tuple[str, int, bool]]
) -> Roundup:
    made = tuple(
        Entry(
            roundup=f"2019/{number}",
            stem=f"{paper}-{place}",
            paper=paper,
            rank=None if unplaced or not ranked else rank,
            section="",
            unplaced=unplaced,
            facts=EMPTY,
            words=(),
        )
        for place, (paper, rank, unplaced) in enumerate(entries)
    )
    period = Period.parse("2019")
    return Roundup(
        key=f"2019/{number}",
        year=2019,
        slug=str(number),
        period=period,
        dated=period.last,
        ranked=ranked,
        countdown=False,
        counts=counts,
        series="",
        size=sum(not one.unplaced for one in made),
        editions=(),
        entries=made,
    )


def _exact(found: list[Roundup], paper: str) -> tuple[Fraction, int]:
    """The score and the number of lists, counted with fractions straight from the definition."""
    score, number = Fraction(0), 0
    for roundup in found:
        middle = Fraction(roundup.size + 1, 2)
        ranks = [
            middle if one.rank is None else Fraction(one.rank)
            for one in roundup.entries
            if one.paper == paper and not one.unplaced
        ]
        if ranks and roundup.counts:
            score, number = score + 1 / (60 + min(ranks)), number + 1
    return score, number


@given(lists())
def test_scores_are_the_definitions(found: list[Roundup]) -> None:
    scored = agreement(found, lambda _: "")
    expected = {paper: _exact(found, paper) for paper in "abcdef"}
    assert {one.paper for one in scored} == {key for key, (score, _) in expected.items() if score}
    for one in scored:
        score, number = expected[one.paper]
        assert math.isclose(one.score, score, rel_tol=1e-14)
        assert len(one.votes) == number


@given(lists(), st.randoms(use_true_random=False))
def test_the_order_of_the_lists_changes_nothing(
    found: list[Roundup], shuffler: random.Random
) -> None:
    expected = agreement(found, lambda _: "")
    shuffled = list(found)
    shuffler.shuffle(shuffled)
    assert agreement(shuffled, lambda _: "") == expected


@given(lists())
def test_papers_stand_by_score_then_lists_then_date_then_key(found: list[Roundup]) -> None:
    dates = {"a": "2019-06", "b": "2019", "c": "", "d": "2019-06", "e": "2018-12-31", "f": ""}

    def place(one: Scored) -> tuple[Fraction, int, bool, str, str]:
        score, number = _exact(found, one.paper)
        return -score, -number, not dates[one.paper], dates[one.paper], one.paper

    scored = agreement(found, dates.__getitem__)
    assert list(scored) == sorted(scored, key=place)


def test_scores_that_are_equal_tie_whatever_their_floats() -> None:
    """1/78 + 1/90 = 1/65 + 1/117, though not in floating point."""
    first = _roundup(1, True, True, [("b", 18, False), ("a", 5, False)])
    second = _roundup(2, True, True, [("b", 30, False), ("a", 57, False)])
    assert Fraction(1, 78) + Fraction(1, 90) == Fraction(1, 65) + Fraction(1, 117)
    assert [one.paper for one in agreement([first, second], lambda _: "")] == ["a", "b"]
    later = {"a": "2019", "b": "2018"}
    assert [one.paper for one in agreement([first, second], later.__getitem__)] == ["b", "a"]
