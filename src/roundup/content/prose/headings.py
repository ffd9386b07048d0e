"""Headings: their levels on the page, their ids."""

import re
import unicodedata

_ASCII = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile("['’]")
_TAG = re.compile("(</?h)([1-6])(?=[ >])")


class Levels:
    """Levels of headings as the page needs them: from a base on, none skipped, none below h6."""

    def __init__(self, base: int) -> None:
        self._base = base
        self._open: list[int] = []

    def place(self, written: int) -> int:
        """The level on the page of a heading written at a level."""
        while self._open and self._open[-1] >= written:
            self._open.pop()
        self._open.append(written)
        return min(6, self._base + len(self._open) - 1)


def shifted(html: str, levels: int) -> str:
    """The HTML with its headings that much deeper, or higher, none above h1 or below h6."""
    if not levels or "<h" not in html:
        return html
    return _TAG.sub(lambda found: f"{found[1]}{min(6, max(1, int(found[2]) + levels))}", html)


def slug(words: str) -> str:
    """A readable id: letters, marks and digits of any script, everything else one hyphen."""
    words = _APOSTROPHES.sub("", words)
    if words.isascii():
        return _ASCII.sub("-", words.lower()).strip("-") or "section"
    folded = unicodedata.normalize("NFKC", words).casefold()
    kept = "".join(char if unicodedata.category(char)[0] in "LMN" else "-" for char in folded)
    return re.sub(r"-{2,}", "-", kept).strip("-") or "section"
