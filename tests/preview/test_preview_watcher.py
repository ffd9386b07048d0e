"""Changes are noticed where the site's sources are, however editors save them, and nowhere else."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from roundup.preview import polling, watcher
from roundup.preview.changes import Changes
from roundup.preview.watcher import watch
from sites import ROUNDUP, SITE_TOML, make_site

ENTRY = "content/2019/top/dain.md"
Edits = Callable[[Changes], Awaitable[None]]


async def settled(changes: Changes) -> set[str]:
    """What changed, when no more of it follows."""
    await asyncio.wait_for(changes.wait(), 30)
    found: set[str] = set()
    while changes.are_there:
        found |= set(changes.take())
        await asyncio.sleep(0.3)
    return found


def watching(site: Path, edits: Edits, remarks: list[str] | None = None) -> None:
    async def run() -> None:
        changes = Changes(site)
        say = (remarks if remarks is not None else []).append
        task = asyncio.create_task(watch(site, changes, say))
        try:
            await settled(changes)
            await edits(changes)
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    asyncio.run(run())


def touch(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")


@pytest.mark.parametrize(
    "name", ["content/2019/top/xlnet.md", "content/2020/new/index.md", "static/x.css", "site.toml"]
)
def test_a_change_of_a_source_is_noticed(tmp_path: Path, name: str) -> None:
    site = make_site(tmp_path, {**ROUNDUP, "static/style.css": "", "templates/a.html": ""})

    async def edits(changes: Changes) -> None:
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        touch(path)
        found = await settled(changes)
        assert found
        assert found <= {name, *map(str, Path(name).parents)}

    watching(site, edits)


def written_twice(site: Path, beside: Path) -> None:
    touch(site / ENTRY)
    touch(site / ENTRY)


def moved_over(site: Path, beside: Path) -> None:
    beside.write_text((site / ENTRY).read_text("utf-8") + "\n", "utf-8")
    beside.rename(site / ENTRY)


def removed_and_made(site: Path, beside: Path) -> None:
    text = (site / ENTRY).read_text("utf-8")
    (site / ENTRY).unlink()
    (site / ENTRY).write_text(text + "\n", "utf-8")


def as_vim(site: Path, beside: Path) -> None:
    folder = (site / ENTRY).parent
    for name in ("4913", ".dain.md.swp"):
        (folder / name).touch()
        (folder / name).unlink()
    (site / ENTRY).rename(f"{site / ENTRY}~")
    (site / ENTRY).write_text("new", "utf-8")
    Path(f"{site / ENTRY}~").unlink()


def as_sed(site: Path, beside: Path) -> None:
    other = (site / ENTRY).with_name("sedA1b2C3")
    other.write_text("new", "utf-8")
    other.rename(site / ENTRY)


@pytest.mark.parametrize("save", [written_twice, moved_over, removed_and_made, as_vim, as_sed])
def test_it_is_noticed_however_it_is_saved(
    tmp_path: Path, save: Callable[[Path, Path], None]
) -> None:
    site = make_site(tmp_path / "site", ROUNDUP)

    async def edits(changes: Changes) -> None:
        for _ in range(2):
            save(site, tmp_path / "beside")
            assert ENTRY in await settled(changes)

    watching(site, edits)


def test_settings_are_noticed_when_another_file_takes_their_place(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", ROUNDUP)

    async def edits(changes: Changes) -> None:
        for _ in range(2):
            (tmp_path / "beside").write_text(SITE_TOML + "\n", "utf-8")
            (tmp_path / "beside").rename(site / "site.toml")
            assert "site.toml" in await settled(changes)

    watching(site, edits)


def test_folders_that_are_made_later_renamed_removed_and_restored_are_watched(
    tmp_path: Path,
) -> None:
    site = make_site(tmp_path / "site", ROUNDUP)

    async def edits(changes: Changes) -> None:
        make_site(site, {"templates/404.html": "one"})
        await settled(changes)
        make_site(site, {"templates/parts/more.html": "two"})
        await settled(changes)
        (site / "content/2019").rename(site / "content/2020")
        await settled(changes)
        touch(site / "content/2020/top/dain.md")
        await settled(changes)
        shutil.move(site / "content", tmp_path / "away")
        await settled(changes)
        shutil.move(tmp_path / "away", site / "content")
        await settled(changes)
        touch(site / "content/2020/top/dain.md")
        assert "content/2020/top/dain.md" in await settled(changes)

    watching(site, edits)


def test_the_folder_of_another_theme_is_watched(tmp_path: Path) -> None:
    theme = {"themes/plain/templates/404.html": "one", "themes/plain/static/style.css": ""}
    site = make_site(tmp_path / "site", {**ROUNDUP, **theme})

    async def edits(changes: Changes) -> None:
        (site / "site.toml").write_text('theme = "themes/plain"\n' + SITE_TOML, "utf-8")
        await settled(changes)
        touch(site / "themes/plain/templates/404.html")
        await settled(changes)
        shutil.move(site / "themes/plain", tmp_path / "away")
        await settled(changes)
        shutil.move(tmp_path / "away", site / "themes/plain")
        await settled(changes)
        touch(site / "themes/plain/templates/404.html")
        assert "themes/plain/templates/404.html" in await settled(changes)

    watching(site, edits)


def test_a_font_outside_static_is_watched(tmp_path: Path) -> None:
    toml = f'{SITE_TOML}[theme]\ncard_fonts = ["fonts/a.otf"]\n'
    site = make_site(tmp_path, {**ROUNDUP, "fonts/a.otf": "one"}, toml)

    async def edits(changes: Changes) -> None:
        touch(site / "fonts/a.otf")
        assert "fonts/a.otf" in await settled(changes)

    watching(site, edits)


def test_many_files_at_once_are_noticed_once(tmp_path: Path) -> None:
    files = {f"content/2019/list-{number}/index.md": "---\ntitle: x\n---\n" for number in range(99)}
    site = make_site(tmp_path, {**ROUNDUP, **files})

    async def edits(changes: Changes) -> None:
        for name in files:
            touch(site / name)
        assert set(files) <= await settled(changes)

    watching(site, edits)


def test_output_cache_hidden_files_and_left_overs_are_no_sources(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)

    async def edits(changes: Changes) -> None:
        names = (".roundup/state", "public/index.html", "notes/x.md", "content/.x.md.swp")
        for name in (*names, "content/x.md~", "content/#x.md#", "content/.obsidian/workspace.json"):
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("x")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(changes.wait(), 0.6)

    watching(site, edits)


def test_where_the_system_cannot_watch_it_looks_again_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, remarks = make_site(tmp_path / "site", ROUNDUP), list[str]()

    def limited(*paths: Path, **options: Any) -> Any:
        raise OSError("OS file watch limit reached.")

    monkeypatch.setattr(watcher, "awatch", limited)
    monkeypatch.setattr(polling, "SECONDS", 0.05)

    async def edits(changes: Changes) -> None:
        for name in (ENTRY, "site.toml"):
            touch(site / name)
            assert name in await settled(changes)
        shutil.move(site / "content", tmp_path / "away")
        assert "content" in await settled(changes)
        shutil.move(tmp_path / "away", site / "content")
        await settled(changes)
        touch(site / ENTRY)
        assert ENTRY in await settled(changes)

    watching(site, edits, remarks)
    assert remarks == [
        "the system cannot watch the files (OS file watch limit reached.): "
        "looking at them again and again"
    ]
