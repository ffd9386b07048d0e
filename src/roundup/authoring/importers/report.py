"""What an import has to say of a document: what was recognised, doubted, skipped and moved, line by line."""

from collections.abc import Iterator, Sequence
from itertools import islice
from types import MappingProxyType

import msgspec

from roundup.authoring.importers.found import Remark
from roundup.authoring.importers.landing import Landed, LandedEntry, LandedRoundup

_FEW = 12
_HEADS = MappingProxyType(
    {
        "recognised": "recognised",
        "doubted": "doubted: look at these",
        "skipped": "skipped",
        "moved": "moved from the text into facts",
    }
)


class Report(msgspec.Struct, frozen=True):
    """A document, where it lands, and the remarks on it."""

    file: str
    roundups: tuple[LandedRoundup, ...]
    remarks: tuple[Remark, ...]


def report_of(file: str, landed: Landed) -> Report:
    """The report on a document; what was recognised is told by the entries themselves."""
    kept = tuple(one for one in landed.remarks if one.kind != "recognised")
    return Report(file, landed.roundups, kept)


def lines_of(report: Report, brief: bool) -> Iterator[str]:
    """The report for people, every line with its place in the document; brief, a few of each kind."""
    for roundup in report.roundups:
        yield f"{report.file} -> {roundup.folder}/  {_summary(roundup)}"
        entries = [_entry(report.file, one) for one in roundup.entries]
        yield from _listed("recognised", entries, brief)
    if not report.roundups:
        yield f"{report.file}: no papers were recognised"
    for kind in ("doubted", "skipped", "moved"):
        said = [_remark(report.file, one) for one in report.remarks if one.kind == kind]
        yield from _listed(kind, said, brief)


def _listed(kind: str, lines: Sequence[str], brief: bool) -> Iterator[str]:
    if not lines:
        return
    yield f"  {_HEADS[kind]} ({len(lines)})"
    shown = _FEW if brief and len(lines) > _FEW + 1 else len(lines)
    yield from (f"    {line}" for line in islice(lines, shown))
    if shown < len(lines):
        yield f"    ... and {len(lines) - shown} more: --format json, or a pipe, shows all"


def _summary(roundup: LandedRoundup) -> str:
    ranked = sum(one.rank is not None for one in roundup.entries)
    identified = sum(bool(one.identifiers) for one in roundup.entries)
    number = len(roundup.entries)
    counts = f"{number} {'entry' if number == 1 else 'entries'}"
    return f"{counts}, {ranked} with a rank, {identified} with an identifier"


def _entry(file: str, one: LandedEntry) -> str:
    rank = f"{one.rank}. " if one.rank else ""
    identified = " ".join(f"{scheme}:{value}" for scheme, value in one.identifiers.items())
    known = "; the site knows this paper" if one.known else ""
    return (
        f"{file}:{one.line}: {rank}{one.title}" + (f" ({identified})" if identified else "") + known
    )


def _remark(file: str, one: Remark) -> str:
    place = f"{file}:{one.line}" if one.line else file
    return f"{place}: {one.text or 'a line that only holds a link or picture'}"
