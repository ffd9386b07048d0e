"""A preview as people run it: a process, its address, and what it says."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cli.commands import environment

PATIENCE = 60


class Preview:
    """A server of its own in the middle of its work; it is killed if it does not end by itself."""

    def __init__(self, process: "subprocess.Popen[str]", address: str) -> None:
        self.process, self.address = process, address

    @property
    def port(self) -> int:
        return int(re.findall(r":(\d+)/", self.address)[0])

    def ends(self, number: int = signal.SIGINT) -> tuple[int, str, str]:
        """Ends it, and returns its exit code and what it said since."""
        self.process.send_signal(number)
        said, complained = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said, complained


@contextmanager
def serving(site: Path, *words: str, port: int = 0) -> Iterator[Preview]:
    """A preview of a site."""
    command = [sys.executable, "-m", "roundup", "serve", "--site", str(site)]
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(
        [*command, "--port", str(port), *words], text=True, env=environment(), **pipes
    ) as process:
        try:
            address = next(
                found[1]
                for line in process.stdout or ()
                if (found := re.match(r"serving (http://127\.0\.0\.1:\d+/\S*) ", line))
            )
            yield Preview(process, address)
        finally:
            process.kill()
