"""What git knows of a file's earlier versions; git is asked as a program and nothing is changed or fetched."""

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from roundup.authoring.differences import Version

_TIME_LIMIT = 30
_AT_ONCE = 16
_BLOB = re.compile(r":\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ")
_QUIET = ("--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false")
_LOG = ("log", "--follow", "--no-ext-diff", "--no-textconv", "--no-show-signature")
_FORMAT = ("--format=commit %H %cs", "--raw", "--no-abbrev")
_SHORT = 10


class NoHistory(Exception):
    """Why nothing is known of earlier versions, in words that can follow a colon."""


def versions(file: Path) -> Iterator[Version]:
    """The committed versions of a file, the newest first, under earlier names too; raises NoHistory."""
    shallow = _asked(file.parent, "rev-parse", "--is-shallow-repository").strip() == b"true"
    log = _asked(file.parent, *_LOG, *_FORMAT, "--", file.name).decode("utf-8", "replace")
    listed = list(_listed(log))
    if not listed:
        raise NoHistory("it has not been committed yet")
    for start in range(0, len(listed), _AT_ONCE):
        yield from _read(file.parent, listed[start : start + _AT_ONCE])
    if shallow:
        raise NoHistory("the clone has only part of the history: git fetch --unshallow")


def _listed(log: str) -> Iterator[tuple[str, str, str]]:
    """Commit, day and blob of every version in a log."""
    commit = date = ""
    for line in log.splitlines():
        if line.startswith("commit "):
            _, commit, date = line.split(" ")
            commit = commit[:_SHORT]
        elif (found := _BLOB.match(line)) and found[1].strip("0"):
            yield commit, date, found[1]


def _read(folder: Path, listed: Sequence[tuple[str, str, str]]) -> Iterator[Version]:
    """The contents of versions, in the shape of `git cat-file --batch`: a line on each, its bytes, a line break."""
    asked = "".join(f"{blob}\n" for _, _, blob in listed)
    answer, at = _asked(folder, "cat-file", "--batch", given=asked.encode()), 0
    for commit, date, _ in listed:
        end = answer.index(b"\n", at)
        words = answer[at:end].split()
        if words[1:2] != [b"blob"]:
            at = end + 1
            continue
        size = int(words[2])
        yield Version(commit, date, answer[end + 1 : end + 1 + size])
        at = end + size + 2


def _asked(folder: Path, *words: str, given: bytes = b"") -> bytes:
    """What git answers in a folder; raises NoHistory with the reason where it does not."""
    quiet = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
    try:
        done = subprocess.run(
            ["git", *_QUIET, *words],
            cwd=folder,
            env={**os.environ, **quiet, "LC_ALL": "C"},
            input=given,
            capture_output=True,
            timeout=_TIME_LIMIT,
            check=False,
        )
    except FileNotFoundError:
        raise NoHistory("git is not installed") from None
    except OSError as fault:
        raise NoHistory(f"git cannot be run: {fault.strerror}") from None
    except subprocess.TimeoutExpired:
        raise NoHistory(f"git gave no answer within {_TIME_LIMIT} seconds") from None
    if done.returncode:
        raise NoHistory(_reason(done.stderr.decode("utf-8", "replace")))
    return done.stdout


def _reason(said: str) -> str:
    if "not a git repository" in said:
        return "the site is in no git repository"
    if "does not have any commits" in said:
        return "nothing has been committed yet"
    first = said.strip().split("\n")[0].removeprefix("fatal: ")
    return f"git says: {first}" if first else "git failed"
