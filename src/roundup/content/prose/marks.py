"""Marks: private characters that stand in text for what is put there later.

`mark(n)` is the public one, for reference n. Inside this package a letter says what waits: `b` a
finished block, `m` a finished inline piece, `h` a block of raw HTML, `w` a wiki-link.
"""

import re

OPEN, CLOSE = "\ue000", "\ue001"
BLOCK = re.compile("\ue000([bh])(\\d+)\ue001")
INNER = re.compile("\ue000([a-z])(\\d+)\ue001")


def mark(n: int) -> str:
    """What stands in the HTML for reference n."""
    return f"{OPEN}{n}{CLOSE}"


def inner(kind: str, n: int) -> str:
    """What stands in a half-finished text for the n-th waiting thing of a kind."""
    return f"{OPEN}{kind}{n}{CLOSE}"


def without_marks(text: str) -> str:
    """The text without the two characters that marks are made of."""
    if OPEN in text or CLOSE in text:
        return text.replace(OPEN, "").replace(CLOSE, "")
    return text
