"""What open pages are told."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from roundup.preview.channel import Channel, News, Told
from roundup.preview.marks import Mark, mark_of
from roundup.preview.shelf import Shelf
from roundup.problems import error

PAGE = b'<link href="/style.css?v=11"><p>Words</p><img src="/plan.svg">'
LOOK = PAGE.replace(b"v=11", b"v=22")
WORDS = PAGE.replace(b"Words", b"More words")
WRONG = (Told(error("content/x.md", 1, "wrong")),)


class World:
    """A channel over a folder, and somebody who has the home page open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write(PAGE)
        self.channel = Channel(Shelf(folder))

    def write(self, page: bytes, name: str = "index.html") -> None:
        (self.folder / name).write_bytes(page)

    def listener(self, mark: Mark = mark_of(PAGE)) -> AsyncIterator[News]:  # noqa: B008  (a value)
        return self.channel.heard("/", mark)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


async def soon(news: AsyncIterator[News]) -> News:
    return await asyncio.wait_for(anext(news), 60)


async def silent(news: AsyncIterator[News]) -> None:
    waiting = asyncio.ensure_future(anext(news))
    await asyncio.sleep(0.02)
    assert not waiting.done()
    waiting.cancel()


def test_who_has_the_present_page_hears_that_nothing_changed(world: World) -> None:
    async def run() -> None:
        assert await soon(world.listener()) == News(mark=str(mark_of(PAGE)))

    asyncio.run(run())


@pytest.mark.parametrize(
    ("page", "change", "looks"), [(WORDS, "page", ()), (LOOK, "look", ("/style.css?v=22",))]
)
def test_who_has_an_older_page_hears_what_changed(
    world: World, page: bytes, change: str, looks: tuple[str, ...]
) -> None:
    async def run() -> None:
        later = world.listener()
        await soon(later)
        world.write(page)
        world.channel.spread()
        for listener in (later, world.listener()):
            news = await soon(listener)
            assert (news.change, news.looks, news.mark) == (change, looks, str(mark_of(page)))

    asyncio.run(run())


def test_a_change_is_told_once(world: World) -> None:
    async def run() -> None:
        listener = world.listener()
        await soon(listener)
        world.write(LOOK)
        world.channel.spread()
        assert (await soon(listener)).change == "look"
        world.channel.tell(WRONG)
        assert (await soon(listener)).change == ""

    asyncio.run(run())


def test_a_change_of_another_page_is_nobodys_news(world: World) -> None:
    async def run() -> None:
        listener = world.listener()
        await soon(listener)
        world.write(WORDS, "other.html")
        world.channel.tell(())
        await silent(listener)

    asyncio.run(run())


def test_a_page_is_told_of_the_changed_pictures_that_it_shows(world: World) -> None:
    async def run() -> None:
        listener = world.listener()
        await soon(listener)
        world.channel.tell((), ["/card.png", "/plan.svg"])
        assert (await soon(listener)).looks == ("/style.css?v=11", "/plan.svg")
        world.channel.tell((), ["/card.png"])
        await silent(listener)

    asyncio.run(run())


def test_problems_are_told_and_taken_back(world: World) -> None:
    async def run() -> None:
        listener = world.listener()
        await soon(listener)
        for problems in (WRONG, ()):
            world.channel.tell(problems)
            news = await soon(listener)
            assert (news.change, news.problems) == ("", problems)

    asyncio.run(run())


def test_the_slow_hear_the_latest(world: World) -> None:
    async def run() -> None:
        listener = world.listener()
        await soon(listener)
        world.channel.tell(WRONG)
        world.write(WORDS)
        world.channel.tell(())
        news = await soon(listener)
        assert (news.change, news.problems) == ("page", ())

    asyncio.run(run())


def test_a_page_that_appears_is_news_to_who_looks_at_its_address(world: World) -> None:
    async def run() -> None:
        listener = world.channel.heard("/new/", mark_of(b""))
        assert (await soon(listener)).change == ""
        (world.folder / "new").mkdir()
        world.write(WORDS, "new/index.html")
        world.channel.spread()
        assert (await soon(listener)).change == "page"

    asyncio.run(run())


def test_closing_ends_what_is_heard(world: World) -> None:
    async def run() -> None:
        listener = world.listener()
        await soon(listener)
        world.channel.close()
        assert [one async for one in listener] == []

    asyncio.run(run())


def test_what_is_open_is_looked_at_the_last_first_and_then_what_was_asked_for(world: World) -> None:
    async def run() -> None:
        open_pages = [world.channel.heard(address, mark_of(PAGE)) for address in ("/a/", "/b/")]
        for one in open_pages:
            await soon(one)
        for number in range(5):
            world.channel.asked_for(f"/{number}/")
        world.channel.asked_for("/a/")
        assert world.channel.looked_at() == ["/b/", "/a/", "/4/", "/3/"]
        world.channel.close()
        for one in open_pages:
            assert [news async for news in one] == []
        assert world.channel.looked_at() == ["/a/", "/4/", "/3/"]

    asyncio.run(run())
