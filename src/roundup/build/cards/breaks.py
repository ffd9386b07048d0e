"""Where lines of a card may break: after spaces and hyphens, and between Chinese characters but not before marks."""

import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain, pairwise

Measure = Callable[[str], float]

ELLIPSIS = "…"
_HYPHENS = "-–—/"  # a line may end behind these inside a word
_NEVER_FIRST = frozenset(
    "!),.:;?]}%\"'’”…·、。〉》」』】〕〗〞ー々！％），．：；？］｝～ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
_NEVER_LAST = frozenset("([{‘“〈《「『【〔〖〝（［｛")
_LOOSE = " ,;:.-–—·、，；："  # marks that no ellipsis follows


def is_wide(char: str) -> bool:
    """Whether a character takes a whole square, as Chinese ones do (Unicode Standard Annex 11)."""
    return unicodedata.east_asian_width(char) in ("W", "F")


@lru_cache(maxsize=256)
def pieces(text: str) -> tuple[str, ...]:
    """The text cut wherever a line may break; spaces stay at the end of the piece before them."""
    cuts = [at for at in range(1, len(text)) if _may_break(text[at - 1], text[at])]
    return tuple(text[start:end] for start, end in pairwise([0, *cuts, len(text)]) if end > start)


def _may_break(left: str, right: str) -> bool:
    if right == " " or right in _NEVER_FIRST or left in _NEVER_LAST:
        return False
    if left.isdigit() and is_wide(right):  # as in 2019年
        return False
    return left == " " or left in _HYPHENS or is_wide(left) or is_wide(right)


def lines(text: str, measure: Measure, width: float) -> list[str]:
    """The text in lines filled from the first; what no line can hold is cut."""
    found, line, used = list[str](), "", 0.0
    for piece in chain.from_iterable(_cut(one, measure, width) for one in pieces(text)):
        if line and used + measure(piece.rstrip()) > width:
            found.append(line.rstrip())
            line, used = "", 0.0
        line, used = line + piece, used + measure(piece)
    return [*found, line.rstrip()] if line else found


def _cut(piece: str, measure: Measure, width: float) -> Iterator[str]:
    """A piece that no line can hold, in pieces that fill one."""
    while len(piece) > 1 and measure(piece.rstrip()) > width:
        cut = _fitting(piece, measure, width)
        yield piece[:cut]
        piece = piece[cut:]
    yield piece


def balanced(text: str, measure: Measure, width: float) -> list[str]:
    """As few lines as the text needs, as equal in length as they come."""
    best = lines(text, measure, width)
    low, high = width / 2, width
    for _ in range(6 if len(best) > 1 else 0):
        middle = (low + high) / 2
        found = lines(text, measure, middle)
        if len(found) == len(best):
            best, high = found, middle
        else:
            low = middle
    return best


def clamped(text: str, measure: Measure, width: float, most: int) -> list[str]:
    """At most so many lines, the last of them with an ellipsis where there would be more."""
    found = lines(text, measure, width)
    if len(found) <= most:
        return balanced(text, measure, width)
    kept = found[: most - 1]
    start = 0
    for line in kept:
        start = text.index(line, start) + len(line)
    return [*kept, shortened(text[start:].lstrip(), measure, width)]


def shortened(text: str, measure: Measure, width: float) -> str:
    """The text in one line, ending in an ellipsis where it has to be cut."""
    if measure(text) <= width:
        return text
    cut = text[: _fitting(text, measure, width - measure(ELLIPSIS))]
    whole = "".join(pieces(cut + "x")[:-1])
    # Half a word says less than none, unless it is most of what there is.
    kept = whole if len(whole) * 2 > len(cut) else cut
    return kept.rstrip(_LOOSE) + ELLIPSIS


def _fitting(text: str, measure: Measure, width: float) -> int:
    """How many characters fit a line, one at least."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle]) <= width else (low, middle - 1)
    return low
