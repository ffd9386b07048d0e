"""What a character is to typography: East Asian, wide punctuation, space, punctuation."""

import re
import unicodedata
from functools import lru_cache

_WIDE_LETTERS = "\u3005-\u3007\u303b\u3041-\u30fa\u30fc-\u312f\u31a0-\u31bf\u31f0-\u31ff"
_WIDE_LETTERS += "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
_WIDE_LETTERS += "\U0001aff0-\U0001b16f\U00020000-\U000323af"
_WIDE_MARKS = "\u3000-\u3003\u3008-\u3020\u3030\u303d\u30fb\ufe30-\ufe4f\uff01-\uff0f\uff1a-\uff20"
_WIDE_MARKS += "\uff3b-\uff40\uff5b-\uff65\uffe0-\uffe6"
_LETTER = re.compile(f"[{_WIDE_LETTERS}]")
_MARK = re.compile(f"[{_WIDE_MARKS}]")
_WIDE = re.compile(f"[{_WIDE_LETTERS}{_WIDE_MARKS}\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
_SHARED_MARKS = frozenset("“”‘’…—·")


def has_wide(text: str) -> bool:
    """Whether Chinese or Japanese characters, or their punctuation, stand in the text."""
    return not text.isascii() and _WIDE.search(text) is not None


@lru_cache(maxsize=8192)
def is_wide_letter(char: str) -> bool:
    """Han, kana and bopomofo: scripts that write no spaces."""
    return _LETTER.match(char) is not None


@lru_cache(maxsize=8192)
def is_wide(char: str) -> bool:
    """A character of a script without spaces, or one as wide as theirs."""
    return _WIDE.match(char) is not None


@lru_cache(maxsize=8192)
def is_east_asian(char: str) -> bool:
    """Also Hangul: beside these, emphasis opens and closes as beside punctuation."""
    return is_wide(char) or _HANGUL.match(char) is not None


@lru_cache(maxsize=8192)
def is_punctuation(char: str) -> bool:
    """Punctuation and symbols, the Unicode categories P and S (CommonMark 0.31)."""
    return unicodedata.category(char)[0] in "PS"


def joins(before: str, after: str) -> bool:
    """Whether a line break between two characters leaves no space in Chinese and Japanese."""
    if not before or not after:
        return False
    if _MARK.match(before) or _MARK.match(after):
        return True
    left, right = is_wide(before), is_wide(after)
    return (left and (right or after in _SHARED_MARKS)) or (right and before in _SHARED_MARKS)
