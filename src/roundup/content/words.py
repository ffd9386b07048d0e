"""Words as keys: slugs of topics and people, and digests of what a translator translated from."""

import hashlib
import re
import unicodedata
from functools import lru_cache

_SYMBOLS = {"+": "-plus", "#": "-sharp", "&": "-and-"}


@lru_cache(maxsize=1 << 14)
def topic_slug(text: str) -> str:
    """Letters of any script (NFKC, case-folded), everything else one hyphen; `C++` is `c-plus-plus`."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    for symbol, word in _SYMBOLS.items():
        folded = folded.replace(symbol, word)
    marks = ("L", "N", "M")
    kept = "".join(c if unicodedata.category(c)[0] in marks else "-" for c in folded)
    # Folding and spelling out may leave letters apart from their marks, hence NFKC time and again.
    return re.sub(r"-{2,}", "-", unicodedata.normalize("NFKC", kept)).strip("-")


def digest(text: str) -> str:
    """Ten hexadecimal digits that change when the words do, whatever their line breaks and spacing."""
    return hashlib.blake2b(" ".join(text.split()).encode(), digest_size=5).hexdigest()


def fingerprint(data: bytes) -> str:
    """32 hexadecimal digits that name these bytes and no others (BLAKE2b, 128 bits)."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
