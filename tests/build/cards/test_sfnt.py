from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from made_fonts import LATIN, characters_of, font_bytes
from roundup.build.cards.fonts import _packages
from roundup.build.cards.sfnt import NoFont, read_font, read_kerning

PAIRS = """feature kern {
    pos u00054 u0006F -80;
    pos u00041 u00056 -5;
    @round = [u0006F u00065];
    pos u00079 @round 40;
    pos [u00050 u00046] [u0002E u0002C] -120;
} kern;
"""


def codes(ranges: tuple[tuple[int, int], ...]) -> list[int]:
    return [code for first, last in ranges for code in range(first, last + 1)]


def test_a_font_says_its_weight_and_characters() -> None:
    found = read_font(font_bytes("ABCxé用", weight=700))
    assert found.weight == 700
    assert codes(found.ranges) == sorted(map(ord, "ABCxé用"))
    assert found.ranges[0] == (ord("A"), ord("C"))


def test_characters_beyond_the_first_plane_are_found() -> None:
    assert codes(read_font(font_bytes("A𠀀😀")).ranges) == sorted(map(ord, "A𠀀😀"))


@given(st.sets(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1))
def test_characters_are_those_that_a_library_reads(characters: set[str]) -> None:
    data = font_bytes("".join(sorted(characters)))
    assert set(codes(read_font(data).ranges)) == characters_of(data)


def test_pairs_are_read_by_letter_and_by_class() -> None:
    kerning = read_kerning(font_bytes(LATIN, features=PAIRS))
    assert kerning == {
        "To": -80,
        "yo": 40,
        "ye": 40,
        **dict.fromkeys(("P.", "P,", "F.", "F,"), -120),
    }


def test_a_font_without_pairs_has_no_kerning() -> None:
    assert read_kerning(font_bytes(LATIN)) == {}


@pytest.mark.parametrize(
    "data",
    [b"", b"OTTO", b"wOFF" + bytes(60), b"\x00\x01\x00\x00" + b"\xff" * 90, b"<svg/>" * 20],
    ids=["nothing", "only its mark", "WOFF", "nonsense", "another file"],
)
def test_what_is_no_font_is_refused(data: bytes) -> None:
    with pytest.raises(NoFont):
        read_font(data)
    assert read_kerning(data) == {}


@given(st.data())
def test_a_damaged_font_is_read_or_refused(data: st.DataObject) -> None:
    good = font_bytes("ABC")
    place = data.draw(st.integers(0, len(good) - 1))
    length = data.draw(st.integers(0, len(good)))
    bad = bytearray(good[:length])
    if place < length:
        bad[place] = data.draw(st.integers(0, 255))
    read_kerning(bytes(bad))
    try:
        read_font(bytes(bad))
    except NoFont:
        return


@pytest.mark.cards
def test_the_fonts_of_the_extra_are_read_as_a_library_reads_them() -> None:
    files = [folder / name for _, name, folder in _packages()]
    assert len(files) == 3
    for path in files:
        data = Path(path).read_bytes()
        assert set(codes(read_font(data).ranges)) == characters_of(data)
        assert read_font(data).weight == TTFont(path)["OS/2"].usWeightClass
        assert read_kerning(data)["AV"] < -50
