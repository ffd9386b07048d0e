"""A build with nothing to do is known as one, and any other is not."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from roundup.build import unchanged as module
from roundup.build.report import Report
from roundup.build.sources import Options
from roundup.build.unchanged import unchanged
from sites import ROUNDUP, build_site, make_site


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site that was built when all its files had settled."""
    made = make_site(tmp_path, ROUNDUP)
    monkeypatch.setattr("roundup.build.tree.SETTLED_NS", -1)
    monkeypatch.setattr("roundup.build.sources.SETTLED_NS", -1)
    assert not build_site(made).failed
    return made


def test_what_stands_is_reported_as_the_last_build_did(site: Path) -> None:
    report = unchanged(site, Options())
    built = build_site(site)
    assert report is not None
    assert (report.pages, report.problems) == (built.pages, built.problems)
    assert report.output == str(site / "public")
    assert report.rendered == ()


def _edited(site: Path) -> None:
    path = next((site / "content").rglob("*.md"))
    path.write_text(path.read_text("utf-8") + "\nMore.\n", "utf-8")


def _deleted(site: Path) -> None:
    (site / "public/index.html").unlink()


def _tampered(site: Path) -> None:
    (site / "public/index.html").write_text("x", "utf-8")


def _added(site: Path) -> None:
    make_site(site, {"static/x.txt": "x"})


@pytest.mark.parametrize("change", [_edited, _deleted, _tampered, _added])
def test_there_is_work_after_a_change(site: Path, change: Callable[[Path], None]) -> None:
    change(site)
    assert unchanged(site, Options()) is None


@pytest.mark.parametrize(
    "options",
    [
        Options(fresh=True),
        Options(drafts=True),
        Options(strict=True),
        Options(why="/"),
        Options(digest=True),
        Options(base_url="https://example.org/"),
    ],
)
def test_there_is_work_under_other_options(site: Path, options: Options) -> None:
    assert unchanged(site, options) is None


def test_a_site_that_cannot_be_read_is_told_at_once(tmp_path: Path) -> None:
    report = unchanged(tmp_path, Options())
    assert isinstance(report, Report)
    assert report.failed


def test_next_to_nothing_is_loaded_for_it() -> None:
    heavy = ("jinja2", "markdown", "babel", "nh3", "yaml", "PIL", "multiprocessing")
    code = f"import sys, {module.__name__}; print([n for n in {heavy} if n in sys.modules])"
    paths = os.pathsep.join(sys.path)
    told = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": paths},
    )
    assert told.stdout.strip() == "[]"
