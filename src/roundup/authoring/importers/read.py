"""A file that lists papers, whatever its format, as a document and what was found in it. Pure."""

import posixpath

import msgspec

from roundup.authoring.importers.bibliography import is_bibliography, read_entries
from roundup.authoring.importers.document import Document
from roundup.authoring.importers.found import Findings, FoundRoundup
from roundup.authoring.importers.reading.kinds import read_document
from roundup.authoring.importers.recognise import recognise


class Read(msgspec.Struct, frozen=True):
    """A file's document, empty where it is a bibliography, and the roundups in it."""

    document: Document
    findings: Findings


def read(path: str, data: bytes, split: bool) -> Read:
    """What the file at a path says; its contents decide what it is. Never raises."""
    name = posixpath.basename(path.replace("\\", "/"))
    if is_bibliography(name, data):
        entries, remarks = read_entries(name, data)
        roundups = (FoundRoundup(entries=entries, line=1),) if entries else ()
        return Read(Document(), Findings(roundups, remarks))
    document = read_document(name, data)
    found = recognise(document, split)
    kept = tuple(one for one in found.roundups if one.entries)
    return Read(document, Findings(kept, found.remarks))
