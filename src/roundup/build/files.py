"""What pages say of files that are no articles: digests, sizes of images, dangers of SVG."""

import hashlib
from pathlib import PurePosixPath

import msgspec

from roundup.build.dimensions import dimensions
from roundup.build.state import FileTrace, State
from roundup.build.svg import svg_danger, svg_size
from roundup.build.tree import File, Tree, settled
from roundup.pages.filefacts import FileFact
from roundup.pages.pictures import RASTERS
from roundup.problems import Problem, error, warning

_SIZE_LIMIT = 100_000_000


def file_facts(
    tree: Tree, state: State, now_ns: int
) -> tuple[dict[str, FileFact], tuple[Problem, ...]]:
    """The facts of every file that is no article by path; files with a known stamp are not read."""
    known = state.files()
    facts: dict[str, FileFact] = {}
    changed: dict[str, FileTrace] = {}
    problems: list[Problem] = []
    for path in sorted(tree.files):
        if path.endswith(".md") and path.startswith("content/"):
            continue
        file, trace = tree.files[path], known.get(path)
        if trace and trace.stamp == file.stamp:
            facts[path] = msgspec.msgpack.decode(trace.fact, type=FileFact)
            continue
        fact = _fact(file, problems)
        if fact:
            facts[path] = fact
            blob = msgspec.msgpack.encode(fact)
            changed[path] = FileTrace(settled(file.stamp, now_ns), blob)
    gone = sorted(path for path in known if path not in facts)
    if changed or gone:
        state.keep_files(changed, gone)
    return facts, tuple(problems)


def _fact(file: File, problems: list[Problem]) -> FileFact | None:
    if file.stamp.size > _SIZE_LIMIT:
        message = f"the file is larger than {_SIZE_LIMIT:,} bytes and stays out"
        problems.append(warning(file.path, 0, message, "publish it elsewhere and link to it"))
        return None
    try:
        with open(file.where, "rb") as stream:
            data = stream.read()
    except OSError as fault:
        message = f"cannot be read: {fault.strerror}"
        problems.append(error(file.path, 0, message, "check its permissions"))
        return None
    digest = hashlib.blake2b(data, digest_size=16).hexdigest()
    ending = PurePosixPath(file.path).suffix.lower()
    if ending == ".svg":
        width, height = svg_size(data)
        return FileFact(digest, width, height, svg_danger(data))
    width, height = dimensions(data) if ending in RASTERS else (0, 0)
    return FileFact(digest, width, height)
