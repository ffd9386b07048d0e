"""Places and ranks of a roundup's entries."""

import pytest

from catalog.articles import catalog, listing, page, problems
from roundup.catalog.catalog import Roundup

TITLES = {
    "a": "Attention is all you need",
    "b": "Deep residual learning",
    "c": "Generative adversarial nets",
    "d": "Auto-encoding variational Bayes",
}


def top(index: dict[str, object], **entries: dict[str, object]) -> dict[str, str]:
    files = {"2019/top/index.md": listing(**index)}
    for stem, fields in entries.items():
        files[f"2019/top/{stem}.md"] = page(**{"title": TITLES[stem], "paper": stem, **fields})
    return files


def roundup(files: dict[str, str]) -> Roundup:
    return catalog(files).roundups["2019/top"]


def places(files: dict[str, str]) -> list[tuple[str, int | None]]:
    return [(entry.stem, entry.rank) for entry in roundup(files).entries]


def test_ranks_give_the_places() -> None:
    assert places(top({}, a={"rank": 2}, b={"rank": 1})) == [("b", 1), ("a", 2)]


def test_the_indexs_entries_give_the_places() -> None:
    files = top({"entries": "[c, a, b]"}, a={}, b={}, c={})
    assert places(files) == [("c", 1), ("a", 2), ("b", 3)]
    assert problems(files) == []


def test_entries_are_named_by_key_or_by_file() -> None:
    files = top({"entries": "[second-key, a]"}, a={}, b={"paper": "second-key"})
    assert places(files) == [("b", 1), ("a", 2)]


def test_a_key_goes_before_another_entrys_file_name() -> None:
    files = top({"entries": "[b, c]"}, a={"paper": "b"}, b={"paper": "c"})
    assert places(files) == [("a", 1), ("b", 2)]


def test_two_entries_for_one_paper_are_named_by_their_files() -> None:
    files = top({"entries": "[a, c, b]"}, a={}, b={"paper": "a", "title": TITLES["a"]}, c={})
    assert places(files) == [("a", 1), ("c", 2), ("b", 3)]


def test_entries_without_a_rank_follow_by_file_name() -> None:
    assert places(top({}, b={}, a={}, c={"rank": 1})) == [("c", 1), ("a", 2), ("b", 3)]


def test_an_entry_that_the_index_forgot_follows_with_a_warning() -> None:
    files = top({"entries": "[b]"}, a={}, b={})
    assert places(files) == [("b", 1), ("a", 2)]
    assert problems(files) == [
        "content/2019/top/index.md:3: warning: 'entries' does not name a, which follows at the end"
        "\n  hint: add its key, or 'unplaced: true' to the entry"
    ]


def test_an_entry_that_is_not_here_is_an_error() -> None:
    assert problems(top({"entries": "[a, bert, b]"}, a={}, b={"paper": "bart"})) == [
        "content/2019/top/index.md:3: error: 'entries' names 'bert', which is not here\n"
        "  hint: did you mean 'bart'?"
    ]


def test_an_entry_named_twice_is_a_warning() -> None:
    assert problems(top({"entries": "[a, a]"}, a={})) == [
        "content/2019/top/index.md:3: warning: 'entries' names 'a' twice\n  hint: keep one of them"
    ]


def test_ties_stand_by_file_name_and_take_the_place_after() -> None:
    files = top({}, c={"rank": 2}, b={"rank": 2}, a={"rank": 1}, d={"rank": 4})
    assert places(files) == [("a", 1), ("b", 2), ("c", 2), ("d", 4)]
    assert problems(files) == [
        "content/2019/top/c.md:4: warning: rank 2 is also the rank of content/2019/top/b.md\n"
        "  hint: give one of them another rank"
    ]


def test_gaps_stay_and_are_a_warning() -> None:
    files = top({}, a={"rank": 1}, b={"rank": 5})
    assert places(files) == [("a", 1), ("b", 5)]
    assert problems(files) == [
        "content/2019/top/index.md:1: warning: the ranks leave out 2, 3, 4\n"
        "  hint: renumber the entries, or add the missing ones"
    ]


def test_an_unplaced_entry_is_outside_the_count_and_the_gap_check() -> None:
    files = top(
        {"title": "'Top {n}'"},
        a={"rank": 1},
        b={"unplaced": "true"},
        c={"unplaced": "true", "rank": 7},
    )
    assert places(files) == [("a", 1), ("c", None), ("b", None)]
    assert roundup(files).size == 1
    assert roundup(files).original.title == "Top 1"
    assert problems(files) == []


def test_in_an_unranked_list_a_rank_only_orders() -> None:
    files = top({"ranked": "false"}, a={"rank": 9}, b={"rank": 3}, c={})
    assert places(files) == [("b", None), ("a", None), ("c", None)]
    assert problems(files) == [], "no gaps where there are no ranks"


def test_a_countdown_shows_the_last_place_first_and_the_unplaced_at_the_end() -> None:
    files = top({"order": "countdown"}, a={"rank": 1}, b={"rank": 2}, c={"unplaced": "true"})
    found = roundup(files)
    assert [one.stem for one in found.shown] == ["b", "a", "c"]
    assert [one.stem for one in found.entries] == ["a", "b", "c"]


def test_a_draft_gives_its_place_to_the_next() -> None:
    files = top({"entries": "[a, b]"}, a={"draft": "true"}, b={})
    assert places(files) == [("b", 1)]


def test_n_and_year_are_filled_in_titles_and_descriptions_alone() -> None:
    index = {"title": "'Top {n} of {year}'", "description": "'{n} of {year}'", "summary": "'{n}'"}
    edition = roundup(top(index, a={}, b={})).original
    assert (edition.title, edition.description) == ("Top 2 of 2019", "2 of 2019")
    assert edition.fields.summary == "{n}"


@pytest.mark.parametrize(
    "title", ["Top 5 papers", "The 5 best papers", "Best 5", "5 papers", "年度5篇"]
)
def test_a_title_that_counts_wrong_is_a_warning(title: str) -> None:
    assert problems(top({"title": title}, a={}, b={}, c={}, d={})) == [
        "content/2019/top/index.md:2: warning: the title says 5, but the roundup has 4 entries\n"
        "  hint: write {n} in the title, and it is always right"
    ]


@pytest.mark.parametrize(
    "title", ["Top 4 papers of 2019", "Best of 2019", "'Top {n}'", "GPT-3 and 5 more"]
)
def test_a_title_that_counts_right_or_not_at_all_is_fine(title: str) -> None:
    assert problems(top({"title": title}, a={}, b={}, c={}, d={})) == []


def test_one_paper_twice_in_a_list_is_a_warning() -> None:
    files = top({}, a={}, b={"paper": "a", "title": TITLES["a"]})
    assert problems(files) == [
        "content/2019/top/b.md:1: warning: the paper 'a' stands in this roundup twice: "
        "content/2019/top/a.md\n  hint: keep one of the two entries"
    ]


def test_a_section_that_no_entry_has_is_a_warning() -> None:
    files = top({}, a={"section": "Vision"}, b={"section": "Language"})
    files["2019/top/index.md"] += "\n<!-- papers: Sound -->\n"
    assert problems(files) == [
        "content/2019/top/index.md:6: warning: no entry has the section 'Sound'\n"
        "  hint: sections are Language, Vision"
    ]


def test_an_entry_that_says_nothing_is_a_warning() -> None:
    files = top({}, a={}, b={})
    files["2019/top/a.md"] = files["2019/top/a.md"].replace("Words.", "")
    files["2019/top/b.md"] = page("", title=TITLES["b"], abstract="A framework.")
    assert problems(files) == [
        "content/2019/top/a.md:1: warning: the entry says nothing\n"
        "  hint: write some words, a summary or an abstract"
    ]


def test_an_entry_needs_a_title_unless_its_paper_is_known() -> None:
    files = {
        "papers/bert.md": page("", title="BERT", arxiv='"1810.04805"'),
        "2019/top/index.md": listing(),
        "2019/top/x.md": page(paper="bert"),
        "2019/top/y.md": page(paper="unknown"),
    }
    found = [one for one in problems(files) if "error" in one]
    assert found == [
        "content/2019/top/y.md:1: error: an entry needs a title unless its paper is known\n"
        "  hint: add 'title: ...', or 'paper: KEY' of a paper that has one"
    ]
