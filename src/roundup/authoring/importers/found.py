"""What an importer found in a document: roundups with entries, and what there is to say about each."""

from typing import Literal

import msgspec

from roundup.authoring.work import Work

RemarkKind = Literal["recognised", "doubted", "skipped", "moved"]


class Remark(msgspec.Struct, frozen=True, order=True):
    """A line of the report; `moved` tells of words that left the text since they became a fact."""

    line: int
    kind: RemarkKind
    text: str


class Picture(msgspec.Struct, frozen=True):
    """A picture of an entry or roundup: its address as written, and its words."""

    source: str
    alt: str = ""
    caption: str = ""
    line: int = 0


class FoundEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An entry: its work, its place as printed (None where the list does not number), the curator's words."""

    work: Work
    rank: int | None = None
    heading: str = ""
    section: str = ""
    words: str = ""
    pictures: tuple[Picture, ...] = ()
    anchors: tuple[str, ...] = ()
    line: int = 0
    unplaced: bool = False


class FoundSection(msgspec.Struct, frozen=True):
    """A section of a roundup: its title as the entries name it (`FoundEntry.section`), and its own words, to be
    printed under the section's heading before its entries."""

    title: str
    words: str = ""
    line: int = 0


class FoundRoundup(msgspec.Struct, frozen=True, kw_only=True):
    """A roundup: entries in reading order between its introduction and closing words (clean Markdown).

    `ranked` says that the printed numbers are places: each once, rising by one or falling by one. Where it is
    false, entries may still carry printed numbers (which start again in each section): only the order counts.
    """

    title: str = ""
    period: str = ""
    introduction: str = ""
    closing: str = ""
    entries: tuple[FoundEntry, ...] = ()
    sections: tuple[FoundSection, ...] = ()
    ranked: bool = False
    pictures: tuple[Picture, ...] = ()
    line: int = 0


class Findings(msgspec.Struct, frozen=True):
    """All that was found in one document: one roundup, or one for each section where that was asked."""

    roundups: tuple[FoundRoundup, ...]
    remarks: tuple[Remark, ...] = ()
