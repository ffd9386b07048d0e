"""Text made fit for formats that refuse some characters."""

from hypothesis import given
from hypothesis import strategies as st

from roundup.pages.characters import one_line, xml_text


def test_white_space_becomes_single_spaces_and_controls_go() -> None:
    assert one_line(" two\r\n\r\n lines\u2028of\x00 te\x07xt\t") == "two lines of text"


def test_letters_marks_and_joiners_stay() -> None:
    text = "Köpf 李开复 e\u0301 \u200d 👩\u200d🔬"
    assert one_line(text) == text


@given(st.text())
def test_one_line_is_one_line_and_stays_so(text: str) -> None:
    once = one_line(text)
    assert len(once.splitlines()) <= 1
    assert one_line(once) == once


def test_xml_text_drops_what_xml_forbids_and_keeps_line_breaks() -> None:
    assert xml_text("a\x00\x0b\ud800\uffffb\n\tc") == "ab\n\tc"
