"""What pages offer browsers to choose from, as the renditions of a picture say."""

import pytest

from roundup.pages.filefacts import FileFact, Rendition
from roundup.pages.pictures import scaled, shown_as
from roundup.pages.views import Candidate, PictureView

PATH = "content/2019/top/a.png"


def fact(width: int, height: int, *made: str) -> FileFact:
    found = (one.split(".") for one in made)
    renditions = tuple(Rendition(int(size), ending) for size, ending in found)
    return FileFact("0" * 32, width, height, renditions=renditions)


def offered(picture: PictureView) -> list[str]:
    return [f"{one.address} {one.width}" for one in picture.candidates]


def test_a_picture_without_renditions_is_itself() -> None:
    assert shown_as(PATH, fact(640, 480)) == PictureView(
        address="/2019/top/a.png", width=640, height=480
    )


def test_renditions_are_offered_narrowest_first_under_the_whole_name_of_the_file() -> None:
    picture = shown_as(PATH, fact(1000, 500, "1000.webp", "480.webp"))
    assert (picture.address, picture.width, picture.height) == ("/2019/top/a.png", 1000, 500)
    assert picture.candidates == (
        Candidate(address="/2019/top/a.png.480.webp", width=480),
        Candidate(address="/2019/top/a.png.1000.webp", width=1000),
    )


def test_where_no_rendition_is_as_wide_the_picture_itself_is_offered_too() -> None:
    picture = shown_as(PATH, fact(1000, 500, "480.webp"))
    assert offered(picture) == ["/2019/top/a.png.480.webp 480", "/2019/top/a.png 1000"]


def test_a_picture_too_wide_for_any_page_is_stood_in_for() -> None:
    picture = shown_as(PATH, fact(3200, 1001, "1600.png", "1600.webp", "800.webp"))
    assert (picture.address, picture.width, picture.height) == (
        "/2019/top/a.png.1600.png",
        1600,
        500,
    )
    assert offered(picture) == [
        "/2019/top/a.png.800.webp 800",
        "/2019/top/a.png.1600.webp 1600",
    ]
    webp = shown_as("static/a.WebP", fact(3200, 1000, "1600.webp", "480.webp"))
    assert (webp.address, webp.width) == ("/a.WebP.1600.webp", 1600)


def test_the_stand_in_is_offered_where_no_other_rendition_is_as_wide() -> None:
    picture = shown_as(PATH, fact(3200, 1000, "1600.png", "800.webp"))
    assert offered(picture)[-1] == "/2019/top/a.png.1600.png 1600"


def test_a_picture_wider_than_any_page_is_not_offered_beside_one_that_is_wide_enough() -> None:
    picture = shown_as(PATH, fact(3200, 1000, "1600.webp"))
    assert (picture.address, picture.width) == ("/2019/top/a.png", 3200)
    assert offered(picture) == ["/2019/top/a.png.1600.webp 1600"]


@pytest.mark.parametrize(
    ("size", "width", "height"), [((1000, 500), 480, 240), ((3, 2), 2, 1), ((5000, 1), 480, 1)]
)
def test_a_picture_keeps_its_shape(size: tuple[int, int], width: int, height: int) -> None:
    assert scaled(size, width) == height
