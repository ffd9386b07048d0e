"""BibTeX and BibLaTeX: broken entries give what can be read of them, and say so."""

import logging
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import msgspec
from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ExplicitComment,
    ImplicitComment,
    ParsingFailedBlock,
    String,
)

from roundup.authoring.importers.bibliography.bibtex_values import salvaged, value_at, values_of
from roundup.authoring.importers.found import Remark

# The library tells of broken entries on its logger; here they become remarks.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OPENING = re.compile(r"@\s*([A-Za-z]+)\s*[{(]\s*([^\s,={}()\"]*)")
_LISTED_FIELD = re.compile(r"(?i)\b(?:title|author|doi)\s*=")
# What the child of a `crossref` takes over, under another name where the parent is the container.
_TITLES = MappingProxyType({"title": "booktitle", "subtitle": "booksubtitle"})
_OWN = frozenset(("author", "key", "label", "crossref", "xref", "abstract", "note", "annote"))
_DEEPEST_CROSSREF = 5


class Record(msgspec.Struct, frozen=True):
    """An entry with its values as LaTeX, field names in lower case."""

    line: int
    kind: str
    key: str
    fields: dict[str, str]


def records(text: str) -> tuple[tuple[Record, ...], tuple[Remark, ...]]:
    """The entries of a file in order, what they take from each other filled in."""
    library = parse_string(text, parse_stack=[])
    strings = _strings(library)
    found: list[Record] = []
    remarks: list[Remark] = []
    for block, raw in _mended(library):
        record, said = _read(block, raw, strings)
        found += [record] if record else []
        remarks += said
    parents = {record.key.lower(): record for record in reversed(found) if record.key}
    children = {_parent(record) for record in found} - {""}
    kept = []
    for record in found:
        if record.key.lower() in children and record.kind in ("proceedings", "xdata", "collection"):
            text = f"'{record.key}' is what other entries appeared in"
            remarks.append(Remark(record.line, "skipped", text))
        elif record.fields or record.key:
            kept.append(_inherited(record, parents))
    return tuple(kept), tuple(sorted(remarks))


def _mended(library: Library) -> Iterator[tuple[Block, str]]:
    """The blocks with their text; what follows one that broke off belongs to it."""
    broken: Block | None = None
    for block, after in zip(library.blocks, [*library.blocks[1:], None], strict=True):
        raw = block.raw or ""
        if type(block) is ParsingFailedBlock and isinstance(after, ImplicitComment):
            raw, broken = raw + (after.raw or ""), after
        if block is not broken:
            yield block, raw


def _read(block: Block, raw: str, strings: Mapping[str, str]) -> tuple[Record | None, list[Remark]]:
    line = (block.start_line or 0) + 1
    match block:
        case Entry():
            return _record(block, strings), []
        case DuplicateBlockKeyBlock(ignore_error_block=Entry() as inner):
            remark = Remark(line, "doubted", f"the key '{inner.key}' is used twice")
            return _record(inner, strings), [remark]
        case DuplicateFieldKeyBlock(ignore_error_block=Entry() as inner):
            names = ", ".join(sorted(block.duplicate_keys))
            remark = Remark(line, "doubted", f"entry '{inner.key}' says twice: {names}")
            return _record(inner, strings), [remark]
        case ParsingFailedBlock():
            return _salvaged(raw, line, strings)
        case ImplicitComment() | ExplicitComment() if _LISTED_FIELD.search(raw):
            return None, [Remark(line, "skipped", f"a comment: {' '.join(raw.split())[:60]}")]
        case _:
            return None, []


def _record(block: Entry, strings: Mapping[str, str]) -> Record:
    fields: dict[str, str] = {}
    for field in block.fields:
        for name, value in values_of(field.key, str(field.value), strings):
            fields.setdefault(name, value)
    line = (block.start_line or 0) + 1
    return Record(line, block.entry_type.lower(), block.key.strip(), fields)


def _salvaged(
    raw: str, line: int, strings: Mapping[str, str]
) -> tuple[Record | None, list[Remark]]:
    """What can be read of an entry that is not closed, or has a comma too few."""
    opening = _OPENING.search(raw)
    if opening is None or opening[1].lower() in ("string", "comment", "preamble"):
        return None, [Remark(line, "skipped", f"not BibTeX: {' '.join(raw.split())[:60]}")]
    fields = salvaged(raw, opening.end(), strings)
    named = f"entry '{opening[2]}'" if opening[2] else "an entry"
    remark = Remark(
        line, "doubted", f"{named} is broken: its braces, quotes or commas do not match"
    )
    return Record(line, opening[1].lower(), opening[2], fields), [remark]


def _strings(library: Library) -> dict[str, str]:
    """What `@string` defines, over the months that every style defines."""
    known = {name: name for name in _MONTHS}
    for block in library.blocks:
        if isinstance(block, String):
            known[block.key.lower()] = value_at(str(block.value), 0, known)[0]
    return known


def _parent(record: Record) -> str:
    return record.fields.get("crossref", record.fields.get("xdata", "")).strip().lower()


def _inherited(record: Record, parents: Mapping[str, Record]) -> Record:
    """The entry with what it leaves to the one that it refers to."""
    fields, above = dict(record.fields), _parent(record)
    for _ in range(_DEEPEST_CROSSREF):
        parent = parents.get(above)
        if parent is None:
            break
        container = parent.kind not in ("xdata", record.kind)
        for name, value in parent.fields.items():
            if name not in _OWN:
                fields.setdefault(_TITLES.get(name, name) if container else name, value)
        above = _parent(parent)
    return msgspec.structs.replace(record, fields=fields)
