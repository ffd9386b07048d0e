"""What stands at an address: made ahead, in the output, or the page for what is not found."""

from pathlib import Path

import pytest

from roundup.preview.shelf import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    for name in ("index.html", "404.html", "zh/404.html", "a/index.html", "a/data.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    return Shelf(tmp_path, "/repo/")


@pytest.mark.parametrize(
    ("address", "page", "found"),
    [
        ("/", b"index.html", True),
        ("/a/", b"a/index.html", True),
        ("/a/index.html", b"a/index.html", True),
        ("/b/c/", b"404.html", False),
        ("/zh/b/", b"zh/404.html", False),
        ("/zhb/", b"404.html", False),
        ("/a/data.json", b"404.html", False),
    ],
)
def test_every_address_has_a_page(shelf: Shelf, address: str, page: bytes, found: bool) -> None:
    assert shelf.page(address) == (page, found)


def test_what_was_made_ahead_goes_before_what_was_written(shelf: Shelf) -> None:
    for address in ("/a/", "/new/", "/style.css"):
        shelf.put(address, b"ahead")
    assert shelf.page("/a/") == shelf.page("/new/") == (b"ahead", True)
    assert shelf.ahead("/style.css") == b"ahead"
    assert shelf.is_folder("/new")
    shelf.settle()
    assert shelf.page("/a/") == (b"a/index.html", True)
    assert shelf.ahead("/style.css") is None
    assert not shelf.is_folder("/new")


def test_a_page_is_dressed_when_all_that_it_takes_its_look_from_is_there(shelf: Shelf) -> None:
    page = (
        b'<link href="/repo/style.css?v=1"><img src="/repo/my%20logo.svg?v=2">'
        b'<link href="https://example.org/far.css?v=3">'
    )
    assert shelf.missing(page) == ["/style.css", "/my logo.svg"]
    shelf.put("/style.css", b"p {}")
    (shelf.folder / "my logo.svg").write_text("<svg/>")
    assert shelf.missing(page) == []


@pytest.mark.parametrize(
    ("path", "address"),
    [("/repo/", "/"), ("/repo/a/", "/a/"), ("/repo", None), ("/repository/", None), ("/", None)],
)
def test_a_site_stands_below_its_base(shelf: Shelf, path: str, address: str | None) -> None:
    assert shelf.address(path) == address


def test_without_a_page_for_what_is_not_found_there_is_nothing(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    assert shelf.page("/") == (b"", False)
    assert shelf.is_empty
