"""What tells versions of a page apart: its words, and the look that it borrows from style sheets and pictures."""

import re
from hashlib import blake2b
from typing import NamedTuple
from urllib.parse import quote

_LOOK = re.compile(rb"""["'(]([^"'()\s]+\.(?:css|svg|png|ico|webp|avif|jpe?g|gif)\?v=[0-9a-f]+)""")
_VERSION = re.compile(rb"\?v=[0-9a-f]+")


class Mark(NamedTuple):
    """A digest of a page without the versions of its style sheets and pictures, and one of these."""

    words: str
    look: str

    @classmethod
    def parse(cls, text: str) -> "Mark":
        """A mark as it was written; an empty one is no page's."""
        words, _, look = text.partition("-")
        return cls(words, look)

    def __str__(self) -> str:
        return f"{self.words}-{self.look}"


def mark_of(page: bytes) -> Mark:
    """The mark of a page's bytes."""
    look = b" ".join(_LOOK.findall(page))
    words = _LOOK.sub(lambda found: _VERSION.sub(b"", found[0]), page)
    return Mark(_digest(words), _digest(look))


def looks(page: bytes) -> tuple[str, ...]:
    """The addresses of the style sheets and pictures whose versions a page names."""
    return tuple(dict.fromkeys(one.decode("utf-8", "replace") for one in _LOOK.findall(page)))


def shows(page: bytes, picture: str) -> bool:
    """Whether a page shows a picture, by its address."""
    address = quote(picture, safe="/").encode()
    return any(before + address in page for before in (b'"', b" "))


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()
