"""Text to HTML and back: escaping, character references, plain words."""

import html
import re

from roundup.content.prose.marks import without_marks

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_TAG = re.compile(r"<[^>]*>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def escape(text: str) -> str:
    """Text as HTML text, or as the value of an attribute in double quotes."""
    text = escape_text(text)
    return text.replace('"', "&quot;") if '"' in text else text


def escape_text(text: str) -> str:
    """Text as HTML text, between tags."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def unescape(text: str) -> str:
    """The text with its character references read; none yields a control character or a mark."""
    if "&" not in text:
        return text
    return _ENTITY.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    return without_marks(_CONTROL.sub("", html.unescape(found[0])))


def entity_at(text: str, at: int) -> re.Match[str] | None:
    """The character reference that begins at a place, if one does."""
    return _ENTITY.match(text, at)


def plain(fragment: str) -> str:
    """The words of a piece of HTML."""
    return unescape(_TAG.sub("", fragment)).strip()
