"""Writes changes to a folder: all of them or none, and nothing over what is there."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path, PurePosixPath

from roundup.authoring.changes import Changes, Edit, Move
from roundup.build.undisturbed import undisturbed
from roundup.problems import Problem, error, in_order, refused

_TEMPORARY = ".roundup-"
_OCCUPIED = "nothing is overwritten: move it away, or choose another name"


class Refused(Exception):
    """The changes were not made, nor any part of them; the problems say why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(one.message for one in problems))
        self.problems = problems


def write(root: Path, changes: Changes) -> None:
    """Makes the changes below a folder; raises Refused where one cannot be, and leaves all as it was.

    The new contents are complete in files aside before the first takes its place, and Ctrl-C waits.
    """
    if faults := in_order(_faults(root, changes)):
        raise Refused(faults)
    with undisturbed(), ExitStack() as undo:
        try:
            _commit(root, changes, _staged(root, changes, undo), undo)
        except OSError as fault:
            # A file aside has a name of no meaning; what counts is its folder.
            refusing = Path(fault.filename or root)
            if refusing.name.startswith(_TEMPORARY):
                refusing = refusing.parent
            name = os.path.relpath(refusing, root)
            message = f"cannot be written: {fault.strerror or fault}"
            raise Refused((error(name, 0, message, refused(fault)),)) from None


def _faults(root: Path, changes: Changes) -> Iterator[Problem]:
    """What stands against the changes before any is made."""
    for path in (*(path for path, _ in changes.created), *(one.target for one in changes.moves)):
        if os.path.lexists(_inside(root, path)):
            yield error(path, 0, "it is there already", _OCCUPIED)
    for edit in changes.edits:
        try:
            same = (root / edit.path).read_bytes() == edit.before
        except OSError as fault:
            yield error(edit.path, 0, f"cannot be read: {fault.strerror}", refused(fault))
            continue
        if not same:
            yield error(edit.path, 0, "it has changed meanwhile", "run the command again")


def _inside(root: Path, path: str) -> Path:
    """Where a relative path leads; a path that leaves the folder is a mistake of the program."""
    parts = PurePosixPath(path).parts
    assert parts, path
    assert not {"..", "/"}.intersection(parts), path
    return root / path


def _staged(root: Path, changes: Changes, undo: ExitStack) -> dict[str, Path]:
    """The new contents by path, in files aside that vanish whatever happens."""
    found = {}
    for path, data in (*changes.created, *((one.path, one.after) for one in changes.edits)):
        target = Path(os.path.realpath(_inside(root, path)))
        _make_folders(target.parent, undo)
        handle, name = tempfile.mkstemp(prefix=_TEMPORARY, dir=target.parent)
        undo.callback(_remove, Path(name))
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        found[path] = Path(name)
    return found


def _make_folders(folder: Path, undo: ExitStack) -> None:
    """Makes a folder and those above it; empty ones of these go again in the end."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir()
        undo.callback(_remove_empty, one)


def _commit(root: Path, changes: Changes, staged: dict[str, Path], undo: ExitStack) -> None:
    """Puts everything in place; what was done is undone when a later step fails."""
    with ExitStack() as done:
        for path, _ in changes.created:
            _create(staged[path], _inside(root, path), done)
        for edit in changes.edits:
            _replace(staged[edit.path], Path(os.path.realpath(root / edit.path)), edit, done)
        for move in changes.moves:
            _move(root, move, undo, done)
        done.pop_all()
    for move in changes.moves:
        _remove_left(root, PurePosixPath(move.path).parent)


def _create(made: Path, target: Path, done: ExitStack) -> None:
    """Gives a finished file its name; a file of that name, however late it came, is not overwritten."""
    made.chmod(0o666 & ~_umask())
    try:
        os.link(made, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if os.path.lexists(target):
            raise FileExistsError(17, "File exists", str(target)) from None
        made.rename(target)
    done.callback(_remove, target)


def _replace(made: Path, target: Path, edit: Edit, done: ExitStack) -> None:
    shutil.copymode(target, made)
    made.replace(target)
    done.callback(target.write_bytes, edit.before)


def _move(root: Path, move: Move, undo: ExitStack, done: ExitStack) -> None:
    source, target = root / move.path, _inside(root, move.target)
    _make_folders(target.parent, undo)
    source.rename(target)
    done.callback(target.rename, source)


def _remove_left(root: Path, folder: PurePosixPath) -> None:
    """Removes the folders that moves have emptied."""
    for one in (folder, *folder.parents):
        if one.name:
            _remove_empty(root / one)


def _remove(file: Path) -> None:
    file.unlink(missing_ok=True)


def _remove_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
