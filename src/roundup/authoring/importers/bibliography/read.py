"""One door for every format of bibliographies; the contents say which it is, the name only helps."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from roundup.authoring.importers.bibliography import bibtex, bibtex_fields, csl, ris
from roundup.authoring.importers.bibliography.entries import entry
from roundup.authoring.importers.bibliography.given import Given
from roundup.authoring.importers.found import FoundEntry, Remark
from roundup.authoring.importers.reading.decoding import text_of
from roundup.authoring.work import Work

_BIBTEX = re.compile(r"^[ \t]*@\s*[A-Za-z]+\s*[{(]", re.MULTILINE)
_RIS = re.compile(r"^\s{0,3}TY {1,2}- ?[A-Z]", re.MULTILINE)
_JSON = re.compile(r"[\s\ufeff]*(?:\[\s*(?:\{|\])|\{\s*\")")
_SAMPLE = 200_000
ENDINGS = (".bib", ".bibtex", ".ris", ".json", ".csljson", ".nbib")


def is_bibliography(name: str, data: bytes) -> bool:
    """Whether a file is to be read as a bibliography; text that merely quotes an entry is none."""
    text = text_of(data[:_SAMPLE]) or ""
    if name.lower().endswith(ENDINGS):
        return True
    if name.lower().endswith((".md", ".markdown", ".html", ".htm")):
        return False
    opening = text.lstrip("\ufeff \t\r\n")
    return opening.startswith(("@", "%", "TY  -", "TY -", "[{")) and _format(text) is not None


def read_entries(name: str, data: bytes) -> tuple[tuple[FoundEntry, ...], tuple[Remark, ...]]:
    """The entries of a file with its owner's words, and what is doubtful or left out; never raises."""
    text = text_of(data) or ""
    read = _format(text)
    if read is None:
        return (), (Remark(1, "skipped", f"{name} holds no BibTeX, RIS or CSL-JSON"),)
    given, remarks = read(text)
    found = [entry(one) for one in given]
    doubts = [remark for _, said in found for remark in said]
    entries = tuple(one for one, _ in found if one)
    return entries, tuple(sorted({*remarks, *doubts}))


def read_bibliography(name: str, data: bytes) -> tuple[tuple[Work, ...], tuple[Remark, ...]]:
    """The works of a file in its order; each of its entries is among them or in a remark with its line."""
    entries, remarks = read_entries(name, data)
    return tuple(one.work for one in entries), remarks


_Reader = Callable[[str], tuple[Iterable[Given], tuple[Remark, ...]]]


def _format(text: str) -> _Reader | None:
    if _JSON.match(text):
        return _reader(csl.records, csl.given_of)
    tagged, braced = _RIS.search(text), _BIBTEX.search(text)
    if tagged and not (braced and braced.start() < tagged.start()):
        return _reader(ris.records, ris.given_of)
    return _reader(bibtex.records, bibtex_fields.given_of) if braced else None


def _reader(records: Callable[[str], Any], given_of: Callable[[Any], Given]) -> _Reader:
    def read(text: str) -> tuple[Iterable[Given], tuple[Remark, ...]]:
        found, remarks = records(text)
        return map(given_of, found), remarks

    return read
