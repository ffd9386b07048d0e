"""The number that a heading, item or paragraph begins or ends with."""

import re
import unicodedata

import msgspec

_CIRCLED = {chr(0x2460 + n): n + 1 for n in range(20)} | {chr(0x2776 + n): n + 1 for n in range(10)}
_KEYCAP = re.compile(r"\s*((?:[0-9]\ufe0f?\u20e3)+|🔟)\s*")
_HAN = {char: n for n, char in enumerate("〇一二三四五六七八九十")}
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MEDALS = {"🥇": 1, "🥈": 2, "🥉": 3}
_LEADS = (
    (
        "第1",
        r"第\s*(?P<n>\d{1,4}|[一二三四五六七八九十]{1,3})\s*[位名篇章回弾个位]\s*[:：.、，,\-–—]?\s*",
    ),
    ("1위", r"(?P<n>\d{1,3})\s*(?:위|位|편)\s*[:：.)\-–—]?\s*"),
    (
        "4º",
        r"(?P<n>\d{1,4})\s?(?:º|ª|°|st|nd|rd|th|er|o|a)?\s*(?:lugar|posição|posicion|posición|"
        r"puesto|place|position)"
        r"\s*[:：.)\-–—]*\s*",
    ),
    (
        "One",
        r"(?:paper|no\.?|number|#)\s*(?P<n>one|two|three|four|five|six|seven|eight|nine|"
        r"ten)\b\s*[:：.)\-–—]*\s*",
    ),
    (
        "论文1",
        r"(?:论文|論文|논문)\s*(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})\s*[:：.、)）]\s*",
    ),
    (
        "No",
        r"(?:no\.?|nº|n°|№|rank|top|number|paper|#)\s*#?\s*(?P<n>\d{1,4})(?:\s*[:：.)\]\-–—|、]+\s*|"
        r""
        r"\s+(?=\S)|$)",
    ),
    ("[1]", r"[\[【［(（]\s*(?:#|no\.?\s*)?(?P<n>\d{1,3})\s*[\]】］)）]\s*[:：.\-–—]?\s*"),
    ("1.", r"(?P<n>\d{1,4})\s*(?:[.．)）、:：|]|\s[-–—]\s|\s?[-–—](?=\s))(?!\d)\s*"),
    # A number that is filled up with zeros is no decimal: `03.3D Networks`.
    ("1.", r"(?P<n>0\d{1,2})\.(?=\d{1,2}[a-z])"),
    ("一、", r"(?P<n>[一二三四五六七八九十]{1,3})\s*[、.．，:：)）]\s*"),
    ("（一）", r"[（(](?P<n>[一二三四五六七八九十]{1,3})[)）]\s*"),
)
_LEAD = tuple((name, re.compile(rf"(?ai:)\s*{pattern}", re.IGNORECASE)) for name, pattern in _LEADS)
_TRAILING = re.compile(r"\s*\[\s*(\d{1,4})\s*\]\s*$")
_DOTTED = re.compile(r"\s*\d{1,3}(?:\.\d{1,3})+\.?\s+(?=\S)")


class Number(msgspec.Struct, frozen=True):
    """A printed number, the shape of its mark, and where the text after it begins."""

    value: int
    shape: str
    end: int


def leading(text: str) -> Number | None:
    """The number a text begins with: `1.`, `#01`, `[1]`, `(1)`, `1위`, `第1位`, `①`, `一、`, `No. 1`."""
    text = text[:200]
    stripped = text.lstrip()
    lead = len(text) - len(stripped)
    if stripped[:1] in _CIRCLED:
        return Number(_CIRCLED[stripped[0]], "①", lead + 1)
    if stripped[:1] in _MEDALS:
        return Number(_MEDALS[stripped[0]], "🥇", lead + 1)
    keycap = _KEYCAP.match(text)
    if keycap:
        return Number(_keycap(keycap[1]), "1️⃣", keycap.end())
    if _DOTTED.match(text):
        return None
    for shape, pattern in _LEAD:
        found = pattern.match(text)
        if found and _is_sound(found):
            return Number(_value(found["n"]), shape, found.end())
    return None


def dotted_end(text: str) -> int:
    """Where the text after an outline number such as `2.1` begins; 0 without one."""
    found = _DOTTED.match(text[:200])
    return found.end() if found else 0


def trailing(text: str) -> tuple[int, int] | None:
    """A reference number at a text's end, as in `A title [12]`, and where it begins."""
    found = _TRAILING.search(text[-40:])
    if not found:
        return None
    return int(found[1]), len(text) - len(text[-40:]) + found.start()


def _value(digits: str) -> int:
    digits = unicodedata.normalize("NFKC", digits)
    if digits.casefold() in _WORDS:
        return _WORDS.index(digits.casefold()) + 1
    if digits.isdigit():
        return int(digits)
    tens, _, ones = digits.rpartition("十")
    if "十" not in digits:
        return _HAN.get(digits[-1], 0)
    return (_HAN.get(tens, 1) if tens else 1) * 10 + (_HAN.get(ones, 0) if ones else 0)


def _keycap(text: str) -> int:
    if text == "🔟":
        return 10
    return int("".join(char for char in text if char.isdigit()))


def _is_sound(found: re.Match[str]) -> bool:
    # A year is no rank.
    return not (1900 <= _value(found["n"]) <= 2100)
