"""`roundup status`: roundups and languages crossed, and what changed since, from git."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from cli.commands import call, process
from roundup.cli.history import NoHistory, versions
from sites import ROUNDUP, make_site

DAIN, DAIN_ZH = "content/2019/top/dain.md", "content/2019/top/dain.zh.md"
INDEX_ZH = "content/2019/top/index.zh.md"
git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def translated(site: Path) -> Path:
    return make_site(site, {INDEX_ZH: "---\ntitle: 年度论文\n---\n", DAIN_ZH: "看深度。\n"})


def run_git(folder: Path, *words: str) -> str:
    own = ("-c", "user.name=X", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *own, *words], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode()


def commit(folder: Path) -> None:
    run_git(folder, "add", "-A")
    run_git(folder, "commit", "-q", "-m", "All")


def reworded(site: Path, *pairs: tuple[str, str], path: str = DAIN) -> None:
    text = (site / path).read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    (site / path).write_text(text, "utf-8")


def test_the_table_crosses_roundups_and_languages(translated: Path) -> None:
    recorded = "---\ntranslated_from: {body: '0000000000'}\n---\n看深度。\n"
    other = "---\ntitle: Other\ndraft: true\n---\n"
    make_site(translated, {DAIN_ZH: recorded, "content/2020/other/index.md": other})
    done = call("status", "--site", translated)
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "ROUNDUP     en        zh",
        "2019/top    original  stale (1 of 3)",
        "2020/other  original  missing",
        "",
        "content/2019/top/dain.zh.md: the original has changed: title, body",
        "2019/top: no words in zh: xlnet",
        "",
        "roundup status --diff shows what changed; when it is translated:",
        "  roundup translate 2019/top zh --mark-current",
        "files to fill in, the original's words in comments:",
        "  roundup translate 2019/top zh",
    ]


def test_files_that_are_there_and_wait_for_words_are_not_to_be_made_again(site: Path) -> None:
    make = "files to fill in, the original's words in comments:\n  roundup translate 2019/top zh"
    fill = "files that are there, and wait for words:\n  content/2019/top/*.zh.md"
    assert make in (said := call("status", "--site", site).stdout)
    assert fill not in said
    assert call("translate", "top", "zh", "--site", site).exit_code == 0
    assert fill in (said := call("status", "--site", site).stdout)
    assert make not in said
    (site / DAIN_ZH).unlink()
    assert all(words in call("status", "--site", site).stdout for words in (make, fill))


def test_a_part_translated_says_how_much(translated: Path) -> None:
    assert "2019/top  original  partial (2 of 3)" in call("status", "--site", translated).stdout


def test_one_roundup_or_language_can_be_asked_for(translated: Path) -> None:
    make_site(translated, {"content/2020/other/index.md": "---\ntitle: Other\n---\n"})
    done = call("status", "top", "--lang", "ZH", "--site", translated, "--quiet")
    assert done.stdout.splitlines()[:2] == ["ROUNDUP   zh", "2019/top  partial (2 of 3)"]
    assert "2020/other" not in done.stdout
    assert call("status", "nothing", "--site", translated).exit_code == 2
    assert call("status", "--lang", "fr", "--site", translated).exit_code == 2


def test_json_says_the_same(site: Path) -> None:
    found = json.loads(call("status", "--site", site, "--format", "json").stdout)
    original = {"roundup": "2019/top", "language": "en", "state": "original", "files": 3}
    missing = {"roundup": "2019/top", "language": "zh", "state": "missing", "files": 3}
    assert found == [
        {**original, "stale": [], "missing": []},
        {**missing, "stale": [], "missing": ["index", "xlnet", "dain"]},
    ]


# What changed since


def test_without_a_repository_it_says_so_and_what_it_knows(translated: Path) -> None:
    assert call("translate", "top", "zh", "--mark-current", "--site", translated).exit_code == 0
    assert call("status", "--diff", "--site", translated).stdout == "no translation is stale\n"
    reworded(translated, ("Looks at depth", "Looks at depth first"))
    said = call("status", "--diff", "--site", translated).stdout.splitlines()
    assert said[0] == f"{DAIN_ZH}: {DAIN} has changed"
    assert said[1].startswith("  body, of which it is not known what it said (")
    assert said[2] == "    Looks at depth first, as [[xlnet]] looks at order."


@git
def test_the_words_that_changed_are_found_in_the_history(translated: Path) -> None:
    run_git(translated, "init", "-q")
    assert call("translate", "top", "zh", "--mark-current", "--site", translated).exit_code == 0
    commit(translated)
    reworded(translated, ("Looks at depth", "Looks at depth and time"))
    commit(translated)
    run_git(translated, "mv", DAIN, "content/2019/top/later.md")
    run_git(translated, "mv", DAIN_ZH, "content/2019/top/later.zh.md")
    commit(translated)
    reworded(translated, (" looks at order", " sees order"), path="content/2019/top/later.md")
    day = run_git(translated, "log", "-1", "--format=%cs").strip()
    first = run_git(translated, "log", "--reverse", "--format=%H")[:10]
    done = call("status", "--diff", "--site", translated)
    assert done.stdout.splitlines() == [
        "content/2019/top/later.zh.md: content/2019/top/later.md has changed",
        f"  body, since {first} of {day}:",
        "    Looks at depth{+ and time+}, as [[xlnet]] [-looks at-]{+sees+} order.",
    ]
    found = json.loads(call("status", "--diff", "--site", translated, "--format", "json").stdout)
    assert [(one["file"], one["changes"][0]["commit"]) for one in found] == [
        ("content/2019/top/later.zh.md", first)
    ]


@git
def test_a_site_in_a_folder_of_the_repository_whose_name_is_odd(tmp_path: Path) -> None:
    site = make_site(tmp_path / "a 'b' :(c)*", {**ROUNDUP, DAIN_ZH: "看深度。\n"})
    run_git(tmp_path, "init", "-q")
    assert call("translate", "all", "zh", "--mark-current", "--site", site).exit_code == 0
    commit(tmp_path)
    reworded(site, ("Looks", "Peers"))
    assert "[-Looks-]{+Peers+}" in call("status", "--diff", "--site", site).stdout


@git
def test_what_git_cannot_tell_is_a_reason(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_text("One.")

    def reason() -> str:
        with pytest.raises(NoHistory) as fault:
            list(versions(file))
        return str(fault.value)

    assert reason() == "the site is in no git repository"
    run_git(tmp_path, "init", "-q")
    assert reason() == "nothing has been committed yet"
    (tmp_path / "y.md").write_text("Two.")
    run_git(tmp_path, "add", "y.md")
    run_git(tmp_path, "commit", "-q", "-m", "Two")
    assert reason() == "it has not been committed yet"
    commit(tmp_path)
    clone = tmp_path / "clone"
    file.write_text("Three.")
    commit(tmp_path)
    run_git(tmp_path, "clone", "-q", "--depth", "1", tmp_path.as_uri(), str(clone))
    file = clone / "x.md"
    assert reason() == "the clone has only part of the history: git fetch --unshallow"


def test_no_git_is_a_reason_too(
    translated: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoHistory, match="git is not installed"):
        list(versions(translated / DAIN))


@git
def test_every_version_comes_newest_first_with_its_bytes(tmp_path: Path) -> None:
    run_git(tmp_path, "init", "-q")
    for number in range(20):
        (tmp_path / "x.md").write_bytes(f"Version\r\n{number}\n".encode())
        commit(tmp_path)
    found = list(versions(tmp_path / "x.md"))
    assert [one.data for one in found] == [f"Version\r\n{n}\n".encode() for n in range(19, -1, -1)]
    assert len({one.commit for one in found}) == 20


def test_nothing_in_the_words_steers_a_terminal(translated: Path) -> None:
    assert call("translate", "top", "zh", "--mark-current", "--site", translated).exit_code == 0
    reworded(translated, ("Looks", "\x1b[31mLooks"))
    done = process("--site", translated, "status", "--diff")
    assert "\x1b" not in done.stdout
    assert "Looks" in done.stdout
