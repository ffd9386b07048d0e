"""Facts of files that are no articles: what a picture's head says is read, whatever it says."""

import struct
import zlib
from pathlib import Path

import pytest

from sites import ROUNDUP, build_site, make_site, messages


def png(width: int, height: int) -> bytes:
    """The head of a picture, without its pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    size, check = struct.pack(">I", len(data)), struct.pack(">I", zlib.crc32(kind + data))
    return size + kind + data + check


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (png(640, 480), 'width="640" height="480"'),
        (png(10_000, 10_000), 'width="10000" height="10000"'),
        (png(60_000, 60_000), ""),
        (b"\x89PNG\r\n\x1a\nbroken", ""),
        (b"", ""),
    ],
)
def test_a_picture_has_the_size_in_its_head(tmp_path: Path, data: bytes, size: str) -> None:
    words = {"content/about.md": "---\ntitle: About\n---\n![All of us](us.png)\n"}
    site = make_site(tmp_path, {**ROUNDUP, **words, "content/us.png": data})
    assert messages(build_site(site)) == []
    html = (site / "public/about/index.html").read_text("utf-8")
    image = html[html.index("<img") :].split(">")[0]
    assert size in image
    assert bool(size) == (" width=" in image)
