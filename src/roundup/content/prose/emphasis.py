"""Emphasis: which `*` and `_` open, which close (CommonMark 0.31, amended for East Asia)."""

from roundup.content.prose.scripts import is_east_asian, is_punctuation

_TAGS = {1: ("<em>", "</em>"), 2: ("<strong>", "</strong>")}


class Delimiter:
    """A run of `*` or `_`, its place among the pieces, and the tags it has turned into."""

    __slots__ = ("can_close", "can_open", "char", "closing", "count", "opening", "place", "size")

    def __init__(self, char: str, size: int, place: int, can: tuple[bool, bool]) -> None:
        self.char = char
        self.size = self.count = size
        self.place = place
        self.can_open, self.can_close = can
        self.opening = self.closing = ""

    def __str__(self) -> str:
        return self.closing + self.char * self.count + self.opening


def flanking(char: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a run between two characters can open and can close emphasis."""
    after_space = not after or after.isspace()
    before_space = not before or before.isspace()
    if before_space or after_space:
        return not after_space, not before_space
    if before.isalnum() and after.isalnum() and before.isascii() and after.isascii():
        return char == "*", char == "*"
    after_mark, before_mark = is_punctuation(after), is_punctuation(before)
    after_asian, before_asian = is_east_asian(after), is_east_asian(before)
    left = not after_mark or before_mark or before_asian
    right = not before_mark or after_mark or after_asian
    if char == "*":
        return left, right
    return (
        left and (not right or before_mark or before_asian),
        right and (not left or after_mark or after_asian),
    )


def pair(delimiters: list[Delimiter]) -> int:
    """Turns matching runs into tags; returns how many elements came of it.

    Every failed search remembers how deep it looked, so that the whole stays linear.
    """
    waiting: list[Delimiter] = []
    floors: dict[tuple[str, bool, int], int] = {}
    made = 0
    for closer in delimiters:
        while closer.can_close and closer.count:
            key = (closer.char, closer.can_open, closer.size % 3)
            found = _opener(waiting, closer, min(floors.get(key, 0), len(waiting)))
            if found < 0:
                floors[key] = len(waiting)
                break
            del waiting[found + 1 :]
            _marry(waiting[found], closer)
            made += 1
            if not waiting[found].count:
                waiting.pop()
        if closer.can_open and closer.count:
            waiting.append(closer)
    return made


def _opener(waiting: list[Delimiter], closer: Delimiter, floor: int) -> int:
    for index in range(len(waiting) - 1, floor - 1, -1):
        opener = waiting[index]
        if opener.char == closer.char and _fit(opener, closer):
            return index
    return -1


def _fit(opener: Delimiter, closer: Delimiter) -> bool:
    if not (opener.can_close or closer.can_open):
        return True
    return (opener.size + closer.size) % 3 != 0 or (opener.size % 3 == 0 and closer.size % 3 == 0)


def _marry(opener: Delimiter, closer: Delimiter) -> None:
    used = 2 if opener.count >= 2 and closer.count >= 2 else 1
    opening, closing = _TAGS[used]
    opener.count -= used
    closer.count -= used
    opener.opening = opening + opener.opening
    closer.closing += closing
