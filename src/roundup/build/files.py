"""What pages say of files that are no articles: digests, sizes of images, dangers of SVG."""

import hashlib
import io
import re
from pathlib import PurePosixPath

import msgspec
from PIL import Image, UnidentifiedImageError

from roundup.build.load import settled
from roundup.build.state import FileTrace, State
from roundup.build.tree import File, Tree
from roundup.pages.scope import FileFact
from roundup.problems import Problem, error, warning

_PIXELS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")
_SIZE_LIMIT = 100_000_000
_SVG_DANGERS = (
    (re.compile(rb"<\s*(?:\w+:)?script", re.IGNORECASE), "it holds a script"),
    (re.compile(rb"<\s*(?:\w+:)?foreignObject", re.IGNORECASE), "it holds a foreign object"),
    (re.compile(rb"\son\w+\s*=", re.IGNORECASE), "it holds an event handler"),
    (
        re.compile(rb"javascript\s*:|attributeName\s*=\s*[\"'](?:\w+:)?(?:href|on)", re.IGNORECASE),
        "it changes a link",
    ),
    (re.compile(rb"<!(?:DOCTYPE|ENTITY)[^>]*\[|<!ENTITY", re.IGNORECASE), "it declares entities"),
    (
        re.compile(
            rb"(?:href|src)\s*=\s*[\"']\s*(?!#|data:image/(?:png|jpe?g|gif|webp))", re.IGNORECASE
        ),
        "it refers to something outside",
    ),
    (re.compile(rb"url\(\s*[\"']?\s*(?!#)[^)\s]", re.IGNORECASE), "it refers to something outside"),
    (re.compile(rb"@import", re.IGNORECASE), "it refers to something outside"),
)
_SVG_TAG = re.compile(rb"<(?:\w+:)?svg\b[^>]*>", re.IGNORECASE)
_SVG_SIZE = re.compile(rb"\b(width|height)\s*=\s*[\"']\s*([\d.]+)(?:px)?\s*[\"']")
_SVG_BOX = re.compile(rb"viewBox\s*=\s*[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)")


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
    width, height = _pixel_size(data) if ending in _PIXELS else (0, 0)
    return FileFact(digest, width, height)


def svg_danger(data: bytes) -> str:
    """Why an SVG file must not be published from an article's folder; empty where it is harmless."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data:
        return "it is not UTF-8"
    return next((why for pattern, why in _SVG_DANGERS if pattern.search(data)), "")


def svg_size(data: bytes) -> tuple[int, int]:
    """Width and height of an SVG file in CSS pixels, 0 where it names none."""
    tag = _SVG_TAG.search(data)
    if not tag:
        return 0, 0
    sizes = {found[1]: round(float(found[2])) for found in _SVG_SIZE.finditer(tag[0])}
    if len(sizes) == 2:
        return sizes[b"width"], sizes[b"height"]
    box = _SVG_BOX.search(tag[0])
    return (round(float(box[1])), round(float(box[2]))) if box else (0, 0)


def _pixel_size(data: bytes) -> tuple[int, int]:
    try:
        with Image.open(io.BytesIO(data)) as image:
            return image.size
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return 0, 0
