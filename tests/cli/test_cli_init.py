"""`roundup init`: a new site, whole or not at all, and never over anything."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli.commands import call, environment, process
from roundup.authoring.scaffold import HELPERS, scaffold
from sites import contents


def new(folder: Path, *words: str) -> str:
    done = call("init", folder, *words)
    assert done.exit_code == 0, done.stderr
    return str(done.stdout)


def test_a_new_folder_becomes_a_site_that_builds_without_a_warning(tmp_path: Path) -> None:
    new(tmp_path / "papers")
    assert set(contents(tmp_path / "papers")) == set(scaffold())
    assert call("--site", tmp_path / "papers", "build", "--strict").exit_code == 0
    assert (tmp_path / "papers/public/zh/2017/worth-rereading/index.html").is_file()


def test_the_present_folder_may_hold_other_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "README.md").write_text("mine")
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    said = call("init", ".").stdout
    assert "cd " not in said
    assert (tmp_path / "README.md").read_text() == "mine"
    assert (tmp_path / "site.toml").is_file()


@pytest.mark.parametrize("name", ["пример и пробел", "论文", "it's"])
def test_any_name_of_a_folder_will_do(tmp_path: Path, name: str) -> None:
    said = new(tmp_path / name)
    assert call("--site", tmp_path / name, "check").exit_code == 0
    (line,) = (one.strip() for one in said.splitlines() if one.strip().startswith("cd "))
    shell = ["sh", "-c", f"{line} && test -f site.toml"]
    assert subprocess.run(shell, check=False).returncode == 0


def test_it_ends_with_the_three_steps_to_publish(tmp_path: Path) -> None:
    said = new(tmp_path / "papers")
    _, _, steps = said.partition("Publish it on GitHub Pages, in three steps:")
    assert [line[:5] for line in steps.splitlines() if line[2:3].isdigit()] == [
        "  1. ",
        "  2. ",
        "  3. ",
    ]
    assert "git init -b main" in steps
    assert '"GitHub Actions"' in steps
    assert "roundup serve --open" in said


def test_the_commands_that_it_names_send_the_site(tmp_path: Path) -> None:
    """The lines of the second step, in a shell, with a repository of our own in the place of GitHub's."""
    said = new(tmp_path / "papers")
    remote = tmp_path / "remote.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(remote)], check=True)
    lines = [line.strip() for line in said.splitlines() if line.strip().startswith("git ")]
    assert len(lines) == 5
    script = "\n".join(lines).replace("https://github.com/YOU/REPOSITORY.git", str(remote))
    names = {"GIT_AUTHOR_NAME": "A", "GIT_COMMITTER_NAME": "A", "GIT_CONFIG_GLOBAL": os.devnull}
    mails = {"GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_EMAIL": "a@example.org"}
    subprocess.run(
        ["sh", "-ec", script],
        cwd=tmp_path / "papers",
        env=environment(**names, **mails),
        check=True,
        capture_output=True,
    )
    listed = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", "main"],
        cwd=remote,
        check=True,
        capture_output=True,
        text=True,
    )
    assert set(listed.stdout.split()) == set(scaffold())


def test_a_repository_that_is_there_is_not_made_again(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/HEAD").write_text("ref: refs/heads/master\n")
    (tmp_path / ".git/config").write_text('[remote "origin"]\n\turl = x\n')
    said = new(tmp_path)
    assert "git init" not in said
    assert "git remote" not in said
    assert "git branch -M main" in said


def test_an_occupied_folder_is_refused_with_the_names_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/about.md").write_text("mine")
    before = contents(tmp_path)
    done = call("init", tmp_path)
    assert done.exit_code == 1
    assert "these files are there already: content/about.md\n" in done.stderr
    assert "hint: nothing was written" in done.stderr
    assert contents(tmp_path) == before


def test_a_second_time_it_is_a_site_already(tmp_path: Path) -> None:
    new(tmp_path)
    before = contents(tmp_path)
    done = call("init", tmp_path)
    assert done.exit_code == 1
    assert "it is a site already" in done.stderr
    assert done.stderr.count("error:") == 1
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["content", "content/2020/new", "static", "templates/x"])
def test_inside_the_files_of_a_site_no_other_is_made(tmp_path: Path, name: str) -> None:
    new(tmp_path)
    before = contents(tmp_path)
    done = call("init", tmp_path / name)
    assert done.exit_code == 1
    assert f"the folder is part of the site in {tmp_path}\n" in done.stderr
    assert contents(tmp_path) == before


def test_beside_the_files_of_a_site_another_can_stand(tmp_path: Path) -> None:
    new(tmp_path)
    assert "is a site now" in new(tmp_path / "examples/small")


def test_the_git_and_editor_files_of_a_folder_stay(tmp_path: Path) -> None:
    """A repository made on GitHub has a .gitignore; that is no reason to refuse, or to overwrite."""
    (tmp_path / ".gitignore").write_text("*.pyc\npublic/\n")
    (tmp_path / ".editorconfig").write_text("root = true\n")
    said = new(tmp_path)
    assert (tmp_path / ".gitignore").read_text() == "*.pyc\npublic/\n"
    assert "Left as it is: .gitignore" in said
    assert "Left as it is: .editorconfig" in said
    assert "Add to .gitignore what roundup makes: /.roundup/ /exports/\n" in said
    assert set(contents(tmp_path)) == set(scaffold())
    assert set(HELPERS) > {".gitignore", ".editorconfig"}


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "papers").write_text("a file")
    done = call("init", tmp_path / "papers")
    assert done.exit_code == 2
    assert "is a file" in done.stderr


def test_a_file_in_the_place_of_a_folder_inside_is_told(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("a file")
    done = call("init", tmp_path)
    assert done.exit_code == 1
    assert "error: " in done.stderr
    assert contents(tmp_path) == {"content": b"a file"}


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to the superuser")
def test_a_folder_that_is_closed_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    done = call("init", tmp_path / "papers")
    tmp_path.chmod(0o755)
    assert done.exit_code == 1
    assert "Permission denied" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "site.toml").symlink_to(tmp_path / "elsewhere.toml")
    assert call("init", tmp_path).exit_code == 1
    assert not (tmp_path / "elsewhere.toml").exists()


def test_without_a_folder_it_asks_for_one() -> None:
    done = call("init")
    assert done.exit_code == 2
    assert "Missing argument 'DIR'" in done.stderr


def test_in_silence_it_says_nothing(tmp_path: Path) -> None:
    assert new(tmp_path / "papers", "--quiet") == ""


def test_ctrl_c_leaves_all_or_nothing(tmp_path: Path) -> None:
    for number, pause in enumerate((0.05, 0.12, 0.16, 0.2, 0.25, 0.3)):
        folder = tmp_path / str(number)
        command = [sys.executable, "-m", "roundup", "init", str(folder)]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        with subprocess.Popen(command, env=environment(), text=True, **pipes) as running:  # type: ignore[call-overload]
            time.sleep(pause)
            running.send_signal(signal.SIGINT)
            running.communicate(timeout=60)
        assert not folder.exists() or set(contents(folder)) == set(scaffold())


def test_it_needs_no_terminal_that_knows_other_scripts(tmp_path: Path) -> None:
    given = environment(PYTHONIOENCODING="ascii", LC_ALL="C")
    done = process("init", tmp_path / "论文", env=given)
    assert (done.returncode, done.stderr) == (0, "")
