"""What a preview says of its builds."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from roundup.build.report import Report
from roundup.cli.serving import Heard
from roundup.problems import Problem, error, warning

OLD = warning("content/x.md", 1, "old")
NEW = warning("content/x.md", 2, "new")
BROKEN = error("site.toml", 1, "broken")


def report(*problems: Problem, rendered: int = 0, removed: int = 0) -> Report:
    return Report(
        problems=problems,
        rendered=("/",) * rendered,
        removed=("x",) * removed,
        seconds=0.0123,
        output="public",
    )


@pytest.fixture(autouse=True)
def _called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    with click.Context(click.Command("serve")):
        yield


@pytest.mark.parametrize(
    ("changed", "made", "line"),
    [
        (["content/x.md"], report(rendered=3), "content/x.md: 3 rendered in 12 ms"),
        (["a", "b", "c"], report(rendered=1), "a and 2 more: 1 rendered in 12 ms"),
        ([], report(rendered=2), "search index: 2 rendered in 12 ms"),
        (["a"], report(removed=2), "a: 0 rendered, 2 removed in 12 ms"),
        (["a"], report(OLD, rendered=1), "a: 1 rendered in 12 ms (1 warning)"),
        (["a"], report(BROKEN, OLD), "a: 1 error, 1 warning, the last good site stays"),
    ],
)
def test_a_build_is_a_line(
    capsys: pytest.CaptureFixture[str], changed: list[str], made: Report, line: str
) -> None:
    Heard().next(made, changed)
    assert capsys.readouterr().out == f"{line}\n"


def test_a_build_that_found_nothing_to_do_is_passed_over(
    capsys: pytest.CaptureFixture[str],
) -> None:
    heard = Heard()
    heard.first(report(OLD))
    capsys.readouterr()
    heard.next(report(OLD), ["content/x.md"])
    assert capsys.readouterr() == ("", "")


def test_a_problem_is_said_when_it_appears(capsys: pytest.CaptureFixture[str]) -> None:
    heard = Heard()
    said = []
    for made in (report(OLD), report(OLD, NEW), report(BROKEN), report(OLD), report(OLD, NEW)):
        heard.next(made, ["a"])
        said.append([row.split()[-1] for row in capsys.readouterr().err.splitlines()])
    assert said == [["old"], ["new"], ["broken"], [], ["new"]]
