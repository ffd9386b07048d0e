"""Slugs of topics and people, and digests of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundup.content.words import digest, fingerprint, topic_slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Language Models", "language-models"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("R&D", "r-and-d"),
        ("语言模型", "语言模型"),
        ("Обучение с подкреплением", "обучение-с-подкреплением"),
        ("हिन्दी", "हिन्दी"),
        ("Straße", "strasse"),
        ("ﬁne Ｔune", "fine-tune"),
        ("e\u0301tude", "étude"),
        ("--a  _ b--", "a-b"),
        ("../../etc", "etc"),
        ("!!", ""),
    ],
)
def test_a_slug_keeps_letters_of_any_script(text: str, slug: str) -> None:
    assert topic_slug(text) == slug


@given(st.text())
def test_a_slug_is_its_own_slug(text: str) -> None:
    assert topic_slug(topic_slug(text)) == topic_slug(text)


@given(st.text())
def test_a_slug_is_one_name_in_an_address(text: str) -> None:
    slug = topic_slug(text)
    assert not set(slug) & set("/\\.?#%: \n\0")
    assert not slug.startswith("-")
    assert not slug.endswith("-")


@given(st.text(alphabet="AbÉçΣςДжЯ中文-+ #"))
def test_case_makes_no_other_topic(text: str) -> None:
    assert topic_slug(text.upper()) == topic_slug(text.lower()) == topic_slug(text)


@pytest.mark.parametrize("text", ["﬩\u0307", "\u1fc4\u0308", "\u0130\u07f2\ufb2a"])
def test_letters_keep_to_their_marks_when_folded(text: str) -> None:
    assert topic_slug(topic_slug(text)) == topic_slug(text)


@given(st.lists(st.text(alphabet="abc", min_size=1), min_size=1))
def test_a_digest_does_not_see_line_breaks_and_spacing(words: list[str]) -> None:
    assert digest(" ".join(words)) == digest("\n  ".join(words) + "\n")
    assert len(digest(" ".join(words))) == 10


@given(st.binary(), st.binary())
def test_a_fingerprint_names_its_bytes_alone(one: bytes, other: bytes) -> None:
    assert (fingerprint(one) == fingerprint(other)) == (one == other)


def test_a_digest_changes_with_the_words() -> None:
    assert digest("in every order") != digest("in any order")
