"""The columns of a table: which field each of them holds, told by header words or by contents."""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from roundup.authoring.importers.document import Block, Row
from roundup.authoring.importers.recognise.dates import is_date
from roundup.authoring.importers.recognise.labels import field_of
from roundup.authoring.importers.recognise.leads import read_lead
from roundup.authoring.importers.recognise.lines import Line, lines_of, weight
from roundup.authoring.importers.recognise.people import certainty
from roundup.authoring.importers.recognise.refs import Ref, refs_of
from roundup.authoring.importers.recognise.venues import is_venue

_NUMBER = re.compile(r"[#\[(]?\s*\d{1,4}\s*[.)\]]?")


class Cell(msgspec.Struct, frozen=True):
    """A cell of a row: the field of its column, the column's own header, and its lines."""

    field: str
    header: str
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...] = ()
    row: int = 0

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(line.text for line in self.lines).strip()

    @property
    def refs(self) -> tuple[Ref, ...]:
        """Its links."""
        return tuple(ref for line in self.lines for ref in refs_of(line))


def cells_of(row: Row, width: int) -> list[tuple[Line, ...]]:
    """The lines of each cell of a row, which is as wide as the table."""
    cells = [
        tuple(line for block in cell for line in lines_of(block) if not line.is_blank)
        for cell in row.cells
    ]
    return cells + [()] * (width - len(cells))


def fields_of(
    header: list[str], rows: Sequence[Sequence[tuple[Line, ...]]], width: int
) -> list[str]:
    """The field of each column; one of them holds the titles if any does."""
    named = [field_of(name) for name in header[:width]]
    fields = named + [""] * (width - len(named))
    columns = [[row[place] for row in rows if row[place]] for place in range(width)]
    guessed = [_guess(column) for column in columns]
    if "title" not in fields:
        _name_title(fields, columns)
    return [field or guess for field, guess in zip(fields, guessed, strict=True)]


def _name_title(fields: list[str], columns: list[list[tuple[Line, ...]]]) -> None:
    """The column of titles, where no header names it: the one with most words in its leads, papers linked first."""
    scores = [_title_score(field, column) for field, column in zip(fields, columns, strict=True)]
    best = max(range(len(scores)), key=lambda place: (scores[place], -place))
    if scores[best] > 0:
        fields[best] = "title"


def _title_score(field: str, column: list[tuple[Line, ...]]) -> float:
    if not column or field in (
        "authors",
        "venue",
        "date",
        "institution",
        "summary",
        "abstract",
        "citations",
        "number",
        "tags",
        "code",
        "blog",
        "presenter",
    ):
        return 0.0
    sample = column[:60]
    score = 0.0
    for lines in sample:
        lead = read_lead(lines[0], refs_of(lines[0]))
        size = weight(lead.title)
        if size == 0 or certainty(lines[0].text) >= 2 or is_venue(lines[0].text):
            continue
        linked = any(ref.kind == "paper" and ref.role == "title" for ref in lead.refs)
        score += (
            (1.0 if 2 <= size <= 28 else 0.3)
            + (1.0 if linked or (lead.is_cited and size >= 2) else 0.0)
            + (0.4 if lead.style in ("bold", "quote") else 0.0)
        )
    bonus = 0.8 if field in ("paper", "title") else 0.0
    return score / len(sample) + bonus if score else 0.0


def _guess(column: list[tuple[Line, ...]]) -> str:
    """The field of a column without a telling header, by what most of its cells hold."""
    seen: Counter[str] = Counter()
    for lines in column[:60]:
        text = " ".join(line.text for line in lines).strip()
        kinds = {ref.kind for line in lines for ref in refs_of(line) if ref.role == "tag"}
        if _NUMBER.fullmatch(text):
            seen["number"] += 1
        elif is_date(text):
            seen["date"] += 1
        elif is_venue(text):
            seen["venue"] += 1
        elif certainty(text) >= 2:
            seen["authors"] += 1
        elif len(kinds) == 1:
            seen[kinds.pop()] += 1
    field, count = seen.most_common(1)[0] if seen else ("", 0)
    return field if count * 2 > len(column[:60]) else ""
