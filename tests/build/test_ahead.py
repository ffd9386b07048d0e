"""What somebody looks at is made before the rest, as it will be in the end."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from roundup.build.build import build
from roundup.build.report import Abandoned, Report
from roundup.build.sources import Options
from roundup.pages.addresses import output_path
from sites import ROUNDUP, SITE_TOML, contents, make_site

ENTRY = "content/2019/top/dain.md"
FILES = {
    **ROUNDUP,
    "content/2019/top/index.zh.md": "---\ntitle: 前{n}\n---\n",
    "content/about.md": "---\ntitle: About\n---\nWords.\n",
    "content/guides/index.md": "---\ntitle: Guides\n---\nWords.\n",
    "static/style.css": "p {}",
}
PAGES = (
    "/",
    "/zh/",
    "/2019/",
    "/2019/top/",
    "/zh/2019/top/",
    "/papers/",
    "/papers/dain/",
    "/tags/",
    "/tags/video/",
    "/about/",
    "/guides/",
    "/search/",
    "/reading-list/",
    "/404.html",
    "/style.css",
    "/accent.css",
)


class Reader:
    """Somebody who looks at pages, and keeps waiting for so many of the others."""

    def __init__(self, *pages: str, patience: int = 10_000) -> None:
        self._pages, self._patience = pages, patience
        self.seen: dict[str, bytes] = {}

    def looks_at(self) -> Sequence[str]:
        return self._pages

    def sees(self, address: str, data: bytes) -> None:
        self.seen[address] = data

    def waits(self) -> None:
        self._patience -= 1
        if self._patience < 0:
            raise Abandoned


def built(site: Path, reader: Reader, **options: bool) -> Report:
    return build(site, Options(jobs=1, **options), audience=reader)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    made = make_site(tmp_path, FILES)
    assert not built(made, Reader()).failed
    return made


def test_what_is_looked_at_is_what_it_will_be(site: Path) -> None:
    text = str(FILES[ENTRY])
    make_site(site, {ENTRY: text.replace("Depth-Aware", "Deep"), "static/style.css": "p{}"})
    reader = Reader(*PAGES, "/nothing/", "/papers/page/9/", "/feed.xml", "/papers/dain.bib")
    assert not built(site, reader).failed
    output = site / "public"
    # The accent is a setting that this site does not make.
    assert set(reader.seen) == set(PAGES) - {"/accent.css"}
    for address, data in reader.seen.items():
        assert data == (output / output_path(address)).read_bytes(), address


def test_it_comes_in_the_order_of_looking(site: Path) -> None:
    make_site(site, {ENTRY: str(FILES[ENTRY]) + "More.\n"})
    for order in (("/2019/top/", "/style.css"), ("/style.css", "/2019/top/")):
        reader = Reader(*order)
        built(site, reader)
        assert tuple(reader.seen) == order


def test_the_sheets_that_the_settings_name_come_before_all(site: Path) -> None:
    toml = SITE_TOML + '[theme]\naccent = "#35588f"\nstyles = ["css/own.css"]\n'
    make_site(site, {"static/css/own.css": "p { margin: 0 }"}, toml)
    reader = Reader("/2019/top/", "/accent.css")
    built(site, reader)
    assert list(reader.seen) == ["/accent.css", "/css/own.css", "/2019/top/"]
    assert reader.seen["/accent.css"] == b":root { --accent: #35588f; }\n"


def test_with_an_error_nothing_is_shown_ahead(site: Path) -> None:
    for fault in ("tagz: [video]\n---", "---\n[[nobody]]"):
        make_site(site, {ENTRY: str(FILES[ENTRY]).replace("---\nLooks", f"{fault}\nLooks")})
        reader = Reader(*PAGES)
        assert built(site, reader).failed
        assert reader.seen == {}


def test_a_page_whose_template_fails_is_left_out(site: Path) -> None:
    make_site(site, {"templates/page.html": "{{ nothing }}"})
    reader = Reader("/about/", "/2019/top/")
    assert built(site, reader).failed
    assert list(reader.seen) == ["/2019/top/"]


@pytest.mark.parametrize("patience", [0, 5, 40])
def test_an_abandoned_build_leaves_everything_as_it_was(site: Path, patience: int) -> None:
    make_site(site, {ENTRY: str(FILES[ENTRY]).replace("Depth-Aware", "Deep")})
    before = contents(site / "public")
    reader = Reader("/2019/top/", patience=patience)
    with pytest.raises(Abandoned):
        built(site, reader)
    assert b"Deep" in reader.seen["/2019/top/"]
    assert contents(site / "public") == before
    built(site, Reader())
    after = contents(site / "public")
    assert after != before
    build(site, Options(jobs=1, fresh=True, output=site.parent / "fresh"))
    assert after == contents(site.parent / "fresh")


def test_articles_of_an_earlier_build_are_recalled_as_they_are_now(site: Path) -> None:
    recalled: dict[str, tuple[bytes, object]] = {}
    for number in range(3):
        make_site(site, {ENTRY: f"{FILES[ENTRY]}{number}.\n"})
        build(site, Options(jobs=1), recalled=recalled)  # type: ignore[arg-type]
        assert f"{number}." in (site / "public/2019/top/index.html").read_text("utf-8")
    build(site, Options(jobs=1, fresh=True, output=site.parent / "fresh"))
    assert contents(site / "public") == contents(site.parent / "fresh")
    assert "content/2019/top/xlnet.md" in recalled
