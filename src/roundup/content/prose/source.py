"""A source as the stages want it: one kind of line break, no tabs, no private characters."""

import re

from roundup.content.prose.draft import Draft

_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000\ue001\ud800-\udfff\ufffe\uffff]")
_BLANK = re.compile(r"(?m)^ +$")


def line_breaks(source: str) -> str:
    """The source without a byte-order mark, its lines ended by line feeds."""
    if "\r" in source:
        source = source.replace("\r\n", "\n").replace("\r", "\n")
    return source.removeprefix("\ufeff")


def tidy(draft: Draft, source: str) -> str:
    """The source without characters that have no place in text, tabs as spaces."""
    if found := _UNWANTED.search(source):
        draft.warn(
            draft.lines.at(found.start()),
            f"characters that are not text were left out, the first is U+{ord(found[0]):04X}",
            "retype the line, or paste it as plain text",
        )
        source = _UNWANTED.sub("", source)
    if "\t" in source:
        source = source.expandtabs(4)
    return (_BLANK.sub("", source) if " \n" in source else source).rstrip()
