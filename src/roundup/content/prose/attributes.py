"""Attribute lists, `{.class #id}` and `{: .class }`: classes and an id, nothing else."""

import re

from roundup.content.prose.draft import Draft
from roundup.content.prose.escaping import escape

_LIST = r"\{:?[ ]*+([#.][^{}\n]*+)\}"
_AFTER = re.compile(_LIST)
_AT_END = re.compile(rf"[ \n][ ]*{_LIST}[ ]*\Z")
_NAME = re.compile(r"([#.])([^\s#.\"'<>=]+)")


def attributes_at(draft: Draft, text: str, at: int) -> tuple[str, int]:
    """Attributes written right at a place, as HTML, and where reading goes on."""
    if not text.startswith("{", at):
        return "", at
    found = _AFTER.match(text, at)
    return (html_of(draft, found[1]), found.end()) if found else ("", at)


def split_attributes(text: str) -> tuple[str, str]:
    """A block's text without the attribute list at its end, and that list."""
    if not text.endswith("}"):
        return text, ""
    found = _AT_END.match(text, max(text.rfind("{") - 1, 0))
    if found is None:
        return text, ""
    return text[: found.start()].rstrip(" \n"), found[1]


def id_in(written: str) -> str:
    """The id that an attribute list gives, "" where it gives none."""
    return next((name for sign, name in _NAME.findall(written) if sign == "#"), "")


def class_in(written: str) -> str:
    """The classes that an attribute list gives, as HTML, "" where it gives none."""
    classes = " ".join(name for sign, name in _NAME.findall(written) if sign == ".")
    return f' class="{escape(classes)}"' if classes else ""


def html_of(draft: Draft, written: str) -> str:
    """An attribute list as HTML."""
    name = id_in(written)
    return (f' id="{escape(draft.new_id(name))}"' if name else "") + class_in(written)
