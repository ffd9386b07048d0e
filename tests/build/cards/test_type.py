from pathlib import Path

import pytest
from PIL import Image

from made_fonts import LATIN, font_bytes
from roundup.build.cards.fonts import Font
from roundup.build.cards.sfnt import read_font
from roundup.build.cards.type import Setter, Style
from roundup.content.words import fingerprint
from roundup.pages.glyphs import FontFact

HAN = "用于语言一“”‘’…—·，"


def made(path: Path, characters: str, weight: int = 400, features: str = "") -> Font:
    data = font_bytes(characters, weight, features)
    path.write_bytes(data)
    found = read_font(data)
    return Font(str(path), FontFact(fingerprint(data), found.weight, found.ranges))


def inked(setter: Setter, text: str, style: Style, x: float = 10) -> Image.Image:
    canvas = Image.new("L", (600, 80), 128)
    setter.draw(canvas, x, 60, text, style)
    return canvas


def boxes(canvas: Image.Image) -> list[int]:
    """The widths of the boxes drawn, from left to right."""
    row = [canvas.getpixel((x, 50)) != 128 for x in range(canvas.width)]
    runs = "".join("#" if one else " " for one in row).split()
    return [len(run) for run in runs]


@pytest.fixture
def latin(tmp_path: Path) -> Font:
    return made(tmp_path / "latin.ttf", LATIN)


def test_widths_are_those_of_the_font(latin: Font) -> None:
    setter = Setter((latin,), is_chinese=False)
    assert setter.measure(Style(50, 0))("abcd") == pytest.approx(4 * 30)
    assert setter.measure(Style(50, 0))("") == 0


def test_pairs_are_moved_together_also_below_accents(tmp_path: Path) -> None:
    features = "feature kern { pos u00054 u0006F -100; pos u00079 u00065 50; } kern;"
    setter = Setter((made(tmp_path / "kerned.ttf", LATIN, 400, features),), is_chinese=False)
    measure = setter.measure(Style(100, 0))
    assert measure("To") == pytest.approx(110)
    assert measure("oT") == pytest.approx(120)
    assert measure("yé") == pytest.approx(125)


def test_every_letter_is_drawn_in_its_place(latin: Font) -> None:
    setter = Setter((latin,), is_chinese=False)
    canvas = inked(setter, "ab d", Style(50, 0))
    assert boxes(canvas) == [25, 25, 25, 25]  # the space of this font is a box too
    assert canvas.getbbox() == (0, 0, 600, 80)
    assert {canvas.getpixel((x, 40)) for x in range(15, 35)} == {0}


def test_bold_text_takes_the_bold_font_where_it_has_the_letter(tmp_path: Path) -> None:
    regular, bold = made(tmp_path / "r.ttf", LATIN), made(tmp_path / "b.ttf", "ab", 700)
    setter = Setter((regular, bold), is_chinese=False)
    fonts = [one.font for one in setter._placed("ac", bold=True)]
    assert fonts == [bold, regular]
    assert [one.font for one in setter._placed("ac", bold=False)] == [regular, regular]


def test_a_font_without_a_bold_face_is_drawn_wider_in_bold(latin: Font) -> None:
    setter = Setter((latin,), is_chinese=False)
    plain, bold = Style(50, 0), Style(50, 0, bold=True)
    assert boxes(inked(setter, "a", plain)) == [25]
    assert boxes(inked(setter, "a", bold)) == [27]
    assert setter.measure(bold)("a") == setter.measure(plain)("a")


@pytest.mark.parametrize(
    ("text", "is_chinese", "from_han"),
    [
        ("“用于”", True, "“用于”"),
        ("Rubik’s“用”", True, "“用”"),
        ("it’s", True, ""),
        ("“用于”", False, "用于"),
        ("语言——a", True, "语言——"),
    ],
)
def test_marks_beside_chinese_characters_are_wide(
    text: str, is_chinese: bool, from_han: str, tmp_path: Path
) -> None:
    fonts = (made(tmp_path / "latin.ttf", LATIN), made(tmp_path / "han.otf", HAN))
    setter = Setter(fonts, is_chinese)
    found = [one.char for one in setter._placed(text, bold=False) if one.font is fonts[1]]
    assert "".join(found) == from_han


def test_another_font_at_the_same_place_is_another_font(tmp_path: Path) -> None:
    path = tmp_path / "font.ttf"
    narrow = made(path, LATIN)
    assert Setter((narrow,), is_chinese=False).measure(Style(100, 0))("To") == pytest.approx(120)
    kerned = made(path, LATIN, 400, "feature kern { pos u00054 u0006F -100; } kern;")
    assert Setter((kerned,), is_chinese=False).measure(Style(100, 0))("To") == pytest.approx(110)
