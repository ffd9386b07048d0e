"""Citations that no title can be mistaken for: names and a year, names and a quotation, a marked kind of
publication (GB/T 7714), or a title with its authors in brackets."""

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from roundup.authoring.importers.recognise.bylines import (
    are_cited_names,
    are_families,
    cuts_initials,
)
from roundup.authoring.importers.recognise.dates import MONTH
from roundup.authoring.importers.recognise.lines import weight
from roundup.authoring.importers.recognise.people import certainty, has_et_al, only_names
from roundup.authoring.importers.recognise.quotes import inner, is_title_case, quoted, sentence_end
from roundup.authoring.importers.recognise.venues import is_short_venue, is_venue, is_year

_WHEN = (
    rf"(?:(?:19|20)\d\d[a-z]?(?:,\s*(?i:{MONTH})\b\.?(?:\s\d{{1,2}})?)?|n\.d\.|[Ff]orthcoming|"
    r"[Ii]n press|[Tt]o appear)"
)
# What parts the authors of a citation from its title: a date, in brackets or between periods.
_DATED = re.compile(
    rf"[.,]*\s*[(\[（]\s*(?P<at>[^()\[\]]{{0,20}}?)\b{_WHEN}\s*[)\]）]\s*[.,:：]?\s*|"
    rf"[.,]\s+{_WHEN}\s*[.,:：]\s*|(?<=al\.),?\s+{_WHEN}(?:\s*[.,:：]|\s+[-–—])\s+"
)
_KIND = re.compile(
    r"\s*\[(?:J|C|D|M|R|A|N|S|P|Z|G|EB|OL|DB|CP)(?:/(?:OL|CD|MT|DK))?\]\s*[.。/,，:：]*\s*"
)
_QUOTE = re.compile('[“”"«»《》「」]')
_GROUP = re.compile(r"\s*[(\[（【]([^()\[\]（）【】\0]{3,120})[)\]）】]")
_ITEM = re.compile(r"\s*[,，;；、]\s*|(?<=[^\W\d_])\.?\s+(?=(?:19|20)\d\d\b)")
_YEAR_CJK = re.compile(r"(?:19|20)\d\d\s*[年년]")
_OF = re.compile(r"\s*(?:等人?)?\s*(?:的|の|의|'s|’s)$|[\s,，]*(?:による|에 의한)$")
_CARRIES_ON = re.compile(r"\s+[a-z]")
_LONGEST = 1000
# A sentence that cites, as against a title with its authors behind it.
# A title that begins with a quotation: `"Why Should I Trust You?": Explaining the Predictions`.
_BEYOND = re.compile(r"\s*[:：]\s+[^\W\d_]")
# The same inside the quotation marks of a citation: `"" Why should i trust you?" Explaining the predictions."`.
_TWICE = re.compile(r"[\"“](?P<title>[\"“]\s?[^\"“”]{4,80}[\"”] [^\"“”]{8,200})[\"”]")
_VERB = re.compile(r"[a-z]+\s")
_SAYS = re.compile(r"\b(?:we|our|this|these|they|was|were|has|have|it)\b")
_AROUND_NAMES = " \t\0*_:：,，;；-–—"
_DATE_BEHIND = re.compile(rf"[\s.,]*[(\[]?\b{_WHEN}[)\]]?[.,:]?$")

# Which comes first, as siblings tell; `families` are lone names before a colon, which may be words of a title.
Way = Literal["", "title", "authors", "families"]
_CUT = re.compile(r"\s+[-–—]{1,2}\s+|\s*[|｜]\s*")
_HEAD_CUT = re.compile(r"\s+[-–—]{1,2}\s+|\s*[|｜:：]\s+|(?<=[^\W\d_]{2})[.,]\s+")


class Citation(msgspec.Struct, frozen=True):
    """A title and where it stands in the text, its authors and its venue or year as printed, and where what is
    said after it begins."""

    title: str
    start: int
    end: int
    authors: str
    venue: str = ""
    rest_at: int = 0


def citation(
    text: str, at: int = 0, styled: Sequence[tuple[int, int]] = (), way: Way = ""
) -> Citation | None:
    """The citation that a text is from `at` on, `styled` the stretches of it in bold or italics; None where it
    may be something else."""
    return (
        _marked(text, at)
        or _dated(text, at, styled)
        or _quoting(text, at, styled)
        or _in_print(text, at, styled)
        or _bracketed(text, at)
        or (_tailed(text, at) if way == "title" else None)
        or (_headed(text, at) if way == "authors" else None)
    )


def _marked(text: str, at: int) -> Citation | None:
    """`Krizhevsky A, Hinton G. A title[J]. A journal, 2017`."""
    mark = _KIND.search(text, at)
    if mark is None or not re.search(r"(?:19|20)\d\d", text[mark.end() :][:160]):
        return None
    head = text[at : mark.start()]
    if len(head) > _LONGEST:
        return None
    cuts = [
        cut for cut in re.finditer(r"[.。．,，：:]\s*(?=\S)", head) if weight(head[cut.end() :])
    ]
    names = [
        cut
        for cut in cuts
        if only_names(head[: cut.start()]) and not cuts_initials(head[: cut.start()], cut[0])
    ]
    if not names:
        return None
    cut = next((one for one in names if one[0][0] in ".。．:："), names[-1])
    start = at + cut.end()
    venue = re.split(r"[,，.]\s*(?=(?:19|20)\d\d)", text[mark.end() :])[0]
    return Citation(
        text[start : mark.start()], start, mark.start(), head[: cut.start()], venue, mark.end()
    )


def _dated(text: str, at: int, styled: Sequence[tuple[int, int]]) -> Citation | None:
    """`Names (2017). A title. ...`, `Names. 2017. “A title.” ...`."""
    for found in _DATED.finditer(text[: at + 700], at):
        head = text[at : found.start()].strip(_AROUND_NAMES)
        if _QUOTE.search(head):
            return None
        told = (found["at"] or "").strip(" ,")
        if told and not is_short_venue(told):
            continue
        if not are_cited_names(head) or weight(text[found.end() :]) < 1:
            continue
        start, end = _title_span(text, found.end(), styled)
        year = re.search(r"(?:19|20)\d\d", found[0])
        when = " ".join(filter(None, (told, year[0] if year else "")))
        if start == end or _VERB.match(text, start):
            return None
        return Citation(text[start:end], start, end, head, when, end)
    return None


def _title_span(text: str, at: int, styled: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Where the title stands that begins at a place: a quotation, a stretch in italics, else a sentence."""
    start = len(text) - len(text[at:].lstrip(" *_"))
    found = quoted(text[start:])
    if found and found.start() <= 2 and not _BEYOND.match(text, start + found.end()):
        return start + found.start(), start + found.end()
    own = next((one for one in styled if one[0] <= start < one[1]), None)
    if own and weight(text[start : own[1]]) >= 2:
        return start, own[1]
    return start, start + sentence_end(text[start:])


def _quoting(text: str, at: int, styled: Sequence[tuple[int, int]]) -> Citation | None:
    """`Names, “A title,” ...`, `Names 的《A title》`; a name of the work in other print may stand before."""
    found = quoted(text[at:])
    if found is None or _BEYOND.match(text, at + found.end()):
        return None
    found = _TWICE.search(text[at:]) or found
    start, end = at + found.start(), at + found.end()
    names = _named(text[at:start])
    for stretch in styled:
        if not names and stretch[0] <= at + 1 and 0 < weight(text[at : stretch[1]]) <= 3:
            names = _named(text[stretch[1] : start])
    if not names:
        return None
    year = re.search(r"(?:19|20)\d\d(?=[a-z]?[)\]]?[\s.,:]*$)", text[at:start])
    title = found["title"] if found.re is _TWICE else inner(found)
    return Citation(title, start, end, names, year[0] if year else "", end)


def _named(text: str) -> str:
    """The authors that a text before a quotation is; empty where it is more than that."""
    ahead = text.strip(_AROUND_NAMES)
    names = _DATE_BEHIND.sub("", _OF.sub("", ahead)).strip(_AROUND_NAMES)
    sure = certainty(names)
    return names if sure >= 2 or (sure and names != ahead) else ""


def _in_print(text: str, at: int, styled: Sequence[tuple[int, int]]) -> Citation | None:
    """`**Names** A title. A venue`, where only the names are in other print."""
    for begin, after in styled:
        names = _named(text[at:after]) if begin <= at + 1 and after > at else ""
        if names and only_names(names):
            behind = len(text) - len(text[after:].lstrip(" .,:：–—-"))
            start, end = _title_span(text, behind, styled)
            if _may_be_title(text[start:end]):
                return Citation(text[start:end], start, end, names, "", end)
    return None


def _may_be_title(text: str) -> bool:
    return weight(text) >= 2 and text[:1] not in "(（[" and not (certainty(text) or is_venue(text))


def _bracketed(text: str, at: int) -> Citation | None:
    """`A title (Vaswani et al., 2017) - what is said of it`."""
    for found in _GROUP.finditer(text, at):
        head = text[at : found.start()]
        if weight(head) > 28 or weight(head) < 1 or sentence_end(head) < len(head.rstrip()) - 1:
            return None
        if _SAYS.search(head) and not is_title_case(head):
            return None
        named = quoted(head)
        if named and certainty(head[named.end() :]):
            return None
        names, venue = names_and_venue(found[1])
        if not names or _CARRIES_ON.match(text, found.end()):
            continue
        return Citation(head, at, found.start(), names, venue, found.end())
    return None


def _tailed(text: str, at: int) -> Citation | None:
    """`A title - Brent Yorgey`, where siblings have their authors behind."""
    for cut in reversed(list(_CUT.finditer(text, at))):
        tail = re.split(r"\s*[\0(\[（]|[.;]\s", text[cut.end() :])[0].strip()
        if certainty(tail) and only_names(tail) and weight(text[at : cut.start()]):
            end = cut.end() + len(tail)
            return Citation(text[at : cut.start()], at, cut.start(), tail, "", end)
    return None


def _headed(text: str, at: int) -> Citation | None:
    """`Ian Goodfellow - A title`, where siblings have their authors in front."""
    for cut in _HEAD_CUT.finditer(text, at):
        head = text[at : cut.start()]
        if are_cited_names(head) and only_names(head) and weight(text[cut.end() :]) >= 2:
            end = cut.end() + sentence_end(text[cut.end() :])
            return Citation(text[cut.end() : end], cut.end(), end, head, "", end)
    return None


def leaning(text: str) -> Way:
    """Which comes first in a line of two parts, one of which is a name in full; neither where that is open."""
    cut = _CUT.search(text) or re.search(r":\s+", text)
    if cut is None:
        return ""
    head, tail = text[: cut.start()], re.split(r"\s*[\0(\[（|]", text[cut.end() :])[0]
    first, last = (_is_full_name(part) for part in (head, tail))
    return "" if first == last else "authors" if first else "title"


def _is_full_name(text: str) -> bool:
    return len(text.split()) > 1 and certainty(text) > 0 and only_names(text)


def names_and_venue(text: str) -> tuple[str, str]:
    """The authors and the venue or year that stand in one bracket; empty where it is no such bracket."""
    items = [item for item in _ITEM.split(text.strip()) if item]
    told = [item for item in items if _is_told(item)]
    names = ", ".join(item for item in items if not _is_told(item))
    sure = certainty(names) if names else 0
    if told and (sure or re.fullmatch(r"[A-Z][\w-]{2,20}(?: [A-Z][\w-]+)?", names)):
        return names, " ".join(item.rstrip("年년 ") for item in told)
    families = len(items) > 1 or re.search(r"&|\band\b", names)
    known = has_et_al(names) or (families and are_families(names, 2))
    return (names, "") if sure and not told and known else ("", "")


def _is_told(item: str) -> bool:
    return is_year(item) or is_short_venue(item) or _YEAR_CJK.fullmatch(item) is not None
