"""The state of one walk through one block's text: what is written, what is still open."""

from typing import NamedTuple

from roundup.content.prose.codespans import Backticks
from roundup.content.prose.draft import Draft
from roundup.content.prose.emphasis import Delimiter, pair
from roundup.content.prose.marks import CLOSE
from roundup.content.prose.typography import Typographer

Definitions = dict[str, tuple[str, str]]

_MARKS = frozenset("*_")
_BEFORE_WORDS = frozenset(" *_[`\"'")
_MANY = 40


class Bracket(NamedTuple):
    """An open `[` or `![`: its piece, where its text begins, and the first delimiter inside."""

    place: int
    start: int
    is_image: bool
    delimiter: int


class Walk:
    """One text on its way to HTML; pieces are strings and delimiters, in order."""

    __slots__ = (
        "brackets",
        "definitions",
        "delimiters",
        "draft",
        "link_floor",
        "missing",
        "out",
        "text",
        "ticks",
        "typographer",
        "wide",
    )

    def __init__(
        self, draft: Draft, definitions: Definitions, text: str, typographer: Typographer | None
    ) -> None:
        self.draft = draft
        self.definitions = definitions
        self.text = text
        self.typographer = typographer
        self.out: list[str | Delimiter] = []
        self.delimiters: list[Delimiter] = []
        self.brackets: list[Bracket] = []
        self.link_floor = 0
        self.missing: set[str] = set()
        self.ticks: Backticks | None = None
        self.wide: bool | None = None

    def emphasise(self, first: int) -> None:
        """Pairs the delimiters from a number on; they are settled after this."""
        inside = self.delimiters[first:]
        if inside:
            self.draft.may_be_deep |= pair(inside) > _MANY
            del self.delimiters[first:]

    def html_from(self, place: int) -> str:
        """The HTML of the pieces from a place on."""
        return "".join(map(str, self.out[place:]))

    def before(self, at: int) -> str:
        """The character before a place, emphasis marks not counted, "" at the start."""
        at -= 1
        text = self.text
        while at >= 0 and text[at] in _MARKS:
            at -= 1
        return text[at] if at >= 0 else ""

    def after(self, at: int) -> str:
        """The character at a place, emphasis marks not counted, "" at the end."""
        text, end = self.text, len(self.text)
        while at < end and text[at] in _MARKS:
            at += 1
        return text[at] if at < end else ""

    def next_word(self, at: int) -> str:
        """The first character from a place on that is shown as a word, "" at the end."""
        text, end = self.text, len(self.text)
        while at < end and text[at] in _BEFORE_WORDS:
            at += 1
        return text[at] if at < end else ""

    def last_word(self) -> str:
        """The last character written that is shown, "" where there is none."""
        for piece in reversed(self.out):
            if isinstance(piece, Delimiter) or not piece:
                continue
            words = piece
            while words.endswith(">"):
                words = words[: words.rfind("<")]
            if words.endswith(CLOSE):
                words = self.draft.words_of(words)
            if words:
                return words[-1]
        return ""
