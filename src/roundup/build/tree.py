"""The site folder as values: which files there are, and their stamps."""

import os
import posixpath
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from roundup.content.place import is_undated
from roundup.problems import Problem, error, warning

CONTENT, TEMPLATES, STATIC = "content", "templates", "static"
SETTLED_NS = 2_000_000_000  # younger changes may share their stamp with another one
_IGNORED = (".", "~", "#")
_PUBLISHED = ".well-known"  # hidden, but what RFC 8615 keeps for hosts
_DEPTH_LIMIT = 100
_INDEX = re.compile(r"content/[^/]+/[^/]+/index(?:\.[\w-]+)?\.md")


class Stamp(msgspec.Struct, frozen=True, array_like=True):
    """What the file system says of a file; a changed file has another, but for a write in the same tick."""

    inode: int
    size: int
    modified: int
    changed: int


class File(msgspec.Struct, frozen=True):
    """A file of the site: its path relative to the site folder, where its bytes are, its stamp."""

    path: str
    where: str
    stamp: Stamp


class Tree(msgspec.Struct, frozen=True):
    """The files below a site's content and static folders by path, and what was wrong with some."""

    files: dict[str, File]
    problems: tuple[Problem, ...]

    def below(self, folder: str) -> Iterator[File]:
        """The files of one top folder, sorted by path."""
        for path in sorted(self.files):
            if path.startswith(folder + "/"):
                yield self.files[path]


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp in a file's status."""
    return Stamp(status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def settled(stamp: Stamp, now_ns: int) -> Stamp | None:
    """The stamp, unless the file changed so lately that another write could leave the same one."""
    return stamp if now_ns - max(stamp.modified, stamp.changed) > SETTLED_NS else None


def scan(site: Path, statics: Iterable[Path]) -> Tree:
    """The site folder's content, and the static files of its layers: of one name the last one's."""
    root = site.resolve()
    files: dict[str, File] = {}
    problems: list[Problem] = []
    static = ((top, STATIC) for top in statics)
    for top, folder in (*static, (site / CONTENT, CONTENT)):
        for entry, path in _walk(str(top), folder):
            found = _file(entry, path, str(root), problems)
            if found:
                files[path] = found
    undated = [path for path in files if is_undated(path)]
    problems += (_waiting(path) for path in undated if _INDEX.fullmatch(path))
    kept = {path: file for path, file in files.items() if not is_undated(path)}
    return Tree(kept, tuple(problems))


def _waiting(path: str) -> Problem:
    """What to do about a roundup without a year."""
    folder = posixpath.dirname(path)
    hint = f"move {folder}/ to its year, as content/2019/{posixpath.basename(folder)}/"
    return warning(path, 0, "a roundup without a year waits here and is not published", hint)


def _walk(top: str, prefix: str) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Every file below a folder with its path; hidden files and editors' left-overs are passed over.

    A folder beyond the limit of depth stands for all that is in it.
    """
    try:
        entries = sorted(os.scandir(top), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        hidden = entry.name.startswith(_IGNORED) and entry.name != _PUBLISHED
        if hidden or entry.name.endswith("~"):
            continue
        path = f"{prefix}/{entry.name}"
        if entry.is_dir(follow_symlinks=False) and path.count("/") <= _DEPTH_LIMIT:
            yield from _walk(entry.path, path)
        else:
            yield entry, path


def _file(entry: os.DirEntry[str], path: str, root: str, problems: list[Problem]) -> File | None:
    try:
        path.encode()
        if entry.is_symlink():
            target = os.path.realpath(entry.path)
            # Hidden files, as those of `.git`, may hold secrets; `..` leads out of the site.
            steps = os.path.relpath(target, root).split(os.sep)
            if any(step.startswith(".") for step in steps) or not os.path.isfile(target):
                message = "a symbolic link leads to no file of the site that may be read"
                problems.append(error(path, 0, message, "copy the file to the link's place"))
                return None
        status = entry.stat()
    except UnicodeEncodeError:
        shown = path.encode(errors="replace").decode()
        problems.append(error(shown, 0, "the file's name is not UTF-8", "rename it"))
        return None
    except OSError as fault:
        problems.append(
            error(path, 0, f"cannot be read: {fault.strerror}", "check its permissions")
        )
        return None
    if stat.S_ISDIR(status.st_mode):
        message = f"folders are nested more than {_DEPTH_LIMIT} deep"
        problems.append(error(path, 0, message, "move the folder up"))
        return None
    if not stat.S_ISREG(status.st_mode):
        hint = "remove it: only files and folders can be read"
        problems.append(error(path, 0, "it is neither a file nor a folder", hint))
        return None
    return File(path, entry.path, stamp_of(status))


def stamps_below(folder: Path) -> Iterator[tuple[str, Stamp]]:
    """The files below a folder with their stamps, by path."""
    for entry, _ in _walk(str(folder), folder.name):
        yield entry.path, stamp_of(entry.stat())
