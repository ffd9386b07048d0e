"""Whatever happens to a command: it says so, ends with the right code, and leaves nothing half done."""

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cli.commands import environment, process
from roundup.cli.program import run
from sites import SITE_TOML, build_site, contents, make_site, messages

GARBAGE = bytes((number * 7919 + number * number * 31) % 256 for number in range(3000))
LIST = (
    "# Top 2 of 2021\n\n"
    "1. [LoRA: Low-Rank Adaptation](https://arxiv.org/abs/2106.09685) by Hu\n"
    "2. [Learning Transferable Visual Models](https://arxiv.org/abs/2103.00020) by Radford\n"
)
PLAIN = SITE_TOML.replace("[languages", "[pages]\nsearch = false\ncards = false\n\n[languages", 1)
DESK = {
    "new": ["new", "2024", "best"],
    "add": ["add", "2019/top", "1904.12345", "--offline"],
    "import": ["import", "list.md"],
    "translate": ["translate", "2019/top", "zh"],
    "rename": ["rename", "roundup:2019/top", "best"],
    "eject": ["eject", "home.html"],
    "export": ["export", "2019/top", "--to", "md"],
}
READING = {
    "status": ["status"],
    "check": ["check"],
    "build": ["build"],
    "list": ["list", "papers"],
}


@pytest.fixture
def desk(site: Path) -> Path:
    """The site without what takes long, and a list to be imported."""
    return make_site(site, {"list.md": LIST}, PLAIN)


def kept(site: Path) -> dict[str, bytes]:
    """What people keep of a site."""
    return {k: v for k, v in contents(site).items() if not k.startswith((".roundup/", "public/"))}


def said(capsys: pytest.CaptureFixture[str]) -> str:
    out, err = capsys.readouterr()
    assert "failed in" not in err, err
    return f"{out}{err}"


# Signals: the process sends one to itself at chosen moments, each time it looks for a file or opens one.
SHOT = """
import os, signal, sys
last, number, seen = int(sys.argv.pop(1)), int(sys.argv.pop(1)), 0
if number == signal.SIGINT:
    signal.signal(signal.SIGINT, signal.default_int_handler)

def count(event, values):
    global seen
    if WHEN:
        seen += 1
        if seen == last:
            os.kill(os.getpid(), number)

sys.addaudithook(count)
from roundup.cli import main
try:
    main()
finally:
    if not last:
        sys.stderr.write(f"{seen}\\n")
"""
ALWAYS = 'event in ("import", "open", "os.mkdir", "os.link", "os.rename", "os.remove")'
ASIDE = 'event == "open" and "stage/3" in str(values[0])'
PUBLISHED = 'event == "os.rename" and "stage" in str(values)'
SHOTS = 5


def shot(
    site: Path, words: list[str], moment: int, number: int, when: str = ALWAYS
) -> tuple[int, str]:
    code = SHOT.replace("WHEN", when)
    command = [sys.executable, "-c", code, str(moment), str(int(number)), *words]
    done = subprocess.run(
        command, cwd=site, env=environment(), capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize("name", ["new", "rename", "eject"])
def test_a_signal_at_any_moment_leaves_all_of_the_work_or_none(name: str, desk: Path) -> None:
    old = kept(desk)
    done = shutil.copytree(desk, desk.with_name("done"))
    code, wailed = shot(done, DESK[name], 0, signal.SIGINT)
    assert code == 0, wailed
    moments, new = int(wailed.splitlines()[-1]), kept(done)
    assert new != old
    for turn in range(SHOTS):
        number = (signal.SIGINT, signal.SIGTERM)[turn % 2]
        one = shutil.copytree(desk, desk.with_name(f"shot{turn}"))
        code, wailed = shot(one, DESK[name], 1 + turn * (moments - 2) // (SHOTS - 1), number)
        assert code in (0, -number, 128 + number)
        assert not wailed.strip() or "error" not in wailed.lower(), wailed
        assert kept(one) in (old, new)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_build_that_is_ended_while_it_writes_takes_away_what_is_aside(
    number: int, code: int, desk: Path
) -> None:
    assert not build_site(desk).failed
    old = contents(desk / "public")
    index = desk / "content/2019/top/index.md"
    index.write_text(index.read_text("utf-8") + "More.\n", "utf-8")
    ended, wailed = shot(desk, ["build", "--jobs", "1"], 1, number, ASIDE)
    assert ended == code, wailed
    assert "Traceback" not in wailed
    assert contents(desk / "public") == old


def test_ctrl_c_waits_while_a_site_is_published(desk: Path) -> None:
    ended, wailed = shot(desk, ["build", "--jobs", "1"], 2, signal.SIGINT, PUBLISHED)
    assert ended == 130, wailed
    fresh = desk.with_name("fresh")
    assert not build_site(desk, fresh=True, output=fresh).failed
    assert contents(desk / "public") == contents(fresh)


# Streams, folders, limits.
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_command_without_its_streams_works(closed: str, desk: Path) -> None:
    script = f'exec "$0" -W error -m roundup list papers {closed}'
    command = ["sh", "-c", script, sys.executable]
    done = subprocess.run(
        command, cwd=desk, env=environment(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_an_output_that_takes_no_more_is_said_once() -> None:
    with open("/dev/full", "w") as full:
        done = process("schema", "site", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr == "error: No space left on device\n  hint: make room on the disk\n"


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    script = 'rmdir "$1" && exec "$0" -m roundup new 2024 best'
    done = subprocess.run(
        ["sh", "-c", script, sys.executable, str(here)],
        cwd=here,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "the folder that you are in is there no more\n  hint: " in done.stderr


@pytest.fixture
def no_room() -> Iterator[Callable[[], None]]:
    """Makes every file end after so many bytes, as on a full disk."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (64, limits[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.parametrize("words", [DESK["new"], DESK["eject"], [*DESK["import"], "--output", "x"]])
def test_where_there_is_no_room_nothing_is_left(
    words: list[str],
    desk: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    no_room: Callable[[], None],
) -> None:
    monkeypatch.chdir(desk)
    old = kept(desk)
    no_room()
    code = run(words)
    assert code == 1
    assert "File too large" in said(capsys)
    assert kept(desk) == old


# What stands in the site folder.
@pytest.mark.parametrize("name", [*DESK, *READING])
@pytest.mark.parametrize(
    "broken", [GARBAGE, b"", "title = 'x'\n".encode("utf-16"), b"x" * 2_000_000, None]
)
def test_settings_that_make_no_sense_are_a_problem_of_their_file(
    name: str,
    broken: bytes | None,
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (site / "list.md").write_text(LIST)
    file = site / "site.toml"
    file.unlink()
    if broken is None:
        os.mkfifo(file)  # nobody writes to it: who reads it waits for ever
    else:
        file.write_bytes(broken)
    old = sorted(site.rglob("*"))
    monkeypatch.chdir(site)
    assert run(["--site", str(site), *({**DESK, **READING})[name]]) == 1
    assert "site.toml" in said(capsys)
    assert sorted(site.rglob("*")) == old


@pytest.mark.parametrize("name", [*DESK, *READING])
@pytest.mark.parametrize("link", [".roundup", "public", "templates", "content/2019/top/loop"])
def test_links_that_lead_back_to_themselves_end_nothing_in_a_crash(
    name: str,
    link: str,
    desk: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (desk / link).symlink_to(Path(link).name)
    monkeypatch.chdir(desk)
    code = run(({**DESK, **READING})[name])
    text = said(capsys)
    assert code in (0, 1)
    assert code == 0 or "hint: " in text


# The cache: whatever became of it, it is made anew, and the site is what it would be without it.
def _middle(file: Path) -> None:
    data = bytearray(file.read_bytes())
    third = len(data) // 3
    data[third : 2 * third] = bytes(number * 31 % 256 for number in range(third))
    file.write_bytes(data)


def _half(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def _garbage(file: Path) -> None:
    file.write_bytes(GARBAGE)


def _values(column: str) -> Callable[[Path], None]:
    table, _, name = column.partition(".")

    def damage(file: Path) -> None:
        if file.name.endswith(".db"):
            db = sqlite3.connect(file)
            db.execute(f"update {table} set {name} = ?", (b"\x93\x01",))
            db.commit()
            db.close()

    return damage


def _tables(file: Path) -> None:
    if file.name.endswith(".db"):
        db = sqlite3.connect(file)
        db.executescript("drop table bodies; drop table builds")
        db.close()


COLUMNS = ["sources.article", "sources.stamp", "files.fact", "outputs.stamp", "outputs.parts"]
DAMAGES = {
    "middle": _middle,
    "half": _half,
    "garbage": _garbage,
    "tables": _tables,
    **{column: _values(column) for column in [*COLUMNS, "builds.last"]},
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_cache_is_made_anew(damage: str, desk: Path) -> None:
    assert not build_site(desk).failed
    for file in (desk / ".roundup").glob("state-*"):
        DAMAGES[damage](file)
    index = desk / "content/2019/top/index.md"
    index.write_text(index.read_text("utf-8") + "More.\n", "utf-8")
    report = build_site(desk)
    assert not report.failed, messages(report)
    fresh = desk.with_name("fresh")
    assert not build_site(desk, fresh=True, output=fresh).failed
    assert contents(desk / "public") == contents(fresh)


@pytest.mark.parametrize("damaged", [b"", GARBAGE, "index.html\n".encode("utf-16")])
def test_a_damaged_list_of_what_was_written_is_one_problem(damaged: bytes, desk: Path) -> None:
    assert not build_site(desk).failed
    (desk / "public/.roundup-output").write_bytes(damaged)
    make_site(desk, {"static/new.txt": "new"}, PLAIN)
    old = contents(desk / "public")
    said = messages(build_site(desk))
    assert len(said) == 1
    assert said[0].endswith("is damaged\n  hint: remove the folder: it is made anew")
    assert contents(desk / "public") == old


def test_a_template_whose_name_is_no_text_is_a_problem(desk: Path) -> None:
    (desk / "templates").mkdir()
    with open(os.fsencode(desk) + b"/templates/\xff.html", "wb"):
        pass
    assert messages(build_site(desk)) == [
        "templates/?.html: error: the file's name is not UTF-8\n  hint: rename it"
    ]


def test_a_template_beyond_measure_is_not_begun(desk: Path) -> None:
    make_site(desk, {"templates/parts/more.html": "words " * 200_000}, PLAIN)
    assert messages(build_site(desk)) == [
        "templates/parts/more.html: error: the file is larger than 1,000,000 bytes\n  hint: split it"
    ]


def test_a_site_in_a_folder_whose_name_is_no_text_is_a_problem(desk: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(desk) + b"\xff"))
    desk.rename(odd)
    assert messages(build_site(odd)) == [
        f"{desk}?/public: error: the folder's name is not UTF-8\n  hint: rename it"
    ]


def test_a_pipe_among_the_articles_is_not_waited_for(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(desk / "content/2019/top/pipe.md")
    monkeypatch.chdir(desk)
    assert run(["new", "2020", "top", "--after", "2019/top"]) == 0
    assert run(["check"]) == 1
    assert "pipe.md: error: it is neither a file nor a folder" in said(capsys)
