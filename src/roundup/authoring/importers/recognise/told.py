"""What there is to say about a document beside its entries."""

from collections.abc import Iterator, Sequence

from roundup.authoring.importers.document import Block, Document
from roundup.authoring.importers.found import Remark
from roundup.authoring.importers.recognise.parts import MOST_BLOCKS, Part
from roundup.authoring.importers.recognise.references import Reference
from roundup.authoring.importers.recognise.tree import Found


def skipped(document: Document, parts: Sequence[Part], contents: frozenset[int]) -> list[Remark]:
    """What readers of the list would not miss, and where it stood."""
    remarks = [Remark(one.line, "skipped", one.what) for one in document.skipped]
    starts = [place for place in sorted(contents) if place - 1 not in contents]
    remarks += [Remark(parts[place].number, "skipped", "a table of contents") for place in starts]
    if len(document.blocks) > MOST_BLOCKS:
        line = document.blocks[MOST_BLOCKS].line
        remarks.append(Remark(line, "doubted", "from here on nothing was searched for papers"))
    return remarks


def emptied(parts: Sequence[Part], places: Sequence[int]) -> Iterator[Remark]:
    """Headings that have nothing left to stand over."""
    for place in places:
        links = (ref.target.url for refs in parts[place].refs for ref in refs)
        text = " ".join([parts[place].text, *links])
        yield Remark(parts[place].number, "skipped", f"a heading: {text}")


def skipped_rows(parts: Sequence[Part], found: Sequence[Found]) -> Iterator[Remark]:
    """The rows of tables of papers that are none, each with what it says."""
    tables = {one.start: set[int]() for one in found if one.cells}
    for one in found:
        if one.cells:
            tables[one.start].add(one.cells[0].row)
    for place, used in sorted(tables.items()):
        for row in parts[place].block.rows:
            text = " ".join(_words(block) for cell in row.cells for block in cell)
            if row.line not in used and text.strip() and not row.header:
                yield Remark(row.line, "skipped", f"a row that is no paper: {text[:300]}")


def _words(block: Block) -> str:
    links = " ".join(dict.fromkeys(span.link for span in block.spans if span.link))
    return f"{block.text} {links}".strip()


def outside(
    parts: Sequence[Part], found: Sequence[Found], references: Sequence[Reference]
) -> list[Remark]:
    """Links to papers that stand in no entry and in no list of references."""
    known = {one.part for one in references}
    known.update(place for one in found for place in range(one.start, one.end))
    return [
        Remark(part.number, "doubted", f"in no entry: {(claim.title or claim.keys[0])[:100]}")
        for place, part in enumerate(parts)
        if place not in known
        for claim in part.claims
        if claim.strength >= 3
    ]
