"""Pictures for tests, drawn on the spot: the same bytes every time."""

import io
import random
import struct
import zlib
from typing import Any

from PIL import Image


def noise(width: int, height: int, mode: str = "RGB", seed: int = 1) -> Image.Image:
    """A picture that is hard to compress, as photographs are."""
    bands = len(Image.new(mode, (1, 1)).getbands())
    small = (max(1, width // 4), max(1, height // 4))
    data = random.Random(seed).randbytes(small[0] * small[1] * bands)
    return Image.frombytes(mode, small, data).resize((width, height))


def lines(width: int, height: int) -> Image.Image:
    """A picture of few colours and sharp edges, as diagrams are, that no format makes tiny."""
    generator = random.Random(2)
    rows = bytes(generator.choice((0, 0, 0, 255)) for _ in range(width * height // 64))
    small = Image.frombytes("L", (width // 8, height // 8), rows)
    return small.resize((width, height), Image.Resampling.NEAREST).convert("RGB")


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """The picture as a file."""
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def orientation(value: int) -> Image.Exif:
    """What a camera says that was held in some way, and where it was."""
    exif = Image.Exif()
    exif[0x0112] = value
    exif[0x8825] = {1: "N", 2: (48.0, 8.0, 0.0), 3: "E", 4: (11.0, 34.0, 0.0)}
    return exif


def png_head(width: int, height: int) -> bytes:
    """The head of a picture, without its pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    size, check = struct.pack(">I", len(data)), struct.pack(">I", zlib.crc32(kind + data))
    return size + kind + data + check
