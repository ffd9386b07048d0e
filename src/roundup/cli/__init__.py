"""The command line: one file a command, the only place that parses arguments, prints and exits."""

from roundup.cli.program import main

__all__ = ["main"]
