"""Keys that new papers get, and roundups by the names people use."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundup.authoring.keys import key_for, slug
from roundup.authoring.roundups import NoRoundup, find_roundup
from roundup.authoring.work import Work
from roundup.content.values import is_key

KEYS = ["2019/rubiks-code-top-5", "2019/synced-top-10", "2020/synced-top-10"]


@pytest.mark.parametrize(
    ("work", "key"),
    [
        (Work(title="XLNet: Generalized Autoregressive Pretraining"), "xlnet"),
        (Work(title="Deep learning", short="LeCun 2015"), "lecun-2015"),
        (Work(title="Attention Is All You Need"), "attention-is-all-you-need"),
        (Work(title="Schrödinger’s Bat: Diffusion Models"), "schrodingers-bat"),
        (
            Work(title="A Style-Based Generator Architecture for Generative Adversarial Networks"),
            "a-style-based-generator-architecture",
        ),
        (
            Work(title="A general reinforcement learning algorithm that masters chess and Go"),
            "a-general-reinforcement-learning-algorithm",
        ),
        (Work(title="What Deep Learning Is For"), "what-deep-learning-is-for"),
        (Work(title="深度学习", identifiers={"arxiv": "1906.08237"}), "arxiv-1906-08237"),
        (Work(identifiers={"doi": "10.1038/nature14539"}), "doi-10-1038-nature14539"),
        (Work(title="Page"), "paper"),
        (Work(), "paper"),
    ],
)
def test_a_key_is_the_usual_name_or_the_title(work: Work, key: str) -> None:
    assert key_for(work, ()) == key


def test_a_taken_key_gets_a_number() -> None:
    assert key_for(Work(short="BERT"), {"bert", "bert-2"}) == "bert-3"


@given(st.text(max_size=200), st.text(max_size=200))
def test_every_key_is_one(title: str, short: str) -> None:
    assert is_key(key_for(Work(title=title, short=short), ()))
    assert slug(title) == "" or is_key(slug(title))


@pytest.mark.parametrize(
    "wanted",
    [
        "2019/rubiks-code-top-5",
        "rubiks-code-top-5",
        "content/2019/rubiks-code-top-5/",
        "content/2019/rubiks-code-top-5/index.md",
    ],
)
def test_a_roundup_goes_by_key_slug_or_folder(wanted: str, tmp_path: Path) -> None:
    assert find_roundup(KEYS, wanted, tmp_path) == KEYS[0]
    assert find_roundup(KEYS, str(tmp_path / "content" / KEYS[0]), tmp_path) == KEYS[0]


def test_a_slug_that_two_have_is_refused_with_both(tmp_path: Path) -> None:
    with pytest.raises(NoRoundup) as fault:
        find_roundup(KEYS, "synced-top-10", tmp_path)
    assert fault.value.hint == "say which: 2019/synced-top-10, 2020/synced-top-10"


def test_an_unknown_roundup_is_answered_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(NoRoundup) as fault:
        find_roundup(KEYS, "2019/rubik-code-top-5", tmp_path)
    assert fault.value.hint == "did you mean '2019/rubiks-code-top-5'?"
    with pytest.raises(NoRoundup) as empty:
        find_roundup([], "x", tmp_path)
    assert empty.value.hint == "make one: roundup new YEAR SLUG"


def test_a_roundup_that_is_still_to_be_made_is_answered_with_how(tmp_path: Path) -> None:
    with pytest.raises(NoRoundup) as fault:
        find_roundup(KEYS, "2020/top", tmp_path)
    assert fault.value.hint == "make it: roundup new 2020 top"
    with pytest.raises(NoRoundup) as empty:
        find_roundup([], "2024/vision", tmp_path)
    assert empty.value.hint == "make it: roundup new 2024 vision"
