"""Tables as plain text: columns as wide as they must be, in any script."""

import unicodedata
from collections.abc import Sequence


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The rows below their heads, two spaces between columns, none at the end of a line."""
    cells = [list(heads), *(list(row) for row in rows)]
    widths = [max(width(row[column]) for row in cells) for column in range(len(heads))]
    return "\n".join(_line(row, widths) for row in cells)


def width(text: str) -> int:
    """How many columns of a terminal a text takes: two for each wide character (Unicode annex 11)."""
    return sum(
        0 if unicodedata.combining(one) else 1 + (unicodedata.east_asian_width(one) in "WF")
        for one in text
    )


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = (text + " " * (wide - width(text)) for text, wide in zip(row, widths, strict=True))
    return "  ".join(padded).rstrip()
