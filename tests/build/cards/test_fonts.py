from pathlib import Path

import pytest

from made_fonts import font_bytes
from roundup.build.cards import fonts
from roundup.build.state import Cache
from roundup.content.settings import PagesSettings, Settings, ThemeSettings

LATER = 1 << 62  # long after every file was written


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site.toml").write_text('title = "Lists"\n')
    (tmp_path / "own.ttf").write_bytes(font_bytes("abc"))
    return tmp_path


def settings(*own: str, cards: bool | None = None) -> Settings:
    return Settings(pages=PagesSettings(cards=cards), theme=ThemeSettings(card_fonts=own))


@pytest.mark.cards
def test_fonts_of_the_site_go_before_those_of_packages(site: Path) -> None:
    files, problems = fonts.font_files(site, settings("own.ttf"))
    assert not problems
    assert [file.path for file in files] == [
        "own.ttf",
        *(f"{package}/{name}" for package, name in fonts.PACKAGED),
    ]


def test_packages_that_are_not_installed_are_passed_over(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "PACKAGED", (("no_such_package", "a.otf"), ("email", "none.otf")))
    assert fonts.font_files(site, settings()) == ((), ())
    files, problems = fonts.font_files(site, settings(cards=True))
    assert (files, [one.severity for one in problems]) == ((), ["warning"])


def test_nothing_is_looked_for_where_cards_are_off(site: Path) -> None:
    assert fonts.font_files(site, settings("none.ttf", cards=False)) == ((), ())


def test_a_font_is_read_once_and_again_when_it_changes(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = Cache(site / ".roundup", "x")
    read, reading = [], fonts.read_font
    monkeypatch.setattr(fonts, "read_font", lambda data: read.append(len(data)) or reading(data))

    def facts() -> list[tuple[tuple[int, int], ...]]:
        files, _ = fonts.font_files(site, settings("own.ttf"))
        found, problems = fonts.read_fonts(site, files, state, LATER)
        assert not problems
        return [font.fact.ranges for font in found]

    assert facts() == facts() == [((97, 99),)]
    assert len(read) == 1
    (site / "own.ttf").write_bytes(font_bytes("abcd"))
    assert facts() == [((97, 100),)]
    assert len(read) == 2
    assert fonts.read_fonts(site, (), state, LATER) == ((), ())
    assert state.files("fonts") == {}
    state.close()
