"""LaTeX as bibliographies hold it -> text: accents, symbols and dashes become characters, math stays."""

import re
import unicodedata
from types import MappingProxyType

# Combining characters by the accent's name (TeXbook, chapter 9).
_ACCENTS = MappingProxyType(
    {
        "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
        ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323",
        "c": "\u0327", "k": "\u0328", "b": "\u0331", "t": "\u0361",
    }
)  # fmt: skip
_SYMBOLS = MappingProxyType(
    {
        "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł",
        "L": "Ł", "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ",
        "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "S": "§", "P": "¶",
        "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’",
        "textquotedblleft": "“", "textquotedblright": "”", "textquotesingle": "'",
        "textasciitilde": "~", "textasciicircum": "^", "textbackslash": "\\", "textbar": "|",
        "textless": "<", "textgreater": ">", "textunderscore": "_", "textdollar": "$",
        "textbraceleft": "{", "textbraceright": "}", "textregistered": "®", "texttrademark": "™",
        "textdegree": "°", "textellipsis": "…", "textbullet": "•", "copyright": "©", "dots": "…",
        "ldots": "…", "times": "×", "pm": "±", "cdot": "·", "infty": "∞", "sim": "∼", "approx": "≈",
        "leq": "≤", "geq": "≥", "rightarrow": "→", "to": "→", "ell": "ℓ", "guillemotleft": "«",
        "guillemotright": "»", "quotedblbase": "„", "textexclamdown": "¡", "textquestiondown": "¿",
        "pounds": "£", "euro": "€", "texteuro": "€", "dag": "†", "slash": "/", "newline": " ",
        "quad": " ", "qquad": " ", "par": "\n", "relax": "", "protect": "", "newblock": " ",
    }
)  # fmt: skip
# Switches of type, which print nothing of their own.
_SILENT = frozenset(
    (
        "em", "it", "bf", "sc", "rm", "sf", "tt", "sl", "bfseries", "itshape", "scshape", "upshape",
        "mdseries", "rmfamily", "sffamily", "ttfamily", "normalfont", "small", "footnotesize",
        "large", "Large", "scriptsize", "tiny", "displaystyle", "hfill", "allowbreak",
    )
)  # fmt: skip
_SPACES = frozenset(" ,;:!/-")
_TOKEN = re.compile(
    r"""
      (?P<math>\$\$?[^$]{1,2000}\$\$?) | \\\((?P<inline>(?:[^$\\]|\\[^()])*)\\\)
    | \\ensuremath\s*\{(?P<ensured>[^{}$]*)\}
    | \\url\s*\{(?P<url>[^{}]*)\} | \\href\s*\{[^{}]*\}
    | \\(?:noopsort|SortNoop|label|cite[pt]?|vphantom|hspace)\*?\s*\{[^{}]*\}
    | \\(?P<accent>[`'^~="'.]|[uvHtcdbkr](?![A-Za-z]))\s*\{?\s*\\?(?P<letter>[^\W\d_])(?P<closed>\}?)
    | \\(?P<word>[A-Za-z]+)\*?(?P<gap>\s*)
    | \\(?P<character>.)
    | (?P<dash>-{2,3}) | (?P<quote>``|'') | (?P<tie>~) | (?P<brace>[{}])
    """,
    re.VERBOSE | re.DOTALL,
)
_MARKED = re.compile(r"[\\{}~]|--|``|''")
_SPACE = re.compile(r"[ \t\r\f\v\u00a0]+")


def text_of(latex: str) -> str:
    """The text of a field's value, on one line; formulas keep their `$`, unknown commands their argument."""
    return " ".join(paragraphs_of(latex).split())


def paragraphs_of(latex: str) -> str:
    """The same with the line breaks that the value has."""
    plain = _TOKEN.sub(_told, latex) if _MARKED.search(latex) else latex
    return unicodedata.normalize("NFC", _SPACE.sub(" ", plain)).strip()


def _told(token: re.Match[str]) -> str:
    match token.lastgroup:
        case "math" | "url":
            return str(token[token.lastgroup])
        case "inline" | "ensured":
            return f"${token[token.lastgroup].strip()}$"
        case "closed":
            return _accented(token)
        case "gap":
            after = token.string[token.end() : token.end() + 2]
            return _word(token["word"], " " if token["gap"] else "", after)
        case "character":
            return _character(token["character"])
        case "dash":
            return "–" if len(token["dash"]) == 2 else "—"
        case "quote":
            return "“" if token["quote"] == "``" else "”"
        case "tie":
            return " "
        case _:
            return ""


def _accented(token: re.Match[str]) -> str:
    """A letter under its accent; a dotless one gets no second name, and other braces stay open."""
    letter = token["letter"]
    return unicodedata.normalize("NFC", letter + _ACCENTS[token["accent"]])


def _word(name: str, gap: str, after: str) -> str:
    """What a command prints: TeX takes the space after it away, which few who write titles expect."""
    if name in _SYMBOLS:
        symbol = _SYMBOLS[name]
        return symbol if symbol.isalpha() else symbol + gap
    if name in _SILENT or (after.startswith("{") and after != "{}"):
        return ""
    return (_greek(name) or name) + gap


def _greek(name: str) -> str:
    size = "CAPITAL" if name[0].isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"GREEK {size} LETTER {name.removeprefix('var').upper()}")
    except KeyError:
        return ""


def _character(one: str) -> str:
    if one in "-/!":
        return ""
    return " " if one in _SPACES or one == "\\" else one
