"""Hosts of addresses, and which of them only this machine or its network knows."""

import ipaddress
from urllib.parse import urlsplit

_INNER_NAMES = ("localhost", "local", "internal", "lan", "home.arpa", "test", "invalid", "example")


def authority_of(url: str) -> str:
    """The host of an address with its port, which together are asked one request at a time."""
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""


def host_of(url: str) -> str:
    """The host of an address in lower case, without its port; empty where there is none."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def is_inner(host: str) -> bool:
    """Whether a host is none of the public web: a name without a dot, a reserved one (RFC 6761, 6762, 8375),
    or an address of a private network."""
    bare = host.strip("[]").rstrip(".").lower()
    try:
        return not ipaddress.ip_address(bare).is_global
    except ValueError:
        return "." not in bare or bare.endswith(tuple(f".{name}" for name in _INNER_NAMES))
