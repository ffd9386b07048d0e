"""An entry that is a row of a table: facts by column, words from the columns of words."""

from collections.abc import Iterator

import msgspec

from roundup.authoring.importers.recognise.columns import Cell
from roundup.authoring.importers.recognise.facts import read_line
from roundup.authoring.importers.recognise.labels import field_of
from roundup.authoring.importers.recognise.leads import Lead, read_lead, unlinked
from roundup.authoring.importers.recognise.lines import Line, weight
from roundup.authoring.importers.recognise.linking import Fact
from roundup.authoring.importers.recognise.links import with_label
from roundup.authoring.importers.recognise.refs import refs_of
from roundup.authoring.importers.recognise.tables import lead_of, title_cell
from roundup.authoring.importers.recognise.words import markdown_of, paragraph

_DROPPED = ("number", "citations")
_LINKS = (
    "paper",
    "pdf",
    "link",
    "code",
    "project",
    "video",
    "demo",
    "data",
    "slides",
    "blog",
    "thread",
    "models",
    "supplement",
)


class RowRead(msgspec.Struct, frozen=True):
    """What a row says: its lead, its facts, its words."""

    lead: Lead
    facts: tuple[Fact, ...] = ()
    words: str = ""
    used: tuple[Line, ...] = ()


def read_row(cells: tuple[Cell, ...]) -> RowRead:
    """A row read cell by cell; the cell of its title comes first."""
    lead = lead_of(cells)
    head = title_cell(cells)
    facts: list[Fact] = []
    words: list[str] = []
    if head is not None:
        first = head.lines[0]
        facts.extend(_title_links(first))
        if weight(lead.rest) >= 1:
            words.append(_text(unlinked(first, lead)))
        for line in head.lines[1:]:
            _line(line, facts, words, True)
    for cell in cells:
        if cell is not head:
            _cell(cell, facts, words)
    used = tuple(line for cell in cells if cell.field not in _DROPPED for line in cell.lines)
    return RowRead(lead, tuple(facts), "\n\n".join(word for word in words if word), used)


def _title_links(line: Line) -> Iterator[Fact]:
    lead = read_lead(line, refs_of(line))
    for ref in lead.refs:
        if ref.kind == "paper":
            yield Fact(
                "paper",
                ref=ref,
                sure=1 if ref.leads or ref.start < lead.end else 0,
                line=line.number,
            )
        elif ref.kind not in ("anchor", "social", "image", "local"):
            yield Fact("link", ref=ref, rel=ref.kind, sure=1, line=line.number)


def _text(line: Line) -> str:
    return markdown_of([paragraph([line])]) if line.text.strip() else ""


def _cell(cell: Cell, facts: list[Fact], words: list[str]) -> None:
    text = " ".join(line.text for line in cell.lines).strip()
    at = cell.row
    if cell.field in _DROPPED and not cell.refs:
        return
    if cell.field == "authors":
        facts.append(Fact("authors", text, sure=2, line=at))
    elif cell.field == "venue":
        facts.append(Fact("venue", text, sure=2, line=at))
        facts.extend(_links(cell, ""))
    elif cell.field == "date":
        facts.append(Fact("date", text, sure=2, line=at))
    elif cell.field in _LINKS:
        facts.extend(_links(cell, cell.field))
    elif cell.refs and cell.field != "summary":
        for line in cell.lines:
            _line(line, facts, words, False)
    elif text:
        words.append(_told(cell))


def _links(cell: Cell, field: str) -> Iterator[Fact]:
    for line in cell.lines:
        for ref in refs_of(line):
            own = ref.field if ref.field not in ("", "link") else field
            kind = with_label(ref.target, own)
            if kind not in ("anchor", "social", "image", "local"):
                yield Fact(
                    "paper" if kind == "paper" else "link",
                    ref=msgspec.structs.replace(ref, kind=kind),
                    rel=kind,
                    sure=1,
                    line=cell.row,
                )


def _line(line: Line, facts: list[Fact], words: list[str], early: bool) -> None:
    reading = read_line(line, refs_of(line), early)
    facts.extend(reading.facts)
    if not reading.moved:
        words.append(_text(line))


def _told(cell: Cell) -> str:
    text = "\n\n".join(_text(line) for line in cell.lines)
    known = field_of(cell.header)
    return text if known == "summary" or not cell.header else f"**{cell.header}:** {text}"
