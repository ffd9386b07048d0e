"""What a line says as the beginning of an entry: number, title, authors, venue."""

import re

import msgspec

from roundup.authoring.importers.recognise import titles
from roundup.authoring.importers.recognise.citations import Citation, Way, citation
from roundup.authoring.importers.recognise.dates import is_date
from roundup.authoring.importers.recognise.labels import field_of, is_also, labelled
from roundup.authoring.importers.recognise.lines import Line, weight
from roundup.authoring.importers.recognise.marks import Marks, read_marks
from roundup.authoring.importers.recognise.numbers import trailing
from roundup.authoring.importers.recognise.people import certainty, has_et_al, only_names
from roundup.authoring.importers.recognise.pieces import Piece, best, first_sentence, pieces_of
from roundup.authoring.importers.recognise.refs import Ref, blanked
from roundup.authoring.importers.recognise.venues import (
    in_journal,
    is_short_venue,
    is_venue,
    is_year,
)

_POINTING = ("paper", "pdf", "link", "code", "project", "video", "slides", "thread", "supplement")
# What stands where there is nothing to name yet.
PLACEHOLDERS = frozenset(
    (
        "tbd",
        "tba",
        "todo",
        "n/a",
        "na",
        "none",
        "coming soon",
        "...",
        "无",
        "待定",
        "未定",
        "なし",
        "없음",
        "미정",
    )
)
_STRAY = " \t\n\0|·,;:：，.、–—-"
# The shape of a number in brackets behind a title.
TRAILING = "[n]"
_SHORTCODE_END = re.compile(r":[a-z0-9_+]+:$")
_GROUPED = re.compile(r"[\s\0.,;:：，“”\"'»–—-]*[(（\[【]([^()（）\[\]【】\0]{1,140})[)）\]】]")
_SEPARATED = re.compile(
    r"(?<![A-Z])\.\s+|\.$|\s+[-–—]\s+|\s*[|｜•·]\s*|\0+|[;；:：]\s+|\s*[（(\[【]\s*|"
    r"\s*[)）\]】]\s*|[。：]"
)


class Lead(msgspec.Struct, frozen=True):
    """The parts of a line that begins an entry; `rest` are its words after the title, where they begin `rest_at`."""

    title: str = ""
    style: str = ""
    number: int | None = None
    shape: str = ""
    authors: str = ""
    venue: str = ""
    date: str = ""
    short: str = ""
    rest: str = ""
    rest_at: int = 0
    start: int = 0
    end: int = 0
    ahead: int = 0
    refs: tuple[Ref, ...] = ()

    @property
    def is_cited(self) -> bool:
        """Whether authors or a venue stand beside the title."""
        return bool(self.title and (self.authors or self.venue))


def read_lead(line: Line, refs: tuple[Ref, ...], way: Way = "") -> Lead:
    """The lead that a line is, read in the `way` of its siblings; its `title` is empty where none is to be seen."""
    text = blanked(line.text, refs)
    marks = read_marks(text)
    field, value_at = labelled(text[marks.at :])
    if field == "related" and is_also(text[marks.at :]):
        field = "title"
    if field and field not in ("title", "paper"):
        return Lead(number=marks.number, shape=marks.shape, refs=refs)
    at = marks.at + value_at
    at, venue = _venue_ahead(line, text, at)
    marks = msgspec.structs.replace(marks, venue=marks.venue or venue)
    styled = [
        (run.start, run.end)
        for run in line.runs
        if run.span.bold or run.span.italic or run.span.link
    ]
    cited = citation(text, at, styled, way)
    if cited:
        return _as_cited(text, at, cited, marks, refs)
    piece = best(text, at, pieces_of(line, text, refs, at))
    if piece is None:
        return Lead(number=marks.number, shape=marks.shape, refs=refs)
    return _around(text, at, piece, marks, refs, way)


def _venue_ahead(line: Line, text: str, at: int) -> tuple[int, str]:
    """A venue in print of its own before a title, and where it ends."""
    for run in line.runs:
        styled = run.span.bold or run.span.italic or run.span.code
        dated = text[at : run.end].strip(_STRAY)[-1:].isdigit()
        if styled and dated and run.start <= at < run.end and is_short_venue(text[at : run.end]):
            end = len(text) - len(text[run.end :].lstrip(_STRAY))
            return (end, text[at : run.end]) if weight(text[end:]) >= 2 else (at, "")
    return at, ""


def _as_cited(text: str, at: int, cited: Citation, marks: Marks, refs: tuple[Ref, ...]) -> Lead:
    """The lead that a citation is."""
    authors, venue, rest_at = _after(text, cited.rest_at)
    piece = Piece(cited.start, cited.end, "quote" if cited.start > at else "plain")
    number = _number(text, piece, marks)
    return Lead(
        title=titles.split(cited.title, styled=True).title,
        style=piece.style,
        number=number,
        shape=marks.shape or (TRAILING if number is not None else ""),
        authors=cited.authors or authors,
        venue=venue or cited.venue or marks.venue,
        date=marks.date,
        short=marks.short,
        rest=text[rest_at:].replace("\0", " ").strip(),
        rest_at=rest_at,
        start=cited.start,
        end=cited.end,
        refs=refs,
    )


def _around(
    text: str, at: int, piece: Piece, marks: Marks, refs: tuple[Ref, ...], way: Way
) -> Lead:
    if piece.style == "plain":
        piece = first_sentence(text, piece)
    words = text[piece.start : piece.end]
    cited = titles.split(words, styled=piece.style != "plain" or way == "title")
    is_byline = piece.style in ("plain", "italic") and (
        _is_byline(cited.title, marks)
        or (piece.start <= at + 1 and marks.number is None and _is_people(words))
    )
    is_label = field_of(cited.title) in _POINTING or cited.title.casefold() in PLACEHOLDERS
    if is_byline or is_label:
        return Lead(number=marks.number, shape=marks.shape, refs=refs)
    ahead = text[at : piece.start].replace("\0", " ").strip(" .,:;：，、\"“'(*-–—")
    authors, venue, rest_at = _after(text, piece.end)
    sure = _certainty_ahead(ahead, text[at : piece.start])
    if ahead and sure:
        authors = ahead
    elif ahead and is_venue(ahead):
        venue = venue or ahead
    if cited.rest and piece.style == "plain":
        rest_at = piece.end - len(cited.rest)
    number = _number(text, piece, marks)
    return Lead(
        title=cited.title,
        style=piece.style,
        number=number,
        shape=marks.shape or (TRAILING if number is not None else ""),
        authors=cited.authors or authors or marks.authors,
        venue=cited.venue or venue or marks.venue,
        date=marks.date,
        short=marks.short or (ahead if ahead and weight(ahead) <= 2 and not sure else ""),
        rest=text[rest_at:].replace("\0", " ").strip(),
        rest_at=rest_at,
        start=piece.start,
        end=piece.end,
        ahead=0 if sure or is_venue(ahead) else weight(ahead),
        refs=refs,
    )


def _certainty_ahead(ahead: str, printed: str) -> int:
    """How sure it is that authors stand before a title: a lone name needs a mark between them."""
    sure = certainty(ahead)
    parted = printed.rstrip(' "“*(')[-1:] in (".", ",", ":", "：", "，")
    return 0 if sure == 1 and not parted else sure


def _is_byline(title: str, marks: Marks) -> bool:
    """Whether what stands in a title's place is who wrote it, or a word or two beside a date."""
    return certainty(title) >= 2 or (bool(marks.date) and weight(title) < 3)


def _is_people(words: str) -> bool:
    """Whether a line holds names of people and nothing else."""
    sure = certainty(words)
    return (sure == 3 or (sure == 2 and not has_et_al(words))) and only_names(words)


def _number(text: str, piece: Piece, marks: Marks) -> int | None:
    """The number before a title, else the one in brackets behind it."""
    mark = trailing(text[: piece.end].rstrip("\0 "))
    behind = mark[0] if mark and mark[0] < 1000 else None
    return behind if marks.number is None else marks.number


def _after(text: str, at: int) -> tuple[str, str, int]:
    """Authors and venue that follow a title, and where other words begin."""
    authors = venue = ""
    for _ in range(10):
        group = _GROUPED.match(text, at)
        kind = titles.kind_of(group[1]) if group else ""
        if group and kind:
            authors = authors or (group[1] if kind == "authors" else "")
            venue = venue or (group[1] if kind == "venue" else "")
            at = group.end()
            continue
        stray = re.match(
            r"[\s\0.,;:：，、。|｜()\[\]（）【】*~•·“”\"'»」』》–—-]*(?:(?:by|por|from|in|"
            r"at)\s+(?=[A-Z0-9]))?",
            text[at:],
            re.IGNORECASE,
        )
        begin = at + (stray.end() if stray else 0)
        journal = in_journal(text[begin:])
        if journal:
            venue = venue or journal
            at = begin + len(journal)
            continue
        found = _SEPARATED.search(text, begin)
        end = found.start() if found else len(text)
        kind, part, width = _follower(text[begin:end], stray[0] if stray else "")
        if not kind:
            return authors, venue, _stepped_back(text, begin)
        if kind == "authors":
            authors = authors or part[0]
        venue = venue or part[1]
        at = begin + width
        if at >= len(text):
            break
    return authors, venue, at


def _follower(part: str, lead: str) -> tuple[str, tuple[str, str], int]:
    bare = part.strip(" ,.")
    if not bare:
        return "", ("", ""), 0
    sure = certainty(bare)
    if sure >= 2 or (sure == 1 and (re.search(r"(?i)\b(?:by|por)\s", lead) or has_et_al(bare))):
        return "authors", (bare, ""), len(part)
    if is_venue(bare) or is_date(bare):
        return "venue", ("", "" if is_date(bare) and not is_year(bare) else bare), len(part)
    if titles.kind_of(bare) == "note":
        return "note", ("", ""), len(part)
    cited = titles.split(bare)
    inner = cited.title
    if cited.venue and certainty(inner) >= 1:
        return "authors", (inner, cited.venue), len(part)
    return "", ("", ""), 0


def _stepped_back(text: str, begin: int) -> int:
    """An opening bracket before the words belongs to them."""
    while begin > 0 and text[begin - 1] in "([（【":
        begin -= 1
    return begin


def unlinked(line: Line, lead: Lead) -> Line:
    """The rest of a line after its title, without the links that stand in it for themselves."""
    mask = blanked(line.text, lead.refs)
    begin = len(mask) - len(mask[lead.rest_at :].lstrip(_STRAY))
    ends_in_sign = _SHORTCODE_END.search(mask.rstrip("\0 "))
    end = max(begin, ends_in_sign.end() if ends_in_sign else len(mask.rstrip(_STRAY + "([（【/")))
    end += mask[end : end + 1] in (".", "。") and end > begin
    return line.without([found.span() for found in re.finditer(r"\0+", mask)]).within(
        *_kept(mask, begin, end)
    )


def _kept(mask: str, begin: int, end: int) -> tuple[int, int]:
    gone = mask[:begin].count("\0")
    return begin - gone, end - gone - mask[begin:end].count("\0")
