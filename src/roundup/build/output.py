"""The output folder: whole or not at all, written by replacing, with a list of what is ours."""

import fcntl
import os
import shutil
import time
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from roundup.build.tree import Stamp, stamp_of
from roundup.build.undisturbed import undisturbed
from roundup.problems import Problem, error, refused

MANIFEST = ".roundup-output"
STAGE = ".roundup-stage"
_PATIENCE_SECONDS = 60.0
_NAME_LIMIT = 255


class Refused(Exception):
    """The output folder cannot be used; carries the problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Output:
    """An output folder that this process alone may write, and the files in it that are ours."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._root = f"{folder}/"
        self._stage = folder / STAGE
        self._staged: dict[str, str] = {}
        shutil.rmtree(self._stage, ignore_errors=True)

    @cached_property
    def ours(self) -> frozenset[str]:
        """The files in it that earlier builds wrote."""
        return _listed(self.folder)

    def stamp(self, path: str) -> Stamp | None:
        """What the file system says of a file of ours now; None where it is not there."""
        try:
            return stamp_of(os.lstat(self._root + path))
        except OSError:
            return None

    def stage(self, path: str, data: bytes) -> bool:
        """Writes a file's bytes aside; False where the file has these bytes already."""
        if path in self.ours and _same(self._root + path, data):
            return False
        if not self._staged:
            self._stage.mkdir(exist_ok=True)
        name = f"{self._stage}/{len(self._staged)}"
        with open(name, "wb") as stream:
            stream.write(data)
        self._staged[path] = name
        return True

    def foreign(self, paths: Collection[str]) -> list[str]:
        """The needed paths at which something stands that is not ours, or above which a file does."""
        going = self.ours.difference(paths)
        found = {path for path in paths if path not in self.ours and self._blocked(path, going)}
        found |= {path for path in self._staged if os.path.isdir(self._root + path)} & self.ours
        for path in _folders(self._staged) - going:
            target = self._root + path
            if os.path.lexists(target) and not os.path.isdir(target):
                found.add(path)
        return sorted(found)

    def _blocked(self, path: str, going: Collection[str]) -> bool:
        """Whether something stands there and will not go: a folder goes with the last of its files."""
        if not os.path.lexists(self._root + path):
            return False
        target = self.folder / path
        if not target.is_dir() or target.is_symlink():
            return True
        inside = (one for one in target.rglob("*") if not one.is_dir())
        return any(one.relative_to(self.folder).as_posix() not in going for one in inside)

    def publish(self, paths: Iterable[str]) -> list[str]:
        """Moves what was staged into place, removes our files beyond `paths`, returns those removed.

        Every file is old or new at any instant; until the end the manifest names both, and Ctrl-C waits.
        """
        wanted = set(paths)
        with undisturbed():
            gone = sorted(self.ours - wanted)
            if self._staged or gone or self.ours != wanted:
                self._list(wanted | self.ours)
            made: set[str] = set()
            for path in gone:
                self._remove(path)
            for path, staged in self._staged.items():
                folder = path.rpartition("/")[0]
                if folder not in made:
                    os.makedirs(self._root + folder, exist_ok=True)
                    made.add(folder)
                os.replace(staged, self._root + path)
            if self._staged or gone or self.ours != wanted:
                self._list(wanted)
            return gone

    def discard(self) -> None:
        """Removes what is still aside, whatever ended the build."""
        with undisturbed():
            shutil.rmtree(self._stage, ignore_errors=True)
            (self.folder / f"{MANIFEST}.new").unlink(missing_ok=True)

    def _list(self, paths: Iterable[str]) -> None:
        text = "".join(f"{path}\n" for path in sorted(paths))
        beside = self.folder / f"{MANIFEST}.new"
        beside.write_text(text, "utf-8")
        os.replace(beside, self.folder / MANIFEST)

    def _remove(self, path: str) -> None:
        target = self.folder / path
        # A killed build may have made a folder already where the file was.
        if target.is_symlink() or not target.is_dir():
            target.unlink(missing_ok=True)
        for parent in target.parents:
            if parent == self.folder:
                break
            try:
                parent.rmdir()
            except OSError:
                break


@contextmanager
def opened(folder: Path) -> Iterator[Output]:
    """The output folder, held by this process alone; raises Refused where it may not be written.

    A second build waits, and says who holds the folder when it has waited for a minute.
    """
    existed = folder.exists()
    try:
        handle = _held(folder)
    except OSError as fault:
        message = f"cannot be used: {fault.strerror}"
        raise Refused(_problem(folder, message, refused(fault))) from None
    try:
        if any(folder.iterdir()) and not (folder / MANIFEST).is_file() and not _left_over(folder):
            hint = "choose an empty folder, or remove what is in it"
            message = "the output folder has files in it that roundup did not write"
            raise Refused(_problem(folder, message, hint))
        output = Output(folder)
        try:
            yield output
        finally:
            output.discard()
    finally:
        if not existed and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
        os.close(handle)


def _held(folder: Path) -> int:
    """The folder, made where it was not there, with its lock; one removed by its last holder is made again."""
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY)
        try:
            _lock(handle, folder)
            if os.path.samestat(os.fstat(handle), os.stat(folder)):
                return handle
        except FileNotFoundError:
            pass
        except Refused:
            os.close(handle)
            raise
        os.close(handle)


def _left_over(folder: Path) -> bool:
    """Whether all that stands in a folder is what a killed first build left aside."""
    return {path.name for path in folder.iterdir()} <= {STAGE, f"{MANIFEST}.new"}


def _lock(handle: int, folder: Path) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > until:
                hint = "wait for it, or end it"
                message = f"another build holds the output folder{_holder(handle)}"
                raise Refused(_problem(folder, message, hint)) from None
            time.sleep(0.05)


def _holder(handle: int) -> str:
    """Who holds a lock, where the system tells (Linux's /proc/locks)."""
    inode = str(os.fstat(handle).st_ino)
    try:
        rows = Path("/proc/locks").read_text().splitlines()
    except OSError:
        return ""
    for row in rows:
        words = row.split()
        if "->" not in words and words[-3].split(":")[-1] == inode:
            return f" (process {words[-4]})"
    return ""


def _problem(folder: Path, message: str, hint: str = "") -> Problem:
    return error(str(folder), 0, message, hint)


def _listed(folder: Path) -> frozenset[str]:
    try:
        rows = (folder / MANIFEST).read_text("utf-8").split("\n")
    except OSError:
        return frozenset()
    except UnicodeDecodeError:
        rows = []
    found = frozenset(row for row in rows if row and _inside(row))
    if not found:
        message = f"the list of what roundup wrote there, {MANIFEST}, is damaged"
        raise Refused(_problem(folder, message, "remove the folder: it is made anew"))
    return found


def _inside(path: str) -> bool:
    """Whether a listed path is one, and stays in the folder, whoever wrote the list."""
    return not path.startswith("/") and ".." not in path.split("/") and "\0" not in path


def _same(target: str, data: bytes) -> bool:
    try:
        if os.stat(target).st_size != len(data):
            return False
        with open(target, "rb") as stream:
            return stream.read() == data
    except OSError:
        return False


def _folders(paths: Iterable[str]) -> set[str]:
    """Every folder that files need."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def collisions(sources: Mapping[str, Iterable[str]]) -> list[tuple[str, str, str]]:
    """Paths that are one file where case and Unicode forms do not count, with the two sources of each."""
    seen: dict[str, str] = {}
    found = []
    for path, names in sorted(sources.items()):
        for name in names:
            folded = _folded(path)
            if folded in seen:
                found.append((path, seen[folded], name))
            seen.setdefault(folded, name)
    return found


def obstructions(sources: Mapping[str, Sequence[str]]) -> list[tuple[str, str, str]]:
    """Paths of files that others need as folders, with the sources of both."""
    files = {_folded(path): path for path in sorted(sources, reverse=True)}
    found = {}
    for folded, path in sorted(files.items()):
        folder = folded.rpartition("/")[0]
        while folder and folder not in found:
            found[folder] = path
            folder = folder.rpartition("/")[0]
    blocked = ((files[folder], path) for folder, path in found.items() if folder in files)
    return [(file, sources[file][0], sources[path][0]) for file, path in sorted(blocked)]


def too_long(sources: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Paths with a part beyond what file systems take, with their first sources."""
    return [
        (path, names[0])
        for path, names in sorted(sources.items())
        if len(path) > _NAME_LIMIT // 4
        and max(len(part.encode()) for part in path.split("/")) > _NAME_LIMIT
    ]


def is_hidden(path: str) -> bool:
    """Whether no page may stand there: in the place of roundup's own files, of `.git` and their like."""
    hidden = {part for part in path.split("/") if part.startswith(".")}
    return not hidden <= {".nojekyll", ".well-known"}


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()
