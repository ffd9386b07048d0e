import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundup.build.cards.breaks import balanced, clamped, lines, pieces, shortened

TEXTS = st.text("ab -–用于语言，。（）《》“”…", max_size=60).map(
    lambda text: " ".join(text.split())
)
CLOSING, OPENING = "，。）》”…", "（《“"


def measure(text: str) -> float:
    """Chinese characters are two wide, all others one."""
    return sum(2 if ord(char) > 0x2E00 else 1 for char in text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Top 5 papers", ("Top ", "5 ", "papers")),
        ("pre-training of (deep) nets", ("pre-", "training ", "of ", "(deep) ", "nets")),
        ("用于语言", ("用", "于", "语", "言")),
        ("盘点，《深度》。", ("盘", "点，", "《深", "度》。")),
        ("2019年XLNet论文", ("2019年", "XLNet", "论", "文")),
        ("“最好”的", ("“最", "好”", "的")),
        ("", ()),
    ],
)
def test_lines_may_break(text: str, found: tuple[str, ...]) -> None:
    assert pieces(text) == found


def test_a_line_takes_as_much_as_it_holds() -> None:
    assert lines("Top 5 deep learning papers", measure, 10) == ["Top 5 deep", "learning", "papers"]


def test_a_word_too_long_for_a_line_is_cut() -> None:
    assert lines("an incomprehensible", measure, 8) == ["an", "incompre", "hensible"]


def test_lines_become_equal_without_becoming_more() -> None:
    text = "one two three four five"
    assert lines(text, measure, 19) == ["one two three four", "five"]
    assert balanced(text, measure, 19) == ["one two three", "four five"]


def test_what_is_left_over_ends_in_an_ellipsis() -> None:
    assert clamped("one two three four five six", measure, 10, 2) == ["one two", "three…"]
    assert clamped("one two", measure, 10, 2) == ["one two"]


@pytest.mark.parametrize(
    ("text", "width", "found"),
    [
        ("short", 10, "short"),
        ("Zhilin Yang, Zihang Dai", 18, "Zhilin Yang…"),
        ("incomprehensible", 8, "incompr…"),
        ("用于语言理解，的", 13, "用于语言理解…"),
        ("用于语言，理解的", 12, "用于语言…"),
    ],
)
def test_a_text_is_shortened_where_words_end(text: str, width: int, found: str) -> None:
    def narrow(text: str) -> float:
        return measure(text.replace("…", "x"))

    assert shortened(text, narrow, width) == found


@given(TEXTS, st.integers(4, 30))
def test_lines_hold_the_text_and_fit(text: str, width: int) -> None:
    found = lines(text, measure, width)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(measure(line) <= width for line in found)
    assert len(balanced(text, measure, width)) == len(found)


@given(TEXTS)
def test_no_mark_stands_where_it_may_not(text: str) -> None:
    for piece in pieces(text)[1:]:
        assert piece[0] not in CLOSING
    for piece in pieces(text)[:-1]:
        assert piece[-1] not in OPENING


@given(TEXTS, st.integers(4, 30), st.integers(1, 3))
def test_lines_are_never_more_than_asked_for(text: str, width: int, most: int) -> None:
    found = clamped(text, measure, width, most)
    assert len(found) <= most
    assert all(measure(line) <= width for line in found)
