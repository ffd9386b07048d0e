"""What the words of articles refer to, held against the catalog."""

import pytest

from catalog.articles import articles, catalog, gathered, listing, page, said, settings
from roundup.catalog.check import check
from roundup.catalog.links import anchors

LIST = {
    "2019/top/index.md": listing() + "\n<!-- papers -->\n\n## Method\n",
    "2019/top/dain.md": page("## Flow\n\nWords.", title="DAIN", arxiv='"1904.00830"'),
    "about.md": page("## Who\n\nWords.", title="About"),
}


def problems(files: dict[str, str], *beside: str) -> list[str]:
    found = gathered(files)
    return said(check(found, settings(), [f"content/{name}" for name in beside]))


def from_page(words: str, *beside: str) -> list[str]:
    return problems({**LIST, "guide.md": page(words, title="A guide")}, *beside)


@pytest.mark.parametrize(
    "words",
    [
        "[[dain]]",
        "[[arxiv:1904.00830]]",
        "[[https://arxiv.org/abs/1904.00830v2|depth]]",
        "[list](2019/top/index.md)",
        "[entry](2019/top/index.md#dain)",
        "[heading](2019/top/index.md#method)",
        "[file](2019/top/dain.md)",
        "[page](about.md#who)",
        "[page](/about.md)",
    ],
)
def test_references_to_what_is_there_are_fine(words: str) -> None:
    assert from_page(words) == []


def test_an_unknown_paper_is_an_error_with_suggestions() -> None:
    assert from_page("As [[dian]] does.") == [
        "content/guide.md:4: error: there is no paper 'dian'\n  hint: did you mean 'dain'?"
    ]


def test_an_unknown_file_is_an_error_with_the_nearest() -> None:
    assert from_page("[list](2019/topp/index.md)") == [
        "content/guide.md:4: error: the link leads to 2019/topp/index.md, which does not exist\n"
        "  hint: did you mean 2019/top/index.md?"
    ]


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("2019/top/index.md#dian", "2019/top/index.md has no anchor 'dian'"),
        ("about.md#whom", "about.md has no anchor 'whom'"),
    ],
)
def test_an_unknown_anchor_is_an_error(target: str, message: str) -> None:
    assert from_page(f"[x]({target})")[0].startswith(f"content/guide.md:4: error: {message}")


def test_an_anchor_into_a_file_without_any_is_an_error() -> None:
    files = {"about.md": page("Words.", title="About"), "guide.md": page("[x](about.md#who)")}
    assert problems(files) == ["content/guide.md:1: error: about.md has no anchor 'who'"]


def test_a_files_anchors_are_its_headings_and_a_roundups_entries() -> None:
    found = catalog(LIST)
    about = found.articles["content/about.md"]
    assert anchors(found, about) == {"who": about.parts[0].anchors[0]}
    index = found.articles["content/2019/top/index.md"]
    assert anchors(found, index) == {"method": index.parts[-1].anchors[0], "dain": "dain"}


def test_a_missing_file_beside_an_article_is_an_error() -> None:
    assert from_page("![A flow](flwo.png)", "flow.png")[0] == (
        "content/flow.png: warning: no article names this file, so it stays out\n"
        "  hint: name it in an article, or move it to static/"
    )
    assert (
        "content/guide.md:4: error: there is no file flwo.png\n  hint: did you mean flow.png?"
        in (from_page("![A flow](flwo.png)", "flow.png"))
    )


def test_naming_a_file_names_its_variants_in_other_languages() -> None:
    assert from_page("![A flow](flow.png)", "flow.png", "flow.zh.png") == []


def test_a_picture_without_alt_text_and_a_remote_one_are_warnings() -> None:
    files = {**LIST, "about.md": page(title="About", image="https://example.org/a.png")}
    remote, silent = problems(files)
    assert remote.startswith("content/about.md:3: warning: ")
    assert "https://example.org/a.png" in remote
    assert silent.startswith("content/about.md:3: warning: ")
    assert "alt" in silent


def test_every_reference_says_its_own_line() -> None:
    found = articles({"about.md": page("One.\n\nTwo [[a]].\n\nThree [[b]].", title="About")})
    assert [one.line for part in found[0].parts for one in part.references] == [6, 8]
