"""Addresses are opened in a browser with a window, if there is one."""

import threading
import webbrowser

import pytest

from roundup.cli.open import opened


class Browser:
    def __init__(self) -> None:
        self.asked, self.done = list[str](), threading.Event()

    def open(self, address: str) -> None:
        self.asked.append(address)
        self.done.set()


@pytest.fixture(autouse=True)
def _on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)


def test_a_browser_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    browser = Browser()
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    assert opened("http://127.0.0.1:8000/")
    assert browser.done.wait(5)
    assert browser.asked == ["http://127.0.0.1:8000/"]


def test_without_a_screen_none_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "get", lambda: pytest.fail("asked"))
    assert not opened("http://127.0.0.1:8000/")


def test_without_a_browser_none_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> None:
        raise webbrowser.Error("could not locate runnable browser")

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(webbrowser, "get", none)
    assert not opened("http://127.0.0.1:8000/")
