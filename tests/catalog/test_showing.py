"""What is kept out of the site, and by which day a roundup is ordered."""

from datetime import date

import pytest

from catalog.articles import catalog, entry_of, listing, page, problems

PAPER = page(title="Deep Double Descent", arxiv='"1912.02292"')


def shown(files: dict[str, str], **showing: object) -> list[str]:
    """The paths of everything that is not kept out."""
    found = catalog(files, **showing)
    return [
        path.removeprefix("content/") for path in sorted(found.articles) if path not in found.hidden
    ]


LIST = {
    "2019/top/ddd.md": PAPER,
    "2019/top/ddd.zh.md": page(title="双下降"),
    "2019/top/index.md": listing(),
    "2019/top/index.zh.md": listing(title="盘点"),
}


def test_a_draft_roundup_takes_everything_in_its_folder_with_it() -> None:
    files = {**LIST, "2019/top/index.md": listing(draft="true")}
    assert shown(files) == []
    assert catalog(files).papers == {}
    assert shown(files, drafts=True) == sorted(files)


def test_a_draft_entry_is_kept_out_with_its_translations() -> None:
    files = {**LIST, "2019/top/ddd.md": PAPER.replace("---\n", "---\ndraft: true\n", 1)}
    assert shown(files) == ["2019/top/index.md", "2019/top/index.zh.md"]
    assert catalog(files).roundups["2019/top"].size == 0


def test_a_draft_translation_is_kept_out_alone() -> None:
    files = {**LIST, "2019/top/ddd.zh.md": page(title="双下降", draft="true")}
    assert shown(files) == ["2019/top/ddd.md", "2019/top/index.md", "2019/top/index.zh.md"]


def test_a_translated_roundup_that_is_kept_out_takes_its_entries_words_with_it() -> None:
    files = {**LIST, "2019/top/index.zh.md": listing(title="盘点", date="2030-01-01")}
    assert shown(files) == ["2019/top/ddd.md", "2019/top/index.md"]
    assert shown(files, future=True) == sorted(files)


def test_the_only_words_of_an_entry_stay_whatever_becomes_of_their_languages_edition() -> None:
    files = {**LIST, "2019/top/index.zh.md": listing(title="盘点", draft="true")}
    del files["2019/top/ddd.md"]
    files["2019/top/ddd.zh.md"] = PAPER
    assert shown(files) == ["2019/top/ddd.zh.md", "2019/top/index.md"]


@pytest.mark.parametrize(
    ("day", "is_shown"),
    [
        ("2024-01-01", True),
        ("2024-01-02", False),
        ("2024-01", True),
        ("2024-02", False),
        ("2025", False),
    ],
)
def test_a_roundup_waits_for_its_day(day: str, is_shown: bool) -> None:
    files = {**LIST, "2019/top/index.md": listing(date=day)}
    assert bool(catalog(files, today=date(2024, 1, 1)).roundups) == is_shown
    assert catalog(files, today=date(2024, 1, 1), future=True).roundups


def test_a_translation_without_a_day_waits_with_its_original() -> None:
    files = {**LIST, "2019/top/index.md": listing(date="2030-01-01")}
    assert shown(files) == []


@pytest.mark.parametrize("day", [{"date": "2031-01-01"}, {}])
def test_a_papers_date_never_hides_it(day: dict[str, object]) -> None:
    files = {**LIST, "2019/top/ddd.md": page(title="Deep Double Descent", **day)}
    assert list(catalog(files).papers) == ["ddd"]


def test_drafts_and_waiting_roundups_are_marked_when_they_are_brought_in() -> None:
    files = {**LIST, "2019/top/index.md": listing(date="2030-01-01", draft="true")}
    edition = catalog(files, drafts=True, future=True).roundups["2019/top"].original
    assert (edition.is_draft, edition.is_future) == (True, True)


def test_a_draft_entry_is_marked_when_it_is_brought_in() -> None:
    files = {**LIST, "2019/top/ddd.md": PAPER.replace("---\n", "---\ndraft: true\n", 1)}
    words = entry_of(catalog(files, drafts=True).roundups["2019/top"], "ddd").words
    assert [one.is_draft for one in words] == [True, True]


# Links to what is kept out


def test_a_wiki_link_to_something_hidden_is_a_warning() -> None:
    files = {
        **LIST,
        "2019/top/ddd.md": PAPER.replace("---\n", "---\ndraft: true\n", 1),
        "about.md": page("As in [[ddd]].", title="About"),
    }
    assert problems(files) == [
        "content/about.md:4: warning: the paper 'ddd' is hidden, so its link is plain text\n"
        "  hint: it appears when the paper does"
    ]
    assert problems(files, drafts=True) == []


def test_a_link_to_a_hidden_file_is_a_warning() -> None:
    files = {
        "2019/top/index.md": listing(draft="true"),
        "about.md": page("[Soon](2019/top/index.md).", title="About"),
    }
    assert problems(files) == [
        "content/about.md:4: warning: the link leads to 2019/top/index.md, which is hidden, "
        "so it is plain text\n  hint: it appears when the target does"
    ]


def test_hidden_articles_may_name_hidden_things() -> None:
    files = {
        "2019/top/index.md": listing(draft="true"),
        "2019/top/a.md": page("Like [[b]].", title="One"),
        "2019/top/b.md": page(title="Something else"),
    }
    assert problems(files) == []


# The day a roundup is ordered by


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"date": "2020-01-07", "updated": "2020-02-01"}, date(2020, 1, 7)),
        ({"updated": "2020-02-01", "source": "{date: 2019-12-16}"}, date(2020, 2, 1)),
        ({"source": "{date: 2019-12-16}", "period": "2019-11"}, date(2019, 12, 16)),
        ({"period": "2019-W50"}, date(2019, 12, 15)),
        ({"period": "2019-10..2019-11"}, date(2019, 11, 30)),
        ({"period": "2010s"}, date(2019, 12, 31)),
        ({}, date(2019, 12, 31)),
    ],
)
def test_a_roundup_without_a_date_is_ordered_by_what_comes_nearest(
    fields: dict[str, object], day: date
) -> None:
    found = catalog({"2019/top/index.md": listing(**fields)}).roundups["2019/top"]
    assert found.dated == day


def test_the_period_must_touch_the_folders_year() -> None:
    assert problems({"2019/top/index.md": listing(period="2020-W01")}) == []
    assert problems({"2018/top/index.md": listing(period="2020-W01")}) == [
        "content/2018/top/index.md:3: error: the period 2020-W01 does not touch 2018\n"
        "  hint: move the folder to its year, or mend the period"
    ]


def test_entries_without_a_roundup_are_an_error() -> None:
    assert problems({"2019/top/ddd.md": PAPER}) == [
        "content/2019/top/ddd.md: error: an entry without a roundup: its folder has no index.md\n"
        "  hint: write content/2019/top/index.md with a title"
    ]
