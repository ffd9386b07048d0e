"""The first look at a source: code fences and display formulas put aside, comments taken out.

These are the constructs whose inside is not Markdown. They are taken line by line before Python-
Markdown sees the text; a mark on a line of its own keeps the place, also in lists and quotations.
"""

import re

from roundup.content.prose.code import code_block
from roundup.content.prose.comments import Uncommented, without_comments
from roundup.content.prose.draft import Draft
from roundup.content.prose.fences import PREFIX, Fence, Fences, inside, unprefixed
from roundup.content.prose.formula import Formula, display_block

_NEEDED = re.compile(rf"^{PREFIX}(?:```|~~~|\$\$|\\\[)", re.MULTILINE)
_FORMULA = re.compile(PREFIX + r"(\$\$|\\\[)(.*)\Z")
_ENDS = {"$$": "$$", "\\[": "\\]"}
_MOST_ROWS = 200
_LESS_THAN_A_TAB = (" ", "  ", "   ")


def scan(draft: Draft, source: str, math: bool) -> str:
    """The source without comments, code and display formulas put aside in the draft."""
    bare = without_comments(source)
    if bare.unclosed:
        draft.warn(bare.unclosed, "a comment is never closed", "end it with '-->'")
    return _Scan(draft, bare, math).text() if _NEEDED.search(bare.text) else bare.text


class _Scan:
    """One pass over the lines of a source without comments."""

    def __init__(self, draft: Draft, bare: Uncommented, math: bool) -> None:
        self.draft = draft
        self.bare = bare
        self.lines = bare.text.split("\n")
        self.signs = ("$$", "\\[") if math else ()
        self.fences = Fences()
        self.out: list[str] = []

    def text(self) -> str:
        """The lines with marks where code and formulas stood."""
        at, fences = 0, self.fences
        while at < len(self.lines):
            line = self.lines[at]
            if fence := fences.opening(line):
                at = self._code(at, fence)
                continue
            if any(sign in line for sign in self.signs) and not fences.is_indented_code(line):
                after = self._formula(at, line)
                if after:
                    at = after
                    continue
            fences.read(line)
            self.out.append(line)
            at += 1
        return "\n".join(self.out)

    def _code(self, at: int, fence: Fence) -> int:
        line = self.bare.line(at)
        rows, after, closed = inside(self.lines, at + 1, fence)
        if not closed:
            self.draft.warn(line, f"the code fence '{fence.sign[:8]}' is never closed")
        code = "".join(f"{row}\n" for row in rows)
        html = code_block(self.draft, code, fence.info, line)
        self._put(fence.prefix, self.draft.keep_block(html))
        return after

    def _formula(self, at: int, line: str) -> int:
        """The line after the formula that begins on this one, 0 where none does."""
        found = _FORMULA.match(line)
        if found is None:
            return 0
        prefix, sign, first = found.groups()
        rows = [first]
        while (end := rows[-1].find(_ENDS[sign])) < 0:
            at += 1
            row = (
                unprefixed(self.lines[at], prefix.count(">"), len(prefix))
                if at < len(self.lines) and len(rows) < _MOST_ROWS
                else None
            )
            if row is None:
                return 0
            rows.append(row)
        tex = "\n".join([*rows[:-1], rows[-1][:end]]).strip()
        if rows[-1][end + 2 :].strip() or not tex:
            return 0
        html = display_block(self.draft, Formula(tex, True, 0))
        self._put(prefix, self.draft.keep_block(html))
        return at + 1

    def _put(self, prefix: str, mark: str) -> None:
        """A mark as a block of its own, inside the same list item or quotation."""
        if self.fences.in_container and prefix in _LESS_THAN_A_TAB:
            prefix = "    "
        quoted = re.sub(r"[^>]", " ", prefix).rstrip(" ")
        if not prefix.strip(" >") and self.out and self.out[-1].strip(" >"):
            self.out.append(quoted)
        self.out += [prefix + mark, quoted]
