"""Sites that many tests look at, built once."""

from pathlib import Path

import pytest
from hypothesis import settings

from built import Built
from roundup.build.cards.fonts import PACKAGED
from roundup.build.pagefind import program as PROGRAM
from sites import build_site, messages

# How long an example takes says something about the machine, not about the law.
settings.register_profile("roundup", deadline=None)
settings.load_profile("roundup")

REPOSITORY = Path(__file__).parent.parent
OWN, OWN_AT_ROOT = "https://someone.github.io/papers/", "https://papers.example.org/"
RANKED = "https://example.org/lists/"


@pytest.fixture(autouse=True)
def _search_index(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests build many sites: only those marked `search`, and sites built for many tests, are indexed."""
    if "search" not in request.keywords:
        monkeypatch.setattr("roundup.build.pagefind.program", lambda: None)


@pytest.fixture(autouse=True)
def _card_fonts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor has every site share cards: only those of tests marked `cards`, and those built for many tests."""
    if request.node.get_closest_marker("cards") is None:
        monkeypatch.setattr("roundup.build.cards.fonts.PACKAGED", ())


def _built(site: Path, output: Path, base_url: str) -> Built:
    """A site with everything, whichever test happens to ask for it first."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("roundup.build.pagefind.program", PROGRAM)
        patch.setattr("roundup.build.cards.fonts.PACKAGED", PACKAGED)
        report = build_site(site, output=output, base_url=base_url, fresh=True)
    assert not report.failed, messages(report)
    return Built(output, base_url)


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The repository's own site, published below a path."""
    return _built(REPOSITORY, tmp_path_factory.mktemp("own"), OWN)


@pytest.fixture(scope="session")
def own_site_at_root(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The repository's own site, published at the root of a host."""
    return _built(REPOSITORY, tmp_path_factory.mktemp("own-at-root"), OWN_AT_ROOT)


@pytest.fixture(scope="session")
def ranked_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of ranked lists in three languages, `tests/ranked-site/`."""
    return _built(REPOSITORY / "tests/ranked-site", tmp_path_factory.mktemp("ranked"), RANKED)
