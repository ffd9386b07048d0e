"""A document's blocks made ready for recognition: lines read, lists of lines taken apart, false headings named."""

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from roundup.authoring.importers.document import Block, Span
from roundup.authoring.importers.recognise.claims import Claim, claims_of
from roundup.authoring.importers.recognise.labels import is_label, labelled
from roundup.authoring.importers.recognise.leads import Lead, read_lead
from roundup.authoring.importers.recognise.lines import Line, line_of, lines_of, weight
from roundup.authoring.importers.recognise.links import with_label
from roundup.authoring.importers.recognise.numbers import leading
from roundup.authoring.importers.recognise.refs import Ref, blanked, refs_of
from roundup.authoring.importers.recognise.sections import kind_of_section
from roundup.authoring.importers.recognise.sheets import is_sheet, sheet_lines
from roundup.authoring.importers.recognise.unwrapped import BULLET, unwrapped

# Longer documents are read up to here; what follows stays in the closing words.
MOST_BLOCKS = 12_000
_LONE_NUMBER = re.compile(r"\s*(?:(?i:no|nr)\.?\s*|#|[(（\[【])?\s*(\d{1,3})\s*[.)）\]】、:]?\s*")


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A block (or a line of one) with all that recognition asks of it.

    `origin` is the place of its block in the document; `level` is that of a heading, true or false.
    """

    block: Block
    origin: int
    kind: str
    level: int = 0
    depth: int = 0
    lines: tuple[Line, ...] = ()
    refs: tuple[tuple[Ref, ...], ...] = ()
    claims: tuple[Claim, ...] = ()
    lead: Lead = Lead()
    whole: bool = True

    @property
    def text(self) -> str:
        """Its words."""
        return "\n".join(line.text for line in self.lines)

    @property
    def number(self) -> int:
        """The line of the document it begins on."""
        return self.lines[0].number if self.lines and self.lines[0].number else self.block.line


def parts_of(blocks: tuple[Block, ...]) -> tuple[Part, ...]:
    """The parts of a document in reading order."""
    parts: list[Part] = []
    level = 0
    for origin, block in enumerate(blocks):
        if block.kind == "item" and not block.spans and _heads(blocks[origin + 1 : origin + 2]):
            continue
        for part in _apart(block, origin) if origin < MOST_BLOCKS else [_unread(block, origin)]:
            is_heading = part.kind == "heading" or _is_false_heading(part)
            level = part.level or level
            parts.append(_heading(part, level or 2) if is_heading else part)
    return tuple(_numbered(parts))


def _heads(following: tuple[Block, ...]) -> bool:
    """Whether a heading is what an item without words of its own begins with: `- ### 2014`."""
    return bool(following) and following[0].kind == "heading" and following[0].depth > 0


def _numbered(parts: list[Part]) -> Iterator[Part]:
    """Numbers that stand alone above what they number belong to it."""
    alone = [
        _LONE_NUMBER.fullmatch(part.text) if part.kind in ("paragraph", "line") else None
        for part in parts
    ]
    sequence = [int(found[1]) for found in alone if found]
    if len(sequence) < 2 or any(abs(b - a) != 1 for a, b in pairwise(sequence)):
        yield from parts
        return
    number: int | None = None
    for part, found in zip(parts, alone, strict=True):
        if found:
            number = int(found[1])
            continue
        is_first = number is not None and part.lead.number is None
        yield _with_number(part, number) if is_first else part
        number = None


def _with_number(part: Part, number: int | None) -> Part:
    lead = msgspec.structs.replace(part.lead, number=number, shape="alone")
    return msgspec.structs.replace(part, lead=lead)


def _unread(block: Block, origin: int) -> Part:
    """A block beyond what anybody lists, kept as words."""
    return Part(block=block, origin=origin, kind="code", depth=block.depth)


def _heading(part: Part, level: int) -> Part:
    return msgspec.structs.replace(part, kind="heading", level=part.level or level)


def _apart(block: Block, origin: int) -> list[Part]:
    if block.kind == "table" and is_sheet(block):
        lines = tuple(sheet_lines(block))
        return [_part(block, origin, "paragraph", lines, tuple(map(refs_of, lines)), whole=False)]
    if block.kind in ("table", "code", "rule"):
        return [Part(block=block, origin=origin, kind=block.kind, depth=block.depth)]
    lines = lines_of(block)
    refs = tuple(_below_labels(lines))
    if block.kind == "heading":
        whole = line_of(block.spans, block.line)
        part = _part(block, origin, "heading", (whole,), (refs_of(whole),))
        alone = _LONE_NUMBER.fullmatch(whole.text)
        lead = Lead(number=int(alone[1]), shape="alone") if alone else part.lead
        return [msgspec.structs.replace(part, lead=lead)]
    if len(lines) > 1 and _holds_many(lines, refs):
        return _split(block, origin, lines, refs)
    joined = unwrapped(lines)
    if joined != lines:
        lines, refs = joined, tuple(refs_of(line) for line in joined)
    named = _enumerated(lines[0], refs[0]) if len(lines) == 1 else ()
    if named:
        return _split(block, origin, named, tuple(refs_of(line) for line in named))
    return [_part(block, origin, block.kind, lines, refs)]


def _below_labels(lines: tuple[Line, ...]) -> Iterator[tuple[Ref, ...]]:
    """The links of each line; those below a line that is a label are what the label says."""
    label = ""
    for line in lines:
        refs = refs_of(line)
        if (
            refs
            and label in ("paper", "pdf", "code", "project")
            and not weight(blanked(line.text, refs).replace("\0", " "))
        ):
            refs = tuple(
                msgspec.structs.replace(ref, field=label, kind=with_label(ref.target, label))
                for ref in refs
            )
        yield refs
        label = "" if refs else is_label(line.text)


def _part(
    block: Block,
    origin: int,
    kind: str,
    lines: tuple[Line, ...],
    refs: tuple[tuple[Ref, ...], ...],
    whole: bool = True,
) -> Part:
    claims = tuple(
        claim for line, found in zip(lines, refs, strict=True) for claim in claims_of(line, found)
    )
    return Part(
        block=block, origin=origin, kind=kind, level=block.level, depth=block.depth,
        lines=lines, refs=refs, claims=claims, whole=whole,
        lead=read_lead(lines[0], refs[0]) if lines else Lead(),
    )  # fmt: skip


def _holds_many(lines: tuple[Line, ...], refs: tuple[tuple[Ref, ...], ...]) -> bool:
    """Whether a paragraph is a list whose items are its lines."""
    if (
        len(
            {
                claim.keys
                for line, found in zip(lines, refs, strict=True)
                for claim in claims_of(line, found)
            }
        )
        == 1
    ):
        return False
    numbered = [number.value for line in lines if (number := leading(line.text))]
    if len(numbered) >= 2 and all(b - a in (1, -1) for a, b in pairwise(numbered)):
        return True
    if all(map(_is_name_and_address, lines, refs)):
        return True
    starts = sum(1 for line, found in zip(lines, refs, strict=True) if _is_whole_entry(line, found))
    if starts >= 2 and starts * 10 >= len(lines) * 4:
        return True
    return (
        sum(BULLET.match(line.text) is not None for line in lines) * 10 >= len(lines) * 7
        and starts >= 1
    )


def _is_name_and_address(line: Line, refs: tuple[Ref, ...]) -> bool:
    """Whether a line is a name, no label of a fact, and the address of a paper: `GPT-2: https://...`"""
    if len(refs) != 1 or refs[0].kind != "paper" or labelled(line.text)[0]:
        return False
    return re.fullmatch(r"[^:：]{2,60}[:：]\s*", line.text[: refs[0].start]) is not None


def _enumerated(line: Line, refs: tuple[Ref, ...]) -> tuple[Line, ...]:
    """The linked titles of a line that only enumerates them, each as a line, after what stands before them."""
    titled = [ref for ref in refs if ref.role == "title" and ref.kind == "paper"]
    if len(titled) < 2 or len({ref.target.url for ref in titled}) < 2:
        return ()
    if labelled(line.text)[0]:
        return ()
    left = blanked(
        line.text[titled[0].start :], _moved(refs, titled[0].start), ("tag", "title", "phrase")
    )
    if (
        weight(left.replace("\0", " ")) > len(titled) // 2
        or weight(line.text[: titled[0].start]) > 6
    ):
        return ()
    cuts = [0, *(ref.start for ref in titled), len(line.text)]
    pieces = (line.within(start, end) for start, end in pairwise(cuts))
    return tuple(piece for piece in pieces if piece.text.strip(" ,;·|、，"))


def _moved(refs: tuple[Ref, ...], by: int) -> list[Ref]:
    return [
        msgspec.structs.replace(ref, start=ref.start - by, end=ref.end - by)
        for ref in refs
        if ref.start >= by
    ]


def _is_whole_entry(line: Line, refs: tuple[Ref, ...]) -> bool:
    field, _ = labelled(line.text)
    if field and field != "title":
        return False
    titled = any(ref.leads and ref.role == "title" and ref.kind == "paper" for ref in refs)
    if titled:
        return True
    return (
        any(ref.leads and ref.kind == "paper" for ref in refs)
        and weight(read_lead(line, refs).title) >= 3
    )


def _split(
    block: Block, origin: int, lines: tuple[Line, ...], refs: tuple[tuple[Ref, ...], ...]
) -> list[Part]:
    parts = []
    for place, (line, found) in enumerate(zip(lines, refs, strict=True)):
        spans = spans_of(line)
        kind = block.kind if place == 0 else "paragraph"
        piece = msgspec.structs.replace(
            block,
            kind=kind,
            spans=spans,
            line=line.number,
            markdown="",
            anchors=block.anchors if place == 0 else (),
        )
        parts.append(
            _part(
                piece,
                origin,
                "line" if place or block.kind == "paragraph" else kind,
                (line,),
                (found,),
                whole=False,
            )
        )
    return parts


def spans_of(line: Line) -> tuple[Span, ...]:
    """A line's styled runs as spans."""
    spans = []
    for run in line.runs:
        if run.span.image or run.span.mark in ("break", "soft"):
            spans.append(run.span)
        elif line.text[run.start : run.end]:
            spans.append(msgspec.structs.replace(run.span, text=line.text[run.start : run.end]))
    return tuple(spans)


def _is_false_heading(part: Part) -> bool:
    """A paragraph, wholly bold or ended by a colon, that names a part of the document."""
    if part.kind not in ("paragraph", "line") or part.depth or len(part.lines) != 1:
        return False
    line = part.lines[0]
    if len(line.text) > 60 or any(part.refs):
        return False
    bold = all(run.span.bold for run in line.runs if line.text[run.start : run.end].strip(" :：."))
    return (bold or line.text.rstrip().endswith((":", "："))) and bool(kind_of_section(line.text))
