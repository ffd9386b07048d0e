"""Quotations, and where sentences end."""

import re

from roundup.authoring.importers.recognise.lines import weight
from roundup.authoring.importers.recognise.people import certainty
from roundup.authoring.importers.recognise.venues import is_venue

QUOTED = re.compile(
    r"“([^“”]{4,400})[”\"]|\"([^\"“”]{4,400})\"|«\s*([^«»]{4,400}?)\s*»|「([^「」]{2,300})」|"
    r"『([^『』]{2,300})』|《([^《》]{2,300})》|〈([^〈〉]{2,300})〉|``([^`]{4,400})''|"
    r"(?<!\w)[‘']((?:[^‘’']|(?<=\w)['’](?=\w)){12,400})[’'](?!\w)"
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:vs|etc|cf|resp|approx|Dr|Mr|Ms|St|Jr|No|Vol|Eq|Fig|e\.g|i\.e|al)|\b[A-Z])$"
)


def quoted(text: str) -> re.Match[str] | None:
    """The first quotation that is long enough to be a title."""
    return next((found for found in QUOTED.finditer(text) if _is_whole(inner(found))), None)


def inner(found: re.Match[str]) -> str:
    """What stands between the quotation marks."""
    return next(group for group in found.groups() if group is not None)


def _is_whole(text: str) -> bool:
    return weight(text) >= 2


def sentence_end(text: str) -> int:
    """Where the first sentence ends, not counting abbreviations and initials."""
    for found in re.finditer(r"[.?!。？！]+[”\"’']?(?=\s|$|\0)|\0", text):
        before = text[: found.start()]
        if found[0].startswith(".") and _ABBREVIATED.search(before):
            continue
        if found[0][0] in "?!" and _goes_on(text[found.end() :]):
            continue
        if weight(before) >= 1:
            return found.start() + (1 if found[0][0] in "?!？！" else 0)
    return len(text)


def _goes_on(text: str) -> bool:
    """Whether a title goes on behind its question: `What Does BERT Look At? An Analysis of ...`."""
    rest = re.split(r"[.(\[\0|”\"]|\s[-–—]\s|\bby\b", text)[0].strip(" ,:")
    if not 1 <= weight(rest) <= 14 or certainty(rest) or is_venue(rest):
        return False
    return rest[:1].islower() or is_title_case(rest)


def is_title_case(text: str) -> bool:
    """Whether most of the longer words of a text begin with a capital."""
    words = [word for word in re.findall(r"[^\W\d_][\w'-]*", text) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) * 10 >= len(words) * 7
