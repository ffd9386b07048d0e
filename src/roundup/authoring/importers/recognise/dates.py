"""Dates as people print them, in six languages."""

import re

from roundup.model import PartialDate

_MONTH_WORDS = (
    "jan(?:uary)?|ene(?:ro)?|janeiro|1月|1월",
    "feb(?:ruary)?|febrero|fev(?:ereiro)?|2月|2월",
    "mar(?:ch|zo|ço)?|3月|3월",
    "apr(?:il)?|abr(?:il)?|4月|4월",
    "may|mayo|maio|5月|5월",
    "june?|junio|junho|6月|6월",
    "july?|julio|julho|7月|7월",
    "aug(?:ust)?|ago(?:sto)?|8月|8월",
    "sept?(?:ember)?|septiembre|set(?:embro)?|9月|9월",
    "oct(?:ober|ubre)?|out(?:ubro)?|10月|10월",
    "nov(?:ember|iembre|embro)?|11月|11월",
    "dec(?:ember)?|dic(?:iembre)?|dez(?:embro)?|12月|12월",
)
MONTH = "|".join(f"(?:{words.rsplit('|', 2)[0]})" for words in _MONTH_WORDS)
_MONTHS = [re.compile(f"(?:{words})", re.IGNORECASE) for words in _MONTH_WORDS]
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_SHAPES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){_YEAR}\s*[年년]\s*(?P<m>\d{{1,2}})\s*[月월](?:\s*(?P<d>\d{{1,2}})\s*[日일])?",
        rf"(?<!\d){_YEAR}[-/.](?P<m>0?[1-9]|1[0-2])[-/.](?P<d>3[01]|[12]\d|0?[1-9])(?!\d)",
        rf"\b(?P<n>{MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|"
        rf"th)?\.?\s+(?:de\s+)?(?P<n>{MONTH})\.?,?\s+(?:de\s+)?{_YEAR}",
        rf"\b(?P<n>{MONTH})\.?,?\s+(?:de\s+)?{_YEAR}",
        rf"(?<!\d){_YEAR}[-/.](?P<m>0[1-9]|1[0-2])(?![\d/-])",
        rf"(?<!\d){_YEAR}\s*[年년]?(?!\d)",
    )
)


def month_number(word: str) -> int:
    """The number of a month by its name or abbreviation; 0 if it is none."""
    return next((n for n, names in enumerate(_MONTHS, 1) if names.fullmatch(word.strip(". "))), 0)


def date_in(text: str) -> PartialDate | None:
    """The first date that a text holds, as exact as it is printed."""
    for shape in _SHAPES:
        found = shape.search(text)
        date = _date(found) if found else None
        if date:
            return date
    return None


def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else."""
    text = text.strip(" .,;:()[]（）【】")
    return len(text) <= 30 and any(shape.fullmatch(text) for shape in _SHAPES)


def _date(found: re.Match[str]) -> PartialDate | None:
    groups = found.groupdict()
    month = month_number(groups["n"]) if groups.get("n") else int(groups.get("m") or 0)
    try:
        parts = f"{groups['y']}-{month:02d}" if month else groups["y"]
        day = int(groups.get("d") or 0)
        return PartialDate.parse(f"{parts}-{day:02d}" if month and day else parts)
    except ValueError:
        return None
