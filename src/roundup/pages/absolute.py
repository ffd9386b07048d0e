"""Addresses of the site, made whole for files that are read far from it."""

import re
from html import escape

from roundup.pages.addresses import encoded

# In finished HTML a text holds no `<`, so that code which shows a link is not taken for one.
_HERE = re.compile(r'(<a\b(?:[^<>"]|"[^"]*")*?\shref=")#')


def absolute(base_url: str, address: str) -> str:
    """A site address under the site's base URL, percent-encoded; any other stays as it is."""
    return base_url.rstrip("/") + encoded(address) if address.startswith("/") else address


def read_elsewhere(html: str, page: str) -> str:
    """Finished words to be read outside of their page: what leads to a place on it gets its address."""
    return _HERE.sub(lambda found: f"{found[1]}{escape(page)}#", html)
