"""Addresses of a saved page: as written, resolved where they are relative, none that are unsafe."""

import re
from html import unescape
from urllib.parse import urljoin

import msgspec

from roundup.authoring.importers.reading.linkify import HOSTS

_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
_SLIP = re.compile(r"\s*https?\s*:", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(rf"(?i)www\.|(?:{HOSTS})/")
_SAFE = frozenset(("http", "https", "mailto", "ftp"))
_IGNORED = re.compile("[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")


class Base(msgspec.Struct, frozen=True):
    """Where relative addresses begin: a page's own address; empty for files that came alone.

    `math` says that a script of the page draws the formulas in its text.
    """

    address: str = ""
    math: bool = False

    def resolved(self, written: str) -> str:
        """An address as written, or in full where it is relative to a known page; "" for unsafe ones."""
        address = _IGNORED.sub("", unescape(written)).strip()
        scheme = _SCHEME.match(address)
        if scheme and scheme[1].lower() not in _SAFE:
            return address if "." in scheme[1] and "/" in address else ""
        if not address or scheme or _SLIP.match(address) or not self.address:
            return address
        if address.startswith("#"):
            return address
        if _WITHOUT_SCHEME.match(address):
            return address
        return self._joined(address)

    def _joined(self, address: str) -> str:
        try:
            return urljoin(self.address, address)
        except ValueError:
            return address


def in_full(address: str) -> str:
    """An address with its scheme where the author left it out before a well-known host."""
    return f"https://{address}" if _WITHOUT_SCHEME.match(address) else address
