import io
import struct
from pathlib import Path

import pytest
from PIL import Image

from made_fonts import LATIN, font_bytes
from roundup.build.cards.draw import draw
from roundup.build.cards.fonts import Font
from roundup.build.cards.order import Order, drawn
from roundup.build.cards.sfnt import read_font
from roundup.content.words import fingerprint
from roundup.pages.glyphs import FontFact
from roundup.pages.views import CardColumn, CardView

PAPER, INK, ACCENT = (253, 252, 250), (31, 32, 35), (165, 49, 30)


@pytest.fixture
def fonts(tmp_path: Path) -> tuple[Font, ...]:
    found = []
    for weight in (400, 700):
        path, data = tmp_path / f"{weight}.ttf", font_bytes(LATIN + "用于", weight)
        path.write_bytes(data)
        read = read_font(data)
        found.append(Font(str(path), FontFact(fingerprint(data), read.weight, read.ranges)))
    return tuple(found)


def card(**changes: object) -> CardView:
    values: dict[str, object] = {
        "lead": "2019",
        "title": "Top 5",
        "byline": "",
        "columns": (),
        "site": "Lists",
        "language": "en",
        "accent": "",
        "fonts": ("a", "b"),
    }
    return CardView(**{**values, **changes})  # type: ignore[arg-type]  # as the keywords say


def picture(view: CardView, fonts: tuple[Font, ...]) -> Image.Image:
    return Image.open(io.BytesIO(draw(Order(view, fonts)))).convert("RGB")


def has(image: Image.Image, box: tuple[int, int, int, int], colour: tuple[int, ...]) -> bool:
    return colour in {found for _, found in image.crop(box).getcolors(1 << 20) or ()}


def test_a_card_is_a_png_of_its_size_with_nothing_but_its_pixels(fonts: tuple[Font, ...]) -> None:
    data = draw(Order(card(), fonts))
    kinds, place = [], 8
    while place < len(data):
        (length,) = struct.unpack_from(">I", data, place)
        kinds.append(data[place + 4 : place + 8])
        place += length + 12
    assert struct.unpack_from(">IIBB", data, 16) == (1200, 630, 4, 3)
    assert set(kinds) == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
    assert len(data) < 20_000


def test_equal_views_are_equal_bytes(fonts: tuple[Font, ...]) -> None:
    view = card(columns=(CardColumn(text="XLNet", rank=1), CardColumn(text="DAIN", rank=2)))
    assert draw(Order(view, fonts)) == draw(Order(view, fonts))


def test_ranks_stand_in_the_accent_over_names_in_ink(fonts: tuple[Font, ...]) -> None:
    image = picture(card(columns=(CardColumn(text="XLNet", rank=1),)), fonts)
    assert has(image, (80, 380, 200, 470), ACCENT)
    assert not has(image, (80, 380, 200, 470), INK)
    assert has(image, (80, 480, 300, 520), INK)
    assert image.getpixel((0, 0)) == ACCENT
    assert image.getpixel((600, 300)) == PAPER


def test_a_list_without_ranks_has_a_bar_for_each_paper(fonts: tuple[Font, ...]) -> None:
    columns = (CardColumn(text="XLNet"), CardColumn(text="DAIN"))
    image = picture(card(columns=columns), fonts)
    bars = [x for x in range(1200) if image.getpixel((x, 435)) == ACCENT]
    assert len(bars) == 2 * 48
    assert bars[0] == 80


@pytest.mark.parametrize(
    ("accent", "shown"),
    [
        ("#1b5e8a", (27, 94, 138)),
        ("teal", (0, 128, 128)),
        ("notacolour", ACCENT),
        ("#a31", (170, 51, 17)),
    ],
)
def test_the_accent_is_the_sites(
    accent: str, shown: tuple[int, ...], fonts: tuple[Font, ...]
) -> None:
    assert picture(card(accent=accent), fonts).getpixel((0, 0)) == shown


def test_a_pale_accent_is_darkened_until_it_can_be_read(fonts: tuple[Font, ...]) -> None:
    red, green, blue = picture(card(accent="#ffd400"), fonts).getpixel((0, 0))  # type: ignore[misc]  # RGB
    assert blue == 0
    assert 100 < green < red < 160


@pytest.mark.parametrize(
    "title", ["NLP", "用", "word " * 40, "W" * 200, "用于" * 100, "", "a/b-" * 50]
)
@pytest.mark.parametrize(
    "columns", [(), (CardColumn(text="X " * 90, rank=9999, detail="Y" * 90),) * 5]
)
def test_whatever_is_written_stays_inside(
    title: str, columns: tuple[CardColumn, ...], fonts: tuple[Font, ...]
) -> None:
    view = card(title=title, columns=columns, byline="N. N., " * 900, site="S" * 90, lead="L " * 90)
    image = picture(view, fonts)
    for edge in ((0, 14, 78, 630), (1124, 14, 1200, 630), (0, 606, 1200, 630)):
        assert image.crop(edge).getcolors() == [((edge[2] - edge[0]) * (edge[3] - edge[1]), PAPER)]


def test_a_font_that_is_gone_is_told(fonts: tuple[Font, ...]) -> None:
    gone = tuple(Font(font.path + ".gone", font.fact) for font in fonts)
    found = drawn(card(), gone)
    assert found.problem is not None
    assert found.problem.message.startswith("a font of the share cards cannot be used: ")
