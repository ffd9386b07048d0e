"""The documents of the repository as tests read them: their fences, links and anchors."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
_FENCE = re.compile(
    r"(?:^`(?P<file>[\w./-]+)`\n\n)?^```(?P<kind>\w*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_HERE = re.compile(r"^cat > (\S+) <<'(\w+)'\n(.*?)^\2$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)(?: \"[^\"]*\")?\)")
_SPAN = re.compile(r"`[^`\n]*`")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


class Fence(NamedTuple):
    """A fenced example: the file it is, where it is a whole one, its language, its text."""

    file: str
    kind: str
    text: str


def documents() -> list[Path]:
    return sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def fences(path: Path) -> Iterator[Fence]:
    for found in _FENCE.finditer(path.read_text("utf-8")):
        yield Fence(found["file"] or "", found["kind"], found["text"])


def whole_files(path: Path) -> dict[str, str]:
    """The files that a document shows in full: named above a fence, or written by a shell."""
    files: dict[str, str] = {}
    for fence in fences(path):
        shown = {fence.file: fence.text} if fence.file else {}
        written = {name: text for name, _, text in _HERE.findall(fence.text)}
        for name, text in (shown | written).items():
            assert name not in files, f"{path} shows {name} twice"
            files[name] = text
    return files


def words(path: Path) -> str:
    """A document without its fences and code spans."""
    return _SPAN.sub("", _FENCE.sub("", path.read_text("utf-8")))


def links(path: Path) -> list[str]:
    return [str(found) for found in _LINK.findall(words(path))]


def anchors(path: Path) -> set[str]:
    """The ids of headings as GitHub makes them."""
    bare = _FENCE.sub("", path.read_text("utf-8"))
    return {
        re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in _HEADING.findall(bare)
    }
