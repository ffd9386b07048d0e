"""What a body may be at most, and how its author hears of it."""

from roundup.content.prose.draft import Draft

MOST_BYTES = 1024 * 1024
DEEPEST = 100


class TooDeep(Exception):
    """Elements inside one another beyond the limit."""


def is_too_long(source: str) -> bool:
    """Whether a body is over 1 MB of UTF-8."""
    if len(source) > MOST_BYTES:
        return True
    return len(source) * 4 > MOST_BYTES and len(source.encode()) > MOST_BYTES


def refuse_length(draft: Draft) -> None:
    """Says that a body is over the limit of length."""
    draft.refuse(1, "the article is longer than 1 MB", "split it, or move data to a file beside it")


def refuse_depth(draft: Draft) -> None:
    """Says that a body nests too deeply, and where it seems to be worst."""
    lines = draft.lines.source.split("\n")
    worst = max(range(len(lines)), key=lambda at: _signs(lines[at]))
    draft.refuse(
        worst + 1,
        f"quotes, lists or HTML elements are nested more than {DEEPEST} deep",
        "close what was opened, or indent less",
    )


def _signs(line: str) -> int:
    return line.count(">") + line.count("<") + (len(line) - len(line.lstrip(" "))) // 4
