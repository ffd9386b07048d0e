"""Facts of files that are no articles: what a picture's head says is read, whatever it says."""

from pathlib import Path

import pytest

from rasters import png_head
from sites import ROUNDUP, build_site, make_site, messages

BROKEN = "content/us.png: warning: the picture is broken"
VAST = "content/us.png: warning: the picture has more than 50 million pixels"


@pytest.mark.parametrize(
    ("data", "size", "said"),
    [
        (png_head(640, 480), 'width="640" height="480"', ""),
        (png_head(10_000, 10_000), 'width="10000" height="10000"', VAST),
        (png_head(60_000, 60_000), 'width="60000" height="60000"', VAST),
        (b"\x89PNG\r\n\x1a\nbroken", "", BROKEN),
        (b"", "", BROKEN),
    ],
)
def test_a_picture_has_the_size_in_its_head(
    tmp_path: Path, data: bytes, size: str, said: str
) -> None:
    words = {"content/about.md": "---\ntitle: About\n---\n![All of us](us.png)\n"}
    site = make_site(tmp_path, {**ROUNDUP, **words, "content/us.png": data})
    found = messages(build_site(site))
    assert len(found) == bool(said)
    assert "".join(found).startswith(said)
    html = (site / "public/about/index.html").read_text("utf-8")
    image = html[html.index("<img") :].split(">")[0]
    assert size in image
    assert bool(size) == (" width=" in image)
