"""Whether a text was wrapped by its editor: then the ends of its lines mean nothing."""

from collections.abc import Sequence
from itertools import pairwise

_NARROWEST, _WIDEST = 55, 130
_FEWEST = 5


def wraps(lines: Sequence[str]) -> bool:
    """Whether nearly every line that goes on could not have held the next line's first word."""
    breaks = [(one, after) for one, after in pairwise(lines) if _goes_on(one, after)]
    if len(breaks) < _FEWEST:
        return False
    lengths = sorted(len(one.rstrip()) for one, _ in breaks)
    width = lengths[int(len(lengths) * 0.95)]
    if not _NARROWEST <= width <= _WIDEST:
        return False
    full = sum(len(one.rstrip()) + 1 + len(after.split()[0]) > width - 4 for one, after in breaks)
    return full >= 0.85 * len(breaks)


def _goes_on(line: str, after: str) -> bool:
    """Whether two lines are of one paragraph, and the second one begins nothing."""
    if not line.strip() or not after.strip() or line.endswith(("  ", "\\")):
        return False
    first = after.lstrip()[0]
    begins = first in "#>-*+|<`~=[!" or first.isdecimal()
    return not begins and line.lstrip()[0] not in "#|<"
