"""Everything that is printed: problems in three formats, results, and remarks that `--quiet` leaves out."""

import os
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import IO, Any

import click
import msgspec

from roundup.cli.options import is_quiet, site_folder
from roundup.cli.table import width
from roundup.problems import Problem, as_text
from roundup.problems.excerpt import excerpt

_COLOURS = {"error": "red", "warning": "yellow"}
_MOST_BYTES = 2_000_000
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def problems(found: Sequence[Problem], style: str) -> None:
    """Problems: for people on the error stream, for programs on the output."""
    _text.cache_clear()  # a preview says them again and again, while their files change
    if style == "json":
        result(json_text(found))
    elif style == "github":
        for one in found:
            click.echo(github_line(one))
    else:
        for one in found:
            click.echo(coloured(one), err=True, color=_colour())


def result(text: str) -> None:
    """What a command was asked for."""
    click.echo(text)


def remark(text: str, style: str = "text") -> None:
    """What is good to know; beside JSON it goes to the error stream."""
    if not is_quiet():
        click.echo(text, err=style == "json")


def json_text(value: Any) -> str:
    """A value as JSON, a line a part."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


def coloured(problem: Problem) -> str:
    """A problem as text, its severity in colour, the line it is about, and nothing that would steer a terminal."""
    file = problem.file.replace("\n", "\\x0a")
    shown = _UNSEEN.sub(_escaped, as_text(msgspec.structs.replace(problem, file=file, hint="")))
    place, mark, rest = shown.partition(f": {problem.severity}: ")
    word = _in_colour(problem, problem.severity)
    head = f"{place}: {word}: {rest}" if mark else shown
    hint = f"  hint: {_UNSEEN.sub(_escaped, problem.hint)}"
    return "\n".join([head, *_quoted(problem), *([hint] if problem.hint else [])])


def _quoted(problem: Problem) -> list[str]:
    """The line that the problem is about behind its number, and below it carets where the fault is."""
    found = excerpt(problem, _text(site_folder() / problem.file)) if problem.line else None
    if not found:
        return []
    number = f"{problem.line:>6}"
    rows = [f"{number} | {found.text}"]
    if found.start < found.end:
        before = " " * width(found.text[: found.start])
        carets = "^" * width(found.text[found.start : found.end])
        rows.append(f"{' ' * len(number)} | {before}{_in_colour(problem, carets)}")
    return rows


@lru_cache(maxsize=8)
def _text(file: Path) -> str:
    """A file as the message shows it; empty where it cannot be read."""
    try:
        with file.open("rb") as stream:
            return stream.read(_MOST_BYTES).decode("utf-8-sig", "replace")
    except (OSError, ValueError):
        return ""


def _in_colour(problem: Problem, text: str) -> str:
    return click.style(text, fg=_COLOURS[problem.severity], bold=True)


def harmless(text: str) -> str:
    """The text without anything that would steer a terminal."""
    return _UNSEEN.sub(_escaped, text)


def has_colour(stream: IO[str]) -> bool:
    """Whether somebody who wants colour reads the stream on a terminal."""
    return _colour() is None and stream.isatty()


def _escaped(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode()


def _colour() -> bool | None:
    """No colour where `NO_COLOR` says so (no-color.org); else click looks whether a terminal reads."""
    return False if os.environ.get("NO_COLOR") else None


def github_line(problem: Problem) -> str:
    """A problem as a workflow command, its file as the folder of the run sees it.

    The escapes are those of GitHub's own toolkit (actions/toolkit, packages/core/src/command.ts).
    """
    file = Path(os.path.relpath(site_folder() / problem.file)).as_posix()
    line = f",line={problem.line}" if problem.line else ""
    message = problem.message + (f"\nhint: {problem.hint}" if problem.hint else "")
    return f"::{problem.severity} file={_property(file)}{line}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def counted(number: int, word: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def count(found: Sequence[Problem]) -> str:
    """How many problems of each severity; `no problems` where there are none."""
    numbers = Counter(one.severity for one in found)
    words = [counted(numbers[word], word) for word in ("error", "warning") if numbers[word]]
    return ", ".join(words) or "no problems"
