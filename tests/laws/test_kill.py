"""Law 1 under violence: whatever ends a build, no file is torn, and the next build repairs what is there."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from roundup.build.output import MANIFEST, STAGE, opened
from sites import ROUNDUP, build_site, contents, make_site, messages

SOURCES = Path(__file__).resolve().parents[2] / "src"
BUILD = """
import sys
from pathlib import Path
from roundup.build.build import build
from roundup.build.sources import Options
from roundup.problems import as_text
report = build(Path(sys.argv[1]), Options(jobs=int(sys.argv[2])))
for problem in report.problems:
    print(as_text(problem))
sys.exit(report.failed)
"""
DYING = """
import os, signal, sys
last, seen = int(sys.argv.pop()), 0
TOUCHING = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.scandir", "os.link")

def count(event, values):
    global seen
    place = str(values[0]) if values else ""
    if event in TOUCHING and ("public" in place or ".roundup" in place):
        seen += 1
        if seen == last:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
"""
COUNTED = "print(seen, file=sys.stderr)\n"

NEW = {
    "content/2019/top/xlnet.md": ROUNDUP["content/2019/top/xlnet.md"].__class__(
        str(ROUNDUP["content/2019/top/xlnet.md"]).replace("every order", "any order at all")
    ),
    "content/2019/best/index.md": "---\ntitle: Best\nseries: yearly\n---\nNew.\n",
    "content/2019/best/xlnet.md": "---\npaper: xlnet\nrank: 1\n---\nAgain.\n",
    "static/notes/more.txt": "a folder where a file was",
    "static/a.txt": "new",
}
OLD = {"static/notes": "a file", "static/gone/deep/b.txt": "gone", "static/a.txt": "old"}


def run(code: str, site: Path, jobs: int = 1, *words: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, str(site), str(jobs), *map(str, words)]
    environment = {"PYTHONPATH": str(SOURCES), "PATH": os.environ["PATH"]}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=environment, text=True, stdout=pipe, stderr=pipe)


def finished(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    said, wailed = process.communicate(timeout=60)
    return process.returncode, said, wailed


def old_site(folder: Path) -> Path:
    return make_site(folder, {**ROUNDUP, **OLD})


def renew(site: Path, files: Mapping[str, str | bytes] = NEW) -> None:
    for name in ("static/notes", "static/gone/deep/b.txt", "content/2019/top/dain.md"):
        (site / name).unlink(missing_ok=True)
    xlnet = (site / "content/2019/top/xlnet.md").read_text("utf-8")
    make_site(site, files)
    assert (site / "content/2019/top/xlnet.md").read_text("utf-8") != xlnet


def fresh(site: Path, aside: Path) -> dict[str, bytes]:
    report = build_site(site, fresh=True, output=aside)
    assert not report.failed, messages(report)
    return contents(aside)


def check_whole(
    found: Mapping[str, bytes], old: Mapping[str, bytes], new: Mapping[str, bytes]
) -> None:
    """Every published file is as it was or as it will be, and the manifest lists all of them."""
    listed = set(found[MANIFEST].decode().splitlines()) if MANIFEST in found else set()
    names = {name for name in found if not name.startswith(STAGE)} - {MANIFEST, f"{MANIFEST}.new"}
    for name in names:
        assert found[name] in (old.get(name), new.get(name)), f"{name} is torn"
    assert names <= listed
    assert listed <= {*old, *new}
    if listed != {*old} - {MANIFEST}:
        assert {*new} - {MANIFEST} <= listed


def instants(site: Path, count: int) -> list[int]:
    """Evenly chosen moments of a build at which it touches a file; the build itself is done."""
    code, _, wailed = finished(run(DYING + BUILD.replace("sys.exit", COUNTED + "sys.exit"), site, 1, 0))
    assert code == 0
    total = int(wailed)
    assert total > 50
    return [1 + number * (total - 1) // (count - 1) for number in range(count)]
