"""Smaller files of pictures: which are made, what is in them, and what is never in them."""

import io
from itertools import pairwise

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from rasters import lines, noise, orientation, saved
from roundup.build.dimensions import dimensions
from roundup.build.encode import make, make_all
from roundup.build.renditions import Made, Order
from roundup.content.words import fingerprint
from roundup.pages.filefacts import Rendition


def made(data: bytes) -> Made:
    return make(Order(data, fingerprint(data), dimensions(data)))


def names(found: Made) -> list[str]:
    return [f"{one.width}.{one.ending}" for one, _ in found.files]


def opened(found: Made, name: str) -> Image.Image:
    width, _, ending = name.partition(".")
    return Image.open(io.BytesIO(dict(found.files)[Rendition(int(width), ending)]))


def test_a_photograph_is_made_in_every_width_below_its_own() -> None:
    data = saved(noise(1000, 500), "JPEG", quality=95)
    found = made(data)
    assert found.digest == fingerprint(data)
    assert not found.is_broken
    assert names(found) == ["1000.webp", "800.webp", "480.webp"]
    sizes = [opened(found, name).size for name in names(found)]
    assert sizes == [(1000, 500), (800, 400), (480, 240)]
    weights = [len(data), *(len(one) for _, one in found.files)]
    assert all(after < 0.9 * before for before, after in pairwise(weights))


def test_a_picture_wider_than_any_page_is_made_narrower_in_its_own_format() -> None:
    found = made(saved(noise(2000, 100), "JPEG", quality=95))
    assert names(found)[:2] == ["1600.jpg", "1600.webp"]
    assert opened(found, "1600.jpg").format == "JPEG"
    assert opened(found, "1600.jpg").size == (1600, 80)
    assert names(made(saved(noise(2000, 100), "PNG")))[0] == "1600.png"
    assert names(made(saved(noise(2000, 100), "WEBP", quality=95)))[0] == "1600.webp"


def test_what_saves_nothing_is_not_made() -> None:
    drawing = lines(1600, 240).convert("1")
    found = made(saved(drawing, "PNG", optimize=True))
    assert "800.webp" not in names(found)
    assert made(saved(noise(700, 300), "WEBP", quality=1)).files == ()


def test_a_webp_is_not_made_again_in_its_own_width() -> None:
    assert names(made(saved(noise(900, 600), "WEBP", quality=95))) == [
        "800.webp",
        "480.webp",
    ]


def test_a_drawing_keeps_its_edges() -> None:
    """It has few colours and costs little without loss."""
    found = made(saved(lines(400, 240), "PNG", compress_level=0))
    assert opened(found, "400.webp").convert("RGB").tobytes() == lines(400, 240).tobytes()


@pytest.mark.parametrize("value", range(1, 9))
def test_a_picture_stands_upright(value: int) -> None:
    """Its upper left quarter is white when it is held as its camera says."""
    upright = Image.new("L", (640, 400))
    upright.paste(255, (0, 0, 320, 200))
    upright.paste(noise(320, 200, "L"), (320, 200))
    lying = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = upright.transpose(lying[value]) if value in lying else upright
    found = made(saved(stored, "JPEG", quality=95, exif=orientation(value)))
    shown = opened(found, "480.webp").convert("L")
    assert shown.size == (480, 300)
    corners = [shown.getpixel(place) for place in ((20, 20), (460, 20), (20, 280))]
    assert corners == [pytest.approx(255, abs=9), *[pytest.approx(0, abs=9)] * 2]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_pixels_is_in_them(kind: str) -> None:
    """Where a picture was taken, by whom and with what stays in the original."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options = {"exif": orientation(1), "icc_profile": profile, "quality": 95}
    if kind == "PNG":
        options["pnginfo"] = text = PngImagePlugin.PngInfo()
        text.add_text("Author", "Somebody")
    if kind == "JPEG":
        options["comment"] = b"Somebody"
    found = made(saved(noise(1700, 100), kind, **options))
    assert found.files
    for one, data in found.files:
        shown = opened(found, f"{one.width}.{one.ending}")
        assert not shown.getexif()
        assert shown.info.keys().isdisjoint({"icc_profile", "comment", "Author", "xmp"})
        assert b"Exif" not in data
        assert b"Somebody" not in data


def test_colours_of_another_space_become_srgb() -> None:
    """In a space whose two first primaries change places, red is stored as green."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    image = noise(600, 300)
    image.paste((0, 255, 0), (0, 0, 250, 300))
    found = made(saved(image, "PNG", icc_profile=bytes(profile)))
    pixel = opened(found, "480.webp").convert("RGB").getpixel((60, 60))
    assert pixel == (
        pytest.approx(255, abs=12),
        pytest.approx(0, abs=12),
        pytest.approx(0, abs=12),
    )


def test_a_broken_profile_harms_nobody() -> None:
    found = made(saved(noise(600, 300), "PNG", icc_profile=b"no profile" * 20))
    assert names(found) == ["600.webp", "480.webp"]


MODES = {
    "grey": noise(480, 300, "L"),
    "grey with alpha": noise(480, 300, "LA"),
    "colours with alpha": noise(480, 300, "RGBA"),
    "a palette": noise(480, 300).quantize(200),
    "one bit": noise(480, 300, "L").convert("1"),
    "sixteen bits": Image.frombytes("I;16", (480, 300), noise(960, 300, "L").tobytes()),
}


@pytest.mark.parametrize("name", MODES)
def test_every_kind_of_pixels_is_read(name: str) -> None:
    found = made(saved(MODES[name], "PNG", compress_level=0))
    assert names(found) == ["480.webp"]
    assert opened(found, "480.webp").mode == ("RGBA" if "alpha" in name else "RGB")


def test_sixteen_bits_keep_their_brightness() -> None:
    """Cutting off what eight bits cannot hold would leave white."""
    image = Image.new("I;16", (600, 300), 0x4000)
    image.paste(MODES["sixteen bits"].crop((0, 0, 240, 300)), (0, 0))
    shown = opened(made(saved(image, "PNG", compress_level=0)), "480.webp")
    assert shown.convert("L").getpixel((400, 150)) == pytest.approx(0x40, abs=4)


def test_colours_for_printers_become_those_of_screens() -> None:
    image = noise(600, 300, "CMYK")
    image.paste((0, 0, 0, 0), (0, 0, 250, 300))
    shown = opened(made(saved(image, "JPEG", quality=95)), "480.webp")
    assert shown.mode == "RGB"
    assert min(shown.getpixel((60, 150))) > 240


def test_transparent_places_stay_so() -> None:
    image = noise(600, 300).quantize(200)
    image.info["transparency"] = 0
    data = saved(image, "PNG", transparency=0)
    assert opened(made(data), "480.webp").mode == "RGBA"
    opaque = noise(600, 300)
    opaque.putalpha(255)
    assert opened(made(saved(opaque, "PNG")), "480.webp").mode == "RGB"


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_what_moves_stays_as_it_is(kind: str) -> None:
    frames = [noise(600, 300, seed=seed) for seed in range(3)]
    data = saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=80)
    assert made(data) == Made(fingerprint(data))


def test_a_still_gif_is_made_smaller() -> None:
    assert "480.webp" in names(made(saved(noise(600, 300), "GIF")))


def test_an_avif_is_small_already() -> None:
    data = saved(noise(600, 300), "AVIF", speed=10)
    assert made(data) == Made(fingerprint(data))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_torn_picture_is_broken(kind: str) -> None:
    whole = saved(noise(600, 300), kind, quality=95)
    data = whole[: len(whole) // 2]
    assert make_all([Order(data, "digest", (600, 300))]) == [Made("digest", is_broken=True)]


def test_a_picture_taller_than_its_format_allows_is_made_in_the_widths_that_fit() -> None:
    found = made(saved(noise(500, 17_000), "JPEG", quality=90))
    assert names(found) == ["480.webp"]
    assert opened(found, "480.webp").size == (480, 16_320)


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = saved(noise(900, 600), "PNG")
    assert made(data) == made(data)
