"""The line that a problem is about, and the part of it that its message speaks of. Pure."""

import re
from collections.abc import Iterator

import msgspec

from roundup.problems import Problem

_WIDTH = 100
_QUOTED = re.compile(r"'([^']+)'|\"([^\"]+)\"")
_TOKEN = re.compile(r"\S+")
_EDGES = ".,;:()'\"?"
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_CUT = "…"
_VALUE = re.compile(r"\s*(?:- +)?(?:[\w-]+ *[:=] *)?(?P<value>\S.*?)\s*$")
_SPEAKS_OF_VALUE = re.compile(r"^'[\w-]+': (?!unknown)|\bvalue\b")


class Excerpt(msgspec.Struct, frozen=True):
    """A line as it can be shown, at most 100 characters; those from `start` to `end` are meant, if any."""

    text: str
    start: int = 0
    end: int = 0


def excerpt(problem: Problem, text: str) -> Excerpt | None:
    """What to show of a file's text beside a problem in it; None where the line says nothing."""
    rows = text.splitlines() if problem.line else []
    if not 0 < problem.line <= len(rows):
        return None
    row = _UNSEEN.sub(" ", rows[problem.line - 1])
    start, end = _meant(problem, row)
    # The first line often stands for the whole file.
    if start == end and (problem.line == 1 or not row.strip("-+ ")):
        return None
    return _within(row.rstrip(), start, end)


def _meant(problem: Problem, row: str) -> tuple[int, int]:
    """Where the line holds what the message names, what it names last before the rest; else what the hint does.

    A message about a field's value is about what stands behind the field's name.
    """
    about = _VALUE.match(row) if _SPEAKS_OF_VALUE.search(problem.message) else None
    first = about.start("value") if about else 0
    for wanted in (*reversed(list(_named(problem.message))), *_quoted(problem.hint)):
        at = _whole(wanted, row, first)
        if at >= 0:
            return at, at + len(wanted)
    return about.span("value") if about else (0, 0)


def _named(message: str) -> Iterator[str]:
    """The words of a message that are no words of a language (numbers, addresses, paths), then what it quotes."""
    for token in _TOKEN.findall(message):
        bare = token.strip(_EDGES)
        if bare and not bare.replace("-", "").isalpha():
            yield bare
    yield from _quoted(message)


def _quoted(text: str) -> Iterator[str]:
    for found in _QUOTED.finditer(text):
        yield found[1] or found[2]


def _whole(wanted: str, row: str, first: int) -> int:
    """Where the line holds it, from a place on, with no letter or digit at its ends; -1 for nowhere."""
    found = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)").search(row, first)
    return found.start() if found else -1


def _within(row: str, start: int, end: int) -> Excerpt:
    """The part of a long line around what is meant."""
    if len(row) <= _WIDTH:
        return Excerpt(row, start, end)
    first = max(0, min(start - _WIDTH // 4, len(row) - _WIDTH))
    last = min(len(row), first + _WIDTH)
    before, after = _CUT if first else "", _CUT if last < len(row) else ""
    moved = len(before) - first
    shown = f"{before}{row[first:last]}{after}"
    return Excerpt(shown, start + moved, min(end, last) + moved) if end else Excerpt(shown)
