"""Text set in the fonts of cards: a font for every character, kerning, glyphs drawn once and kept.

Letters are placed one by one. The engine with which Pillow would shape them (Raqm) asks the machine for a library
of its own, so that equal sites would get unequal pictures.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from roundup.build.cards.breaks import Measure, is_wide
from roundup.build.cards.fonts import Font
from roundup.build.cards.sfnt import read_kerning

BOLD = 600  # the least weight that counts as bold
_EM = 1000  # what kerning is counted in
_SMEAR = 0.045  # of the size: how much wider a font without a bold face is drawn to be one
_EITHER = "“”‘’…—·"  # wide beside Chinese characters, narrow elsewhere
_HAN = "一"


class Style(NamedTuple):
    """How a text looks: its size in pixels, its shade on the canvas, whether it is bold."""

    size: int
    shade: int
    bold: bool = False


class _Source(NamedTuple):
    """Where a font's bytes are, and which: other bytes may stand there later."""

    path: str
    digest: str


class _Glyph(NamedTuple):
    """A letter's picture, and where it goes from the point it stands on."""

    mask: Image.Image
    left: int
    top: int


class _Placed(NamedTuple):
    """A letter with its font, and where it begins, in ems."""

    char: str
    font: Font
    source: _Source
    start: float


class Setter:
    """Sets text in fonts, of which the first that has a character takes it; bold ones come first in bold text."""

    def __init__(self, fonts: tuple[Font, ...], is_chinese: bool) -> None:
        self._regular = sorted(fonts, key=lambda one: one.fact.weight >= BOLD)
        self._bold = sorted(fonts, key=lambda one: one.fact.weight < BOLD)
        self._is_chinese = is_chinese
        self._font = lru_cache(maxsize=1 << 14)(self._chosen)
        self._ems = lru_cache(maxsize=1 << 14)(self._width_in_ems)

    def measure(self, style: Style) -> Measure:
        """What measures texts of a style in pixels."""
        return lambda text: self._ems(text, style.bold) * style.size

    def draw(self, canvas: Image.Image, x: float, baseline: int, text: str, style: Style) -> None:
        """Puts a text on a canvas, beginning at `x`."""
        for char, font, source, ems in self._placed(text, style.bold):
            is_smeared = style.bold and font.fact.weight < BOLD
            smear = round(style.size * _SMEAR) if is_smeared else 0
            glyph = _glyph(source, style.size, char, smear)
            left, top = round(x + ems * style.size) + glyph.left, baseline + glyph.top
            box = (left, top, left + glyph.mask.width, top + glyph.mask.height)
            canvas.paste(style.shade, box, glyph.mask)

    def _width_in_ems(self, text: str, bold: bool) -> float:
        ends = [one.start + _advance(one.source, one.char) for one in self._placed(text, bold)]
        return ends[-1] if ends else 0.0

    def _placed(self, text: str, bold: bool) -> Iterator[_Placed]:
        x, before, last = 0.0, "", None
        for place, char in enumerate(text):
            is_wide_mark = self._is_chinese and char in _EITHER and _beside_wide(text, place)
            font = self._font(char, bold, is_wide_mark)
            source = _Source(font.path, font.fact.digest)
            if font is last:
                x += _kerning(source).get(_base(before) + _base(char), 0) / _EM
            yield _Placed(char, font, source, x)
            x += _advance(source, char)
            before, last = char, font

    def _chosen(self, char: str, bold: bool, is_wide_mark: bool) -> Font:
        fonts = self._bold if bold else self._regular
        both = char + _HAN if is_wide_mark else char
        for wanted in (both, char):
            for font in fonts:
                if all(font.fact.has(one) for one in wanted):
                    return font
        return fonts[0]


def _beside_wide(text: str, place: int) -> bool:
    """Whether a Chinese character stands beside a mark, or beside the row of such marks that it is in."""
    mark = text[place]
    neighbours = text[:place].rstrip(mark)[-1:] + text[place:].lstrip(mark)[:1]
    return any(is_wide(char) for char in neighbours)


@lru_cache(maxsize=1 << 12)
def _base(char: str) -> str:
    """The letter below an accent: é is kerned as e."""
    return unicodedata.normalize("NFD", char)[:1]


@lru_cache(maxsize=16)
def _kerning(source: _Source) -> dict[str, int]:
    return read_kerning(Path(source.path).read_bytes())


@lru_cache(maxsize=64)
def _face(source: _Source, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(source.path, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=1 << 14)
def _advance(source: _Source, char: str) -> float:
    """How far a letter moves the next one, in ems."""
    return _face(source, _EM).getlength(char) / _EM


@lru_cache(maxsize=1 << 12)
def _glyph(source: _Source, size: int, char: str, smear: int) -> _Glyph:
    """A letter's picture, drawn `smear` times more with each a pixel further to the right."""
    face = _face(source, size)
    left, top, right, bottom = (round(edge) for edge in face.getbbox(char, anchor="ls"))
    mask = Image.new("L", (max(1, right - left + smear), max(1, bottom - top)), 0)
    pen = ImageDraw.Draw(mask)
    for shift in range(smear + 1):
        pen.text((shift - left, -top), char, fill=255, font=face, anchor="ls")
    return _Glyph(mask, left, top)
