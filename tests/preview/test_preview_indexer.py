"""Search indices of a preview, made beside its builds."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from build.indexed import INDEX, fragments
from roundup.build.build import build
from roundup.build.report import Report
from roundup.build.sources import Options
from roundup.pages.views import IndexView
from roundup.preview.indexer import Indexer
from roundup.preview.indexing import Wanted, make
from sites import ROUNDUP, contents, make_site

pytestmark = pytest.mark.search

XLNET = "content/2019/top/xlnet.md"
PATIENCE = 120


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roundup.preview.indexer.PAUSE", 0.01)


def built(site: Path, indexer: Indexer) -> Report:
    report = build(site, Options(jobs=1), indexing=indexer)
    assert not report.failed
    return report


def working(indexer: Indexer, step: Callable[[], object], again: bool) -> bool:
    """Whether the indexer, told that `step` was a build, asks for another one."""

    async def work() -> bool:
        changed = asyncio.Event()
        task = asyncio.create_task(indexer.work(changed.set))
        step()
        indexer.end()
        try:
            await asyncio.wait_for(changed.wait(), PATIENCE if again else 1)
        except TimeoutError:
            return False
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        return True

    return asyncio.run(work())


def test_a_build_never_waits_and_the_next_one_takes_what_is_ready(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)
    indexer = Indexer(site)
    assert working(indexer, lambda: built(site, indexer), again=True)
    assert not (site / "public" / INDEX).exists()
    report = built(site, indexer)
    assert report.indexed == report.written > 0
    assert "/papers/xlnet/" in fragments(site / "public")
    assert not working(indexer, lambda: built(site, indexer), again=False)


def test_an_index_that_is_outdated_is_not_taken(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)
    indexer = Indexer(site)
    assert working(indexer, lambda: built(site, indexer), again=True)
    text = (site / XLNET).read_text("utf-8")
    make_site(site, {XLNET: text.replace("every order", "any order")})
    indexer.begin()
    built(site, indexer)
    assert not (site / "public" / INDEX / "en").exists()
    later = Indexer(site)
    assert working(later, lambda: built(site, later), again=True)
    built(site, later)
    assert "any order" in fragments(site / "public")["/papers/xlnet/"]["content"]


def test_it_comes_to_what_an_ordinary_build_makes(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", ROUNDUP)
    indexer = Indexer(site)
    working(indexer, lambda: built(site, indexer), again=True)
    built(site, indexer)
    build(site, Options(jobs=1, fresh=True, output=tmp_path / "fresh"))
    assert contents(site / "public") == contents(tmp_path / "fresh")


@pytest.mark.parametrize("answer", [b"", b"garbage", OSError("no process")])
def test_a_failure_is_left_to_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes | OSError
) -> None:
    async def answered(site: Path, asked: bytes) -> bytes:
        if isinstance(answer, OSError):
            raise answer
        return answer

    site = make_site(tmp_path, ROUNDUP)
    indexer = Indexer(site)
    monkeypatch.setattr("roundup.preview.indexer._answer", answered)
    assert not working(indexer, lambda: built(site, indexer), again=False)


def test_work_that_a_build_has_made_worthless_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, left = make_site(tmp_path, ROUNDUP), list[bytes]()

    async def endless(site: Path, asked: bytes) -> bytes:
        try:
            await asyncio.sleep(PATIENCE)
        except asyncio.CancelledError:
            left.append(asked)
            raise
        return b""

    monkeypatch.setattr("roundup.preview.indexer._answer", endless)

    async def run() -> None:
        indexer = Indexer(site)
        task = asyncio.create_task(indexer.work(lambda: None))
        for _ in range(2):
            built(site, indexer)
            indexer.end()
            await asyncio.sleep(0.2)
        assert len(left) == 1
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert len(left) == 2

    asyncio.run(run())


def test_a_part_that_cannot_be_made_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(tmp_path, ROUNDUP)
    wanted: dict[bytes, IndexView] = {}
    build(site, Options(jobs=1), indexing=lambda key, view, bodies: wanted.update({key: view}))
    monkeypatch.setattr("roundup.build.pagefind.program", lambda: tmp_path / "nowhere")
    assert make(site, Wanted(wanted)).files == {}
    assert wanted
