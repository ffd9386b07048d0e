"""Services that play the real ones, and a web that leads nowhere else."""

from collections.abc import Iterator

import pytest

from authoring.services import Services, as_the_web
from roundup.authoring.lookup.web import Web


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """The web of this test: every request lands at these services."""
    with as_the_web(monkeypatch) as found:
        yield found


@pytest.fixture
def web(services: Services) -> Iterator[Web]:
    """The web as commands ask it, but without waiting."""
    found = Web("me@uni.edu")
    yield found
    found.close()
