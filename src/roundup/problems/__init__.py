"""Problems as values: what is wrong, where, and what to do about it."""

import errno
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

Severity = Literal["error", "warning"]
_HELP: Mapping[int | None, str] = MappingProxyType(
    {
        errno.ENOSPC: "make room on the disk",
        errno.EDQUOT: "make room on the disk",
        errno.EROFS: "it can only be read: work in a copy that can be written",
        errno.ELOOP: "a symbolic link leads back to itself: remove it",
        errno.EMFILE: "allow more open files, as with ulimit -n 1024",
        errno.EFBIG: "allow larger files, as with ulimit -f unlimited",
        errno.ENAMETOOLONG: "choose a shorter name",
    }
)


class Problem(msgspec.Struct, frozen=True, order=True):
    """One thing wrong in the site folder; `file` is relative to it, `line` counts from 1, 0 is the whole file."""

    file: str
    line: int
    severity: Severity
    message: str
    hint: str = ""

    @property
    def is_error(self) -> bool:
        """Whether it keeps the site from being written."""
        return self.severity == "error"


def error(file: str, line: int, message: str, hint: str = "") -> Problem:
    """A problem that keeps the site from being written."""
    return Problem(file, line, "error", message, hint)


def warning(file: str, line: int, message: str, hint: str = "") -> Problem:
    """A problem that the site can be published with."""
    return Problem(file, line, "warning", message, hint)


def refused(fault: OSError) -> str:
    """What to do where the machine refuses a file or folder; empty where nothing is known to help."""
    match fault:
        case PermissionError():
            return "check its permissions"
        case FileExistsError() | NotADirectoryError():
            return "a file is in the way: move it"
        case _:
            return _HELP.get(fault.errno, "")


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, sorted by file, line and message."""
    return tuple(sorted(set(problems)))


def as_text(problem: Problem) -> str:
    """`content/2019/x/y.md:4: error: unknown field 'arvix'`, and the hint on a line of its own."""
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    hint = f"\n  hint: {problem.hint}" if problem.hint else ""
    return f"{place}: {problem.severity}: {problem.message}{hint}"
