"""Pictures in a built site: smaller files beside them, what pages say of them, and when they are made."""

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from rasters import noise, orientation, saved
from roundup.build import images
from sites import ROUNDUP, SITE_TOML, build_site, contents, make_site, messages

TOP = "content/2019/top"
IMG = re.compile(r"<img ([^>]*)>")


@cache
def photo(width: int = 900, height: int = 600, seed: int = 1) -> bytes:
    return saved(noise(width, height, seed=seed), "JPEG", quality=90)


def dain(words: str, fields: str = "") -> dict[str, str | bytes]:
    text = str(ROUNDUP[f"{TOP}/dain.md"])
    return {
        **ROUNDUP,
        f"{TOP}/dain.md": text.replace("---\nLooks", f"{fields}---\n{words}\n\nLooks"),
    }


SITE = dain("![A photograph](a.jpg)", "image: {src: b.jpg, alt: Another}\n") | {
    f"{TOP}/a.jpg": photo(),
    f"{TOP}/b.jpg": photo(600, 400, 2),
}


def test_pages_offer_smaller_files_that_are_there(tmp_path: Path) -> None:
    site = make_site(tmp_path, SITE)
    assert messages(build_site(site)) == []
    public = contents(site / "public")
    for page in ("2019/top/index.html", "papers/dain/index.html"):
        found = IMG.findall(public[page].decode())
        assert len(found) == 2
        for one in found:
            offered = re.findall(r"/papers/(\S+) (\d+)w", one)
            assert next(width for _, width in offered) == "480"
            assert all(path in public for path, _ in offered)
    assert public["2019/top/a.jpg"] == photo()
    assert len(public["2019/top/a.jpg.480.webp"]) < len(photo()) / 2


def test_a_later_build_makes_nothing_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does the first build into another folder, as the preview's is."""
    site = make_site(tmp_path, SITE)
    build_site(site)
    public = contents(site / "public")
    monkeypatch.setattr(images, "_workshop", None)
    os.utime(site / TOP / "a.jpg", (1, 1))
    assert build_site(site).rendered == ()
    (site / "public/2019/top/a.jpg.480.webp").unlink()
    assert build_site(site).rendered == ("/2019/top/a.jpg.480.webp",)
    other = build_site(site, output=tmp_path / "other")
    assert not other.failed
    assert contents(tmp_path / "other") == contents(site / "public") == public


def test_an_edit_of_a_picture_renders_it_and_the_pages_whose_choice_changes(tmp_path: Path) -> None:
    site = make_site(tmp_path, SITE)
    build_site(site)
    make_site(site, {f"{TOP}/a.jpg": photo(900, 600, 3)})
    files = {f"/2019/top/a.jpg{end}" for end in ("", ".480.webp", ".800.webp", ".900.webp")}
    assert set(build_site(site).rendered) == files
    make_site(site, {f"{TOP}/a.jpg": photo(700, 600)})
    report = build_site(site)
    assert set(report.removed) == {"2019/top/a.jpg.800.webp", "2019/top/a.jpg.900.webp"}
    assert {"/2019/top/", "/papers/dain/", "/2019/top/a.jpg.700.webp"} <= set(report.rendered)
    fresh = build_site(site, output=tmp_path / "fresh", fresh=True)
    assert not fresh.failed
    assert contents(tmp_path / "fresh") == contents(site / "public")


def test_any_number_of_jobs_makes_the_same_bytes(tmp_path: Path) -> None:
    site = make_site(tmp_path, SITE)
    for jobs in (1, 2):
        build_site(site, output=tmp_path / str(jobs), fresh=True, jobs=jobs)
    assert contents(tmp_path / "1") == contents(tmp_path / "2")


def test_a_broken_picture_is_told_every_time(tmp_path: Path) -> None:
    site = make_site(tmp_path, SITE | {f"{TOP}/a.jpg": photo()[:9000]})
    said = [
        f"{TOP}/a.jpg: warning: the picture is broken\n  hint: export it again: not all readers see it"
    ]
    for fresh in (False, False, True):
        assert messages(build_site(site, fresh=fresh)) == said
    make_site(site, {"content/about.md": "Words.\n"})
    assert messages(build_site(site)) == said
    assert "2019/top/a.jpg" in contents(site / "public")


def test_pictures_that_nobody_sees_are_not_made_smaller(tmp_path: Path) -> None:
    hidden = {"content/about.md": "---\ndraft: true\n---\n![A](about.jpg)\n"}
    linked = dain("[The photograph](a.jpg)") | {f"{TOP}/a.jpg": photo()}
    site = make_site(tmp_path, linked | hidden | {"content/about.jpg": photo()})
    build_site(site)
    assert not [path for path in contents(site / "public") if path.endswith(".webp")]
    build_site(site, drafts=True)
    assert "about.jpg.480.webp" in contents(site / "public")


def test_small_files_and_drawings_of_lines_stay_as_they_are(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"/>'
    words = dain("![Icon](icon.png)\n\n![Lines](lines.svg)")
    icon = saved(noise(32, 32), "PNG")
    site = make_site(tmp_path, words | {f"{TOP}/icon.png": icon, f"{TOP}/lines.svg": svg})
    assert messages(build_site(site)) == []
    assert not [path for path in contents(site / "public") if path.endswith(".webp")]


def test_pictures_of_the_same_name_and_another_ending_live_side_by_side(tmp_path: Path) -> None:
    png = saved(noise(600, 400, seed=5), "PNG")
    site = make_site(tmp_path, dain("![A](a.jpg)\n\n![B](a.png)") | {
        f"{TOP}/a.jpg": photo(), f"{TOP}/a.png": png
    })  # fmt: skip
    assert messages(build_site(site)) == []
    assert {"2019/top/a.jpg.480.webp", "2019/top/a.png.480.webp"} <= contents(
        site / "public"
    ).keys()


def test_a_file_where_a_smaller_picture_must_go_is_an_error(tmp_path: Path) -> None:
    mine = saved(noise(64, 64), "WEBP")
    words = "![A](a.jpg)\n\n![Mine](a.jpg.480.webp)"
    files = {f"{TOP}/a.jpg": photo(), f"{TOP}/a.jpg.480.webp": mine}
    report = build_site(make_site(tmp_path, dain(words) | files))
    assert report.failed
    assert "both become 2019/top/a.jpg.480.webp" in messages(report)[0]


def test_a_picture_on_its_side_is_as_large_as_it_is_shown(tmp_path: Path) -> None:
    lying = saved(noise(900, 600), "JPEG", quality=90, exif=orientation(6))
    site = make_site(tmp_path, SITE | {f"{TOP}/a.jpg": lying})
    build_site(site)
    html = (site / "public/2019/top/index.html").read_text("utf-8")
    assert 'width="600" height="900"' in html


def test_a_picture_too_wide_is_stood_in_for_on_pages_cards_and_in_feeds(tmp_path: Path) -> None:
    site = make_site(tmp_path, dain("![A](a.jpg)", "image: {src: a.jpg, alt: A}\n") | {
        f"{TOP}/a.jpg": photo(2000, 300)
    })  # fmt: skip
    build_site(site)
    public = contents(site / "public")
    for one in IMG.findall(public["2019/top/index.html"].decode()):
        assert 'src="/papers/2019/top/a.jpg.1600.jpg"' in one
        assert 'width="1600" height="240"' in one
    feed = public["feed.xml"].decode()
    assert "https://example.org/papers/2019/top/a.jpg.1600.jpg" in feed
    assert public["2019/top/a.jpg"] == photo(2000, 300)


def test_feeds_hold_one_file_a_picture(tmp_path: Path) -> None:
    site = make_site(tmp_path, SITE)
    build_site(site)
    for name in ("feed.xml", "feed.json"):
        feed = (site / "public" / name).read_text("utf-8")
        assert "https://example.org/papers/2019/top/a.jpg" in feed
        assert "webp" not in feed
        assert "loading=" not in feed


def test_the_first_picture_of_words_that_begin_a_page_is_wanted_at_once(tmp_path: Path) -> None:
    two = "![A](2019/top/a.jpg)\n\n![B](2019/top/b.jpg)\n"
    index = '---\ntitle: "Top {n} of {year}"\n---\n![A](a.jpg)\n\n<!-- papers -->\n\n![B](b.jpg)\n'
    site = make_site(tmp_path, SITE | {"content/about.md": two, f"{TOP}/index.md": index})
    build_site(site)
    about = IMG.findall((site / "public/about/index.html").read_text("utf-8"))
    assert ["fetchpriority" in one for one in about] == [True, False]
    assert ['loading="lazy"' in one for one in about] == [False, True]
    roundup = IMG.findall((site / "public/2019/top/index.html").read_text("utf-8"))
    assert ["fetchpriority" in one for one in roundup] == [True, False, False, False]


def test_a_cover_is_wanted_before_any_picture_of_the_words(tmp_path: Path) -> None:
    index = "---\ntitle: Top\nimage: {src: b.jpg, alt: B}\n---\n![A](a.jpg)\n"
    site = make_site(tmp_path, SITE | {f"{TOP}/index.md": index})
    build_site(site)
    found = IMG.findall((site / "public/2019/top/index.html").read_text("utf-8"))
    assert [('alt="B"' in one, "fetchpriority" in one) for one in found[:2]] == [
        (True, True),
        (False, False),
    ]


def test_a_picture_inherited_by_a_translation_is_its_own_language_s(tmp_path: Path) -> None:
    chinese = {f"{TOP}/dain.zh.md": "---\ntitle: 深度\n---\n深度。\n"}
    chinese |= {f"{TOP}/index.zh.md": "---\ntitle: 最佳\n---\n你好。\n"}
    site = make_site(tmp_path, SITE | chinese | {f"{TOP}/b.zh.jpg": photo(640, 300, 9)})
    build_site(site)
    public = contents(site / "public")
    assert "2019/top/b.zh.jpg.480.webp" in public["zh/2019/top/index.html"].decode()
    assert {"2019/top/b.zh.jpg", "2019/top/b.zh.jpg.480.webp"} <= public.keys()


def test_choices_that_authors_make_themselves_stand(tmp_path: Path) -> None:
    """Raw HTML may name its own files; their addresses alone are put in place."""
    words = '<img src="a.jpg" srcset="b.jpg 2x" alt="A" width="45" height="30">'
    files = {f"{TOP}/a.jpg": photo(), f"{TOP}/b.jpg": photo(600, 400, 2)}
    site = make_site(tmp_path, dain(words) | files)
    assert messages(build_site(site)) == []
    (found,) = IMG.findall((site / "public/2019/top/index.html").read_text("utf-8"))
    assert 'srcset="/papers/2019/top/b.jpg 2x"' in found
    assert 'width="45" height="30"' in found
    assert found.count("width=") == 1


CODE = """
import sys
import roundup.build.build
from pathlib import Path
from roundup.build.sources import Options
assert "PIL" not in sys.modules
report = roundup.build.build.build(Path(sys.argv[1]), Options(jobs=1))
assert not report.failed
print("PIL" in sys.modules)
"""


def test_pillow_is_loaded_by_builds_that_make_pictures_smaller_alone(tmp_path: Path) -> None:
    site = make_site(tmp_path, SITE, SITE_TOML + "[pages]\ncards = false\n")
    source = str(Path(images.__file__).parents[2])
    for expected in ("True", "False"):
        done = subprocess.run(
            [sys.executable, "-c", CODE, str(site)],
            capture_output=True,
            text=True,
            check=False,
            env={"PYTHONPATH": source, "PATH": "/usr/bin:/bin"},
        )
        assert done.stdout.strip() == expected, done.stderr
        make_site(site, {"content/about.md": "Words.\n"}, SITE_TOML + "[pages]\ncards = false\n")
