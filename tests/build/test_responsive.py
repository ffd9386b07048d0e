"""What an `img` element says beside its address."""

import pytest

from roundup.build.responsive import as_markup, image_attributes
from roundup.pages.views import Candidate, PictureView, Target

CHOICE = (
    Candidate(address="/a b.png.480.webp", width=480),
    Candidate(address="/a b.png.1000.webp", width=1000),
)
COVER = PictureView(address="/a b.png", width=1000, height=500, candidates=CHOICE)
INSIDE = Target(address="/a b.png", width=1000, height=500, candidates=CHOICE, is_image=True)


def test_a_picture_that_waits_lets_the_layout_choose() -> None:
    found = dict(image_attributes(INSIDE, "/repo/"))
    assert found.pop("sizes").startswith("auto, (min-width: ")
    assert found == {
        "width": "1000",
        "height": "500",
        "srcset": "/repo/a%20b.png.480.webp 480w, /repo/a%20b.png.1000.webp 1000w",
        "loading": "lazy",
        "decoding": "async",
    }


@pytest.mark.parametrize("picture", [COVER, INSIDE])
def test_one_that_leads_is_wanted_first(picture: PictureView | Target) -> None:
    """Only a lazy picture's size may be `auto` (HTML, sizes attributes)."""
    found = dict(image_attributes(picture, "/", leads=True))
    assert found["fetchpriority"] == "high"
    assert "auto" not in found["sizes"]
    assert found.keys().isdisjoint({"loading", "decoding"})


def test_a_cover_may_be_wider_than_the_words() -> None:
    cover, inside = (dict(image_attributes(one, "/", leads=True)) for one in (COVER, INSIDE))
    assert cover["sizes"] != inside["sizes"]


def test_a_single_file_needs_no_choice() -> None:
    one = PictureView(address="/a.png", width=300, height=200, candidates=CHOICE[:1])
    found = dict(image_attributes(one, "/"))
    assert found["srcset"] == "/a%20b.png.480.webp"
    assert "sizes" not in found


def test_a_picture_from_elsewhere_waits_too() -> None:
    pairs = image_attributes(PictureView(address="https://example.org/a.png"), "/")
    assert dict(pairs) == {"loading": "lazy", "decoding": "async"}


def test_readers_of_feeds_hear_its_size_alone() -> None:
    target = Target(address="/a.png", width=4, height=2)
    assert image_attributes(target, "/", waits=False) == (("width", "4"), ("height", "2"))


def test_attributes_are_escaped() -> None:
    assert as_markup((("a", '"<&'), ("b", "1"))) == ' a="&#34;&lt;&amp;" b="1"'
    assert as_markup(()) == ""
