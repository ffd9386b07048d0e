"""Blocks of raw HTML put aside, so that Markdown leaves their inside alone.

A block begins with a block-level tag at the start of a line and ends at a blank line, so that
Markdown may stand between `<details>` and `</details>`; but a table, or text that HTML takes
verbatim, reaches to its closing tag (CommonMark 0.31, HTML blocks).
"""

import re

from markdown.util import BLOCK_LEVEL_ELEMENTS

from roundup.content.prose.draft import Draft

_WHOLE = ("pre", "script", "style", "textarea", "table", "svg", "math", "iframe", "template")
_NAMES = "|".join(sorted({*BLOCK_LEVEL_ELEMENTS, *_WHOLE, "audio", "picture", "source", "track"}))
_START = re.compile(rf"^[ ]{{0,3}}<(/?)({_NAMES})(?=[\s/>])", re.MULTILINE | re.IGNORECASE)
_BLANK = re.compile(r"\n[ ]*(?:\n|\Z)|\Z")


def put_html_aside(draft: Draft, source: str) -> str:
    """The source with a mark, on a line of its own, for every block of raw HTML."""
    if "<" not in source:
        return source
    out: list[str] = []
    position = 0
    while found := _START.search(source, position):
        out.append(source[position : found.start()])
        position = _end(draft, source, found)
        out.append(f"\n{draft.keep_raw(source[found.start() : position])}\n\n")
    out.append(source[position:])
    return "".join(out)


def _end(draft: Draft, source: str, found: re.Match[str]) -> int:
    name = found[2].lower()
    if name in _WHOLE and not found[1] and draft.unclosed.get(name) != source:
        close = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(source, found.end())
        if close is None:
            draft.unclosed[name] = source
        else:
            end = source.find("\n", close.end())
            return len(source) if end < 0 else end
    blank = _BLANK.search(source, found.end())
    return blank.start() if blank else len(source)
