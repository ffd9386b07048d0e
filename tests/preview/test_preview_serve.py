"""`roundup serve` as people run it: a page, an edit, the news of it, the new page, and an end."""

import json
import re
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest

from cli.commands import call
from preview.serving import PATIENCE, Preview, serving
from sites import ROUNDUP, SITE_TOML, contents, make_site

DRAFT = {"content/2020/draft/index.md": "---\ntitle: In the works\ndraft: true\n---\n"}
ENTRY = "content/2019/top/dain.md"
PAGE = "papers/2019/top/"


class Reader:
    """Somebody who has a page open."""

    def __init__(self, server: Preview, client: httpx.Client) -> None:
        self.server, self._client = server, client

    def get(self, path: str = PAGE) -> httpx.Response:
        return self._client.get(f"/{path}")

    @contextmanager
    def hearing(self, path: str = PAGE) -> Iterator[Iterator[dict[str, Any]]]:
        """The news for that page."""
        found = re.search(r'data-events="([^"]+)"', self.get(path).text)
        assert found
        with self._client.stream("GET", unescape(found[1])) as stream:
            rows = (row for row in stream.iter_lines() if row.startswith("data: "))
            yield (json.loads(row.removeprefix("data: ")) for row in rows)


@contextmanager
def reading(site: Path, *words: str) -> Iterator[Reader]:
    with (
        serving(site, *words) as server,
        httpx.Client(base_url=f"http://127.0.0.1:{server.port}", timeout=PATIENCE) as client,
    ):
        yield Reader(server, client)


def test_an_edit_reaches_open_pages_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    site = make_site(tmp_path, {**ROUNDUP, **DRAFT})
    old = str(ROUNDUP[ENTRY])
    with reading(site) as reader:
        assert reader.server.address.endswith("/papers/")
        assert "Looks at depth" in reader.get().text
        assert "In the works" in reader.get("papers/2020/draft/").text
        with reader.hearing() as news:
            assert next(news)["change"] == ""

            (site / ENTRY).write_text(old.replace("Looks at", "Peers into"), "utf-8")
            assert next(news)["change"] == "page"
            assert "Peers into depth" in reader.get().text

            (site / ENTRY).write_text(old.replace("tags:", "tagz:"), "utf-8")
            third = next(news)
            assert third["change"] == ""
            [told] = third["problems"]
            assert (told["problem"]["file"], told["excerpt"]["text"]) == (ENTRY, "tagz: [video]")
            assert "Peers into depth" in reader.get().text

            code, said, complained = reader.server.ends()
            assert list(news) == []
        assert code == 0
        assert f"{ENTRY}: 1 error, the last good site stays\nstopped\n" in said
        assert "unknown field 'tagz'" in complained
        assert "Traceback" not in complained
    assert not (site / "public").exists()
    with closing(socket.create_server(("127.0.0.1", reader.server.port))):
        pass


def test_it_ends_soon_whoever_listens(tmp_path: Path) -> None:
    with reading(make_site(tmp_path, ROUNDUP)) as reader, reader.hearing() as news:
        next(news)
        began = time.monotonic()
        code, said, complained = reader.server.ends(signal.SIGTERM)
        assert time.monotonic() - began < PATIENCE / 2
        assert (code, complained) == (0, "")
        assert said.endswith("stopped\n")


def test_a_style_sheet_is_news_of_a_look(tmp_path: Path) -> None:
    site = make_site(tmp_path, {**ROUNDUP, "static/style.css": "p {}"})
    with reading(site) as reader, reader.hearing() as news:
        next(news)
        (site / "static/style.css").write_text("p { margin: 0 }")
        found = next(news)
        assert found["change"] == "look"
        [sheet] = [one for one in found["looks"] if "style.css" in one]
        assert sheet in reader.get().text
        assert reader.get(sheet[1:]).text == "p { margin: 0 }"


@pytest.mark.parametrize(
    ("setting", "sheet"),
    [
        ('accent = "#123456"', "accent.css"),
        ('styles = ["own.css"]', "own.css"),
        ('logo = "mine.svg"', "mine.svg"),
    ],
)
def test_a_page_never_names_a_sheet_that_is_not_there_yet(
    tmp_path: Path, setting: str, sheet: str
) -> None:
    files = {
        "static/own.css": "p {}",
        "static/mine.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    }
    site = make_site(tmp_path, ROUNDUP)
    with reading(site) as reader, reader.hearing() as news:
        next(news)
        make_site(site, files, f"{SITE_TOML}[theme]\n{setting}\n")
        while next(news)["change"] != "page":
            pass
        found = re.search(rf'(?:href|src)="/(papers/{sheet}[^"]*)"', reader.get().text)
        assert found
        assert reader.get(found[1]).status_code == 200


def test_another_accent_is_put_on_at_once(tmp_path: Path) -> None:
    toml = SITE_TOML + '[theme]\naccent = "#123456"\n'
    site = make_site(tmp_path, ROUNDUP, toml)
    with reading(site) as reader, reader.hearing() as news:
        next(news)
        (site / "site.toml").write_text(toml.replace("#123456", "#654321"), "utf-8")
        found = next(news)
        [sheet] = [one for one in found["looks"] if "accent.css" in one]
        assert reader.get(sheet[1:]).text == ":root { --accent: #654321; }\n"


def test_nothing_of_the_preview_is_in_the_output(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)
    with reading(site) as reader, reader.hearing() as news:
        next(news)
        assert "__roundup__" in reader.get().text
        output = contents(site / ".roundup/preview")
    assert not any(b"__roundup__" in data for data in output.values())


def test_a_site_that_cannot_be_built_yet_is_served_when_it_can(tmp_path: Path) -> None:
    site = make_site(tmp_path, {**ROUNDUP, "content/about.md": "---\ntitel: About\n---\n"})
    with reading(site) as reader:
        assert reader.get("papers/").status_code == 503
        with reader.hearing("papers/") as news:
            assert len(next(news)["problems"]) == 1
            (site / "content/about.md").write_text("---\ntitle: About\n---\n", "utf-8")
            assert next(news)["change"] == "page"
            assert reader.get("papers/").status_code == 200


def test_settings_may_be_broken_at_the_start(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP, SITE_TOML.replace("title", "titel"))
    with reading(site) as reader, reader.hearing("papers/") as news:
        assert "unknown field 'titel'" in str(next(news)["problems"])
        (site / "site.toml").write_text(SITE_TOML, "utf-8")
        found = [next(news)]
        while not found[-1]["change"]:
            found.append(next(news))
        assert reader.get("papers/").status_code == 200


def test_a_fault_in_the_middle_of_a_build_is_shown_and_outlived(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)
    with reading(site) as reader, reader.hearing() as news:
        next(news)
        # What the build wants to write in a folder is a file.
        output = site / ".roundup/preview"
        stage = output / ".roundup-stage"
        stage.write_text("in the way")
        text = str(ROUNDUP[ENTRY])
        stage.unlink()
        (output / "papers").rename(site / ".roundup/away")
        (output / "papers").write_text("in the way")
        (site / ENTRY).write_text(text.replace("title: Depth", "title: Deep"), "utf-8")
        while not (problems := next(news)["problems"]):
            pass
        assert "papers" in str(problems)
        (output / "papers").unlink()
        (site / ".roundup/away").rename(output / "papers")
        (site / ENTRY).write_text(text.replace("title: Depth", "title: Deeper"), "utf-8")
        while next(news)["problems"]:
            pass
        assert "Deeper" in reader.get().text


def test_a_second_preview_of_a_site_says_where_the_first_is(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)
    with serving(site) as first:
        done = call("serve", "--site", site, "--port", 0)
        assert done.exit_code == 1
        where = f"{first.address} (process {first.process.pid})"
        assert f"the site is previewed already: {where}" in done.stderr


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        done = call("serve", "--site", site, "--port", port)
    assert done.exit_code == 1
    assert f"port {port} cannot be used: Address already in use\n  hint: " in done.stderr
    assert not (site / ".roundup").exists()


@pytest.mark.parametrize("port", [-1, 65536])
def test_what_is_no_port_is_refused(tmp_path: Path, port: int) -> None:
    done = call("serve", "--site", make_site(tmp_path, ROUNDUP), f"--port={port}")
    assert done.exit_code == 2
    assert f"there is no port {port}" in done.stderr


def test_the_help_says_in_words_what_a_port_can_be() -> None:
    done = call("serve", "--help")
    assert "<=" not in done.stdout
    assert "0 for any that is free" in " ".join(done.stdout.split())


def test_without_a_site_there_is_nothing_to_preview(tmp_path: Path) -> None:
    done = call("serve", "--site", tmp_path, "--port", 0)
    assert done.exit_code == 1
    assert "there is no site in" in done.stderr
    assert not (tmp_path / ".roundup").exists()


@pytest.mark.parametrize("opens", [True, False])
@pytest.mark.parametrize("there_is_one", [True, False])
def test_a_browser_is_opened_only_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opens: bool, there_is_one: bool
) -> None:
    site, addresses = make_site(tmp_path, ROUNDUP), list[str]()

    def opened(address: str) -> bool:
        addresses.append(address)
        return there_is_one

    monkeypatch.setattr("roundup.cli.serving.opened", opened)
    monkeypatch.setattr("roundup.build.build.default_jobs", lambda: 1)
    monkeypatch.setattr("roundup.cli.serving.serve", lambda site, at, first, teller: teller.ready())
    done = call("serve", "--site", site, *(["--open"] if opens else []))
    assert done.exit_code == 0
    found = re.search(r"serving (\S+) ", done.stdout)
    assert found
    assert addresses == ([found[1]] if opens else [])
    assert ("there is no browser" in done.stdout) == (opens and not there_is_one)
