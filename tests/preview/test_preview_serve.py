"""`roundup serve` as people run it: a page, an edit, the news of it, the new page, and an end."""

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest

from cli.commands import call, environment
from sites import ROUNDUP, make_site

DRAFT = {"content/2020/draft/index.md": "---\ntitle: In the works\ndraft: true\n---\n"}
PATIENCE = 60


@contextmanager
def serving(site: Path, *words: str) -> Iterator[tuple["subprocess.Popen[str]", httpx.Client]]:
    """A server of its own in the middle of its work; it is killed if it does not end by itself."""
    command = [sys.executable, "-m", "roundup", "serve", "--site", str(site), *words]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, text=True, env=environment(), **pipes) as process:  # type: ignore[call-overload]
        try:
            address = next(
                found[1]
                for line in process.stdout
                if (found := re.match(r"serving (http://127\.0\.0\.1:\d+/) ", line))
            )
            with httpx.Client(base_url=address, timeout=PATIENCE) as client:
                yield process, client
        finally:
            process.kill()


def news(lines: Iterator[str]) -> dict[str, object]:
    """The next news of an event stream."""
    line = next(line for line in lines if line.startswith("data: "))
    found = json.loads(line.removeprefix("data: "))
    assert isinstance(found, dict)
    return found


def test_an_edit_reaches_open_pages_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    site = make_site(tmp_path, {**ROUNDUP, **DRAFT})
    entry = "content/2019/top/dain.md"
    old = str(ROUNDUP[entry])
    with serving(site, "--port", "0") as (process, client):
        assert "Looks at depth" in client.get("/2019/top/").text
        assert "In the works" in client.get("/2020/draft/").text
        with client.stream("GET", "/__roundup__/events") as stream:
            lines = stream.iter_lines()
            first = news(lines)
            assert str(first["version"]) in client.get("/2019/top/").text

            (site / entry).write_text(old.replace("Looks at", "Peers into"), "utf-8")
            second = news(lines)
            assert (second["version"] != first["version"], second["problems"]) == (True, [])
            assert "Peers into depth" in client.get("/2019/top/").text

            (site / entry).write_text(old.replace("tags:", "tagz:"), "utf-8")
            third = news(lines)
            assert third["version"] == second["version"]
            assert [one["file"] for one in third["problems"]] == [entry]  # type: ignore[attr-defined]
            assert "Peers into depth" in client.get("/2019/top/").text

            process.send_signal(signal.SIGINT)
            assert [line for line in lines if line.startswith("data: ")] == []
        assert process.wait(PATIENCE) == 0
        assert "unknown field 'tagz'" in process.stderr.read()
    assert not (site / "public").exists()


def test_a_site_that_cannot_be_built_yet_is_served_when_it_can(tmp_path: Path) -> None:
    site = make_site(tmp_path, {**ROUNDUP, "content/about.md": "---\ntitel: About\n---\n"})
    with serving(site, "--port", "0") as (process, client):
        assert client.get("/").status_code == 503
        with client.stream("GET", "/__roundup__/events") as stream:
            lines = stream.iter_lines()
            assert len(news(lines)["problems"]) == 1  # type: ignore[arg-type]
            (site / "content/about.md").write_text("---\ntitle: About\n---\n", "utf-8")
            assert news(lines)["problems"] == []
            assert client.get("/").status_code == 200
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        done = call("serve", "--site", site, "--port", port)
    assert done.exit_code == 1
    assert f"port {port} cannot be used: Address already in use" in done.stderr
    assert not (site / ".roundup").exists()


@pytest.mark.parametrize("opens", [True, False])
def test_a_browser_is_opened_only_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opens: bool
) -> None:
    site, opened = make_site(tmp_path, ROUNDUP), list[str]()
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("roundup.build.build.default_jobs", lambda: 1)
    monkeypatch.setattr("roundup.cli.serve.serve", lambda site, at, first, told, ready: ready())
    done = call("serve", "--site", site, *(["--open"] if opens else []))
    assert done.exit_code == 0
    found = re.search(r"serving (\S+) ", done.stdout)
    assert found
    assert opened == ([found[1]] if opens else [])
