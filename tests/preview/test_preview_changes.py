"""What changed since the last build."""

import asyncio
from pathlib import Path

from roundup.preview.changes import Changes


def test_changes_are_taken_once_and_in_order(tmp_path: Path) -> None:
    async def run() -> None:
        changes = Changes(tmp_path)
        changes.add([f"{tmp_path}/content/b.md", f"{tmp_path}/content/a.md"])
        changes.add(["/elsewhere/x.html"])
        await asyncio.wait_for(changes.wait(), 30)
        assert changes.are_there
        assert changes.take() == ("content/a.md", "content/b.md", "/elsewhere/x.html")
        assert not changes.are_there
        assert changes.take() == ()

    asyncio.run(run())


def test_another_look_can_be_wanted_without_a_change(tmp_path: Path) -> None:
    async def run() -> None:
        changes = Changes(tmp_path)
        changes.add()
        assert changes.are_there
        assert changes.take() == ()

    asyncio.run(run())


def test_what_was_taken_in_vain_is_taken_again_first(tmp_path: Path) -> None:
    async def run() -> None:
        changes = Changes(tmp_path)
        changes.add([f"{tmp_path}/one"])
        taken = changes.take()
        changes.add([f"{tmp_path}/two"])
        changes.give_back(taken)
        assert changes.take() == ("one", "two")

    asyncio.run(run())


def test_files_are_named_before_folders_and_what_came_and_went_is_not(tmp_path: Path) -> None:
    async def run() -> None:
        changes = Changes(tmp_path)
        (tmp_path / "new").mkdir()
        (tmp_path / "new/a.md").touch()
        added = [f"{tmp_path}/new", f"{tmp_path}/new/a.md", f"{tmp_path}/new/sedXyZ"]
        changes.add([*added, f"{tmp_path}/old.md"], added)
        taken = changes.take()
        assert "new/sedXyZ" in taken
        assert changes.named(taken) == ["new/a.md", "old.md"]
        (tmp_path / "new/a.md").unlink()
        changes.add([f"{tmp_path}/new/a.md"])
        assert changes.named(changes.take()) == ["new/a.md"]
        changes.add([f"{tmp_path}/new"], [f"{tmp_path}/new"])
        assert changes.named(changes.take()) == ["new"]

    asyncio.run(run())
