"""Small tables of labels and values, which speak of one paper."""

from collections.abc import Iterator

from roundup.authoring.importers.document import Block, Row, Span
from roundup.authoring.importers.recognise.labels import field_of
from roundup.authoring.importers.recognise.lines import Line, line_of


def is_sheet(table: Block) -> bool:
    """Whether each row is a label and what it stands for; its first row may be a header of any words."""
    rows = _rows(table)
    if not rows or len(rows) > 20 or any(len(row.cells) != 2 for row in rows):
        return False
    labels = [_text(row.cells[0]) for row in rows]
    known = sum(1 for label in labels if field_of(label))
    return known * 10 >= len(rows) * 6 and len(set(labels)) == len(labels) and _is_header(table)


def sheet_lines(table: Block) -> Iterator[Line]:
    """Its rows as labelled lines."""
    for row in _rows(table):
        value = [span for block in row.cells[1] for span in block.spans]
        label = Span(f"{_text(row.cells[0])}: ", line=row.line, bold=True)
        yield line_of([label, *value], row.line)


def _rows(table: Block) -> list[Row]:
    """All rows but a header that says nothing of the paper."""
    rows = [row for row in table.rows if any(row.cells)]
    if len(rows) > 1 and (rows[0].header or not field_of(_text(rows[0].cells[0]))):
        has_fact = (
            len(rows[0].cells) == 2 and field_of(_text(rows[0].cells[0])) and not _is_pair(rows[0])
        )
        return rows if has_fact else rows[1:]
    return rows


def _is_pair(row: Row) -> bool:
    """Whether both cells of a row are labels, as in a header `Paper | Code`."""
    return all(field_of(_text(cell)) for cell in row.cells)


def _is_header(table: Block) -> bool:
    rows = [row for row in table.rows if any(row.cells)]
    return not (len(rows) > 1 and len(rows[0].cells) == 2 and _is_pair(rows[0]) and rows[0].header)


def _text(cell: tuple[Block, ...]) -> str:
    return " ".join(block.text for block in cell).strip()
