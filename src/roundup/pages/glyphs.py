"""Which characters the fonts of share cards have: a picture with empty boxes says less than none."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

_RIGHT_TO_LEFT = ("R", "AL", "AN")
_COMBINING = ("Mn", "Mc", "Me")


class FontFact(msgspec.Struct, frozen=True):
    """What pages know of a font: the digest of its bytes, its weight (400 is regular), its characters as ranges."""

    digest: str
    weight: int
    ranges: tuple[tuple[int, int], ...]

    def has(self, char: str) -> bool:
        """Whether the font has a character."""
        code = ord(char)
        row = bisect_right(self.ranges, (code, 0x110000)) - 1
        return row >= 0 and self.ranges[row][1] >= code


class Glyphs:
    """The characters of some fonts together."""

    def __init__(self, fonts: Sequence[FontFact]) -> None:
        self._fonts = tuple(fonts)
        self.digests = tuple(font.digest for font in fonts)
        self._has = lru_cache(maxsize=None)(self._looked_up)

    def missing(self, texts: Iterable[str]) -> str:
        """The characters that no font has, or that letters placed one by one cannot be right with."""
        found = set("".join(texts))
        return "".join(sorted(char for char in found if not self._has(char)))

    def _looked_up(self, char: str) -> bool:
        if char == " ":
            return True
        return not _is_shaped(char) and any(font.has(char) for font in self._fonts)


def _is_shaped(char: str) -> bool:
    """Whether a character runs from right to left, or changes with its neighbours."""
    is_turned = unicodedata.bidirectional(char) in _RIGHT_TO_LEFT
    return is_turned or unicodedata.category(char) in _COMBINING


def plain(text: str) -> str:
    """A text as cards set it: in one line, composed (NFC), without characters that only steer others."""
    if not text.isascii():
        composed = unicodedata.normalize("NFC", text)
        text = "".join(char for char in composed if unicodedata.category(char) != "Cf")
    return " ".join(text.split())
