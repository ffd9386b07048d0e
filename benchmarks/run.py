"""Times whole processes on generated sites: cold, nothing changed, a body edited, a title edited; and their memory.

python benchmarks/run.py [--entries 1000,10000] [--runs 3] [--work /dev/shm/bench] [--hugo BINARY]
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from make_site import make_site

SITUATIONS = ("cold", "nothing", "body", "title")


@dataclass(frozen=True)
class Builder:
    """Who builds: how its site is spelled, its command, and what it leaves that a cold build may not find."""

    name: str
    spelling: str
    command: tuple[str, ...]
    leaves: tuple[str, ...]


@dataclass(frozen=True)
class Taken:
    """What a process took: seconds on the clock, seconds of processors, and bytes of memory at the peak."""

    wall: float
    cpu: float
    memory: int


def timed(command: tuple[str, ...], folder: Path) -> Taken:
    """Runs a command to its end; memory is the largest single process'."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed in {folder}")
    return Taken(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def peak(command: tuple[str, ...], folder: Path) -> int:
    """The memory of a command and all its workers together at the peak, shared pages counted once (Linux)."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    highest = 0
    while process.poll() is None:
        highest = max(highest, sum(proportion(pid) for pid in family(process.pid)))
        time.sleep(0.02)
    return highest


def family(pid: int) -> list[int]:
    """A process and its children."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        children = []
    return [pid, *(one for child in children for one in family(int(child)))]


def proportion(pid: int) -> int:
    """A process' memory in bytes, its part of what it shares (`Pss` of proc(5)); 0 when it has ended."""
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(row.split()[1]) * 1024 for row in rows if row.startswith("Pss:")), 0)


def edit_body(path: Path, number: int) -> None:
    """One sentence more."""
    path.write_text(path.read_text("utf-8") + f"\nA closing remark, the {number}th.\n", "utf-8")


def edit_title(path: Path, number: int) -> None:
    """Another title, in front matter of either spelling."""
    text = path.read_text("utf-8")
    old = text.split('title": "' if text.startswith("{") else 'title: "', 1)[1].split('"', 1)[0]
    path.write_text(text.replace(old, f"Changed {number}", 1), "utf-8")


EDITS: dict[str, Callable[[Path, int], None]] = {"body": edit_body, "title": edit_title}


def measure(builder: Builder, site: Path, runs: int) -> dict[str, list[Taken]]:
    """Every situation, so many times: the first cold build warms the caches of the machine and does not count."""
    entry = sorted(path for path in site.glob("content/*/*/paper-*.md") if ".zh" not in path.name)[
        7
    ]
    taken: dict[str, list[Taken]] = {name: [] for name in SITUATIONS}
    timed(builder.command, site)
    for number in range(runs):
        for name in builder.leaves:
            shutil.rmtree(site / name, ignore_errors=True)
        taken["cold"].append(timed(builder.command, site))
        timed(builder.command, site)
        taken["nothing"].append(timed(builder.command, site))
        for name, edit in EDITS.items():
            edit(entry, number)
            taken[name].append(timed(builder.command, site))
    return taken


def rows(builder: Builder, entries: int, work: Path, runs: int) -> list[str]:
    """A table's rows for one builder and size."""
    site = work / f"{builder.name}-{entries}"
    make_site(site, entries, builder.spelling)
    time.sleep(2.5)  # files older than two seconds are trusted by their stamps
    taken = measure(builder, site, runs)
    for name in builder.leaves:
        shutil.rmtree(site / name, ignore_errors=True)
    together = peak(builder.command, site)
    shutil.rmtree(site)
    found = []
    for situation in SITUATIONS:
        wall = statistics.median(one.wall for one in taken[situation])
        cpu = statistics.median(one.cpu for one in taken[situation])
        memory = max([one.memory for one in taken[situation]])
        if situation == "cold":
            memory = max(memory, together)
        found.append(
            f"| {entries:,} | {builder.name} | {situation} | {wall:.2f} | {cpu:.2f} | {memory / 1e6:.0f} |"
        )
    return found


def builders(hugo: str) -> list[Builder]:
    """Ourselves with the whole theme and with the comparison's pages, and Hugo where there is one."""
    command = (sys.executable, "-m", "roundup", "--quiet", "build")
    leaves = ("public", ".roundup")
    found = [
        Builder("roundup", "roundup", command, leaves),
        Builder("roundup, plain", "plain", command, leaves),
    ]
    if hugo:
        its = (str(Path(hugo).resolve()), "--quiet")
        found.append(Builder("hugo", "hugo", its, ("public", "resources")))
    return found


def main() -> None:
    """Reads the command line and prints a table in Markdown, a row as soon as it is known."""
    parser = argparse.ArgumentParser(description="Times the build on generated sites.")
    parser.add_argument("--entries", default="1000", help="sizes, as 1000,10000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument(
        "--work", type=Path, help="a folder for the sites; best in memory, as /dev/shm/bench"
    )
    parser.add_argument("--hugo", default="", help="the hugo program to compare with")
    chosen = parser.parse_args()
    print(
        "| entries | builder | situation | wall s | cpu s | memory MB |\n|---:|---|---|---:|---:|---:|"
    )
    with tempfile.TemporaryDirectory(dir=chosen.work) as work:
        for entries in map(int, chosen.entries.split(",")):
            for builder in builders(chosen.hugo):
                print("\n".join(rows(builder, entries, Path(work), chosen.runs)), flush=True)


if __name__ == "__main__":
    main()
