"""HTML tags as authors write them: one grammar, one canonical spelling."""

import re

from roundup.content.prose.escaping import escape, unescape

_NAME = r"[a-zA-Z][a-zA-Z0-9:-]*+"
_KEY = r"[^\s\"'<>/=\x00-\x1f\ue000\ue001]++"
_VALUE = r"\"[^\"\ue000\ue001]*+\"|'[^'\ue000\ue001]*+'|[^\s\"'=<>`\ue000\ue001]++"
TAG = re.compile(rf"<(/?)({_NAME})((?:\s++{_KEY}(?:\s*+=\s*+(?:{_VALUE}))?)*+)\s*+(/?)>")
_PARTS = re.compile(rf"\s++({_KEY})(?:\s*+=\s*+({_VALUE}))?")
VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
))  # fmt: skip
MOST_ATTRIBUTES = 50

Attributes = dict[str, str | None]


def attributes_of(written: str) -> Attributes:
    """The attributes of a start tag, the first of each name, at most fifty, unescaped."""
    found: Attributes = {}
    for part in _PARTS.finditer(written):
        name, value = part[1].lower(), part[2]
        if name in found:
            continue
        if value is not None:
            value = unescape(value[1:-1] if value[0] in "\"'" else value)
        found[name] = value
        if len(found) == MOST_ATTRIBUTES:
            break
    return found


def start_tag(name: str, attributes: Attributes) -> str:
    """A start tag in canonical spelling: lower case, double quotes, everything escaped."""
    written = "".join(
        f" {key}" if value is None else f' {key}="{escape(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{written}>"
