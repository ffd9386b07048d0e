"""What an address in a body is: unsafe, another site's, this page's, or a path to resolve."""

import re
from enum import Enum

_IGNORED = re.compile("[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_HOST = re.compile(r"[/\\]{2}")
_SAFE = frozenset(("http", "https", "mailto"))


class Address(Enum):
    """The four things an address can be."""

    UNSAFE = "unsafe"
    ABSOLUTE = "absolute"
    FRAGMENT = "fragment"
    PATH = "path"


def kind_of(address: str) -> Address:
    """Which of the four; characters that browsers skip inside a scheme are skipped here too."""
    bare = _IGNORED.sub("", address)
    if scheme := _SCHEME.match(bare):
        return Address.ABSOLUTE if scheme[1].lower() in _SAFE else Address.UNSAFE
    if _HOST.match(bare):
        return Address.ABSOLUTE
    return Address.FRAGMENT if bare.startswith("#") else Address.PATH


def absolute(address: str) -> str:
    """The address of another site as it is written out: no spaces, always with a scheme."""
    address = address.strip()
    if found := _HOST.match(address):
        address = "https://" + address[found.end() :]
    return address.replace(" ", "%20").replace("\n", "").replace("\t", "")


def host_of(address: str) -> str:
    """The host of an http address, in lower case, "" where there is none."""
    found = re.match(r"https?://(?:[^/?#@]*@)?([^/?#:]+)", address, re.IGNORECASE)
    return found[1].lower() if found else ""


def is_remote(address: str) -> bool:
    """Whether it leads to another site over http."""
    return kind_of(address) is Address.ABSOLUTE and not address.lower().startswith("mailto:")
