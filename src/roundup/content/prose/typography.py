"""Straight quotes, dashes and dots as each language prints them."""

import re

from roundup.content.prose.scripts import is_wide, is_wide_letter

Quotes = tuple[str, str, str, str]

_ENGLISH: Quotes = ("“", "”", "‘", "’")
_GERMAN: Quotes = ("„", "“", "‚", "‘")
_FRENCH: Quotes = ("«\xa0", "\xa0»", "“", "”")
_GUILLEMETS: Quotes = ("«", "»", "“", "”")
_POLISH: Quotes = ("„", "”", "‚", "’")
_SWEDISH: Quotes = ("”", "”", "’", "’")
_CORNERS: Quotes = ("「", "」", "『", "』")
_QUOTES: dict[str, Quotes] = {
    "bg": _GERMAN,
    "cs": _GERMAN,
    "da": ("»", "«", "›", "‹"),
    "de": _GERMAN,
    "el": _GUILLEMETS,
    "es": _GUILLEMETS,
    "fi": _SWEDISH,
    "fr": _FRENCH,
    "hu": _POLISH,
    "is": _GERMAN,
    "it": _GUILLEMETS,
    "nb": _GUILLEMETS,
    "nl": _ENGLISH,
    "nn": _GUILLEMETS,
    "no": _GUILLEMETS,
    "pl": _POLISH,
    "pt": _ENGLISH,
    "ro": ("„", "”", "«", "»"),
    "ru": ("«", "»", "„", "“"),
    "sk": _GERMAN,
    "sl": _GERMAN,
    "sv": _SWEDISH,
    "uk": ("«", "»", "„", "“"),
    "zh-hant": _CORNERS,
    "zh-hk": _CORNERS,
    "zh-mo": _CORNERS,
    "zh-tw": _CORNERS,
}
_OPENERS = frozenset("([{<-–—/=“‘„‚«‹¿¡「『（【《〈\u2002\u2003|")
_CLOSERS = frozenset(")]}>.,;:!?…”’»›。，、；：！？」』）】》〉")
_DECADE = re.compile(r"\d\ds?\b|(?:tis|twas|em|til|cause|n)\b", re.IGNORECASE)
_APOSTROPHE = "’"


def quotes_for(language: str) -> Quotes:
    """Opening and closing double quotes, then the inner ones, as a language prints them."""
    tag = language.lower()
    return _QUOTES.get(tag) or _QUOTES.get(tag.split("-")[0], _ENGLISH)


def apostrophe_for(language: str) -> str:
    """The apostrophe of a language; fonts for Chinese and Japanese draw the curly one a letter wide."""
    return "'" if language.lower().split("-")[0] in ("zh", "ja", "yue") else _APOSTROPHE


class Typographer:
    """Chooses the printed form of one straight mark at a time, through one paragraph.

    Between words that a script writes without spaces, only what came before tells an opening
    quote from a closing one; so it remembers which are open.
    """

    __slots__ = ("apostrophe", "double_open", "quotes", "single_open")

    def __init__(self, quotes: Quotes, apostrophe: str = _APOSTROPHE) -> None:
        self.quotes = quotes
        self.apostrophe = apostrophe
        self.double_open = False
        self.single_open = False

    def double(self, before: str, after: str) -> str:
        """A straight double quote between two characters, "" at an end."""
        self.double_open = _opens(before, after, self.double_open)
        return self.quotes[0 if self.double_open else 1]

    def single(self, before: str, after: str, rest: str) -> str:
        """A straight single quote, or an apostrophe; `rest` is what follows it."""
        inside = before.isalnum() and after.isalnum()
        if inside and not is_wide_letter(before) and not is_wide_letter(after):
            return self.apostrophe
        self.single_open, was = _opens(before, after, self.single_open), self.single_open
        if self.single_open:
            if not _DECADE.match(rest):
                return self.quotes[2]
            self.single_open = was
            return self.apostrophe
        return self.quotes[3] if was else self.apostrophe


def _opens(before: str, after: str, is_open: bool) -> bool:
    left = not before or before.isspace() or before in _OPENERS
    right = not after or after.isspace() or after in _CLOSERS
    if left != right:
        return left
    if left:
        return not is_open and bool(after) and not after.isspace()
    return not is_open and (is_wide(before) or is_wide(after))


def dashes(run: str, before: str, after: str) -> str:
    """`--` and `---` as dashes; the Chinese dash is two em dashes wide."""
    if len(run) > 3:
        return run
    if (before and is_wide_letter(before)) or (after and is_wide_letter(after)):
        return "——"
    return "–" if len(run) == 2 else "—"


def dots(before: str, after: str) -> str:
    """Three dots as an ellipsis; the Chinese one is two wide."""
    wide = (before and is_wide_letter(before)) or (after and is_wide_letter(after))
    return "……" if wide else "…"
