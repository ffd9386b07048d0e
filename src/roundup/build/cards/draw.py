"""A card's view becomes a PNG of 1200 × 630 pixels: a pure function of the view and the bytes of fonts.

Everything is drawn on one channel, in which 0 is ink, 128 paper and 255 accent; sixteen of its values become the
colours of the picture, so that a card takes four bits a pixel.
"""

import io
from functools import lru_cache
from typing import NamedTuple

from PIL import Image, ImageColor

from roundup.build.cards.breaks import clamped, lines, shortened
from roundup.build.cards.fonts import Font
from roundup.build.cards.order import Order
from roundup.build.cards.type import Setter, Style
from roundup.pages.cards import HEIGHT, WIDTH
from roundup.pages.views import CardColumn, CardView

_PAPER, _INK, _ACCENT = "#fdfcfa", "#1f2023", "#a5311e"
_GROUND, _BLACK, _QUIET, _LINE, _TINT = 128, 0, 36, 110, 255  # shades on the canvas
_RUNS = 3  # Z_RLE of zlib
_INKS, _TINTS = 11, 5  # how many colours lead from paper to ink and from paper to accent
_DARK_ENOUGH = 0.17  # the luminance of an accent with 4.5:1 on paper (WCAG 2.2, 1.4.3)

_LEFT, _RIGHT = 80, WIDTH - 80
_ROOM = _RIGHT - _LEFT
_BAR = 14
_FIRST_LINE = 84
_TITLE_TOP = 122
_TITLES = ((108, 1), (92, 2), (78, 2), (66, 3), (56, 3), (48, 4), (42, 4))  # size, most lines
_CHINESE_TITLES = (
    (108, 1),
    (92, 1),
    (78, 1),
    (66, 2),
    (56, 3),
    (48, 4),
    (42, 4),
)  # breaks cut words
_TITLE_LEADING = 1.14
_GAP = 36  # between columns
_RANKED, _UNRANKED, _BARE = (
    366,
    432,
    580,
)  # where the rule stands above columns, and the end without any
_CHINESE = ("zh", "ja")

_SITE = Style(30, _BLACK, bold=True)
_LEAD = Style(30, _QUIET)
_BYLINE = Style(32, _QUIET)
_NUMERAL = Style(96, _TINT, bold=True)
_NAME = Style(30, _BLACK, bold=True)
_DETAIL = Style(26, _QUIET)
_NAME_LINES, _NAME_LEADING = 2, 38


class _Title(NamedTuple):
    style: Style
    lines: list[str]


def draw(order: Order) -> bytes:
    """The bytes of a card's PNG."""
    view = order.view
    setter = _setter(order.fonts, _is_chinese(view))
    canvas = Image.new("L", (WIDTH, HEIGHT), _GROUND)
    canvas.paste(_TINT, (0, 0, WIDTH, _BAR))
    _first_line(canvas, setter, view)
    is_ranked = any(column.rank for column in view.columns)
    rule = (_RANKED if is_ranked else _UNRANKED) if view.columns else _BARE
    _title(canvas, setter, view, rule - 24)
    if view.columns:
        canvas.paste(_LINE, (_LEFT, rule, _RIGHT, rule + 2))
        _columns(canvas, setter, view.columns, rule)
    return _png(canvas, view.accent)


@lru_cache(maxsize=8)
def _setter(fonts: tuple[Font, ...], is_chinese: bool) -> Setter:
    return Setter(fonts, is_chinese)


def _is_chinese(view: CardView) -> bool:
    return view.language.split("-")[0] in _CHINESE


def _first_line(canvas: Image.Image, setter: Setter, view: CardView) -> None:
    """The site's name, and at the other end what kind of page it is."""
    measure = setter.measure(_LEAD)
    lead = shortened(view.lead, measure, _ROOM / 2)
    left = _RIGHT - measure(lead)
    setter.draw(canvas, left, _FIRST_LINE, lead, _LEAD)
    site = shortened(view.site, setter.measure(_SITE), left - _LEFT - _GAP)
    setter.draw(canvas, _LEFT, _FIRST_LINE, site, _SITE)


def _title(canvas: Image.Image, setter: Setter, view: CardView, bottom: int) -> None:
    """The title in the largest size at which all of it fits, its byline below."""
    room = bottom - _TITLE_TOP - (56 if view.byline else 0)
    sizes = _CHINESE_TITLES if _is_chinese(view) else _TITLES
    title = _fitted(setter, view.title, room, sizes)
    size = title.style.size
    base = _TITLE_TOP + round(size * 0.82)
    for row in title.lines:
        setter.draw(canvas, _LEFT, base, row, title.style)
        base += round(size * _TITLE_LEADING)
    byline = shortened(view.byline, setter.measure(_BYLINE), _ROOM)
    setter.draw(canvas, _LEFT, base - round(size * _TITLE_LEADING) + 58, byline, _BYLINE)


def _fitted(setter: Setter, title: str, room: int, sizes: tuple[tuple[int, int], ...]) -> _Title:
    for size, limit in sizes:
        style = Style(size, _BLACK, bold=True)
        measure = setter.measure(style)
        most = min(limit, max(1, int(room / (size * _TITLE_LEADING))))
        if len(lines(title, measure, _ROOM)) <= most:
            break
    return _Title(style, clamped(title, measure, _ROOM, most))


def _columns(
    canvas: Image.Image, setter: Setter, columns: tuple[CardColumn, ...], rule: int
) -> None:
    """Side by side, as many as have room for their words; their words begin on one line."""
    shown = _shown(setter, columns)
    width = (_ROOM - _GAP * (len(shown) - 1)) / len(shown)
    base = rule + (146 if rule == _RANKED else 50)
    for number, column in enumerate(shown):
        left = round(_LEFT + number * (width + _GAP))
        if column.rank:
            setter.draw(canvas, left, rule + 98, str(column.rank), _NUMERAL)
        else:
            canvas.paste(_TINT, (left, rule - 1, left + 48, rule + 5))
        _words(canvas, setter, column, (left, base), width)


def _shown(setter: Setter, columns: tuple[CardColumn, ...]) -> tuple[CardColumn, ...]:
    measure = setter.measure(_NAME)
    for count in range(len(columns), 3, -1):
        width = (_ROOM - _GAP * (count - 1)) / count
        found = [lines(one.text, measure, width) for one in columns[:count]]
        if all(len(rows) <= _NAME_LINES for rows in found):
            return columns[:count]
    return columns[:3]


def _words(
    canvas: Image.Image, setter: Setter, column: CardColumn, place: tuple[int, int], width: float
) -> None:
    left, base = place
    for row in clamped(column.text, setter.measure(_NAME), width, _NAME_LINES):
        setter.draw(canvas, left, base, row, _NAME)
        base += _NAME_LEADING
    detail = shortened(column.detail, setter.measure(_DETAIL), width)
    setter.draw(canvas, left, base, detail, _DETAIL)


def _png(canvas: Image.Image, accent: str) -> bytes:
    table, palette = _colours(accent)
    picture = canvas.point(table, "P")
    picture.putpalette(palette)
    out = io.BytesIO()
    # Runs of equal bytes are most of what can be pressed out of it; looking for more takes three times as long.
    picture.save(out, "PNG", bits=4, compress_type=_RUNS)
    return out.getvalue()


@lru_cache(maxsize=4)
def _colours(accent: str) -> tuple[list[int], list[int]]:
    """For every value of the canvas the number of its colour, and the colours."""
    paper, ink = ImageColor.getrgb(_PAPER)[:3], ImageColor.getrgb(_INK)[:3]
    inks = [_between(ink, paper, step / (_INKS - 1)) for step in range(_INKS)]
    tints = [_between(_tint(accent), paper, step / _TINTS) for step in reversed(range(_TINTS))]
    below = [round(value * (_INKS - 1) / _GROUND) for value in range(_GROUND + 1)]
    above = [
        _INKS - 1 + round((value - _GROUND) * _TINTS / (255 - _GROUND))
        for value in range(_GROUND + 1, 256)
    ]
    return below + above, [part for colour in (*inks, *tints) for part in colour]


def _between(one: tuple[int, ...], other: tuple[int, ...], share: float) -> tuple[int, ...]:
    return tuple(round(a + (b - a) * share) for a, b in zip(one, other, strict=True))


def _tint(accent: str) -> tuple[int, ...]:
    """The accent, darkened where it could not be read on paper; a name that is no colour is the theme's own."""
    try:
        colour: tuple[int, ...] = ImageColor.getrgb(accent or _ACCENT)[:3]
    except ValueError:
        colour = ImageColor.getrgb(_ACCENT)[:3]
    while _luminance(colour) > _DARK_ENOUGH:
        colour = tuple(round(part * 0.95) for part in colour)
    return colour


def _luminance(colour: tuple[int, ...]) -> float:
    """The relative luminance of a colour (WCAG 2.2)."""
    linear = (
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in colour
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
