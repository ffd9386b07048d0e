"""Quotations, and where sentences end."""

import re

from roundup.authoring.importers.recognise.lines import weight

QUOTED = re.compile(
    r"“([^“”]{4,400})[”\"]|\"([^\"“”]{4,400})\"|«\s*([^«»]{4,400}?)\s*»|「([^「」]{2,300})」|"
    r"『([^『』]{2,300})』|《([^《》]{2,300})》|〈([^〈〉]{2,300})〉|``([^`]{4,400})''|"
    r"(?<!\w)[‘']([^‘’']{12,400})[’'](?!\w)"
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
        if weight(before) >= 1:
            return found.start() + (1 if found[0][0] in "?!？！" else 0)
    return len(text)
