"""The size of a picture is read from its head, as Pillow, which decodes it, finds it."""

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from rasters import noise, orientation, png_head, saved
from roundup.build.dimensions import dimensions

FORMATS = {
    "PNG": ("PNG", {}),
    "interlaced GIF": ("GIF", {"interlace": 1}),
    "JPEG": ("JPEG", {}),
    "progressive JPEG": ("JPEG", {"progressive": True}),
    "lossy WebP": ("WEBP", {"quality": 40}),
    "lossless WebP": ("WEBP", {"lossless": True}),
    "AVIF": ("AVIF", {"speed": 10}),
}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("size", [(1, 1), (37, 21), (300, 5)])
def test_every_format_tells_its_size(name: str, size: tuple[int, int]) -> None:
    kind, options = FORMATS[name]
    assert dimensions(saved(noise(*size), kind, **options)) == size


def test_a_webp_with_an_alpha_channel_tells_its_size() -> None:
    assert dimensions(saved(noise(30, 20, "RGBA"), "WEBP", quality=50)) == (30, 20)


@pytest.mark.parametrize("value", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_way_a_camera_was_held_counts(kind: str, value: int) -> None:
    data = saved(noise(30, 20), kind, exif=orientation(value))
    assert dimensions(data) == ImageOps.exif_transpose(Image.open(io.BytesIO(data))).size


def test_a_camera_that_counts_the_other_way_round_is_understood() -> None:
    exif = b"Exif\0\0MM\0*" + struct.pack(">IHHHIHH", 8, 1, 0x0112, 3, 1, 6, 0)
    assert dimensions(saved(noise(30, 20), "JPEG", exif=exif)) == (20, 30)


def test_a_turned_avif_is_as_large_as_it_is_shown() -> None:
    data = saved(noise(64, 32), "AVIF", exif=orientation(6), speed=10)
    assert dimensions(data) == (32, 64)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
        b"\xff\xd8\xff\xe0",
        b"\xff\xd8\xff\xe0\0\0" * 9,
        b"\xff\xd8\xff\xe0\0\4ab12345678",
        b"RIFF\0\0\0\0WEBP",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"\0\0\0\x1cftypavif",
        b"<svg/>",
        b"BM" + b"\0" * 60,
    ],
)
def test_what_is_no_picture_has_no_size(data: bytes) -> None:
    assert dimensions(data) == (0, 0)


def test_a_head_alone_is_enough() -> None:
    assert dimensions(png_head(60_000, 60_000)) == (60_000, 60_000)


@given(
    st.sampled_from(sorted(FORMATS)), st.integers(0, 200), st.integers(0, 255), st.integers(0, 200)
)
def test_no_damage_makes_it_fail(name: str, place: int, byte: int, end: int) -> None:
    data = bytearray(_whole(name))
    data[place % len(data)] = byte
    width, height = dimensions(bytes(data[: len(data) - end % len(data)]))
    assert width >= 0
    assert height >= 0


def _whole(name: str) -> bytes:
    kind, options = FORMATS[name]
    return saved(noise(20, 10), kind, **options)
