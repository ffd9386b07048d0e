"""One preview of a site at a time."""

from pathlib import Path

import pytest

from roundup.preview.hold import Previewed, held


def test_a_second_preview_hears_of_the_first(tmp_path: Path) -> None:
    address = "http://127.0.0.1:8000/"
    with held(tmp_path, address), pytest.raises(Previewed, match=address):  # noqa: SIM117
        with held(tmp_path, "http://127.0.0.1:8001/"):
            pass


def test_it_is_free_again_when_the_first_has_ended(tmp_path: Path) -> None:
    for port in (8000, 8001):
        with held(tmp_path, f"http://127.0.0.1:{port}/"):
            pass
