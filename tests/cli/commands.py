"""How the tests of commands call them: in this process, or as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

import roundup
from roundup.cli.program import program

SOURCE = Path(roundup.__file__).parents[1]


def call(*words: object) -> Result:
    """A command line in this process; its two streams are kept apart."""
    return CliRunner().invoke(program, [str(word) for word in words])


def environment(**more: str) -> dict[str, str]:
    """What a process of our own needs to find the package."""
    return {**os.environ, "PYTHONPATH": str(SOURCE), **more}


def process(*words: object, **options: Any) -> "subprocess.CompletedProcess[str]":
    """A command line as people run it."""
    command = [sys.executable, "-m", "roundup", *(str(word) for word in words)]
    given = {"capture_output": True, "text": True, "timeout": 120, "env": environment(), **options}
    return subprocess.run(command, check=False, **given)
