"""The bar: only on a terminal, only when there is something to wait for."""

import io
import sys

import click
import pytest

from roundup.build.report import unwatched
from roundup.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_elsewhere_than_on_a_terminal_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with click.Context(click.Command("any")), progress.shown_progress() as told:
        assert told is unwatched


def test_silence_is_kept_on_a_terminal_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    with click.Context(click.Command("any")) as context:
        context.meta["roundup.quiet"] = True
        with progress.shown_progress() as told:
            assert told is unwatched


def test_a_short_build_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "_MOMENT", 1000.0)
    with click.Context(click.Command("any")), progress.shown_progress() as told:
        told(1)
    assert stream.getvalue() == ""


def test_a_long_one_counts_its_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "_MOMENT", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    with click.Context(click.Command("any")), progress.shown_progress() as told:
        told(12345)
    assert "12345 made" in stream.getvalue()
