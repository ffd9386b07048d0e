"""What changed in a site's folder and was not built yet."""

import asyncio
from collections.abc import Iterable
from pathlib import Path


class Changes:
    """Collects changed files for whoever waits for them; lives in one event loop, and can be asked from threads."""

    def __init__(self, site: Path) -> None:
        self._site = site.resolve()
        self._paths: dict[str, None] = {}
        self._new: set[str] = set()
        self._event = asyncio.Event()

    def add(self, paths: Iterable[str] = (), new: Iterable[str] = ()) -> None:
        """Adds changed files, or none where only another look is wanted; `new` ones have just come."""
        self._paths |= dict.fromkeys(map(self._shown, sorted(paths)))
        self._new |= set(map(self._shown, new))
        self._event.set()

    async def wait(self) -> None:
        """Waits until something has been added."""
        await self._event.wait()

    def take(self) -> tuple[str, ...]:
        """What has changed since it was taken the last time; first what is there, then what is gone."""
        there = {path: (self._site / path).exists() for path in self._paths}
        taken = tuple(sorted(self._paths, key=lambda path: not there[path]))
        self._paths = {}
        self._event.clear()
        return taken

    def give_back(self, paths: Iterable[str]) -> None:
        """Puts back what was taken for a build that came to nothing."""
        self._paths = {**dict.fromkeys(paths), **self._paths}

    def named(self, taken: Iterable[str]) -> list[str]:
        """What to tell of, of that which was built: files, else folders; no file that an editor made for a moment."""
        kept = [one for one in taken if one not in self._new or (self._site / one).exists()]
        self._new.clear()
        return [one for one in kept if not (self._site / one).is_dir()] or kept

    @property
    def are_there(self) -> bool:
        """Whether something was added since the last time."""
        return self._event.is_set()

    def _shown(self, path: str) -> str:
        """A path as messages show it: from the site's folder on where it is in it."""
        found = Path(path)
        return (
            found.relative_to(self._site).as_posix() if found.is_relative_to(self._site) else path
        )
