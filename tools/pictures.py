"""Makes the pictures of docs/ anew: pages of the repository's sites, as they are and made over.

    .venv/bin/python tools/pictures.py [NAME ...]

Needs Chromium. A make-over is a chapter of docs/theming.md, built as it is written there.
"""

import re
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from roundup.build.build import build
from roundup.build.sources import Options

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PICTURES = DOCS / "pictures"
RANKED = "tests/ranked-site"
CATALOGUE = "docs/themes/card-catalogue"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_CHAPTER = re.compile(
    r"^### [^\n]+\n\n!\[[^\]]*\]\(pictures/([\w-]+)\.png\)\n(.*?)(?=^##)", re.M | re.S
)
_FENCE = re.compile(r"(?:^`([\w./-]+)`\n\n)?^```(\w+)\n(.*?)^```$", re.M | re.S)
_COLOURS = 96
_SHOWN = 900  # the width of a make-over's picture


class MakeOver(NamedTuple):
    """A chapter: the name of its picture, lines for `site.toml`, files of the site."""

    name: str
    settings: str
    files: dict[str, str]


class Shot(NamedTuple):
    """A picture: of which site and page, how wide, light or dark, and from where down."""

    site: str
    page: str
    width: int = 1280
    scheme: str = "light"
    start: str = "body"


ROUNDUP = "2019/rubiks-code-top-5/"
SHOTS = {
    "home-1280-light": Shot("", ""),
    "roundup-1280-light": Shot("", ROUNDUP),
    "roundup-390-dark": Shot("", ROUNDUP, 390, "dark"),
    "paper-1280-light": Shot("", "papers/xlnet/"),
    "roundup-zh-390-light": Shot("", "zh/2019/rubiks-code-top-5/", 390),
    "year-1280-dark": Shot("", "2019/", 1280, "dark"),
}
MADE_OVER = {
    "theming-ink": Shot(RANKED, "2018/winter-list/"),
    "theming-modern": Shot("", ROUNDUP),
    "theming-foot": Shot("", "about/", start=".bottom"),
    "theming-rows": Shot(RANKED, "2018/winter-list/", start=".row"),
    "theming-home": Shot("", ""),
}
THEMED = {"card-catalogue": Shot("", ROUNDUP)}


def make_overs() -> list[MakeOver]:
    """The make-overs that docs/theming.md shows, in order."""
    text = (DOCS / "theming.md").read_text("utf-8")
    return [made for made in map(_made_over, _CHAPTER.finditer(text)) if made.files]


def _made_over(chapter: re.Match[str]) -> MakeOver:
    fences = _FENCE.findall(chapter[2])
    files = {name: body for name, _, body in fences if name}
    settings = "".join(body for name, kind, body in fences if kind == "toml" and not name)
    return MakeOver(chapter[1], settings, files)


def copied(site: str, target: Path) -> Path:
    """The content and settings of one of the repository's sites, for a theme of their own."""
    target.mkdir(parents=True)
    shutil.copytree(ROOT / site / "content", target / "content")
    shutil.copy(ROOT / site / "site.toml", target)
    return target


def made_over(made: MakeOver, site: str, target: Path) -> Path:
    """A site of the repository with a make-over in it; what its settings say of the theme goes."""
    copied(site, target)
    settings = target / "site.toml"
    kept = re.sub(r"^\[theme\]\n(?:.+\n)*", "", settings.read_text("utf-8"), flags=re.M)
    settings.write_text(f"{kept}\n{made.settings}", "utf-8")
    for name, text in made.files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return target


def themed(theme: str, site: str, target: Path) -> Path:
    """A site of the repository with one of the themes of docs/."""
    copied(site, target)
    shutil.copytree(ROOT / theme, target / "theme")
    settings = target / "site.toml"
    settings.write_text('theme = "theme"\n' + settings.read_text("utf-8"), "utf-8")
    return target


def sites(wanted: set[str], home: Path) -> Iterator[tuple[str, Shot, Path]]:
    """Every picture that is wanted with its shot and the site it is taken of."""
    chapters = {one.name: one for one in make_overs()}
    for name, shot in SHOTS.items():
        if name in wanted:
            yield name, shot, ROOT / shot.site
    for name, shot in MADE_OVER.items():
        if name in wanted:
            yield name, shot, made_over(chapters[name], shot.site, home / name)
    for name, shot in THEMED.items():
        if name in wanted:
            yield name, shot, themed(CATALOGUE, shot.site, home / name)


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


@contextmanager
def served(site: Path, output: Path) -> Iterator[str]:
    """A site built and served: the address of its home page."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(output)))
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    report = build(site, Options(output=output, base_url=address, fresh=True))
    if report.failed:
        sys.exit("\n".join(str(one) for one in report.problems))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield address
    server.shutdown()
    server.server_close()


def taken(browser: Browser, shot: Shot, address: str) -> bytes:
    """What a reader's window shows, from the shot's start down."""
    phone = shot.width < 600
    size = {"width": shot.width, "height": 844 if phone else 800}
    page = browser.new_page(
        viewport=size, color_scheme=shot.scheme, device_scale_factor=2 if phone else 1
    )
    page.goto(address + shot.page)
    if shot.start != "body":
        page.locator(shot.start).first.evaluate("one => scrollTo(0, one.offsetTop - 40)")
    data = page.screenshot()
    page.close()
    return data


def kept(data: bytes, name: str) -> int:
    """Writes a picture in few colours and says how many bytes it has."""
    image = Image.open(BytesIO(data)).convert("RGB")
    if name not in SHOTS:
        image = image.resize((_SHOWN, round(image.height * _SHOWN / image.width)), Image.LANCZOS)
    path = PICTURES / f"{name}.png"
    image.quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    return path.stat().st_size


def main(names: list[str]) -> None:
    """Makes the pictures that are named, or all."""
    known = {**SHOTS, **MADE_OVER, **THEMED}
    if unknown := sorted(set(names) - set(known)):
        sys.exit(f"no picture is called {', '.join(unknown)}; known are {', '.join(known)}")
    chromium = next((path for one in _BROWSERS if (path := shutil.which(one))), None)
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-quic"]
        browser = playwright.chromium.launch(executable_path=chromium, args=options)
        for name, shot, site in sites(set(names or known), Path(home)):
            with served(site, Path(home) / f"{name}-output") as address:
                print(f"{name}.png: {kept(taken(browser, shot, address), name):,} bytes")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
