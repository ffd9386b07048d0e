"""Shell completion: what a shell is offered, in which words, and that it never hears of a fault."""

import importlib
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from cli.commands import call, environment
from roundup.cli.completion import INSTALLING
from roundup.cli.program import COMMANDS, module_of
from sites import make_site

BASH = shutil.which("bash")
# Completes a line at its end as readline would: bash cuts words at blanks and at COMP_WORDBREAKS.
PRESS_TAB = """
eval "$(cat script)"
compopt() { :; }
COMP_LINE=$1 COMP_POINT=${#1}
_roundup_completion "$2"
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def roundup(tmp_path: Path) -> Path:
    """The command as shells find it."""
    path = tmp_path / "bin/roundup"
    path.parent.mkdir()
    path.write_text(f'#!/bin/sh\nexec {sys.executable} -m roundup "$@"\n')
    path.chmod(0o755)
    return path


def answered(site: Path, line: str, shell: str = "bash", **more: str) -> list[str]:
    """What the command answers a shell on a line, as values."""
    words = line.split(" ")
    asked = {
        "_ROUNDUP_COMPLETE": f"{shell}_complete",
        "COMP_LINE": line,
        "COMP_WORDS": line,
        "COMP_CWORD": words[-1] if shell == "fish" else str(len(words) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-m", "roundup"],
        cwd=site,
        env=environment(**asked, **more),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line for line in done.stdout.splitlines() if line]
    if shell == "zsh":
        return lines[1::3]
    return [line.partition(",")[2].partition("\t")[0] for line in lines]


def test_commands_are_offered_in_their_order(site: Path) -> None:
    assert answered(site, "roundup ") == list(COMMANDS)
    assert answered(site, "roundup bu") == ["build"]


@pytest.mark.parametrize("shell", INSTALLING)
def test_every_shell_is_answered(site: Path, shell: str) -> None:
    assert answered(site, "roundup bu", shell) == ["build"]
    assert answered(site, "roundup build --str", shell) == ["--strict"]
    assert answered(site, "roundup new 2021 x --after 2", shell) == ["2019/top"]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("roundup list ", ["papers", "roundups", "tags"]),
        ("roundup check --format g", ["github"]),
        ("roundup new 2021 x --lang ", ["en", "zh"]),
        ("roundup new 2021 x --lang=z", ["zh"]),
        ("roundup new 20", ["2019"]),
        ("roundup new 2021 t", ["top"]),
        ("roundup completion f", ["fish"]),
        ("roundup schema en", ["entry"]),
        ("roundup new 2021 x --title ", []),
        ("roundup rename roundup:", ["roundup:2019/top"]),
        ("roundup eject pap", ["paper.html", "papers.html"]),
    ],
)
def test_values_are_offered(site: Path, line: str, values: list[str]) -> None:
    assert answered(site, line) == values


def test_the_site_that_the_line_names_is_looked_at(site: Path, tmp_path: Path) -> None:
    other = make_site(tmp_path / "other", {"content/2021/x/index.md": "---\ntitle: X\n---\n"})
    line = f"roundup --site {other} new 2022 y --after "
    assert answered(site, line) == ["2021/x"]


@pytest.mark.parametrize(
    "line",
    [
        "roundup nonsense --wro",
        "roundup new 2021 x --after '",
        'roundup "',
        "roundup --site /no/such/folder list ",
        "",
        "roundup list \\",
    ],
)
def test_whatever_the_line_nothing_fails(tmp_path: Path, line: str) -> None:
    answered(tmp_path, line)


def test_broken_settings_are_no_fault_of_the_line(site: Path) -> None:
    (site / "site.toml").write_text("title = ")
    assert answered(site, "roundup new 2021 x --lang ") == ["en"]


@pytest.mark.parametrize("shell", INSTALLING)
def test_the_script_says_how_to_install_it(shell: str) -> None:
    done = call("completion", shell)
    assert done.exit_code == 0
    assert "_ROUNDUP_COMPLETE" in done.stdout
    assert all(f"#   {line}" in done.stdout for line in INSTALLING[shell])
    assert done.stdout.startswith("#compdef roundup\n") or shell != "zsh"


@pytest.mark.parametrize("shell", INSTALLING)
def test_the_script_is_one_that_its_shell_can_read(shell: str, tmp_path: Path) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "script").write_text(call("completion", shell).stdout)
    done = subprocess.run(
        [shell, "-n", str(tmp_path / "script")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def pressed(site: Path, line: str, command: Path) -> list[str]:
    """What bash itself puts at the end of a line."""
    (command.parent / "script").write_text(call("completion", "bash").stdout)
    script = PRESS_TAB.replace("cat script", f"cat '{command.parent}/script'")
    done = subprocess.run(
        ["bash", "--norc", "-c", script, "bash", line, str(command)],
        cwd=site,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split("\n")[:-1]


@pytest.mark.skipif(BASH is None, reason="bash is not installed")
def test_bash_completes(site: Path, roundup: Path) -> None:
    assert pressed(site, "roundup sta", roundup) == ["status"]
    assert pressed(site, "roundup new 2021 x --after 2", roundup) == ["2019/top"]
    assert pressed(site, "roundup new 2021 x --lang=z", roundup) == ["zh"]
    assert pressed(site, "roundup nonsense --w", roundup) == [""]


@pytest.mark.skipif(BASH is None, reason="bash is not installed")
def test_bash_completes_what_stands_behind_a_colon(site: Path, roundup: Path) -> None:
    """For bash a word ends at a colon, so it is given what follows it."""
    assert pressed(site, "roundup rename pap", roundup) == ["paper:dain", "paper:xlnet"]
    assert pressed(site, "roundup rename paper:", roundup) == ["dain", "xlnet"]
    assert pressed(site, "roundup rename paper:x", roundup) == ["xlnet"]


@pytest.mark.skipif(BASH is None, reason="bash is not installed")
def test_bash_hears_nothing_of_a_command_that_is_broken(site: Path, tmp_path: Path) -> None:
    broken = tmp_path / "roundup"
    broken.write_text("#!/bin/sh\necho 'no such module' >&2\nexit 1\n")
    broken.chmod(0o755)
    assert pressed(site, "roundup sta", broken) == [""]


VALUES = {"ROUNDUP", "LANG", "NAME...", "KIND:OLD"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_name_of_the_site_that_a_command_takes_is_completed(name: str) -> None:
    command = importlib.import_module(f"roundup.cli.{module_of(name)}").command
    assert isinstance(command, click.Command)
    for parameter in command.params:
        if parameter.metavar in VALUES:
            assert parameter._custom_shell_complete, parameter.name
