"""What a translation is, inherits, replaces and removes, and when it has gone stale."""

from pathlib import Path

import pytest

from catalog.articles import articles, catalog, entry_of, listing, page, problems
from roundup.catalog.catalog import Entry, Roundup
from roundup.model import Person
from sites import ROUNDUP, build_site, make_site, messages

XLNET = {
    "paper": "xlnet",
    "rank": 3,
    "title": "'XLNet: Generalized Autoregressive Pretraining'",
    "short": "XLNet",
    "authors": "[Zhilin Yang, Zihang Dai]",
    "date": "2019-06-19",
    "venue": "NeurIPS",
    "arxiv": '"1906.08237"',
    "code": "https://github.com/zihangdai/xlnet",
    "tags": "[language-models]",
    "summary": "In every order.",
    "highlights": "[Two streams]",
    "abstract": "With the capability of modeling bidirectional contexts.",
}

LIST = {
    "2019/top/index.md": listing(
        title="'Top {n} of {year}'",
        description="'The {n} that stayed.'",
        period="2019-01..2019-12",
        event="NeurIPS 2019",
        order="countdown",
        series="Winter",
        tags="[deep-learning]",
        curators="[Kaiming He]",
        source="{publisher: A blog, date: 2019-12-16}",
        date="2020-01-07",
        updated="2020-02-01",
        translators="[Ilya Sutskever]",
    ),
    "2019/top/index.zh.md": listing(title="'{year}年{n}篇'"),
    "2019/top/xlnet.md": page("Predicts words in every order.", **XLNET),
    "2019/top/xlnet.zh.md": page("以任意顺序预测词语。", title="任意顺序的预训练"),
}


def roundup(files: dict[str, str]) -> Roundup:
    return catalog(files).roundups["2019/top"]


def xlnet(**changes: object) -> Entry:
    """The entry, its translation with further front matter."""
    text = page("以任意顺序预测词语。", **{"title": "任意顺序的预训练", **changes})
    return entry_of(roundup({**LIST, "2019/top/xlnet.zh.md": text}), "xlnet")


# Entries


def test_a_translated_entry_needs_only_its_words() -> None:
    assert problems(LIST) == [
        "content/2019/top/index.md:1: warning: the ranks leave out 1, 2\n"
        "  hint: renumber the entries, or add the missing ones"
    ]
    entry = xlnet()
    chinese = entry.in_language("zh")
    assert (entry.rank, entry.paper) == (3, "xlnet")
    assert chinese.heading == "任意顺序的预训练"
    assert chinese.facts is None, "all facts are the original's"


def test_a_translations_title_is_a_heading_and_never_the_works_title() -> None:
    found = catalog(LIST)
    assert found.papers["xlnet"].facts.title == "XLNet: Generalized Autoregressive Pretraining"


def test_a_given_heading_goes_before_the_title() -> None:
    assert xlnet(heading="打乱顺序").in_language("zh").heading == "打乱顺序"


def test_a_given_value_replaces_the_inherited_one() -> None:
    facts = xlnet(venue="神经信息处理系统大会", tags="[语言模型]").in_language("zh").facts
    assert facts is not None
    assert facts.venue is not None
    assert facts.venue.name == "神经信息处理系统大会"
    assert facts.tags == ("语言模型",)
    assert facts.title == "XLNet: Generalized Autoregressive Pretraining"
    assert facts.code == ("https://github.com/zihangdai/xlnet",)


def test_null_removes_a_value() -> None:
    entry = xlnet(code="null")
    facts = entry.in_language("zh").facts
    assert facts is not None
    assert facts.code == ()
    assert entry.facts.code == ("https://github.com/zihangdai/xlnet",)


def test_null_removes_what_the_paper_knows() -> None:
    files = {
        "papers/xlnet.md": page("", title="XLNet", code="https://github.com/zihangdai/xlnet"),
        "2019/top/index.md": listing(),
        "2019/top/xlnet.md": page(paper="xlnet", code="null"),
    }
    assert entry_of(roundup(files), "xlnet").facts.code == ()


def test_words_are_a_translations_own() -> None:
    chinese = xlnet().in_language("zh")
    assert (chinese.summary, chinese.highlights, chinese.abstract) == ("", (), "")
    assert chinese.has_body


def test_another_identity_or_rank_is_a_warning() -> None:
    files = {
        **LIST,
        "2019/top/xlnet.zh.md": page(title="一", paper="bert", rank=4, arxiv='"1810.04805"'),
    }
    found = [one for one in problems(files) if "is another than" in one]
    assert found == [
        f"content/2019/top/xlnet.zh.md:{line}: warning: '{name}' is another than in "
        "content/2019/top/xlnet.md\n  hint: a translation inherits it: leave it out"
        for line, name in ((3, "paper"), (4, "rank"), (5, "arxiv"))
    ]
    assert list(catalog(files).papers) == ["xlnet"], "the original decides"


@pytest.mark.parametrize(
    "same",
    [
        {"arxiv": '"1906.08237v2"'},
        {"url": "https://arxiv.org/pdf/1906.08237"},
        {"paper": "xlnet", "rank": 3},
    ],
)
def test_another_spelling_of_the_same_identity_is_no_warning(same: dict[str, object]) -> None:
    files = {**LIST, "2019/top/xlnet.zh.md": page(title="一", **same)}
    assert not [one for one in problems(files) if "is another than" in one]


def test_a_translation_may_write_the_key_that_its_originals_file_name_gives() -> None:
    files = {
        **{name: LIST[name] for name in ("2019/top/index.md", "2019/top/index.zh.md")},
        "2019/top/dain.md": page(title="DAIN"),
        "2019/top/dain.zh.md": page(title="插帧", paper="dain"),
    }
    assert problems(files) == []


def test_a_file_with_only_comments_counts_as_missing() -> None:
    files = {**LIST, "2019/top/xlnet.zh.md": "<!-- Predicts words in every order. -->\n"}
    assert [words.language for words in entry_of(roundup(files), "xlnet").words] == ["en"]
    assert any("xlnet has no translation into 'zh'" in one for one in problems(files))


# Roundups


def test_a_translated_roundup_inherits_what_the_list_is() -> None:
    chinese = roundup(LIST).in_language("zh")
    assert chinese.title == "2019年1篇"
    fields = chinese.fields
    assert fields.period is not None
    assert fields.period.text == "2019-01..2019-12"
    assert (fields.event, fields.order, fields.series) == ("NeurIPS 2019", "countdown", "Winter")
    assert fields.tags == ("deep-learning",)
    assert fields.curators == (Person("He", "Kaiming", "Kaiming He"),)


def test_a_translated_roundups_dates_source_and_translators_are_its_own() -> None:
    fields = roundup(LIST).in_language("zh").fields
    assert (fields.date, fields.updated, fields.source, fields.translators) == (
        None,
        None,
        None,
        (),
    )
    assert roundup(LIST).original.fields.source is not None


def test_null_removes_what_a_roundup_would_inherit() -> None:
    files = {**LIST, "2019/top/index.zh.md": listing(title="盘点", curators="null", tags="[视觉]")}
    fields = roundup(files).in_language("zh").fields
    assert (fields.curators, fields.tags) == ((), ("视觉",))


def test_a_translation_cannot_change_what_the_list_is() -> None:
    files = {**LIST, "2019/top/index.zh.md": listing(title="盘点", ranked="false")}
    assert roundup(files).ranked


# Which one is the original


def test_the_article_without_a_language_in_its_name_is_the_original() -> None:
    found = articles(LIST)
    assert [one.language for one in found] == ["en", "zh", "en", "zh"]
    assert roundup(LIST).original.path == "content/2019/top/index.md"


def test_a_translation_alone_is_a_complete_roundup() -> None:
    files = {
        "2019/top/index.zh.md": listing(title="'{n} 篇'", period="2019-12"),
        "2019/top/xlnet.zh.md": page(title="XLNet", arxiv='"1906.08237"'),
    }
    assert problems(files) == []
    found = roundup(files)
    assert [one.language for one in found.editions] == ["zh"]
    assert found.period.text == "2019-12"
    assert catalog(files).papers["xlnet"].facts.title == "XLNet"


def test_of_tagged_articles_alone_the_sites_first_language_is_the_original() -> None:
    files = {
        "2019/top/index.zh.md": listing(title="盘点"),
        "2019/top/index.en.md": listing(title="A list"),
    }
    assert [one.language for one in roundup(files).editions] == ["en", "zh"]


def test_what_says_that_it_was_translated_is_no_original() -> None:
    recorded = "{title: '0000000000'}"
    files = {
        "2019/top/index.zh.md": listing(title="盘点"),
        "2019/top/index.en.md": listing(title="A list", translated_from=recorded),
        "2020/top/index.zh.md": listing(title="盘点"),
        "2020/top/index.md": listing(title="A list", translated_from=recorded),
    }
    found = catalog(files).roundups
    assert [one.language for one in found["2019/top"].editions] == ["zh", "en"]
    assert [one.language for one in found["2020/top"].editions] == ["zh", "en"]


def test_two_articles_of_one_language_are_an_error() -> None:
    files = {"2019/top/index.md": listing(), "2019/top/index.en.md": listing()}
    assert problems(files) == [
        "content/2019/top/index.en.md:1: error: content/2019/top/index.md is already the article "
        "in 'en'\n  hint: remove one, or give one another language"
    ]


def test_an_article_in_an_undeclared_language_is_an_error() -> None:
    files = {"2019/top/index.md": listing(language="fr")}
    assert problems(files) == [
        "content/2019/top/index.md:3: error: the language 'fr' is not declared\n"
        "  hint: add [languages.fr] to site.toml"
    ]


def test_an_entry_without_a_translation_is_a_warning() -> None:
    files = {name: text for name, text in LIST.items() if name != "2019/top/xlnet.zh.md"}
    assert (
        "content/2019/top/index.zh.md: warning: the entry xlnet has no translation into 'zh'\n"
        "  hint: fill in the file that roundup translate 2019/top zh makes; or leave it marked"
    ) in problems(files)


def test_many_entries_without_a_translation_are_one_warning() -> None:
    stems = [f"e{number:02}" for number in range(12)]
    files = {
        "2019/top/index.md": listing(),
        "2019/top/index.zh.md": listing(title="盘点"),
        **{f"2019/top/{stem}.md": page(title=f"Of {stem}") for stem in stems},
    }
    (found,) = (one for one in problems(files) if "no translation" in one)
    assert f"12 entries have no translation into 'zh': {', '.join(stems[:10])} and 2 more" in found


def test_an_entry_that_says_nothing_of_its_own_waits_for_no_translation() -> None:
    files = {
        "2019/top/index.md": listing(),
        "2019/top/index.zh.md": listing(title="盘点"),
        "2019/top/again.md": "---\npaper: xlnet\n---\n",
        "papers/xlnet.md": page(title="XLNet"),
    }
    assert not [one for one in problems(files) if "no translation" in one]


# Staleness


ORIGINAL = """---
title: DAIN
summary: Looks at depth.
---
Opening words.

## Method

A flow for every pixel.

## Results

```
## not a heading
```
"""


def sections(text: str) -> dict[str, str]:
    return dict(articles({"2019/top/dain.md": text})[0].sections)


def stale(changed: str, recorded: dict[str, str]) -> tuple[str, ...]:
    """The sections in which a translation made from the original is behind the changed one."""
    rows = "".join(f"  {name}: '{value}'\n" for name, value in recorded.items())
    files = {
        "2019/top/index.md": listing(),
        "2019/top/index.zh.md": listing(title="盘点"),
        "2019/top/dain.md": changed,
        "2019/top/dain.zh.md": f"---\ntitle: 插帧\ntranslated_from:\n{rows}---\n译文。\n",
    }
    return entry_of(roundup(files), "dain").in_language("zh").stale


def test_words_are_told_apart_by_section() -> None:
    assert list(sections(ORIGINAL)) == ["title", "summary", "body", "Method", "Results"]


def test_what_follows_a_roundups_papers_is_a_section_of_its_own() -> None:
    body = "Hello.\n\n## One\n\nA.\n\n<!-- papers -->\n\nBye.\n\n## Two\n\nB.\n"
    [found] = articles({"2019/top/index.md": f"---\ntitle: T\n---\n{body}"})
    assert [name for name, _ in found.sections] == ["title", "body", "One", "closing", "Two"]
    [entry] = articles({"2019/top/dain.md": f"---\ntitle: T\n---\n{body}"})
    assert [name for name, _ in entry.sections] == ["title", "body", "One", "Two"]


def test_a_translation_of_the_present_words_is_not_stale() -> None:
    assert stale(ORIGINAL, sections(ORIGINAL)) == ()
    reflowed = ORIGINAL.replace("A flow for every pixel.", "A flow\nfor every  pixel.")
    assert stale(reflowed, sections(ORIGINAL)) == (), "line breaks are not words"


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ("A flow for", "Two flows for", ("Method",)),
        ("Opening", "First", ("body",)),
        ("Looks at depth.", "Looks at depth first.", ("summary",)),
        ("title: DAIN", "title: DAIN again", ("title",)),
        ("## Results", "## Outcome", ("Outcome", "Results")),
        ("## not a", "## still not a", ("Results",)),
    ],
)
def test_the_sections_that_changed_are_named(old: str, new: str, names: tuple[str, ...]) -> None:
    assert stale(ORIGINAL.replace(old, new), sections(ORIGINAL)) == names


def test_a_translation_that_recorded_nothing_is_never_stale() -> None:
    assert stale(ORIGINAL, {}) == ()


def test_a_stale_translation_is_a_warning_at_its_record() -> None:
    files = {
        "2019/top/index.md": listing(),
        "2019/top/index.zh.md": listing(title="盘点", translated_from="{body: 'f00d'}"),
    }
    assert [one.split("\n")[0] for one in problems(files)] == [
        "content/2019/top/index.zh.md:3: warning: the original has changed since it was "
        "translated: title, body"
    ]


def test_a_translation_of_comments_alone_is_still_to_be_made(tmp_path: Path) -> None:
    blank = "<!-- The words go here. -->\n"
    files = {"content/2019/top/index.zh.md": blank, "content/2019/top/xlnet.zh.md": blank}
    report = build_site(make_site(tmp_path, {**ROUNDUP, **files}))
    assert messages(report) == []
    assert not (tmp_path / "public/zh/2019/top").exists()
    assert not (tmp_path / "public/zh/papers").exists()
