"""Times a preview: from saving a file to hearing of it, and to holding the new page.

python benchmarks/reload.py [--entries 1000] [--runs 10] [--work /dev/shm]
"""

import argparse
import json
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from make_site import make_site
from run import edit_body, edit_title

PAUSE = 2.0  # between edits: somebody reads what changed, and the search index is made meanwhile
PACKED = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Edit:
    """A change that somebody saves, and the page they look at meanwhile."""

    name: str
    file: Path
    change: Callable[[Path, int], None]
    page: str


def edit_template(path: Path, number: int) -> None:
    """A word more on every page that it makes."""
    text = path.read_text("utf-8")
    path.write_text(text.replace("<h1>", f"<h1>{number} ", 1), "utf-8")


def edit_style(path: Path, number: int) -> None:
    """A rule more."""
    path.write_text(path.read_text("utf-8") + f"p {{ margin-left: {number}px }}\n", "utf-8")


def edits(site: Path) -> list[Edit]:
    """What authors do most: words, a title, a template, a style sheet; an entry's page and list are shown."""
    entries = (path for path in site.glob("content/*/*/paper-*.md") if ".zh" not in path.name)
    entry = sorted(entries)[7]
    listed = "/" + entry.parent.relative_to(site / "content").as_posix() + "/"
    template, style = site / "templates/roundup.html", site / "static/style.css"
    return [
        Edit("body", entry, edit_body, listed),
        Edit("title", entry, edit_title, listed),
        Edit("template", template, edit_template, listed),
        Edit("style", style, edit_style, listed),
    ]


def add_theme_files(site: Path) -> None:
    """Copies of the theme's own, so that there is something to edit."""
    for name in ("templates/roundup.html", "static/style.css"):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_bytes((PACKED / name).read_bytes())


@contextmanager
def serving(site: Path) -> Iterator[int]:
    """A preview of the site, by its port."""
    command = (sys.executable, "-m", "roundup", "--site", str(site), "serve", "--port", "0")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        said = (re.search(r"http://127\.0\.0\.1:(\d+)/", line) for line in process.stdout)
        yield next(int(found[1]) for found in said if found)
        process.send_signal(signal.SIGINT)
        for _ in process.stdout:
            pass


def fetched(port: int, address: str) -> bytes:
    """A file as a browser would load it anew."""
    asking = HTTPConnection("127.0.0.1", port)
    asking.request("GET", address)
    data = asking.getresponse().read()
    asking.close()
    return data


@contextmanager
def listening(port: int, page: bytes) -> Iterator[Iterator[dict[str, Any]]]:
    """The news for somebody who has a page open."""
    found = re.search(rb'data-events="([^"]+)"', page)
    assert found
    asked = b"GET " + found[1].replace(b"&amp;", b"&") + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port)) as connected:
        connected.sendall(asked)
        rows = connected.makefile("rb", buffering=0)
        yield (json.loads(row[6:]) for row in rows if row.startswith(b"data: "))


def measure(edit: Edit, number: int, port: int) -> tuple[float, float]:
    """Seconds to the news, and to having what is new: the page, or what it takes its look from."""
    page = fetched(port, edit.page)
    with listening(port, page) as news:
        next(news)
        time.sleep(PAUSE)
        edit.change(edit.file, number)
        began = time.perf_counter()
        found = next(one for one in news if one["change"])
        told = time.perf_counter() - began
        wanted = edit.page if found["change"] == "page" else found["looks"][0]
        assert fetched(port, wanted) != page
        return told, time.perf_counter() - began


def main() -> None:
    """Reads the command line and prints a table in Markdown."""
    parser = argparse.ArgumentParser(description="Times the preview on a generated site.")
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument(
        "--work", type=Path, help="a folder for the site; best in memory, as /dev/shm"
    )
    chosen = parser.parse_args()
    print("| entries | saved | heard ms | page ms | worst ms |\n|---:|---|---:|---:|---:|")
    with tempfile.TemporaryDirectory(dir=chosen.work) as work:
        site = Path(work) / "site"
        make_site(site, chosen.entries)
        add_theme_files(site)
        with serving(site) as port:
            time.sleep(5 * PAUSE)
            for edit in edits(site):
                taken = [measure(edit, number, port) for number in range(chosen.runs)]
                told, shown = (
                    statistics.median(column) * 1000 for column in zip(*taken, strict=True)
                )
                worst = max(one for _, one in taken) * 1000
                print(
                    f"| {chosen.entries:,} | {edit.name} | {told:.0f} | {shown:.0f} | {worst:.0f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
