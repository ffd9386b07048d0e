"""Pagefind's program, and others in its place that misbehave."""

import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from roundup.build import pagefind
from roundup.build.pagefind import PagefindFailed, indexing

pytestmark = pytest.mark.search

DOCUMENTS = [
    ("/a/", '<html lang="en"><body data-pagefind-body>First words</body></html>'),
    ("/b/", '<html lang="en"><body data-pagefind-body>Second words</body></html>'),
]


@pytest.fixture
def instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that a test writes, in the place of the real one."""
    path = tmp_path / "program"
    monkeypatch.setattr(pagefind, "program", lambda: path)
    return path


def script(path: Path, text: str) -> None:
    head = f"#!{sys.executable}\nimport base64, json, os, sys\n"
    path.write_text(head + text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def indexed(documents: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    with indexing(documents, "math") as made:
        return made()


def pages(files: dict[str, bytes]) -> list[str]:
    return [name for name in files if name.startswith("fragment/en_")]


def test_several_are_made_side_by_side() -> None:
    with indexing(DOCUMENTS, "math") as first, indexing(DOCUMENTS[:1], "math") as second:
        assert len(pages(second())) == 1
        assert len(pages(first())) == 2


def test_many_documents_are_sent_and_many_files_come_back() -> None:
    many = [
        (f"/{n}/", html.replace("words", f"w{n}")) for n, (_, html) in enumerate(DOCUMENTS * 150)
    ]
    assert len(pages(indexed(many))) == 300


def test_variables_of_the_machine_have_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "body")
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "fr")
    assert len(pages(indexed(DOCUMENTS))) == 2


def test_a_program_that_cannot_be_run_is_told(instead: Path) -> None:
    instead.write_text("nothing that runs")
    with pytest.raises(PagefindFailed, match="Permission denied"):
        indexed(DOCUMENTS)


def test_a_program_that_ends_too_early_is_told(instead: Path) -> None:
    script(instead, "sys.exit(3)")
    with pytest.raises(PagefindFailed):
        indexed(DOCUMENTS * 1000)


def test_a_complaint_is_told_once_all_is_heard(instead: Path) -> None:
    script(
        instead,
        """
for message in sys.stdin.buffer.read1().decode().split(","):
    said = {"type": "Error", "message": "no room"}
    number = json.loads(base64.b64decode(message))["message_id"] if message else 0
    answer = json.dumps({"message_id": number, "payload": said}).encode()
    os.write(1, base64.b64encode(answer) + b",")
""",
    )
    with pytest.raises(PagefindFailed, match="no room"):
        indexed(DOCUMENTS)


def test_documents_that_fail_end_the_program() -> None:
    def documents() -> Iterator[tuple[str, str]]:
        yield DOCUMENTS[0]
        raise KeyError("gone")

    with pytest.raises(KeyError):
        indexed(documents())


def test_the_program_is_found_without_importing_its_package() -> None:
    assert pagefind.program() is not None
    assert pagefind.PACKAGE not in sys.modules
