"""What a build found and did, as a value."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

import msgspec

from roundup.problems import Problem


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What a build found and did; `rendered` holds addresses, `written` and `removed` files.

    `indexed` counts the files of the search index among those written and removed.
    """

    problems: tuple[Problem, ...]
    strict: bool = False
    pages: int = 0
    parsed: int = 0
    rendered: tuple[str, ...] = ()
    written: int = 0
    removed: tuple[str, ...] = ()
    indexed: int = 0
    seconds: float = 0.0
    output: str = ""
    why: str = ""
    digest: str = ""

    @property
    def failed(self) -> bool:
        """Whether problems kept the output as it was."""
        return stopped(self.problems, self.strict)


def stopped(problems: Iterable[Problem], strict: bool) -> bool:
    """An error stops every build, a warning a strict one."""
    return any(problem.is_error or strict for problem in problems)


Progress = Callable[[int], None]


def unwatched(made: int) -> None:
    """The progress that nobody looks at."""


class Abandoned(Exception):
    """Nobody waits for this build any longer: another one begins."""


class Audience(Protocol):
    """Who waits for a build: what they look at is made before the rest of the site."""

    def looks_at(self) -> Sequence[str]:
        """The addresses of pages and static files, the most urgent first."""

    def sees(self, address: str, data: bytes) -> None:
        """Is handed each of them as soon as it is made; it is part of the output once the build succeeds."""

    def waits(self) -> None:
        """Is asked again and again; raises Abandoned."""


class Nobody:
    """The audience of a build that is a command of its own."""

    def looks_at(self) -> Sequence[str]:
        """Nothing."""
        return ()

    def sees(self, address: str, data: bytes) -> None:
        """Is never handed anything."""

    def waits(self) -> None:
        """The command itself waits."""


NOBODY = Nobody()
