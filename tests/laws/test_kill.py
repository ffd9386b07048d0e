"""Law 1 under violence: whatever ends a build, no file is torn, and the next build repairs what is there."""

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

pytestmark = [pytest.mark.cards, pytest.mark.search]  # as in processes of their own

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

XLNET = "content/2019/top/xlnet.md"
NEW = {
    XLNET: str(ROUNDUP[XLNET]).replace("every order", "any order at all"),
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


def renew(site: Path) -> None:
    """Edits, additions, deletions, and a folder in a file's place."""
    for name in ("static/notes", "static/gone/deep/b.txt", "content/2019/top/dain.md"):
        (site / name).unlink(missing_ok=True)
    make_site(site, NEW)


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
    code = DYING + BUILD.replace("sys.exit", "print(seen, file=sys.stderr)\nsys.exit")
    returned, _, total = finished(run(code, site, 1, 0))
    assert returned == 0
    assert int(total) > count
    return [1 + number * (int(total) - 1) // (count - 1) for number in range(count)]


def kill_at(site: Path, instant: int) -> None:
    returned, _, wailed = finished(run(DYING + BUILD, site, 1, instant))
    assert returned == -signal.SIGKILL, wailed


def test_a_build_killed_while_it_renews_a_site_tears_nothing(tmp_path: Path) -> None:
    rehearsal = old_site(tmp_path / "rehearsal")
    build_site(rehearsal)
    old = contents(rehearsal / "public")
    renew(rehearsal)
    new = fresh(rehearsal, tmp_path / "new")
    for instant in instants(rehearsal, 9):
        site = old_site(tmp_path / str(instant))
        build_site(site)
        renew(site)
        kill_at(site, instant)
        check_whole(contents(site / "public"), old, new)
        assert not build_site(site).failed
        assert contents(site / "public") == new


def test_a_first_build_that_is_killed_is_made_good_by_the_next(tmp_path: Path) -> None:
    new = fresh(old_site(tmp_path / "rehearsal"), tmp_path / "new")
    for instant in instants(tmp_path / "rehearsal", 4):
        site = old_site(tmp_path / str(instant))
        kill_at(site, instant)
        if (site / "public").is_dir():
            check_whole(contents(site / "public"), {}, new)
        assert not build_site(site).failed
        assert contents(site / "public") == new


def large_site(folder: Path) -> Path:
    entries = {
        f"content/2020/long/e{number}.md": f"---\ntitle: Entry {number}\nrank: {number}\n---\n{'Words. ' * 40}\n"
        for number in range(1, 61)
    }
    index = {"content/2020/long/index.md": "---\ntitle: Long\n---\nHello.\n"}
    return make_site(folder, {**ROUNDUP, **index, **entries})


@pytest.mark.parametrize("share", [0.6, 0.9])
def test_workers_end_with_a_killed_build(tmp_path: Path, share: float) -> None:
    """Killed from outside at an instant nobody chose; orphans would hold the lock of the output folder."""
    site = large_site(tmp_path / "site")
    new = fresh(site, tmp_path / "new")
    began = time.monotonic()
    assert finished(run(BUILD, large_site(tmp_path / "rehearsal"), 2))[0] == 0
    process = run(BUILD, site, 2)
    time.sleep(share * (time.monotonic() - began))
    process.kill()
    finished(process)
    if (site / "public").is_dir():
        check_whole(contents(site / "public"), {}, new)
    again = run(BUILD, site, 2)
    assert finished(again)[0] == 0
    assert contents(site / "public") == new


def test_two_builds_at_once_wait_for_each_other(tmp_path: Path) -> None:
    site = large_site(tmp_path / "site")
    both = [run(BUILD, site, 2), run(BUILD, site, 2)]
    assert [finished(one) for one in both] == [(0, "", ""), (0, "", "")]
    assert contents(site / "public") == fresh(site, tmp_path / "new")


def test_builds_into_two_folders_at_once_share_one_cache(tmp_path: Path) -> None:
    site = large_site(tmp_path / "site")
    code = BUILD.replace("jobs=", "output=Path(sys.argv[3]), jobs=")
    both = [run(code, site, 1, tmp_path / name) for name in ("one", "two")]
    assert [finished(one) for one in both] == [(0, "", ""), (0, "", "")]
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert build_site(site, output=tmp_path / "one").rendered == ()


def test_a_build_that_waited_too_long_says_who_holds_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundup.build.output._PATIENCE_SECONDS", 0.1)
    site = make_site(tmp_path, ROUNDUP)
    with opened(site / "public"):
        said = messages(build_site(site))
    assert len(said) == 1
    assert f"another build holds the output folder (process {os.getpid()})" in said[0]


def limited() -> None:
    """A child whose files cannot grow beyond a few kilobytes, as on a disk that is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, 4_000))


@pytest.mark.parametrize("fresh_build", [True, False])
def test_a_full_disk_leaves_the_output_as_it_was(tmp_path: Path, fresh_build: bool) -> None:
    site = old_site(tmp_path / "site")
    build_site(site)
    old = contents(site / "public")
    renew(site)
    code = BUILD.replace("jobs=", f"fresh={fresh_build}, jobs=")
    command = [sys.executable, "-c", code, str(site), "1"]
    environment = {"PYTHONPATH": str(SOURCES), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, env=environment, preexec_fn=limited, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stdout
    assert "error:" in done.stdout
    assert not done.stderr
    assert contents(site / "public") == old
    assert not build_site(site).failed
    assert contents(site / "public") == fresh(site, tmp_path / "new")


def test_files_of_others_are_left_alone(tmp_path: Path) -> None:
    site = old_site(tmp_path)
    build_site(site)
    mine = {"mine.txt": b"mine", "2019/mine.txt": b"mine", "gone/deep/mine.txt": b"mine"}
    for name, data in mine.items():
        (site / "public" / name).write_bytes(data)
    renew(site)
    report = build_site(site)
    assert not report.failed
    assert "gone/deep/b.txt" in report.removed
    found = contents(site / "public")
    assert {name: found[name] for name in mine} == mine
    assert not set(mine) & set(found[MANIFEST].decode().splitlines())


@pytest.mark.parametrize(
    "needed", ["2019/best/index.html", "2019/best", "notes/more.txt", "papers/xlnet/index.html/x"]
)
def test_a_foreign_file_at_a_needed_address_is_an_error(tmp_path: Path, needed: str) -> None:
    site = old_site(tmp_path)
    build_site(site)
    renew(site)
    foreign = site / "public" / needed
    for above in (foreign.parent, foreign.parent.parent):
        if above.is_file():
            above.unlink()
    foreign.parent.mkdir(parents=True, exist_ok=True)
    foreign.write_text("mine")
    before = contents(site / "public")
    report = build_site(site)
    assert report.failed
    assert any("a file that roundup did not write stands" in said for said in messages(report))
    assert contents(site / "public") == before


def test_a_folder_gives_way_to_a_file_when_all_in_it_is_gone(tmp_path: Path) -> None:
    site = make_site(tmp_path, {**ROUNDUP, "static/notes/deep/a.txt": "a"})
    build_site(site)
    (site / "static/notes/deep/a.txt").unlink()
    (site / "static/notes/deep").rmdir()
    (site / "static/notes").rmdir()
    make_site(site, {"static/notes": "a file"})
    assert messages(build_site(site)) == []
    assert (site / "public/notes").read_text() == "a file"


def test_a_folder_with_files_and_no_manifest_is_refused(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)
    (site / "public").mkdir()
    (site / "public/thesis.tex").write_text("mine")
    report = build_site(site)
    assert report.failed
    assert "files in it that roundup did not write" in messages(report)[0]
    assert contents(site / "public") == {"thesis.tex": b"mine"}


def test_an_error_in_a_first_build_leaves_no_folder(tmp_path: Path) -> None:
    site = make_site(tmp_path, {**ROUNDUP, XLNET: "---\ntilte: A\n---\n"})
    assert build_site(site).failed
    assert not (site / "public").exists()


def test_a_manifest_cannot_reach_beyond_its_folder(tmp_path: Path) -> None:
    site = old_site(tmp_path)
    build_site(site)
    (site / "precious.txt").write_text("mine")
    manifest = site / "public" / MANIFEST
    manifest.write_text(manifest.read_text() + "../precious.txt\n" + f"{site}/precious.txt\n")
    renew(site)
    assert not build_site(site).failed
    assert (site / "precious.txt").read_text() == "mine"


@pytest.mark.parametrize(
    "damage", [b"", b"not a database at all", b"SQLite format 3\0" + b"x" * 5_000]
)
def test_a_damaged_cache_costs_time_alone(tmp_path: Path, damage: bytes) -> None:
    site = old_site(tmp_path / "site")
    build_site(site)
    for path in (site / ".roundup").glob("state-*"):
        path.write_bytes(damage)
    renew(site)
    assert messages(build_site(site)) == []
    assert contents(site / "public") == fresh(site, tmp_path / "new")
