"""Facts that two files give differently for one paper."""

import pytest

from catalog.articles import entries, page, problems


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("date", "2019-06-19", "2019-06-20"),
        ("authors", "[Zhilin Yang, Zihang Dai]", "[Zihang Dai, Zhilin Yang]"),
        ("venue", "{name: NeurIPS, year: 2019}", "{name: NeurIPS, year: 2020}"),
        ("status", "preprint", "retracted"),
        ("type", "article", "paper-conference"),
        ("doi", "10.1038/nature14539", "10.1038/nature14540"),
    ],
)
def test_facts_that_contradict_are_a_warning_that_names_both_files(
    field: str, one: str, other: str
) -> None:
    files = entries(
        page(title="One", paper="p", **{field: one}), page(title="One", paper="p", **{field: other})
    )
    assert problems(files) == [
        f"content/2020/two/b.md:4: warning: '{field}' contradicts content/2019/one/a.md\n"
        "  hint: one paper has one value: mend one of them, or keep the two apart"
    ]


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("date", "2019-06-19", "2019-06"),
        ("date", "2019", "2019-06-19"),
        ("authors", "[Quoc V. Le]", "['Le, Quoc V.']"),
        ("authors", "[Quoc V. Le]", "[{name: Quoc V. Le, affiliation: Google}]"),
        ("venue", "NeurIPS", "{name: NeurIPS, year: 2019}"),
        ("venue", "{name: Advances, short: NeurIPS}", "NeurIPS"),
        ("arxiv", '"1906.08237"', '"1906.08237v2"'),
        ("title", "One", "One."),
    ],
)
def test_facts_that_only_say_less_do_not_contradict(field: str, one: str, other: str) -> None:
    plain = {"title": "One", "paper": "p"}
    files = entries(page(**{**plain, field: one}), page(**{**plain, field: other}))
    assert problems(files) == []


def test_a_former_title_does_not_contradict() -> None:
    former = "Efficient Neural Architecture Search with Network Morphism"
    files = entries(
        page(title=former, paper="auto-keras"),
        page(
            title="'Auto-Keras: An Efficient Neural Architecture Search System'",
            paper="auto-keras",
            former_titles=f"[{former}]",
        ),
    )
    assert problems(files) == []


def test_a_translation_contradicts_nothing_with_its_title() -> None:
    files = entries(
        page(title="One", paper="p"),
        page(paper="p"),
        **{
            "2019/one/index.zh.md": page(title="盘点"),
            "2019/one/a.zh.md": page(title="一"),
        },
    )
    assert problems(files) == []


def test_the_words_of_a_roundup_in_another_language_alone_are_compared_too() -> None:
    files = entries(page(title="One", paper="p", date=2018), page(paper="p"))
    files["2020/two/b.zh.md"] = files.pop("2020/two/b.md").replace("---\n", "---\ndate: 2020\n", 1)
    files["2020/two/index.zh.md"] = files.pop("2020/two/index.md")
    assert [one.split("\n")[0] for one in problems(files)] == [
        "content/2020/two/b.zh.md:2: warning: 'date' contradicts content/2019/one/a.md"
    ]
