"""The command line: one file a command, the only place that parses arguments, prints and exits."""

import sys
from collections.abc import Sequence
from typing import NoReturn

from roundup.cli import ending

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line and ends the process with its exit code."""
    ending.at_once()
    from roundup.cli.program import run

    try:
        ending.cleanly()
        ending.heard()
        code = ending.flushed(run(arguments))
        ending.at_once()
    except KeyboardInterrupt as fault:
        code = ending.code_of(fault)
    sys.exit(code)
