"""Changes are made whole or not at all, and nothing is overwritten."""

import os
import signal
from pathlib import Path

import pytest

from roundup.authoring import write as writing
from roundup.authoring.changes import Changes, Edit, Move, creations, together
from roundup.authoring.write import Refused, write


def tree(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def folders(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_dir()}


def test_files_are_made_edited_and_moved(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old/a.md").write_bytes(b"a")
    (tmp_path / "b.md").write_bytes(b"b")
    (tmp_path / "b.md").chmod(0o640)
    write(
        tmp_path,
        together(
            [
                creations({"new/c.md": "ç", "new/d.png": b"\x89"}),
                Changes(edits=(Edit("b.md", b"b", b"B"),), moves=(Move("old/a.md", "new/a.md"),)),
            ]
        ),
    )
    assert tree(tmp_path) == {
        "new/c.md": "ç".encode(),
        "new/d.png": b"\x89",
        "new/a.md": b"a",
        "b.md": b"B",
    }
    assert folders(tmp_path) == {"new"}
    assert (tmp_path / "b.md").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "new/c.md").stat().st_mode & 0o777 == 0o666 & ~writing._umask()


def test_everything_in_the_way_is_said_at_once_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"mine")
    (tmp_path / "b.md").symlink_to("nowhere")
    with pytest.raises(Refused) as refused:
        write(tmp_path, creations({"a.md": "x", "b.md": "x", "deep/er/c.md": "x"}))
    assert [(one.file, one.message) for one in refused.value.problems] == [
        ("a.md", "it is there already"),
        ("b.md", "it is there already"),
    ]
    assert tree(tmp_path) == {"a.md": b"mine"}
    assert folders(tmp_path) == set()


def test_a_file_that_changed_meanwhile_is_not_edited(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"newer")
    with pytest.raises(Refused) as refused:
        write(tmp_path, Changes(created=(("b.md", b"b"),), edits=(Edit("a.md", b"old", b"x"),)))
    assert refused.value.problems[0].message == "it has changed meanwhile"
    assert tree(tmp_path) == {"a.md": b"newer"}


def test_a_fault_in_the_middle_takes_everything_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_bytes(b"a")
    (tmp_path / "b.md").write_bytes(b"b")
    changes = Changes(
        created=(("new/c.md", b"c"),),
        edits=(Edit("a.md", b"a", b"A"),),
        moves=(Move("b.md", "moved/b.md"), Move("missing.md", "moved/m.md")),
    )
    with pytest.raises(Refused) as refused:
        write(tmp_path, changes)
    assert "No such file" in refused.value.problems[0].message
    assert tree(tmp_path) == {"a.md": b"a", "b.md": b"b"}
    assert folders(tmp_path) == set()


def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object, **options: object) -> None:
        raise OSError(28, "No space left on device", "c.md")

    monkeypatch.setattr(os, "fdopen", full)
    with pytest.raises(Refused) as refused:
        write(tmp_path, creations({"new/c.md": "c"}))
    assert refused.value.problems[0].message == "cannot be written: No space left on device"
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_comes_late_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit = writing._commit

    def late(root: Path, *rest: object) -> None:
        (tmp_path / "b.md").write_bytes(b"theirs")
        commit(root, *rest)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(writing, "_commit", late)
    with pytest.raises(Refused):
        write(tmp_path, creations({"a.md": "x", "b.md": "x"}))
    assert tree(tmp_path) == {"b.md": b"theirs"}


def test_ctrl_c_waits_until_all_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit = writing._commit

    def interrupted(*arguments: object) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        commit(*arguments)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(writing, "_commit", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, creations({"a.md": "x", "b.md": "x"}))
    assert tree(tmp_path) == {"a.md": b"x", "b.md": b"x"}


def test_a_link_is_edited_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.md").write_bytes(b"a")
    (tmp_path / "a.md").symlink_to("real/a.md")
    write(tmp_path, Changes(edits=(Edit("a.md", b"a", b"A"),)))
    assert (tmp_path / "a.md").is_symlink()
    assert (tmp_path / "real/a.md").read_bytes() == b"A"


@pytest.mark.parametrize("path", ["../a.md", "/a.md", "a/../../b.md"])
def test_no_change_leaves_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(AssertionError):
        write(tmp_path, creations({path: "x"}))
