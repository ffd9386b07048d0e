"""Pages that a browser saved with everything in one file (MHTML, RFC 2557)."""

import re
from email import message_from_bytes
from email.message import Message

_ARCHIVE = re.compile(rb"(?im)^content-type:\s*multipart/related")


def page_in(data: bytes) -> bytes | None:
    """The page in an archive; None for files of any other kind."""
    if not _ARCHIVE.search(data[:4000]):
        return None
    try:
        parts = message_from_bytes(data).walk()
        return next(
            (_bytes(part) for part in parts if part.get_content_type() == "text/html"), None
        )
    except (ValueError, LookupError, RecursionError):
        return None


def _bytes(part: Message) -> bytes | None:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else None
