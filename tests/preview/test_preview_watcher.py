"""Changes are noticed where the site's sources are, and nowhere else."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from roundup.preview.watcher import watch
from sites import ROUNDUP, make_site

Changed = Callable[[], Awaitable[None]]


async def settled(changed: asyncio.Event) -> None:
    """Waits for a change, and until no more of them follow."""
    await asyncio.wait_for(changed.wait(), 30)
    while changed.is_set():
        changed.clear()
        await asyncio.sleep(0.3)


def watching(site: Path, edits: Callable[[asyncio.Event], Awaitable[None]]) -> None:
    async def run() -> None:
        changed = asyncio.Event()
        task = asyncio.create_task(watch(site, changed))
        try:
            await settled(changed)
            await edits(changed)
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    asyncio.run(run())


@pytest.mark.parametrize(
    "name", ["content/2019/top/xlnet.md", "content/2020/new/index.md", "static/x.css", "site.toml"]
)
def test_a_change_of_a_source_is_noticed(tmp_path: Path, name: str) -> None:
    site = make_site(tmp_path, {**ROUNDUP, "static/style.css": "", "templates/a.html": ""})

    async def edits(changed: asyncio.Event) -> None:
        make_site(site, {name: "title = 'x'\n"}) if name != "site.toml" else touch(site / name)
        await settled(changed)

    watching(site, edits)


def touch(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")


def test_files_moved_over_others_are_noticed_as_editors_save_them(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", ROUNDUP)

    async def edits(changed: asyncio.Event) -> None:
        for name in ("site.toml", "content/2019/top/dain.md"):
            beside = tmp_path / "beside"
            beside.write_text((site / name).read_text("utf-8") + "\n", "utf-8")
            beside.rename(site / name)
            await settled(changed)

    watching(site, edits)


def test_a_folder_that_is_made_later_is_watched_too(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)

    async def edits(changed: asyncio.Event) -> None:
        make_site(site, {"templates/404.html": "one"})
        await settled(changed)
        make_site(site, {"templates/parts/more.html": "two"})
        await settled(changed)

    watching(site, edits)


def test_the_folder_of_another_theme_is_watched(tmp_path: Path) -> None:
    theme = {"themes/plain/templates/404.html": "one", "themes/plain/static/style.css": ""}
    site = make_site(tmp_path, {**ROUNDUP, **theme})

    async def edits(changed: asyncio.Event) -> None:
        text = (site / "site.toml").read_text("utf-8")
        (site / "site.toml").write_text('theme = "themes/plain"\n' + text, "utf-8")
        await settled(changed)
        make_site(site, {"themes/plain/templates/404.html": "two"}, "")
        await settled(changed)

    watching(site, edits)


def test_output_cache_and_hidden_files_are_no_sources(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)

    async def edits(changed: asyncio.Event) -> None:
        names = (".roundup/state", "public/index.html", "notes/x.md", "content/.x.md.swp")
        for name in (*names, "content/x.md~", "content/.obsidian/workspace.json"):
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("x")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(changed.wait(), 0.6)

    watching(site, edits)
