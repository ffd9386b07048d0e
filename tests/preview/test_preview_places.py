"""Where a site's sources are."""

from pathlib import Path

import pytest

from roundup.preview.places import further, places
from sites import ROUNDUP, SITE_TOML, make_site

THEME = {"themes/plain/templates/404.html": "one", "themes/plain/static/style.css": ""}


def test_sources_are_watched_with_all_below_them_and_seen_to_come_and_go(tmp_path: Path) -> None:
    found = places(make_site(tmp_path, {**ROUNDUP, "static/x.css": ""}))
    assert {tmp_path / "content", tmp_path / "static"} <= set(found.folders)
    assert {"site.toml", "content", "templates", "static"} <= found.names[tmp_path]
    assert tmp_path not in found.folders


@pytest.mark.parametrize("setting", ['theme = "themes/plain"\n', ""])
def test_a_theme_is_watched_and_so_are_the_folders_above_it(tmp_path: Path, setting: str) -> None:
    site = make_site(tmp_path, {**ROUNDUP, **THEME}, setting + SITE_TOML)
    found = places(site)
    assert (tmp_path / "themes/plain/templates" in found.folders) == bool(setting)
    assert ("themes" in found.names[tmp_path]) == bool(setting)
    assert ("plain" in found.names.get(tmp_path / "themes", ())) == bool(setting)


def test_fonts_outside_static_are_watched_by_name(tmp_path: Path) -> None:
    toml = f'{SITE_TOML}[theme]\ncard_fonts = ["fonts/a.otf"]\n'
    site = make_site(tmp_path, {**ROUNDUP, "fonts/a.otf": "", "fonts/b.otf": ""}, toml)
    found = places(site)
    assert found.names[tmp_path / "fonts"] == {"a.otf"}
    assert "fonts" in found.names[tmp_path]


def test_while_settings_are_broken_what_was_known_is_watched(tmp_path: Path) -> None:
    site = make_site(tmp_path, {**ROUNDUP, **THEME}, 'theme = "themes/plain"\n' + SITE_TOML)
    known = further(site)
    (site / "site.toml").write_text("titel = 1")
    assert further(site) == ()
    assert tmp_path / "themes/plain/static" in places(site, known).folders
