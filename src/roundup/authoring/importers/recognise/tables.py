"""Tables of papers: which column holds what, told by header words or by contents."""

import re
from collections.abc import Sequence

import msgspec

from roundup.authoring.importers.document import Block, Row
from roundup.authoring.importers.recognise.columns import Cell, cells_of, fields_of
from roundup.authoring.importers.recognise.labels import field_of
from roundup.authoring.importers.recognise.leads import Lead, read_lead
from roundup.authoring.importers.recognise.lines import Line, lines_of, weight
from roundup.authoring.importers.recognise.people import certainty
from roundup.authoring.importers.recognise.refs import Ref, blanked, refs_of
from roundup.authoring.importers.recognise.titles import cleaned
from roundup.authoring.importers.recognise.venues import is_venue

_FIRST = ("title", "paper", "name", "pdf", "link")
# A longer table is data, and stays as it is.
MOST_ROWS = 10_000


def divide_table(block: Block) -> tuple[tuple[Cell, ...], ...]:
    """The entries of a table, each as its cells; none where it is not a table of papers."""
    rows = [row for row in block.rows if any(cell for cell in row.cells)]
    if not rows or len(rows) > MOST_ROWS:
        return ()
    header, body = _header(rows)
    if not body:
        return ()
    width = max(len(row.cells) for row in body)
    read = [cells_of(row, width) for row in body]
    fields = fields_of(header, read, width)
    entries = [
        entry
        for row, cells in zip(body, read, strict=True)
        for entry in _entries(cells, fields, header, row)
    ]
    good = sum(1 for entry in entries if _is_paper(entry))
    if good and good * 10 >= len(entries) * 4:
        return tuple(entry for entry in entries if _is_paper(entry) or _is_named(entry))
    return tuple(entries) if _is_titled(header, entries) else ()


def _is_named(entry: tuple[Cell, ...]) -> bool:
    """Whether a row among papers is one although it has no link: someone wrote it, or it is in capitals."""
    cell = title_cell(entry)
    if cell is None:
        return False
    if any(one.field == "venue" and is_venue(one.text) for one in entry):
        return True
    if weight(cell.text) < 3:
        return False
    others = [one for one in entry if one.field == "authors"]
    return any(certainty(one.text) for one in others) if others else True


def _is_titled(header: list[str], entries: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether the header itself says that a table without links holds titles of papers."""
    fields = {field_of(name) for name in header}
    named = sum(1 for entry in entries if (cell := title_cell(entry)) and weight(cell.text) >= 2)
    return (
        ("title" in fields or {"paper", "venue"} <= fields)
        and bool(fields & {"authors", "venue", "date", "paper", "number", "tags", "institution"})
        and named * 2 > len(entries)
    )


def _header(rows: list[Row]) -> tuple[list[str], list[Row]]:
    names = [_text(cell) for cell in rows[0].cells]
    known = sum(1 for name in names if field_of(name))
    has_links = any(ref for cell in rows[0].cells for ref in _links(cell) if ref.kind == "paper")
    if rows[0].header and not has_links:
        return names, rows[1:]
    if known >= 2 and known * 2 >= len(names) and not has_links:
        return names, rows[1:]
    return [], rows


def _text(cell: tuple[Block, ...]) -> str:
    return " ".join(block.text for block in cell).strip()


def _links(cell: tuple[Block, ...]) -> list[Ref]:
    return [ref for block in cell for line in lines_of(block) for ref in refs_of(line)]


def _entries(
    cells: list[tuple[Line, ...]], fields: list[str], header: list[str], row: Row
) -> list[tuple[Cell, ...]]:
    names = header + [""] * (len(fields) - len(header))
    blocks = [*row.cells, *[()] * (len(fields) - len(row.cells))]
    whole = tuple(
        Cell(field, name, lines, tuple(cell), row.line)
        for field, name, lines, cell in zip(fields, names, cells, blocks, strict=True)
        if lines
    )
    if len(whole) == 1 and not whole[0].refs and len(fields) > 1:
        return []
    several = _several(whole)
    return several or ([whole] if whole else [])


def _several(row: tuple[Cell, ...]) -> list[tuple[Cell, ...]]:
    """Several papers in a row: items or lines of a cell, or linked titles, that are papers each by themselves;
    what the row says of all of them stays with each."""
    entries: list[tuple[Cell, ...]] = []
    for cell in row:
        if cell.field in ("summary", "abstract", "blog", "code", "project", "video", "authors"):
            continue
        found = _in_cell(cell)
        beside = tuple(map(_as_words, filter(_is_shared, row))) if found else ()
        entries.extend(
            (one, *(other for other in beside if other.header != cell.header)) for one in found
        )
    return entries


def _in_cell(cell: Cell) -> list[Cell]:
    """The papers of a cell that holds more than one."""
    listed = _listed(cell)
    if listed:
        return listed
    lines = [line for line in cell.lines if _stands_alone(line)]
    if len(lines) < 2 and len(cell.lines) == 1:
        lines = [_only(cell.lines[0], ref) for ref in _titled(cell.lines[0])]
    if len(lines) < 2:
        return []
    return [Cell("title", cell.header, (line,), (), cell.row) for line in lines]


def _is_shared(cell: Cell) -> bool:
    """Whether a cell says when or by whom the papers of its row were read, or what they are about."""
    return cell.field in ("", "presenter", "date", "tags") and bool(cell.header) and not cell.refs


def _as_words(cell: Cell) -> Cell:
    return msgspec.structs.replace(cell, field="" if cell.field == "date" else cell.field)


def _listed(cell: Cell) -> list[Cell]:
    """The items of a list in a cell, where each is cited or links its paper."""
    items = [block for block in cell.blocks if block.kind == "item" and block.depth == 1]
    if len(items) < 2 or cell.field not in ("", "title", "paper"):
        return []
    cells = [
        Cell("title", cell.header, lines_of(one), (one,), cell.row) for one in items if one.spans
    ]
    cited = sum(1 for one in cells if (lead := lead_of((one,))).is_cited and weight(lead.title) > 2)
    linked = sum(1 for one in cells if any(ref.kind == "paper" for ref in one.refs))
    return cells if max(cited, linked) * 2 >= len(items) else []


def _stands_alone(line: Line) -> bool:
    lead = read_lead(line, refs_of(line))
    return (
        bool(lead.title)
        and weight(lead.title) >= 1
        and any(ref.kind == "paper" for ref in lead.refs)
    )


def _titled(line: Line) -> list[Ref]:
    refs = refs_of(line)
    titled = [ref for ref in refs if ref.role == "title" and ref.kind == "paper" and ref.leads]
    left = blanked(line.text, refs, ("tag", "title")).replace("\0", " ")
    return titled if weight(left) <= len(titled) else []


def _only(line: Line, ref: Ref) -> Line:
    return line.within(ref.start, ref.end)


def _is_paper(entry: tuple[Cell, ...]) -> bool:
    refs = [ref for cell in entry for ref in cell.refs]
    title = title_cell(entry)
    if title is None or not title.text:
        return False
    if any(ref.kind == "paper" for ref in refs):
        return True
    cited = any(cell.field in ("authors", "venue") and weight(cell.text) for cell in entry)
    cited = cited or (_names_papers(title.header) and lead_of(entry).is_cited)
    return weight(title.text) >= 3 and cited and _is_wordy(title.text)


def _names_papers(header: str) -> bool:
    """Whether a header has a word for papers, as `Topic / Paper`."""
    return any(field_of(word) in ("paper", "title") for word in re.split(r"[\s/|,&]+", header))


def _is_wordy(text: str) -> bool:
    """Whether a text is words rather than figures."""
    return sum(char.isalpha() for char in text) * 10 >= len(text) * 6


def title_cell(entry: tuple[Cell, ...]) -> Cell | None:
    """The cell of an entry that holds its title."""
    for field in _FIRST:
        for cell in entry:
            if cell.field == field and weight(cell.text) >= 1:
                return cell
    return None


def _named(entry: tuple[Cell, ...]) -> Lead | None:
    """What a row calls its paper where the column of papers holds nothing but links."""
    for cell in entry:
        if cell.field in ("", "models", "title") and not cell.refs and cell.text:
            lead = read_lead(cell.lines[0], refs_of(cell.lines[0]))
            if lead.title:
                return lead
    return None


def _whole(cell: Cell | None) -> Lead | None:
    """The first line of a cell below a header that says it is a title, whatever it reads like."""
    if cell is None or field_of(cell.header) != "title":
        return None
    line = cell.lines[0]
    title = cleaned(blanked(line.text, refs_of(line)))
    return Lead(title=title, style="plain", end=len(line.text)) if weight(title) > 1 else None


def lead_of(entry: tuple[Cell, ...]) -> Lead:
    """The lead of a row, with the number that a column of numbers gives it."""
    cell = title_cell(entry)
    lead = read_lead(cell.lines[0], refs_of(cell.lines[0])) if cell else Lead()
    if not lead.title:
        lead = _named(entry) or _whole(cell) or lead
    for other in entry:
        digits = re.search(r"\d+", other.text) if other.field == "number" else None
        if digits and lead.number is None:
            lead = msgspec.structs.replace(lead, number=int(digits[0]), shape="column")
    return lead
