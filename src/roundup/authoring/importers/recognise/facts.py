"""The facts that the lines of an entry carry, and which lines carry nothing else."""

import re
from collections.abc import Iterator

import msgspec

from roundup.authoring.importers.recognise import quotes, titles
from roundup.authoring.importers.recognise.citations import citation
from roundup.authoring.importers.recognise.dates import date_in, is_date
from roundup.authoring.importers.recognise.labels import field_of, is_also, label_places, labelled
from roundup.authoring.importers.recognise.lines import Line, has_cjk, weight
from roundup.authoring.importers.recognise.linking import (
    Fact,
    carries_links_only,
    link_facts,
    without_labels,
)
from roundup.authoring.importers.recognise.people import certainty
from roundup.authoring.importers.recognise.refs import Ref, blanked
from roundup.authoring.importers.recognise.venues import is_short_venue, is_venue, is_year

_LINKED = (
    "paper", "pdf", "link", "code", "project", "video", "demo", "data", "slides", "blog", "thread", "models",
    "supplement",
)  # fmt: skip
_CODE_WORDS = re.compile(
    r"(?i)\b(?:code|github|implementation|repo(?:sitory)?|open[- ]?source[ds]?|source|codigo|"
    r"código|repositorio|repositório)\b"
    r"|代码|源码|开源|コード|実装|코드|구현|깃허브"
)
_DATED = re.compile(r"(.+?)[\s,(–—-]+((?:[^\W\d_]+\.?\s+)?(?:\d{1,2},?\s+)?(?:19|20)\d\d)[).\s]*")

_LONGEST_BYLINE = 500


class Reading(msgspec.Struct, frozen=True):
    """What a line gave: facts, and whether anything is left of it for the words of the entry."""

    facts: tuple[Fact, ...] = ()
    moved: bool = False


def read_line(line: Line, refs: tuple[Ref, ...], early: bool = False, context: str = "") -> Reading:
    """The facts of one line below a title; `early` lines may be authors or a venue without a label.
    `context` is the label that stood above the line, alone."""
    cuts = label_places(line.text)
    if len(cuts) > 1:
        return _several(line, refs, cuts)
    field, at = labelled(line.text)
    if context and not field:
        told = _in_context(line, refs, context)
        if told.moved:
            return told
    if field == "related" and not is_also(line.text):
        return Reading()
    if field and not any(ref.start < at and ref.role == "title" for ref in refs):
        return _labelled(line, refs, field, at)
    if refs and carries_links_only(line.text, refs):
        return Reading(tuple(link_facts(line.text, refs, 2)), True)
    if early and not field:
        plain = _early(line, refs)
        if plain.facts:
            return plain
        byline = _byline_end(line, refs)
        if byline:
            return _after_authors(line, refs, byline)
    return Reading(tuple(_in_sentence(line, refs)))


def _several(line: Line, refs: tuple[Ref, ...], cuts: tuple[int, ...]) -> Reading:
    """A line of several labelled facts, read one after the other."""
    facts: list[Fact] = []
    moved = True
    for start, end in zip((0, *cuts[1:]), (*cuts[1:], len(line.text)), strict=True):
        inside = tuple(_shifted(ref, start) for ref in refs if start <= ref.start < end)
        piece = line.within(start, end)
        field, at = labelled(piece.text)
        reading = _labelled(piece, inside, field, at) if field else Reading()
        facts.extend(reading.facts)
        moved = moved and reading.moved
    return Reading(tuple(facts), moved)


def _in_context(line: Line, refs: tuple[Ref, ...], context: str) -> Reading:
    if context in _LINKED and refs and carries_links_only(line.text, refs):
        return Reading(tuple(link_facts(line.text, refs, 2, context)), True)
    if context in ("authors", "venue", "date", "title") and not refs:
        return _labelled(line, refs, context, 0)
    return Reading()


def _labelled(line: Line, refs: tuple[Ref, ...], field: str, at: int) -> Reading:
    value = " ".join(blanked(line.text, refs)[at:].replace("\0", " ").split()).strip(" *_·|")
    if field == "authors" and (certainty(value)):
        return Reading((Fact("authors", value, sure=2, line=line.number),), not refs)
    if field == "venue" and value and weight(value) <= 24:
        return Reading(
            (Fact("venue", value, sure=2, line=line.number), *link_facts(line.text, refs, 1)), True
        )
    if field == "date" and date_in(value) and weight(value) <= 10:
        return Reading((Fact("date", value, sure=2, line=line.number),), not refs)
    if field == "citations" and weight(value) <= 8 and not refs:
        return Reading((), True)
    if field == "title":
        return _title_line(line, refs, value)
    if field in _LINKED:
        return _link_line(line, refs, field, value)
    return Reading(tuple(_in_sentence(line, refs)))


def _title_line(line: Line, refs: tuple[Ref, ...], value: str) -> Reading:
    facts = (
        [Fact("title", titles.split(value, styled=True).title, sure=2, line=line.number)]
        if value
        else []
    )
    return Reading((*facts, *link_facts(line.text, refs, 2)), True)


def _link_line(line: Line, refs: tuple[Ref, ...], field: str, value: str) -> Reading:
    facts = list(link_facts(line.text, refs, 2, field))
    if field in ("paper", "pdf") and not any(fact.kind == "title" for fact in facts):
        found = quotes.quoted(value)
        cited = titles.split(quotes.inner(found) if found else value, styled=found is not None)
        if 3 <= weight(cited.title) <= 30 and not (field_of(cited.title) or certainty(cited.title)):
            facts.insert(0, Fact("title", cited.title, sure=1, line=line.number))
            facts.extend(_beside(cited, line.number))
            return Reading(tuple(facts), weight(value) <= weight(cited.title) + 14)
    left = weight(without_labels(value))
    return Reading(tuple(facts), bool(refs) and left <= 5 + 3 * len(refs))


def _beside(cited: titles.Cited, line: int) -> list[Fact]:
    facts = [Fact("authors", cited.authors, sure=1, line=line)] if cited.authors else []
    return facts + ([Fact("venue", cited.venue, sure=1, line=line)] if cited.venue else [])


def _byline_end(line: Line, refs: tuple[Ref, ...]) -> int:
    """Where authors end that a line begins with, before its links; 0 if it begins with something else."""
    end = next((place for place, char in enumerate(blanked(line.text, refs)) if char == "\0"), 0)
    named = next((ref.start for ref in refs if ref.role != "tag"), 0)
    italic = next((run.end for run in line.runs if run.span.italic and run.start <= 1), 0)
    for place in (italic, min(filter(None, (end, named)), default=0)):
        if place and certainty(line.text[:place].strip(" *_·|-–—(),.;:")) >= 2:
            return place
    return 0


def _after_authors(line: Line, refs: tuple[Ref, ...], end: int) -> Reading:
    inside = tuple(_shifted(ref, end) for ref in refs if ref.start >= end)
    rest = read_line(line.within(end, len(line.text)), inside, early=True)
    authors = line.text[:end].strip(" *_·|-–—(),;:")
    plain = not re.search(r"\w", line.text[end:])
    return Reading(
        (Fact("authors", authors, sure=1, line=line.number), *rest.facts), rest.moved or plain
    )


def _shifted(ref: Ref, by: int) -> Ref:
    return msgspec.structs.replace(ref, start=ref.start - by, end=ref.end - by)


def _early(line: Line, refs: tuple[Ref, ...]) -> Reading:
    """Authors, venue or date as a line below the title, without a label."""
    text = " ".join(blanked(line.text, refs).replace("\0", " ").split()).strip(" *_·|-–—(),.")
    if not text or weight(text) > 400:
        return Reading()
    at = line.number
    links = tuple(link_facts(line.text, refs, 2))
    if certainty(text) >= 2 or (certainty(text) == 1 and _is_italic(line)):
        return Reading((Fact("authors", text, sure=1, line=at), *links), True)
    named = quotes.quoted(text)
    if named and len(named[0]) >= len(text.strip(" .,:：，")):
        told = Fact("title", titles.cleaned(quotes.inner(named)), sure=2, line=at)
        return Reading((told, *links), True)
    cited = _citation(line)
    if cited.title:
        told = Fact("title", cited.title, sure=2, line=at)
        return Reading((told, *_beside(cited, at), *links), True)
    if _is_bold(line) and _is_bold_title(text):
        return Reading(
            (Fact("title", titles.cleaned(text), rel="below", sure=1, line=at), *links), True
        )
    if is_date(text) and not is_year(text):
        return Reading((Fact("date", text, sure=1, line=at), *links), True)
    if (
        is_short_venue(text)
        or is_year(text)
        or (is_venue(text) and weight(text) <= 16 and _is_italic(line))
    ):
        return Reading((Fact("venue", text, sure=1, line=at), *links), True)
    both = tuple(_authors_and_more(text, at))
    return Reading((*both, *links), True) if both else Reading()


def _is_bold_title(text: str) -> bool:
    """Whether words in bold read as a title, and do not announce what follows."""
    sized = 3 <= weight(text) <= 30 and not text.endswith((":", "："))
    return sized and not has_cjk(text) and quotes.is_title_case(text)


def _authors_and_more(text: str, at: int) -> Iterator[Fact]:
    """Authors with a date or a venue behind them."""
    dated = _DATED.fullmatch(text)
    if dated and date_in(dated[2]) and certainty(dated[1]) >= 1:
        yield Fact("authors", dated[1], sure=1, line=at)
        yield Fact("date", dated[2], sure=1, line=at)
        return
    cited = titles.split(re.sub(r"^(?i:by|por|authors?)\s+", "", text))
    if cited.venue and certainty(cited.title) >= 2:
        yield Fact("authors", cited.title, sure=1, line=at)
        yield Fact("venue", cited.venue, sure=1, line=at)


def _citation(line: Line) -> titles.Cited:
    """A line that is a citation: authors, then the title, in quotation marks or with a year before it."""
    named = [(run.start, run.end) for run in line.runs if run.span.bold or run.span.italic]
    cited = citation(line.text, 0, named)
    if cited is None:
        found = quotes.quoted(line.text)
        return _after_one(line.text, found) if found else _unquoted(line)
    title = titles.split(cited.title, styled=True).title
    if cited.start == 0 or cited.start > _LONGEST_BYLINE or weight(title) < 2:
        return titles.Cited()
    return titles.Cited(title, cited.authors, cited.venue)


def _after_one(text: str, found: re.Match[str]) -> titles.Cited:
    """A quotation behind a single author."""
    ahead = text[: found.start()].strip(" *_.,:")
    if not certainty(ahead):
        return titles.Cited()
    return titles.Cited(titles.cleaned(quotes.inner(found)), ahead)


def _unquoted(line: Line) -> titles.Cited:
    """A line that begins with several authors, and has a title and a venue after them."""
    cited = titles.split(line.text)
    sure = cited.authors and cited.venue and certainty(cited.authors) >= 2
    return cited if sure and 4 <= weight(cited.title) <= 30 else titles.Cited()


def _is_bold(line: Line) -> bool:
    runs = [run for run in line.runs if line.text[run.start : run.end].strip(" .:")]
    return bool(runs) and all(run.span.bold for run in runs)


def _is_italic(line: Line) -> bool:
    runs = [run for run in line.runs if line.text[run.start : run.end].strip()]
    return bool(runs) and all(run.span.italic for run in runs)


def _in_sentence(line: Line, refs: tuple[Ref, ...]) -> list[Fact]:
    facts = []
    for ref in refs:
        kind = ref.kind
        if kind == "paper":
            facts.append(
                Fact(
                    "paper",
                    ref.label if ref.role == "title" else "",
                    ref,
                    sure=1 if ref.leads and ref.role == "tag" else 0,
                    line=ref.line,
                )
            )
        elif kind == "code" and _speaks_of_code(line.text, ref):
            facts.append(
                Fact("link", ref=ref, rel="code", sure=1 if ref.leads else 0, line=ref.line)
            )
        elif ref.leads and ref.role == "tag" and kind not in ("anchor", "social", "image", "local"):
            facts.append(Fact("link", ref=ref, rel=kind, sure=1, line=ref.line))
    return facts


def _speaks_of_code(text: str, ref: Ref) -> bool:
    if ref.field == "code" or ref.bare or ref.role == "tag":
        return True
    return (
        _CODE_WORDS.search(text[max(0, ref.start - 60) : ref.end + 40]) is not None
        or _CODE_WORDS.search(ref.label) is not None
    )
