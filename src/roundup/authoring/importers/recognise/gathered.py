"""All that the parts of one entry say, line by line: facts, the words that remain, pictures."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from roundup.authoring.importers.document import Block, Span
from roundup.authoring.importers.found import Picture
from roundup.authoring.importers.recognise.facts import Reading, read_line
from roundup.authoring.importers.recognise.labels import is_label
from roundup.authoring.importers.recognise.leads import Lead, unlinked
from roundup.authoring.importers.recognise.lines import Line, weight
from roundup.authoring.importers.recognise.linking import Fact
from roundup.authoring.importers.recognise.parts import Part
from roundup.authoring.importers.recognise.refs import Ref
from roundup.authoring.importers.recognise.rows import read_row
from roundup.authoring.importers.recognise.tree import Found
from roundup.authoring.importers.recognise.words import block_of, markdown_of, paragraph

_BADGE = re.compile(r"(?i)shields\.io|badge|awesome\.re|colab-badge|travis-ci|\.svg(?:\?|$)")
# Labels that say nothing once what they announce has become a fact.
_ALONE = (
    "paper",
    "pdf",
    "link",
    "code",
    "project",
    "authors",
    "venue",
    "date",
    "title",
    "demo",
    "data",
    "video",
)
_EARLY_LINES = 4
_ANNOUNCES = re.compile(r"[:：][\s*_]*$")


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """An entry's facts in reading order, its words as Markdown, and the lines that facts were read from, the
    first of which is its title's."""

    lead: Lead
    facts: tuple[Fact, ...] = ()
    words: str = ""
    used: tuple[Line, ...] = ()
    pictures: tuple[Picture, ...] = ()
    anchors: tuple[str, ...] = ()
    line: int = 0


def gather(parts: Sequence[Part], found: Found) -> Gathered:
    """What the parts of an entry hold."""
    inside = parts[found.start : found.end]
    if found.cells:
        row = read_row(found.cells)
        pictures = tuple(
            picture
            for cell in found.cells
            for block in cell.blocks
            for picture in pictures_in(block)
        )
        line = found.cells[0].row or inside[0].number
        return Gathered(
            lead=row.lead,
            facts=row.facts,
            words=row.words,
            used=row.used,
            pictures=pictures,
            line=line,
        )
    first = inside[0]
    facts: list[Fact] = list(lead_facts(found.lead, first.lines[0].text if first.lines else ""))
    blocks: list[Block] = list(_rest(first, found.lead))
    used: list[Line] = list(first.lines[:1])
    context = Context()
    for part, skip in _bodies(inside):
        context = context.at(part)
        early = not any(_says(block) for block in blocks)
        blocks.extend(_body(part, skip, facts, used, early, context.field))
    return Gathered(
        lead=found.lead,
        facts=tuple(facts),
        words=markdown_of(blocks),
        used=tuple(used),
        pictures=tuple(picture for part in inside for picture in pictures_in(part.block)),
        anchors=tuple(anchor for part in inside for anchor in part.block.anchors),
        line=first.number,
    )


def _says(block: Block) -> bool:
    """Whether a block is words, and does not only announce what follows it."""
    return weight(block.text) > 6 or (weight(block.text) > 0 and not _ANNOUNCES.search(block.text))


def _bodies(inside: Sequence[Part]) -> Iterator[tuple[Part, int]]:
    """The parts of an entry with the number of lines at their head that its lead has used up."""
    for place, part in enumerate(inside):
        if place or len(part.lines) > 1:
            yield part, 0 if place else 1


def _body(
    part: Part,
    skip: int,
    facts: list[Fact],
    used: list[Line],
    early: bool,
    context: str,
) -> Iterator[Block]:
    if part.kind == "rule":
        return
    if not part.lines:
        yield part.block
        return
    kept: list[Line] = []
    for place, (line, refs) in enumerate(zip(part.lines, part.refs, strict=True)):
        if place < skip:
            continue
        if not refs and place + 1 < len(part.lines) and is_label(line.text):
            context = is_label(line.text)
        reading = _reading(part, line, refs, early and not kept and place < _EARLY_LINES, context)
        facts.extend(reading.facts)
        if reading.moved:
            used.append(line)
        else:
            kept.append(line)
    if kept and skip:
        yield paragraph(kept)
    elif kept:
        yield block_of(part, None if len(kept) == len(part.lines) else kept)


class Context(msgspec.Struct, frozen=True):
    """A label that stands alone, as a heading, an item or a paragraph, and speaks of what follows it."""

    field: str = ""
    label: str = ""
    depth: int = 0
    used: bool = False

    def at(self, part: Part) -> "Context":
        """The context that a part stands in."""
        own = is_label(part.text) if len(part.lines) == 1 and not any(part.refs) else ""
        if own:
            return Context(own, part.kind, part.depth)
        if self.label == "heading" and part.kind != "heading":
            return self
        if self.label == "item" and part.depth > self.depth:
            return self
        if self.label in ("paragraph", "line") and not self.used:
            return msgspec.structs.replace(self, used=True)
        return Context()


def _reading(part: Part, line: Line, refs: tuple[Ref, ...], early: bool, context: str) -> Reading:
    if part.kind == "heading":
        return Reading(read_line(line, refs).facts) if refs else Reading()
    if not refs and is_label(line.text) in _ALONE:
        return Reading(moved=True)
    return read_line(line, refs, early, context)


def lead_facts(lead: Lead, text: str) -> Iterator[Fact]:
    """The links of the line that an entry begins with."""
    readings = read_line(Line(text), lead.refs).facts if lead.refs else ()
    told = {fact.ref: fact for fact in readings if fact.ref and fact.kind != "title"}
    for ref in lead.refs:
        fact = told.get(ref)
        in_title = ref.start < lead.end and ref.end > lead.start and bool(lead.title)
        cited = ref.bare and ref.target.strength == 3 and bool(lead.authors or lead.venue)
        if fact:
            sure = max(fact.sure, 1 if in_title or ref.leads or cited else 0)
            yield msgspec.structs.replace(fact, sure=sure, text="")
        elif in_title and ref.kind not in ("anchor", "social", "image", "local"):
            yield Fact(
                "paper" if ref.kind == "paper" else "link",
                ref=ref,
                rel=ref.kind,
                sure=1,
                line=ref.line,
            )


def _rest(part: Part, lead: Lead) -> Iterator[Block]:
    """The words of an entry's first line that follow its title, without the links that became facts."""
    if not part.lines or weight(lead.rest) < 1 or part.kind == "heading":
        return
    rest = unlinked(part.lines[0], lead)
    if rest.text.strip():
        yield paragraph([rest])


def pictures_in(block: Block) -> Iterator[Picture]:
    """The pictures of a block that are no badges, those in a table's cells too."""
    yield from (
        _picture(span) for span in block.spans if span.image and not _BADGE.search(span.image)
    )
    for row in block.rows:
        for cell in row.cells:
            for one in cell:
                yield from (
                    _picture(span)
                    for span in one.spans
                    if span.image and not _BADGE.search(span.image)
                )


def _picture(span: Span) -> Picture:
    return Picture(source=span.image, alt=span.text, line=span.line)
