"""Versions of a page are told apart by its words and by its look."""

import pytest

from roundup.preview.marks import Mark, looks, mark_of, shows

PAGE = (
    b'<link rel="stylesheet" href="/a/style.css?v=0a1b"><script src="/a.js?v=00"></script><p>Words'
)


@pytest.mark.parametrize("text", [b"", PAGE])
def test_a_mark_can_be_written_and_read(text: bytes) -> None:
    assert Mark.parse(str(mark_of(text))) == mark_of(text)


def test_another_version_of_a_style_sheet_is_another_look() -> None:
    other = mark_of(PAGE.replace(b"0a1b", b"ffff"))
    assert other.words == mark_of(PAGE).words
    assert other.look != mark_of(PAGE).look


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"Words", b"More"), (b"a.js?v=00", b"a.js?v=01"), (b"style.css", b"other.css")],
)
def test_all_else_is_another_page(old: bytes, new: bytes) -> None:
    assert mark_of(PAGE.replace(old, new)).words != mark_of(PAGE).words


def test_looks_are_named_once() -> None:
    assert looks(PAGE + PAGE) == ("/a/style.css?v=0a1b",)


@pytest.mark.parametrize(
    ("page", "is_shown"),
    [
        (b'<img src="/x/plan.png">', True),
        (b'<img srcset="/x/small.png 1w, /x/plan.png 2w">', True),
        (b'<meta content="http://127.0.0.1/x/plan.png">', False),
        (b'<img src="/y/x/plan.png">', False),
    ],
)
def test_a_picture_is_shown_where_its_own_address_stands(page: bytes, is_shown: bool) -> None:
    assert shows(page, "/x/plan.png") == is_shown
