"""How the web is asked: how long, how often, how much."""

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

# https://info.arxiv.org/help/api/tou.html: no more than one request every three seconds.
_PAUSES = MappingProxyType({"export.arxiv.org": 3.0, "arxiv.org": 3.0})


class Manners(msgspec.Struct, frozen=True, kw_only=True):
    """Limits in seconds and bytes; `pauses` are the seconds between two requests to a host.

    `patience` is the longest that one answer may take in all, `longest_wait` the longest that a host may ask
    to wait before it is asked again.
    """

    connect: float = 5.0
    read: float = 15.0
    patience: float = 30.0
    tries: int = 3
    back_off: float = 1.0
    longest_wait: float = 15.0
    pause: float = 0.5
    pauses: Mapping[str, float] = _PAUSES
    redirects: int = 5
    limit: int = 5_000_000

    def between(self, host: str) -> float:
        """The seconds between two requests to a host."""
        return self.pauses.get(host, self.pause)
