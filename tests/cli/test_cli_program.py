"""`roundup` itself: help, options on both sides, exit codes, and ends without a traceback."""

import importlib
import subprocess
import sys
from pathlib import Path

import click
import pytest

import roundup
from cli.commands import call, environment, process
from roundup.authoring.export.document import ENDINGS
from roundup.cli import program as itself
from roundup.cli.export import FORMS
from roundup.cli.list import KINDS
from roundup.cli.listing import TABLES
from roundup.cli.program import COMMANDS, module_of, run
from sites import make_site


def loaded(name: str) -> click.Command:
    command = importlib.import_module(f"roundup.cli.{module_of(name)}").command
    assert isinstance(command, click.Command)
    return command


def test_the_help_names_every_command() -> None:
    done = call("--help")
    assert done.exit_code == 0
    said = " ".join(done.stdout.split())
    for name, meaning in COMMANDS.items():
        assert f"{name} {meaning}" in said


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_of_itself_what_the_help_says_of_it(name: str) -> None:
    assert (loaded(name).help or "").split("\n")[0] == COMMANDS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_of_itself(name: str) -> None:
    done = call(name, "--help")
    assert done.exit_code == 0
    _, _, after = done.stdout.partition("Example")
    assert f"  roundup {name}" in after


def test_the_help_loads_neither_commands_nor_what_they_need() -> None:
    code = (
        "import sys\nfrom roundup.cli.program import run\nassert run(['--help']) == 0\n"
        "print(sorted(one for one in sys.modules if one.startswith(('roundup.', 'rich', 'jinja2'))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment()
    )
    known = {f"roundup.cli{name}" for name in ("", ".ending", ".options", ".program")}
    assert set(eval(done.stdout.splitlines()[-1])) == known


# What reads, renders, serves and asks the web; none of it is needed to say what a command can do.
WORK = "babel bs4 httpx jinja2 latex2mathml markdown_it rich starlette uvicorn watchfiles"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_and_its_completion_load_nothing_of_its_work(name: str) -> None:
    code = (
        "import sys\nfrom roundup.cli.program import run\nassert run(sys.argv[1:]) == 0\n"
        f"print(sorted(set('{WORK}'.split()) & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, name, "--help"],
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_choices_that_are_written_without_their_work_are_complete() -> None:
    assert tuple(ENDINGS) == FORMS
    assert tuple(TABLES) == KINDS


def test_the_version_is_the_package_s() -> None:
    assert call("--version").stdout == f"roundup {roundup.__version__}\n"


@pytest.mark.parametrize("before", [True, False])
def test_the_site_may_stand_before_or_after_the_command(site: Path, before: bool) -> None:
    words = ("--site", site, "list", "papers") if before else ("list", "papers", "--site", site)
    done = call(*words)
    assert (done.exit_code, "xlnet" in done.stdout) == (0, True)


def test_the_site_named_last_counts(site: Path, tmp_path: Path) -> None:
    other = make_site(tmp_path / "other", {})
    assert "xlnet" in call("--site", other, "list", "papers", "--site", site).stdout
    assert "xlnet" not in call("--site", site, "list", "papers", "--site", other).stdout


@pytest.mark.parametrize(
    "words",
    [
        ["bulid"],
        ["build", "--nonsense"],
        ["build", "--jobs", "0"],
        ["build", "--base-url", "ftp://example.org/"],
        ["build", "--base-url", "https://example.org/?query"],
        ["build", "extra"],
        ["list"],
        ["list", "people"],
        ["schema", "nothing"],
        ["serve", "--port", "65536"],
        ["--site", "no-such-folder", "build"],
        ["check", "--format", "xml"],
    ],
)
def test_a_wrong_command_line_ends_with_2(site: Path, words: list[str]) -> None:
    done = call("--site", site, *words)
    assert done.exit_code == 2
    assert "Error: " in done.stderr
    assert done.stdout == ""


def test_a_missing_choice_is_answered_in_a_line(site: Path) -> None:
    done = call("--site", site, "export", "top")
    assert "Missing option '--to'. Choose from: md, email, wechat, html\n" in done.stderr
    assert "Missing argument 'papers|roundups|tags'.\n" in call("--site", site, "list").stderr


@pytest.mark.parametrize("folder", [".", "content", "content/2019/top", "content/2019/next"])
def test_inside_a_site_commands_work_on_it(
    site: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_site(site, {"content/2019/next/index.md": "---\ntitle: Next\n---\n"})
    monkeypatch.chdir(site / folder)
    assert call("list", "roundups").stdout.splitlines()[1].startswith("2019/next ")
    assert f"The site in {site} has 2 roundups." in call().stdout
    assert call("build").exit_code == 0
    assert (site / "public/2019/next/index.html").is_file()


def test_inside_a_roundup_it_goes_by_a_dot(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site / "content/2019/top")
    done = call("translate", ".", "zh")
    assert "wrote index.zh.md\n" in done.stdout
    assert (site / "content/2019/top/index.zh.md").is_file()


def test_the_nearest_site_is_meant_and_one_that_is_named_exactly(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = make_site(site / "tests/inner", {})
    (inner / "content").mkdir()
    monkeypatch.chdir(inner / "content")
    assert f"The site in {inner} has no roundup yet." in call().stdout
    done = call("--site", ".", "check")
    assert done.exit_code == 1
    assert "there is no site in" in done.stderr
    assert "2019/top" in call("--site", "../../..", "list", "roundups").stdout


def test_a_misspelt_command_is_answered_with_the_nearest() -> None:
    assert "Did you mean 'build'?" in call("bulid").stderr


def test_a_misspelt_option_is_answered_with_the_nearest() -> None:
    assert "'--strict'" in call("build", "--strikt").stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_help_may_also_be_asked_for_by_its_name(name: str) -> None:
    assert call("help", name).stdout == call(name, "--help").stdout


def test_help_alone_is_the_help_of_all() -> None:
    assert call("help").stdout == call("--help").stdout
    assert "Did you mean 'build'?" in call("help", "bulid").stderr


@pytest.mark.parametrize(
    "command",
    [["build"], ["check"], ["list", "papers"], ["status"], ["serve"], ["new", "2024", "top"]],
)
def test_a_folder_without_a_site_ends_with_1(tmp_path: Path, command: list[str]) -> None:
    done = call("--site", tmp_path, *command)
    assert done.exit_code == 1
    assert f"site.toml: error: there is no site in {tmp_path}\n" in done.stderr
    assert "roundup init" in done.stderr
    assert list(tmp_path.iterdir()) == []


class Failing(click.Command):
    """Stands in for a command that meets something on its way."""

    def __init__(self, fault: BaseException) -> None:
        super().__init__("failing", callback=self.fail)
        self._fault = fault

    def fail(self) -> None:
        raise self._fault


def outcome(monkeypatch: pytest.MonkeyPatch, fault: BaseException) -> int:
    monkeypatch.setattr(itself, "program", Failing(fault))
    return run([])


def test_ctrl_c_ends_with_130_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert outcome(monkeypatch, KeyboardInterrupt()) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_what_the_machine_refuses_is_said_with_the_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert outcome(monkeypatch, OSError(28, "No space left on device", "public/x")) == 1
    said = "public/x: error: No space left on device\n  hint: make room on the disk\n"
    assert capsys.readouterr().err == said


def test_a_fault_of_our_own_is_one_line_and_a_hint(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("ROUNDUP_TRACEBACK", raising=False)
    assert outcome(monkeypatch, ZeroDivisionError("by zero")) == 1
    said = capsys.readouterr().err
    assert "ZeroDivisionError: by zero" in said
    assert "ROUNDUP_TRACEBACK=1" in said
    assert "Traceback (most recent" not in said


def test_the_whole_traceback_is_there_for_those_who_ask(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ROUNDUP_TRACEBACK", "1")
    assert outcome(monkeypatch, ZeroDivisionError("by zero")) == 1
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_a_reader_who_leaves_is_no_disaster(site: Path) -> None:
    """More is printed than a pipe holds, and nobody reads it."""
    for number in range(40):
        text = f"---\ntitle: {'Long ' * 500}\n---\n"
        make_site(site, {f"content/2019/top-{number}/index.md": text})
    command = [sys.executable, "-m", "roundup", "--site", str(site), "list", "roundups"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=environment(), text=True, **pipes) as running:  # type: ignore[call-overload]
        running.stdout.close()
        assert running.wait(60) == 1
        assert running.stderr.read() == ""


def test_any_encoding_of_the_terminal_will_do(site: Path) -> None:
    toml = 'title = "论文盘点"\nbase_url = "https://example.org/"\nlanguage = "zh"\n'
    make_site(site, {"content/2019/top/index.md": "---\ntitle: 年度论文\n---\n"}, toml)
    done = process("--site", site, "list", "roundups", env=environment(PYTHONIOENCODING="latin-1"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\u5e74" in done.stdout
