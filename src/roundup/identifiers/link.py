"""The address of a page, taken apart and folded for identity."""

import re
from urllib.parse import unquote

import msgspec

from roundup.identifiers.clean import clean_once, settle
from roundup.identifiers.code_hosts import is_code_host
from roundup.identifiers.wrappers import is_on

_PARTS = re.compile(r"https?://([^/?]*)([^?]*)(?:\?(.*))?")


class Link(msgspec.Struct, frozen=True):
    """An address as the identity of a page: https, no `www.`, no slash or index page at its end."""

    host: str
    path: str
    query: str

    @property
    def address(self) -> str:
        """The whole address, the same for all links that mean this page."""
        return f"https://{self.host}{self.path}" + (f"?{self.query}" if self.query else "")

    @property
    def plain_path(self) -> str:
        """The path with its percent-encoding undone."""
        return unquote(self.path)

    @property
    def is_work(self) -> bool:
        """Whether the page may stand for a paper: no bare host, no code host."""
        return bool(self.path or self.query) and not is_code_host(self.host, self.path)

    def is_on(self, *sites: str) -> bool:
        """Whether the page lies on one of these sites or on a host below one."""
        return any(is_on(self.host, site) for site in sites)

    def parameter(self, name: str) -> str:
        """The first value of a parameter, decoded; empty where it is missing."""
        for part in self.query.split("&"):
            key, _, value = part.partition("=")
            if key == name:
                return unquote(value)
        return ""


def read_link(text: str) -> Link | None:
    """The page that a pasted link means; None where it is no http(s) address."""
    address = settle(text, _fold_once)
    return _parse(address) if address is not None else None


def _fold_once(text: str) -> str | None:
    cleaned = clean_once(text)
    link = _parse(cleaned) if cleaned is not None else None
    # What came out of a wrapper is not clean yet: the next round takes it further.
    return link.address if link else cleaned


def _parse(address: str) -> Link | None:
    found = _PARTS.fullmatch(address)
    if not found:
        return None
    host, path = found[1].lower(), found[2]
    while host.startswith("www.") and "." in host[4:]:
        host = host[4:]
    return Link(host=host, path=trimmed(path), query=found[3] or "")


def trimmed(path: str) -> str:
    """The path without slashes or index pages at its end."""
    while path.endswith(("/", "/index.html", "/index.htm")):
        path = path[: path.rindex("/")]
    return path
