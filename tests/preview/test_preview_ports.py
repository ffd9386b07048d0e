"""A place to listen, on this machine alone."""

from contextlib import closing

import pytest

from roundup.preview import ports


def test_it_listens_on_this_machine_alone() -> None:
    with closing(ports.listener(0)) as found:
        assert found.getsockname()[0] == "127.0.0.1"


def test_a_port_that_is_asked_for_and_taken_is_refused() -> None:
    with closing(ports.listener(0)) as first, pytest.raises(OSError, match="in use"):
        ports.listener(first.getsockname()[1])


def test_the_usual_port_gives_way_to_the_next_free_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(ports.listener(0)) as first:
        taken = first.getsockname()[1]
        monkeypatch.setattr(ports, "USUAL", taken)
        with closing(ports.listener()) as second:
            assert second.getsockname()[1] != taken


def test_where_all_are_taken_the_system_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(ports.listener(0)) as first:
        monkeypatch.setattr(ports, "USUAL", first.getsockname()[1])
        monkeypatch.setattr(ports, "_TRIES", 1)
        with closing(ports.listener()) as second:
            assert second.getsockname()[1] > 0
