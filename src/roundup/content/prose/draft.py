"""The notebook of one rendering: what waits to be put in place, and what is wrong."""

import re
from bisect import bisect_left

from roundup.content.prose.escaping import unescape
from roundup.content.prose.labels import Labels, labels_for
from roundup.content.prose.marks import INNER, inner
from roundup.content.prose.values import ProseProblem, Rules

_NEWLINE = re.compile("\n")
_NOTE_SIGN = re.compile(r'<sup id="[^"]*"><a class="footnote-ref".*?</a></sup>')
_TAG = re.compile(r"<[^>]*>")


class Lines:
    """Finds the line on which something was written: the k-th question about it, the k-th place.

    Questions mostly come in the order of the source, so each search begins where the last ended.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self._breaks: list[int] | None = None
        self._next: dict[str, int] = {}
        self._last = 1
        self._cursor = 0

    def rewind(self) -> None:
        """Lets the next questions begin at the top again."""
        self._cursor = 0

    def at(self, position: int) -> int:
        """The line of a position in the source."""
        if self._breaks is None:
            self._breaks = [found.start() for found in _NEWLINE.finditer(self.source)]
        return bisect_left(self._breaks, position) + 1

    def of(self, *spellings: str) -> int:
        """The line of the next place where one of the spellings stands, else the last answer."""
        for spelling in spellings:
            start = self._next.get(spelling, 0)
            if start < 0:
                continue
            found = self.source.find(spelling, max(start, self._cursor))
            if found < 0 and self._cursor > start:
                found = self.source.find(spelling, start)
            self._next[spelling] = found + len(spelling) if found >= 0 else -1
            if found >= 0:
                self._last = self.at(found)
                self._cursor = found
                break
        return self._last


class Draft:
    """Everything that the stages of one rendering hand to one another beside the text itself."""

    def __init__(self, source: str, rules: Rules) -> None:
        self.rules = rules
        self.labels: Labels = rules.labels or labels_for(rules.language)
        self.lines = Lines(source)
        self.problems: list[ProseProblem] = []
        self.blocks: list[str] = []
        self.raw_blocks: list[str] = []
        self.pieces: list[tuple[str, str]] = []
        self.wikis: list[tuple[str, str]] = []
        self.notes: dict[str, str] = {}
        self.note_order: list[str] = []
        self.note_numbers: dict[str, int] = {}
        self.note_uses: dict[str, int] = {}
        self.headings: list[tuple[int, str, str]] = []
        self.ids: set[str] = set()
        self._copies: dict[str, int] = {}
        self.dropped: set[str] = set()
        self.unclosed: dict[str, str] = {}
        self.has_raw = False
        self.may_be_deep = False

    def warn(self, line: int, message: str, hint: str = "") -> None:
        """Notes something that the site can be published with."""
        self.problems.append(ProseProblem(line, "warning", message, hint))

    def refuse(self, line: int, message: str, hint: str = "") -> None:
        """Notes something that the site cannot be published with."""
        self.problems.append(ProseProblem(line, "error", message, hint))

    def keep_block(self, html: str) -> str:
        """Puts finished block HTML aside and returns its mark."""
        self.blocks.append(html)
        return inner("b", len(self.blocks) - 1)

    def keep_raw(self, html: str) -> str:
        """Puts a block of raw HTML aside and returns its mark."""
        self.has_raw = True
        self.raw_blocks.append(html)
        return inner("h", len(self.raw_blocks) - 1)

    def keep_piece(self, html: str, words: str) -> str:
        """Puts a finished inline piece aside, with its plain words, and returns its mark."""
        self.pieces.append((html, words))
        return inner("m", len(self.pieces) - 1)

    def keep_wiki(self, target: str, label: str) -> str:
        """Puts a wiki-link aside and returns its mark."""
        self.wikis.append((target, label))
        return inner("w", len(self.wikis) - 1)

    def new_id(self, wanted: str) -> str:
        """An id that nothing in this body has yet, as near as can be to the one wanted."""
        name, count = wanted, self._copies.get(wanted, 1)
        while name in self.ids:
            count += 1
            name = f"{wanted}-{count}"
        self._copies[wanted] = count
        self.ids.add(name)
        return name

    def words_of(self, html: str) -> str:
        """The plain words of half-finished HTML, marks included, note signs left out."""
        if "footnote-ref" in html:
            html = _NOTE_SIGN.sub("", html)
        html = _TAG.sub("", html)
        return unescape(INNER.sub(self._words, html)).strip()

    def _words(self, found: re.Match[str]) -> str:
        number = int(found[2])
        if found[1] == "w":
            target, label = self.wikis[number]
            return label or target
        return self.pieces[number][1] if found[1] == "m" else ""
