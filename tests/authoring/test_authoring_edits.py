"""An edit changes its field and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundup.authoring.articles import article
from roundup.authoring.edits import Uneditable, with_fields
from roundup.content import frontmatter

TEXT = """---
# who it is
paper: xlnet   # its key
rank: 3

title: >
  XLNet: a long
  title

# what for
tags:
  - nlp   # a topic
  - lm
summary: |
  One.
  # not a comment

extra: {mood: calm}
---

Words. rank: 9
"""


def test_a_value_is_replaced_in_its_place() -> None:
    assert with_fields(TEXT, {"rank": 12}) == TEXT.replace("rank: 3", "rank: 12")


def test_a_value_of_several_lines_is_replaced_whole() -> None:
    edited = with_fields(TEXT, {"tags": ["vision"], "title": "DAIN", "summary": "Two."})
    assert edited == (
        TEXT.replace("title: >\n  XLNet: a long\n  title\n", "title: DAIN\n")
        .replace("tags:\n  - nlp   # a topic\n  - lm\n", "tags: [vision]\n")
        .replace("summary: |\n  One.\n  # not a comment\n", "summary: Two.\n")
    )


def test_none_takes_a_field_away() -> None:
    assert with_fields(TEXT, {"rank": None}) == TEXT.replace("rank: 3\n", "")
    assert with_fields(TEXT, {"doi": None}) == TEXT


def test_a_new_field_stands_where_all_articles_have_it() -> None:
    edited = with_fields(TEXT, {"section": "Language"})
    assert edited == TEXT.replace("rank: 3\n", "rank: 3\nsection: Language\n")
    assert with_fields("---\ntitle: A\n---\n", {"paper": "a"}) == "---\npaper: a\ntitle: A\n---\n"


def test_line_ends_and_byte_order_mark_stay() -> None:
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    assert with_fields(text, {"rank": 4}) == text.replace("rank: 3", "rank: 4")
    added = with_fields(text, {"section": "A"})
    assert added == text.replace("rank: 3\r\n", "rank: 3\r\nsection: A\r\n")


def test_a_text_without_front_matter_gets_one() -> None:
    assert with_fields("Words.\n", {"paper": "a"}) == "---\npaper: a\n---\nWords.\n"
    assert with_fields("Words.\n", {"paper": None}) == "Words.\n"
    assert with_fields("", {"paper": "a"}) == "---\npaper: a\n---\n"


def test_an_empty_front_matter_is_filled() -> None:
    assert with_fields("---\n---\nWords.\n", {"rank": 1}) == "---\nrank: 1\n---\nWords.\n"
    assert with_fields("---\n# a\n---\n", {"rank": 1}) == "---\n# a\nrank: 1\n---\n"


@pytest.mark.parametrize(
    "text",
    ["---\ntitle: a\n", '---\ntitle: "a\n---\n', "---\n- a\n---\n", "---\n{title: a}\n---\n"],
)
def test_broken_front_matter_is_left_alone(text: str) -> None:
    with pytest.raises(Uneditable):
        with_fields(text, {"rank": 1})


VALUES = st.one_of(
    st.integers(1, 9999),
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"), max_size=90
    ),
    st.lists(
        st.text(st.characters(categories=["L", "N", "P"]), min_size=1), min_size=1, max_size=4
    ),
    st.none(),
)
FIELDS = st.dictionaries(
    st.sampled_from(["paper", "rank", "title", "tags", "venue", "extra"]), VALUES
)


@given(FIELDS, FIELDS, st.sampled_from(["\n", "\r\n"]))
def test_an_edit_reads_as_the_fields_it_was_given(
    before: dict[str, object], edits: dict[str, object], ends: str
) -> None:
    text = article(before, "Words.").replace("\n", ends)
    edited = with_fields(text, edits)
    wanted = {
        name: value for name, value in (before | edits).items() if edits.get(name, 1) is not None
    }
    assert frontmatter.read(frontmatter.decode(edited.encode())).fields == wanted
    assert edited.endswith(f"Words.{ends}")
