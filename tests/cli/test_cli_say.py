"""How problems are printed: colours, annotations, and nothing that steers a terminal."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from roundup.cli import say
from roundup.problems import error, warning


@pytest.fixture(autouse=True)
def in_a_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    with click.Context(click.Command("any")):
        yield


def test_the_severity_is_coloured_and_the_rest_is_not() -> None:
    shown = say.coloured(error("content/a.md", 4, "unknown field: error: x", "a hint"))
    assert click.unstyle(shown) == (
        "content/a.md:4: error: unknown field: error: x\n  hint: a hint"
    )
    red = click.style("error", fg="red", bold=True)
    assert shown == f"content/a.md:4: {red}: unknown field: error: x\n  hint: a hint"


def test_the_line_is_shown_with_a_caret_below_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("\ufeff---\ntitle: 论文\narvix: 论文 1906\r\n---\n", "utf-8")
    shown = say.coloured(error("a.md", 3, "unknown field 'arvix'", "did you mean 'arxiv'?"))
    assert click.unstyle(shown).split("\n") == [
        "a.md:3: error: unknown field 'arvix'",
        "     3 | arvix: 论文 1906",
        "       | ^^^^^",
        "  hint: did you mean 'arxiv'?",
    ]
    wide = say.coloured(error("a.md", 3, "'arvix': expected an arXiv id, found '1906'"))
    assert click.unstyle(wide).split("\n")[-1] == "       |             ^^^^"


def test_a_line_that_cannot_be_read_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    for file, line in (("a.md", 1), ("gone.md", 3), ("a\0.md", 2)):
        assert len(say.coloured(error(file, line, "strange")).split("\n")) == 1


@pytest.mark.parametrize("setting", ["1", ""])
def test_no_color_is_heeded_unless_it_is_empty(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], setting: str
) -> None:
    monkeypatch.setenv("NO_COLOR", setting)
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda stream, color: color is False)
    say.problems([warning("a.md", 1, "strange")], "text")
    assert ("\x1b[" in capsys.readouterr().err) == (not setting)


def test_words_of_the_site_cannot_steer_the_terminal() -> None:
    shown = say.coloured(warning("a\nb\x1b[2J.md", 0, "title \x07\u202e\x9b"))
    assert click.unstyle(shown) == "a\\x0ab\\x1b[2J.md: warning: title \\x07\\u202e\\x9b"


def test_annotations_are_escaped_as_github_reads_them() -> None:
    line = say.github_line(error("content/a,b:c%.md", 3, "50% of\nit", "a: b, c"))
    assert line == "::error file=content/a%2Cb%3Ac%25.md,line=3::50%25 of%0Ait%0Ahint: a: b, c"


def test_annotations_of_whole_files_have_no_line() -> None:
    assert say.github_line(warning("a.png", 0, "orphan")) == "::warning file=a.png::orphan"


def test_counts_are_words() -> None:
    found = [error("a", 1, "x"), warning("a", 1, "y"), warning("a", 2, "z")]
    assert say.count(found) == "1 error, 2 warnings"
    assert say.count([]) == "no problems"
