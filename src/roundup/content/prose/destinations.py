"""What follows `[text]`: an address with an optional title in parentheses."""

import re
from typing import NamedTuple

from roundup.content.prose.escaping import unescape

_BALANCED = r"(?>(?:[^\s()\\<>\x00-\x1f]|\\.|\((?>(?:[^\s()\\]|\\.|\([^\s()\\]*+\))*)\))*)"
_TITLE = r"\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)"
_STRICT = re.compile(rf"\(\s*+(?:<([^<>\n]*+)>|({_BALANCED}))(?:\s++({_TITLE}))?\s*+\)", re.DOTALL)
_SPACED = re.compile(r"\([ ]*+([^()<>\"'\n]++)(?:(\"[^\"\n]*+\")[ ]*+)?\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


class Destination(NamedTuple):
    """An address and a title as they were meant, and where reading goes on."""

    address: str
    title: str
    end: int


def destination_at(text: str, at: int) -> Destination | None:
    """What the parentheses at a place say; addresses with spaces are understood too."""
    if found := _STRICT.match(text, at):
        address = found[1] if found[1] is not None else found[2]
        return Destination(unescape(_bare(address)), _title(found[3]), found.end())
    if found := _SPACED.match(text, at):
        return Destination(unescape(_bare(found[1].strip())), _title(found[2]), found.end())
    return None


def _bare(written: str) -> str:
    return _ESCAPED.sub(r"\1", written) if "\\" in written else written


def _title(written: str | None) -> str:
    return _bare(written[1:-1]) if written else ""
