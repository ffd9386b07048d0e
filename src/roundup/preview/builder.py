"""Builds a site again and again while it changes, and what is looked at before the rest."""

import asyncio
import re
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

import msgspec

from roundup.build.build import build
from roundup.build.folders import CACHE
from roundup.build.load import Recalled
from roundup.build.report import Abandoned, Report
from roundup.build.search import index_later
from roundup.build.sources import Options, Unreadable, read_settings
from roundup.content.config import SITE_FILE
from roundup.pages.addresses import of_page
from roundup.pages.pictures import RASTERS
from roundup.preview.changes import Changes
from roundup.preview.channel import Channel, Told
from roundup.preview.indexer import Indexer
from roundup.preview.ports import HOST
from roundup.preview.shelf import Shelf
from roundup.problems import Problem, error
from roundup.problems.excerpt import excerpt

FOLDER = "preview"
_MOST_AHEAD = 4
_MOST_REHEARSED = 6
_BASE_URL = re.compile(r"""^base_url *= *["'](https?://[^"'\s]+)["']""", re.MULTILINE)
_DRAWINGS = frozenset({".svg"})


def preview_options(site: Path, port: int) -> Options:
    """How a preview is built: out of the way of what is published, drafts and all, below the path of `base_url`."""
    address = f"http://{HOST}:{port}{_path(site)}"
    return Options(output=site / CACHE / FOLDER, base_url=address, drafts=True, future=True)


def _path(site: Path) -> str:
    """The path of `base_url`; as it is written where the settings cannot be used."""
    try:
        address = read_settings(site).base_url
    except Unreadable:
        found = _BASE_URL.search(_text(site / SITE_FILE))
        address = found[1] if found else ""
    try:
        return urlsplit(address).path.rstrip("/") + "/"
    except ValueError:
        return "/"


def base_of(options: Options) -> str:
    """The path below which a preview stands."""
    return urlsplit(options.base_url or "").path


class Built(NamedTuple):
    """What a build came to, and its problems as pages show them."""

    report: Report
    problems: tuple[Told, ...]


class Builder:
    """The builds of a preview, one at a time in a thread of their own; also their audience."""

    def __init__(self, site: Path, port: int, shelf: Shelf, channel: Channel) -> None:
        self._site, self._port = site, port
        self._shelf, self._channel = shelf, channel
        self._changes = Changes(site)
        self._indexer = Indexer(site)
        self._recalled: Recalled = {}
        self._wanted: tuple[str, ...] = ()
        self._ended = False
        self._loop = asyncio.get_running_loop()

    @property
    def changes(self) -> Changes:
        """What is to be built."""
        return self._changes

    async def work(self, told: Callable[[Report, Sequence[str]], None]) -> None:
        """Builds after every change and tells of it, until it is cancelled."""
        with ThreadPoolExecutor(1) as thread:
            try:
                await self._loop.run_in_executor(thread, self._rehearse)
                while True:
                    await self._changes.wait()
                    taken = self._changes.take()
                    self._wanted = tuple(dict.fromkeys(self._ahead()))
                    built = await self._loop.run_in_executor(thread, self._built)
                    if built is None or (built.report.failed and self._changes.are_there):
                        self._changes.give_back(taken)
                        continue
                    self._spread(built)
                    told(built.report, self._changes.named(taken))
            finally:
                # The thread ends at the next page that it looks at.
                self._ended = True

    async def index(self) -> None:
        """Makes the search index beside the builds, until it is cancelled."""
        await self._indexer.work(self._changes.add)

    def _rehearse(self) -> None:
        """Makes a few pages for nobody, so that the first edit finds templates compiled and articles read."""
        with suppress(Exception):
            build(
                self._site,
                self._options(),
                indexing=index_later,
                audience=Rehearsal(self._shelf.folder),
                recalled=self._recalled,
            )

    def _options(self) -> Options:
        # Workers would have to be copied out of a process full of threads; an edit needs no more than one.
        return msgspec.structs.replace(preview_options(self._site, self._port), jobs=1)

    def _built(self) -> "Built | None":
        """What a build came to; None where it was abandoned. Nothing that happens in it ends the preview."""
        self._indexer.begin()
        options = self._options()
        try:
            report = build(
                self._site,
                options,
                self._made,
                self._indexer,
                audience=self,
                recalled=self._recalled,
            )
        except Abandoned:
            return None
        except Exception as fault:
            report = Report(problems=(_unforeseen(fault),))
        if not report.failed:
            self._shelf.base = base_of(options)
        return Built(report, tuple(tell(self._site, report.problems)))

    def _spread(self, built: "Built") -> None:
        """Tells open pages of a build."""
        if not built.report.failed:
            self._shelf.settle()
            self._indexer.end()
        self._channel.tell(built.problems, _pictures(built.report.rendered))

    def _ahead(self) -> Iterator[str]:
        """The pages that are open, before each what it takes its look from."""
        for address in self._channel.looked_at()[:_MOST_AHEAD]:
            page, _ = self._shelf.page(address)
            yield from self._shelf.looks(page)
            yield address

    def looks_at(self) -> Sequence[str]:
        """The pages that were open when the build began, and their looks."""
        return self._wanted

    def sees(self, address: str, data: bytes) -> None:
        """Shows what was made ahead to those who look at it."""
        self._loop.call_soon_threadsafe(self._put, address, data)

    def _put(self, address: str, data: bytes) -> None:
        if address.endswith(("/", ".html")) and self._shelf.missing(data):
            return  # it would be shown undressed: the end of the build will tell of it
        self._shelf.put(address, data)
        self._channel.spread()

    def _made(self, count: int) -> None:
        self.waits()

    def waits(self) -> None:
        """Leaves a build for the next one, which will show what is looked at sooner; leaves all at the end."""
        if self._ended or self._changes.are_there:
            raise Abandoned


class Rehearsal:
    """An audience that looks at a page of each kind that matters most, and leaves."""

    def __init__(self, folder: Path) -> None:
        paths = sorted(folder.glob("[0-9]*/*/index.html"))[:1] + sorted(folder.glob("*/index.html"))
        self._pages = ["/", *(of_page(one.relative_to(folder).as_posix()) for one in paths)]

    def looks_at(self) -> Sequence[str]:
        """A roundup, the home page, and the lists of the site."""
        return self._pages[:_MOST_REHEARSED]

    def sees(self, address: str, data: bytes) -> None:
        """It has seen enough."""

    def waits(self) -> None:
        """It does not."""
        raise Abandoned


def tell(site: Path, problems: Iterable[Problem]) -> Iterator[Told]:
    """The problems with the lines that they are about."""
    texts: dict[str, str] = {}
    for one in problems:
        if one.line and one.file not in texts:
            texts[one.file] = _text(site / one.file)
        yield Told(one, excerpt(one, texts[one.file]) if one.line else None)


def _text(file: Path) -> str:
    try:
        # Whoever reads a pipe may wait for ever.
        return file.read_text("utf-8-sig", "replace") if file.is_file() else ""
    except (OSError, ValueError):
        return ""


def _pictures(addresses: Iterable[str]) -> list[str]:
    """The pictures among the addresses of what was made."""
    kinds = RASTERS | _DRAWINGS
    return [one for one in addresses if PurePosixPath(one).suffix.lower() in kinds]


def _unforeseen(fault: Exception) -> Problem:
    """A fault of the program itself, where it happened."""
    place = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}"
    message = f"roundup failed in {where}: {type(fault).__name__}: {fault}"
    return error(SITE_FILE, 0, message, "this is a fault of roundup; the last good site stays")
