"""What open pages are told."""

import asyncio
from collections.abc import AsyncIterator

from roundup.build.report import Report
from roundup.preview.channel import Channel, News
from roundup.problems import error

GOOD = Report(problems=(), written=1)
IDLE = Report(problems=())
BROKEN = Report(problems=(error("content/x.md", 1, "wrong"),))


async def soon(news: AsyncIterator[News]) -> News:
    return await asyncio.wait_for(anext(news), 5)


def test_a_listener_hears_the_present_news_first() -> None:
    async def run() -> None:
        channel = Channel()
        channel.tell(GOOD)
        assert await soon(channel.heard()) == channel.news

    asyncio.run(run())


def test_a_changed_site_is_a_new_version_and_an_idle_build_is_not() -> None:
    channel = Channel()
    seen = []
    for report in (GOOD, IDLE, GOOD, Report(problems=(), removed=("x.html",)), BROKEN):
        channel.tell(report)
        seen.append(channel.news.version)
    assert seen[0] == seen[1]
    assert seen[1] != seen[2] != seen[3]
    assert seen[3] == seen[4]


def test_problems_are_told_and_taken_back() -> None:
    async def run() -> None:
        channel = Channel()
        news = channel.heard()
        assert (await soon(news)).problems == ()
        channel.tell(BROKEN)
        assert (await soon(news)).problems == BROKEN.problems
        channel.tell(IDLE)
        assert (await soon(news)).problems == ()

    asyncio.run(run())


def test_everybody_hears_and_the_slow_hear_the_latest() -> None:
    async def run() -> None:
        channel = Channel()
        first, second = channel.heard(), channel.heard()
        await soon(first)
        await soon(second)
        channel.tell(GOOD)
        channel.tell(BROKEN)
        assert await soon(first) == await soon(second) == channel.news

    asyncio.run(run())


def test_the_same_news_are_not_told_twice() -> None:
    async def run() -> None:
        channel = Channel()
        news = channel.heard()
        await soon(news)
        waiting = asyncio.ensure_future(anext(news))
        channel.tell(IDLE)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert not waiting.done()
        channel.tell(BROKEN)
        assert (await asyncio.wait_for(waiting, 5)).problems == BROKEN.problems

    asyncio.run(run())


def test_closing_ends_what_is_heard() -> None:
    async def run() -> None:
        channel = Channel()
        news = channel.heard()
        await soon(news)
        channel.close()
        assert [one async for one in news] == []

    asyncio.run(run())


def test_versions_of_two_servers_differ() -> None:
    assert Channel().news.version != Channel().news.version
