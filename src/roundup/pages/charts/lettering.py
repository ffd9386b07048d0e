"""How wide a text is in a drawing: a careful guess, since the reader's own fonts set it."""

import unicodedata
from functools import lru_cache
from itertools import accumulate

SIZE = 14
_NARROW = frozenset("ijltfrI.,:;'!|()[]- ")
_BROAD = frozenset("mwMW@%—…")


def width_of(text: str) -> int:
    """The pixels that a label will hardly exceed."""
    return round(sum(_em(character) for character in text) * SIZE)


@lru_cache(maxsize=1 << 12)
def _em(character: str) -> float:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(character) in "WF" or character in _BROAD:
        return 1
    if character in _NARROW:
        return 0.39
    return 0.7 if character.isupper() else 0.61


def shortened(text: str, most: int) -> str:
    """The text, else as much of it as goes into that many pixels, with an ellipsis."""
    if width_of(text) <= most:
        return text
    widths = accumulate(map(_em, text))
    fitting = sum(round((width + _em("…")) * SIZE) <= most for width in widths)
    return text[:fitting].rstrip(" ,;:-–—") + "…"
