"""Smaller pictures are kept by the digest of what they were made from."""

from pathlib import Path

import pytest

from roundup.build.gallery import Gallery, Known
from roundup.build.renditions import Made
from roundup.pages.filefacts import Rendition

WIDE, NARROW = Rendition(1600, "webp"), Rendition(480, "webp")
OWN = Rendition(1600, "png")
MADE = Made("a", ((OWN, b"own"), (WIDE, b"wide"), (NARROW, b"narrow")))


@pytest.fixture(params=["kept", "for one build"])
def gallery(request: pytest.FixtureRequest, tmp_path: Path) -> Gallery:
    return Gallery(tmp_path / "pictures" if request.param == "kept" else None)


def test_what_is_kept_is_known_widest_first(gallery: Gallery) -> None:
    assert gallery.known() == {}
    gallery.keep(MADE)
    gallery.keep(Made("b"))
    gallery.keep(Made("c", is_broken=True))
    assert gallery.known() == {"a": Known((OWN, WIDE, NARROW)), "b": Known(), "c": Known((), True)}
    assert gallery.data("a", 480, "webp") == b"narrow"
    assert gallery.data("a", 1600, "png") == b"own"
    gallery.close()


def test_what_is_forgotten_is_gone(gallery: Gallery) -> None:
    gallery.keep(MADE)
    gallery.forget({"a"})
    assert gallery.known() == {}
    assert gallery.data("a", 480, "webp") is None
    gallery.close()


def test_later_builds_know_what_is_kept_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "pictures"
    for _ in range(2):
        gallery = Gallery(path)
        gallery.keep(MADE)
        gallery.close()
    again = Gallery(path)
    assert again.data("a", 1600, "webp") == b"wide"
    again.close()


def test_nothing_is_opened_before_a_picture_is_asked_for(tmp_path: Path) -> None:
    Gallery(tmp_path / "pictures").close()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_none_of_ours_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "pictures"
    path.write_bytes(b"something else" * 100)
    gallery = Gallery(path)
    gallery.keep(MADE)
    assert gallery.known().keys() == {"a"}
    gallery.close()
