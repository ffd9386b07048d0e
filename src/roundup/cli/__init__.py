"""The command line: one file a command, the only place that parses arguments, prints and exits."""

import sys
from collections.abc import Sequence

__all__ = ["main"]

_INTERRUPTED = 130  # 128 and the number of the signal, as shells count


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and ends the process with its exit code."""
    # What can be interrupted before signals are met is next to nothing: hence the imports in here.
    try:
        from roundup.cli import ending

        ending.at_once()
        from roundup.cli.program import run

        ending.cleanly()
        ending.heard()
        code = ending.flushed(run(arguments))
        ending.at_once()
    except KeyboardInterrupt as fault:
        code = _INTERRUPTED if type(fault) is KeyboardInterrupt else ending.code_of(fault)
    sys.exit(code)
