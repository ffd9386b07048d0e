"""Addresses of the site, made whole for files that are read far from it."""

from roundup.pages.addresses import encoded


def absolute(base_url: str, address: str) -> str:
    """A site address under the site's base URL, percent-encoded; any other stays as it is."""
    return base_url.rstrip("/") + encoded(address) if address.startswith("/") else address
