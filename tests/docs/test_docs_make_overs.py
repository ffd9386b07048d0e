"""The make-overs of docs/theming.md and the themes of docs/themes/, built as they stand there."""

import re
import runpy
from pathlib import Path
from typing import Any

import pytest

from sites import ROUNDUP, SITE_TOML, build_site, contents, make_site, messages

ROOT = Path(__file__).resolve().parents[2]
TOOL = runpy.run_path(str(ROOT / "tools/pictures.py"))
MAKE_OVERS = TOOL["make_overs"]()
THEMES = sorted((ROOT / "docs/themes").iterdir())
# What takes long and has nothing to do with themes is left out.
QUICK = SITE_TOML + "[pages]\nsearch = false\ncards = false\n"
ABOUT = {"content/about.md": "---\ntitle: About\n---\nWords.\n"}


def test_there_are_five() -> None:
    assert [one.name for one in MAKE_OVERS] == list(TOOL["MADE_OVER"])
    assert len(MAKE_OVERS) == 5


@pytest.mark.parametrize("made", MAKE_OVERS, ids=[one.name for one in MAKE_OVERS])
def test_a_make_over_is_complete_and_changes_what_is_shown(made: Any, tmp_path: Path) -> None:
    """Nothing is complained of, and the pages of its picture say something else than before."""
    plain = make_site(tmp_path / "plain", {**ROUNDUP, **ABOUT}, QUICK)
    files = {**ROUNDUP, **ABOUT, **made.files}
    over = make_site(tmp_path / "over", files, f"{QUICK}\n{made.settings}")
    assert messages(build_site(plain)) == messages(build_site(over)) == []
    before, after = contents(plain / "public"), contents(over / "public")
    changed = {name for name in before if before[name] != after.get(name)}
    assert {"index.html", "2019/top/index.html", "about/index.html"} & changed
    for name in re.findall(r'"([\w-]+\.css)"', made.settings):
        assert f"/{name}?v=" in after["index.html"].decode()


@pytest.mark.parametrize("theme", THEMES, ids=[one.name for one in THEMES])
def test_a_theme_builds_the_repository_s_own_site(theme: Path, tmp_path: Path) -> None:
    site = TOOL["themed"](theme.relative_to(ROOT).as_posix(), "", tmp_path / "site")
    assert messages(build_site(site)) == []
    assert (site / "public/favicon.svg").read_bytes() == (theme / "static/favicon.svg").read_bytes()
    home = (site / "public/index.html").read_text("utf-8")
    sheets = re.findall(r'rel="stylesheet" href="[^"]*/([\w-]+\.css)\?', home)
    assert sheets == ["style.css", f"{theme.name}.css"]


@pytest.mark.parametrize("theme", THEMES, ids=[one.name for one in THEMES])
def test_a_theme_holds_no_more_than_what_differs(theme: Path) -> None:
    for path in sorted((theme / "templates").rglob("*.html")):
        name = path.relative_to(theme / "templates").as_posix()
        assert f'{{% extends "roundup/{name}" %}}' in path.read_text("utf-8")
    assert "](../../theming.md)" in (theme / "README.md").read_text("utf-8")


def test_every_picture_that_documents_show_is_made_by_the_tool() -> None:
    shown = set()
    for path in [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]:
        shown |= set(re.findall(r"\]\([\w./]*pictures/([\w-]+)\.png\)", path.read_text("utf-8")))
    made = {**TOOL["SHOTS"], **TOOL["MADE_OVER"], **TOOL["THEMED"]}
    assert shown <= set(made)
    assert set(TOOL["MADE_OVER"]) <= shown
