"""Commands work alone here: the workers of a process with a test runner's threads are not the point."""

from pathlib import Path

import pytest

from sites import ROUNDUP, make_site


@pytest.fixture(autouse=True)
def one_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roundup.build.build.default_jobs", lambda: 1)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one roundup of two papers, and nothing wrong in it."""
    return make_site(tmp_path / "site", ROUNDUP)
