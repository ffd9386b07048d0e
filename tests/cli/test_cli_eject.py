"""`roundup eject`: copies that remember what they were made from."""

import json
from pathlib import Path

import pytest

import sites
from cli.commands import call
from roundup.build.layers import packed_home
from sites import ROUNDUP, build_site, contents, make_site, messages

THEME = packed_home()
QUICK = sites.SITE_TOML + "[pages]\nsearch = false\ncards = false\n"
NAV = "templates/parts/nav.html"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site", ROUNDUP, QUICK)


def theme_s(path: str) -> str:
    return (THEME / path).read_text("utf-8")


def test_a_copy_is_the_theme_s_file_below_a_line_that_says_so(site: Path) -> None:
    done = call(
        "--site", site, "eject", "roundup.html", "style.css", "favicon.svg", "words/zh.toml"
    )
    assert done.exit_code == 0
    said = done.output.splitlines()
    assert said == [
        "templates/roundup.html: copied from roundup",
        "static/style.css: copied from roundup",
        "static/favicon.svg: copied from roundup",
        "templates/words/zh.toml: copied from roundup",
    ]
    marks = {
        "templates/roundup.html": r"{# ejected from roundup: roundup.html ",
        "static/style.css": r"/* ejected from roundup: style.css ",
        "static/favicon.svg": r"<!-- ejected from roundup: favicon.svg ",
        "templates/words/zh.toml": r"# ejected from roundup: words/zh.toml ",
    }
    for path, mark in marks.items():
        first, _, rest = (site / path).read_text("utf-8").partition("\n")
        assert first.startswith(mark)
        assert rest == theme_s(path)


@pytest.mark.parametrize(
    "name", ["parts/nav.html", "parts/nav", "nav", NAV, "templates/parts/nav", "./" + NAV]
)
def test_names_may_be_short(name: str, site: Path) -> None:
    assert call("--site", site, "eject", name).exit_code == 0
    assert (site / NAV).is_file()


def test_copies_of_all_templates_and_words_change_no_page(site: Path) -> None:
    assert messages(build_site(site)) == []
    before = contents(site / "public")
    listed = json.loads(call("--site", site, "eject", "--list", "--format", "json").stdout)
    names = [one["name"] for one in listed if not one["name"].startswith("static/")]
    assert call("--site", site, "eject", *names).exit_code == 0
    report = build_site(site)
    assert messages(report) == []
    assert contents(site / "public") == before


def test_a_file_that_is_there_is_never_touched(site: Path) -> None:
    make_site(site, {NAV: "mine"})
    done = call("--site", site, "eject", "nav", "entry")
    assert done.exit_code == 1
    assert f"{NAV}: error: it is there already" in done.stderr
    assert (site / NAV).read_text() == "mine"
    assert (site / "templates/parts/entry.html").is_file()


def test_an_unknown_name_is_refused_with_the_nearest_one(site: Path) -> None:
    done = call("--site", site, "eject", "roundpu.html")
    assert done.exit_code == 2
    assert "The theme has no 'roundpu.html': did you mean 'roundup.html'?" in done.stderr
    assert not (site / "templates").exists()


@pytest.mark.parametrize("words", [[], ["--list", "nav"], ["--diff"], ["--diff", "--list"]])
def test_what_to_do_must_be_clear(words: list[str], site: Path) -> None:
    assert call("--site", site, "eject", *words).exit_code == 2


def test_the_build_warns_until_the_change_is_marked_as_seen(site: Path) -> None:
    theme = {"plain/templates/parts/nav.html": "<nav>old</nav>\n"}
    make_site(site, {**ROUNDUP, **theme}, f'theme = "plain"\n{QUICK}')
    assert call("--site", site, "eject", "nav").exit_code == 0
    assert messages(build_site(site)) == []
    make_site(
        site,
        {"plain/templates/parts/nav.html": "<nav>new</nav>\n"},
        (site / "site.toml").read_text(),
    )
    warned = [
        f"{NAV}:1: warning: the theme's copy has changed since this one was ejected\n"
        "  hint: compare with roundup eject --diff parts/nav.html, then --mark-current"
    ]
    assert messages(build_site(site)) == warned
    assert messages(build_site(site)) == warned
    shown = call("--site", site, "eject", "--diff", "nav").stdout
    assert shown.splitlines() == [
        "--- plain/templates/parts/nav.html",
        f"+++ {NAV}",
        "@@ -1 +1 @@",
        "-<nav>new</nav>",
        "+<nav>old</nav>",
    ]
    assert call("--site", site, "eject", "--mark-current", "nav").exit_code == 0
    assert (site / NAV).read_text().endswith(" #}\n<nav>old</nav>\n")
    assert messages(build_site(site)) == []


def test_a_copied_style_sheet_is_watched_too(site: Path) -> None:
    theme = {"plain/static/style.css": "a {}\n"}
    toml = f'theme = "plain"\n{QUICK}'
    make_site(site, {**ROUNDUP, **theme}, toml)
    assert call("--site", site, "eject", "style.css").exit_code == 0
    assert messages(build_site(site)) == []
    make_site(site, {"plain/static/style.css": "b {}\n"}, toml)
    [said] = messages(build_site(site))
    assert said.startswith("static/style.css:1: warning: the theme's copy has changed")


def test_a_theme_in_the_site_is_watched_as_the_site_is(site: Path) -> None:
    mark = "{# ejected from roundup: page.html 00000000 #}\n"
    files = {"plain/templates/page.html": mark + theme_s("templates/page.html")}
    make_site(site, {**ROUNDUP, **files}, f'theme = "plain"\n{QUICK}')
    [said] = messages(build_site(site))
    assert said.startswith("plain/templates/page.html:1: warning: the theme's copy has changed")


def test_the_list_says_what_the_site_has(site: Path) -> None:
    call("--site", site, "eject", "base.html", "home.html")
    home = site / "templates/home.html"
    home.write_text(home.read_text("utf-8").replace("home.html ", "home.html 0", 1), "utf-8")
    make_site(site, {"templates/page.html": '{% extends "theme/page.html" %}'})
    listed = json.loads(call("--site", site, "eject", "--list", "--format", "json").stdout)
    known = {one["name"]: one for one in listed}
    names = ("base.html", "home.html", "page.html", "roundup.html")
    assert [known[name]["state"] for name in names] == ["ejected", "own", "own", ""]
    assert {"colophon", "footer"} <= set(known["base.html"]["blocks"])
    assert "roundups" in known["parts/cards.html"]["macros"]
    text = call("--site", site, "eject", "--list").stdout
    assert "NAME" in text.splitlines()[0]
    assert any(row.split()[:2] == ["base.html", "ejected"] for row in text.splitlines())


def test_what_is_not_there_cannot_be_compared(site: Path) -> None:
    done = call("--site", site, "eject", "--diff", "base.html")
    assert done.exit_code == 1
    assert "templates/base.html: error: it is not there" in done.stderr


def test_a_file_that_can_hold_no_mark_is_copied_as_it_is(site: Path) -> None:
    make_site(site, {**ROUNDUP, "plain/static/x.png": b"\x89PNG"}, f'theme = "plain"\n{QUICK}')
    done = call("--site", site, "eject", "x.png")
    assert done.output.startswith("static/x.png: copied from plain; no mark can stand in it")
    assert (site / "static/x.png").read_bytes() == b"\x89PNG"


def test_without_a_theme_that_can_be_used_nothing_is_done(site: Path) -> None:
    make_site(site, {}, f'theme = "nope"\n{QUICK}')
    done = call("--site", site, "eject", "nav")
    assert done.exit_code == 1
    assert "site.toml:1: error: there is no theme 'nope'" in done.stderr
