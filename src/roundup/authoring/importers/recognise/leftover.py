"""What the lines that became facts say beside them, so that no word of an entry is lost."""

import re
from collections.abc import Iterator

from roundup.authoring.importers.recognise.gathered import Gathered
from roundup.authoring.importers.recognise.labels import LABEL_WORDS, labelled
from roundup.authoring.importers.recognise.lines import Line
from roundup.authoring.importers.recognise.refs import Ref, blanked, refs_of
from roundup.authoring.importers.recognise.vocabulary import words
from roundup.authoring.importers.recognise.words import markdown_of, paragraph
from roundup.authoring.work import Work

_WORD = re.compile(r"[^\W\d_][^\W_]*")
_SMALL = words("and et al in of the by for to on at an with from und con y e cited others")
_NOT_KEPT = ("anchor", "social", "image")


def leftover(gathered: Gathered, work: Work, heading: str, common: frozenset[str]) -> str:
    """The words and links of an entry's used lines that neither its facts nor its words repeat."""
    told = _told(work, heading, gathered.words)
    pieces = (_piece(line, told, common) for line in gathered.used)
    return markdown_of(paragraph([piece]) for piece in pieces if piece)


def _told(work: Work, heading: str, body: str) -> str:
    """All that is said of an entry, in one."""
    people = (f"{one.name} {one.given} {one.family}" for one in work.authors)
    venue = f"{work.venue.name} {work.venue.year}" if work.venue else ""
    links = (f"{link.url} {link.title}" for link in work.links)
    parts = (
        work.title, work.short, heading, venue, str(work.date or ""), work.url, work.pdf, body,
        *people, *work.code, *links, *work.identifiers.values(),
    )  # fmt: skip
    return " ".join(parts).casefold()


def _piece(line: Line, told: str, common: frozenset[str]) -> Line | None:
    """The part of a line from its first untold word or link to its last one."""
    field, at = labelled(line.text)
    if field == "citations":
        return None
    spans = [*_lost_words(line, at if field else 0, told), *_lost_links(line, told, common)]
    if not spans:
        return None
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    while start > 0 and line.text[start - 1] in '([（【“"《「':
        start -= 1
    while end < len(line.text) and line.text[end] in ')]）】”"》」.!?':
        end += 1
    return line.within(start, end)


def _lost_words(line: Line, at: int, told: str) -> Iterator[tuple[int, int]]:
    text = blanked(line.text, refs_of(line))
    for found in _WORD.finditer(text, at):
        word = found[0].casefold()
        if len(word) > 1 and word not in told and word not in LABEL_WORDS and word not in _SMALL:
            yield found.span()


def _lost_links(line: Line, told: str, common: frozenset[str]) -> Iterator[tuple[int, int]]:
    for ref in refs_of(line):
        if _is_lost(ref, told) and ref.target.url not in common:
            yield ref.start, ref.end


def _is_lost(ref: Ref, told: str) -> bool:
    if ref.target.kind in _NOT_KEPT or not ref.target.url:
        return False
    known = ref.target.identifier
    return ref.target.url.casefold() not in told and not (known and known.value.casefold() in told)
