"""Makes search indices beside the builds of a preview, which take what is ready and never wait for more."""

import asyncio
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

from roundup.build.folders import opened_state
from roundup.build.search import Bodies, Files, Unindexed, index_files
from roundup.pages.views import IndexView

PAUSE = 1.0  # seconds without another build, so that it does not work while somebody types


class Indexer:
    """The `indexing` of a preview's builds, and the work that they leave for later."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._wanted: dict[bytes, IndexView] = {}
        self._made: dict[bytes, list[tuple[str, bytes]]] = {}

    def begin(self) -> None:
        """Forgets what earlier builds wanted: the one that begins will say what it wants."""
        self._wanted = {}

    def __call__(self, key: bytes, view: IndexView, bodies: Bodies) -> Files | None:
        """The files of a part of the index where they are ready; else nothing, and the part is wanted."""
        if key in self._made:
            return self._made.pop(key)
        self._wanted[key] = view
        return None

    async def work(self, built: asyncio.Event, changed: asyncio.Event) -> None:
        """Makes what builds wanted once they rest, and asks for another one to take it, until cancelled."""
        while True:
            await built.wait()
            built.clear()
            await asyncio.sleep(PAUSE)
            if built.is_set() or not self._wanted:
                continue
            wanted, self._wanted = self._wanted, {}
            self._made = await asyncio.to_thread(self._make, wanted)
            if self._made:
                changed.set()

    def _make(self, wanted: Mapping[bytes, IndexView]) -> dict[bytes, list[tuple[str, bytes]]]:
        """The files; none where it fails, as it does when words have changed meanwhile: `build` says why."""
        made = {}
        with closing(opened_state(self._site)) as state:
            for key, view in wanted.items():
                with suppress(Unindexed):
                    made[key] = list(index_files(view, state.bodies))
        return made
