"""`roundup check --external`: dead outside links are warnings where they stand, and nothing else is claimed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from authoring.services import Reply, Services, as_the_web, played, without_network
from cli.commands import call, environment
from roundup.authoring.lookup.external import Verdict, due, read, target_of, text_of
from sites import ROUNDUP, make_site

TODAY = datetime.now(UTC).date()
ENTRY = """---
paper: tas
rank: 3
title: Network Pruning
url: https://lab.example.org/tas.html
links: [{rel: project, url: https://gone.example.org/}]
extra: {mine: "https://nobody.example.org/"}
---
See [it](https://lab.example.org/a?b=1&c=2#part), <https://lab.example.org/closed>,
![here](https://lab.example.org/p.png) and `https://lab.example.org/code`.

[it again]: https://lab.example.org/ref "Title"

The [it again] is [local](http://localhost:8000/x).
"""


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    with as_the_web(monkeypatch, ("gone.example.org",)) as found:
        for path in ("tas.html", "a", "p.png", "ref"):
            found.replies[f"lab.example.org/{path}"] = Reply("Words")
        found.replies["lab.example.org/closed"] = Reply("", 403)
        yield found


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site", {**ROUNDUP, "content/2019/top/tas.md": ENTRY})


def warned(text: str) -> list[str]:
    return [one for one in text.splitlines() if "leads nowhere" in one]


def test_dead_links_are_warnings_where_they_stand(services: Services, linked: Path) -> None:
    services.replies["lab.example.org/ref"] = Reply("", 410)
    done = call("check", "--external", "--site", linked)
    assert done.exit_code == 0
    at = "content/2019/top/tas.md"
    nowhere = "leads nowhere"
    assert warned(done.stderr) == [
        f"{at}:6: warning: the link to https://gone.example.org/ {nowhere} (cannot be found)",
        f"{at}:12: warning: the link to https://lab.example.org/ref {nowhere} (answered 410 Gone)",
        f"{at}:14: warning: the link to http://localhost:8000/x {nowhere} (no reader can reach this host)",
    ]  # fmt: skip
    assert "7 outside links: 3 fine, 3 broken, 1 unknown\n" in done.stdout
    assert "  unknown: 1 link to lab.example.org (answered 403 Forbidden)" in done.stdout


def test_only_links_are_asked_for_and_each_once(services: Services, linked: Path) -> None:
    make_site(linked, {"content/about.md": "[again](https://lab.example.org/a?b=1&c=2)\n"})
    call("check", "--external", "--site", linked)
    assert sorted(f"{one.method} {one.path}" for one in services.asked) == [
        "GET lab.example.org/closed",
        "HEAD lab.example.org/a",
        "HEAD lab.example.org/closed",
        "HEAD lab.example.org/p.png",
        "HEAD lab.example.org/ref",
        "HEAD lab.example.org/tas.html",
    ]
    assert [one.query for one in services.asked if one.path.endswith("/a")] == ["b=1&c=2"]


def test_what_was_asked_is_remembered(services: Services, linked: Path) -> None:
    call("check", "--external", "--site", linked)
    services.asked.clear()
    done = call("check", "--external", "--site", linked)
    # Of the host without a name only the network is to be told, which the resolver of DOIs stands for.
    assert set(services.paths) == {"doi.org/"}
    assert f"5 of them asked earlier, the first on {TODAY}" in done.stdout
    assert len(warned(done.stderr)) == 2


def test_without_a_network_there_is_one_remark(
    linked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_network(monkeypatch)
    done = call("check", "--external", "--site", linked)
    assert done.exit_code == 0
    assert "no network: outside links were not asked for\n" in done.stdout
    assert "7 outside links: 1 broken, 6 not asked\n" in done.stdout
    assert [one for one in warned(done.stderr) if "localhost" not in one] == []


def test_problems_of_the_site_come_with_those_of_its_links(
    services: Services, linked: Path
) -> None:
    make_site(linked, {"content/about.md": "[gone](/2019/tip/)\n"})
    done = call("check", "--external", "--site", linked, "--format", "json")
    assert done.exit_code == 1
    said = [(one["file"], one["severity"]) for one in json.loads(done.stdout)]
    assert ("content/about.md", "error") in said
    assert said.count(("content/2019/top/tas.md", "warning")) >= 2
    assert said == sorted(said, key=lambda one: one[0])


def test_a_plain_check_asks_nobody(services: Services, linked: Path) -> None:
    call("check", "--site", linked)
    assert services.asked == []


def test_a_site_without_outside_links_asks_nobody(services: Services, site: Path) -> None:
    done = call("check", "--external", "--site", site)
    assert (done.exit_code, done.stderr, services.asked) == (0, "", [])


def test_a_broken_site_is_said_as_ever(services: Services, tmp_path: Path) -> None:
    done = call("check", "--external", "--site", make_site(tmp_path, {}, "title = 7\n"))
    assert done.exit_code == 1
    assert "site.toml" in done.stderr


def test_ctrl_c_keeps_what_was_learned(linked: Path) -> None:
    with played() as services:
        base = f"http://127.0.0.1:{services.port}"
        words = f"[a]({base}/fine) [b]({base}/slow)\n"
        make_site(linked, {"content/about.md": words})
        services.replies |= {"fine": Reply("Words"), "slow": Reply("", wait=40)}
        code = (
            "import sys; from roundup.authoring.lookup import external;"
            "external.is_inner = lambda host: 'example' in host;"
            "from roundup.cli import main; main(['check', '--external'])"
        )
        child = subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=linked,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        deadline = time.monotonic() + 60
        while "slow" not in services.paths and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(0.2)
        child.send_signal(signal.SIGINT)
        _, said = child.communicate(timeout=30)
    assert child.returncode == 130
    assert b"Traceback" not in said
    known = read((linked / ".roundup/external.json").read_bytes())
    assert known[f"{base}/fine"].judgement == "fine"
    assert f"{base}/slow" not in known
    assert [name for name in os.listdir(linked / ".roundup") if "external." in name] == [
        "external.json"
    ]


def test_what_is_old_is_asked_again() -> None:
    day = date(2020, 3, 9)
    known = {
        name: Verdict(judgement, "", day - timedelta(days=days))  # type: ignore[arg-type]  # words of the table
        for name, judgement, days in (
            ("a", "fine", 6),
            ("b", "fine", 7),
            ("c", "broken", 0),
            ("d", "unknown", 0),
            ("e", "unknown", 1),
        )
    }
    assert due(["a", "b", "c", "d", "e", "f", "f"], known, day) == ("b", "c", "e", "f")


def test_arxiv_is_asked_where_programs_may_ask() -> None:
    assert (
        target_of("https://arxiv.org/abs/1906.08237#x") == "https://export.arxiv.org/abs/1906.08237"
    )
    assert target_of("https://www.example.org/a?b#c") == "https://www.example.org/a?b"


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b'{"a": 1}', b"[" * 100_000])
def test_a_broken_memory_is_no_memory(data: bytes) -> None:
    assert read(data) == {}


def test_memory_is_read_as_it_was_written() -> None:
    known = {"https://a.org/": Verdict("broken", "gone", date(2020, 3, 9))}
    assert read(text_of(known).encode()) == known
