"""The layers of a theme: the site's files over the theme's, over those of roundup's own."""

import sys
from pathlib import Path

import pytest

import sites
from sites import ROUNDUP, build_site, contents, make_site, messages

FOOTER = '{%% extends "%s/base.html" %%}{%% block footer %%}%s{{ super() }}{%% endblock %%}'
# What takes long and has nothing to do with themes is left out.
QUICK = sites.SITE_TOML + "[pages]\nsearch = false\ncards = false\n"
PLAIN = f'theme = "plain"\n{QUICK}'
ZH = {
    "content/2019/top/index.zh.md": '---\ntitle: "{year} 年最佳 {n} 篇"\n---\n你好。\n',
    "content/2019/top/xlnet.zh.md": "---\ntitle: 广义自回归预训练\n---\n以任意顺序预测词语。\n",
}


def page(site: Path, address: str = "index.html") -> str:
    return (site / "public" / address).read_text("utf-8")


def built(folder: Path, files: dict[str, str], toml: str = PLAIN) -> Path:
    site = make_site(folder, {**ROUNDUP, **files}, toml)
    assert messages(build_site(site)) == []
    return site


def test_every_layer_reaches_the_one_below(tmp_path: Path) -> None:
    files = {
        "plain/templates/base.html": FOOTER % ("roundup", "<p>the theme's</p>"),
        "templates/base.html": FOOTER % ("theme", "<p>the site's</p>"),
    }
    text = page(built(tmp_path, files))
    assert text.index("the site's") < text.index("the theme's") < text.index('class="bottom"')


def test_the_site_may_pass_over_its_theme(tmp_path: Path) -> None:
    files = {
        "plain/templates/base.html": FOOTER % ("roundup", "<p>the theme's</p>"),
        "templates/base.html": FOOTER % ("roundup", "<p>the site's</p>"),
    }
    text = page(built(tmp_path, files))
    assert "the site's" in text
    assert "the theme's" not in text


def test_what_a_theme_lacks_is_roundup_s(tmp_path: Path) -> None:
    files = {"plain/templates/404.html": "<p>Nothing here.</p>"}
    site = built(tmp_path, files)
    assert page(site, "404.html") == "<p>Nothing here.</p>"
    assert 'class="entry"' in page(site, "2019/top/index.html")


def test_static_files_come_from_the_highest_layer_that_has_them(tmp_path: Path) -> None:
    files = {
        "plain/static/style.css": "the theme's",
        "plain/static/plain.css": "the theme's",
        "static/style.css": "the site's",
    }
    site = built(tmp_path, files)
    assert page(site, "style.css") == "the site's"
    assert page(site, "plain.css") == "the theme's"
    assert page(site, "favicon.svg").startswith("<svg")


def test_each_interface_word_comes_from_the_highest_layer_that_has_it(tmp_path: Path) -> None:
    files = {
        **ZH,
        "plain/templates/words/zh.toml": 'papers = "主题的论文"\ntopics = "主题的话题"\n',
        "templates/words/zh.toml": 'papers = "本站的论文"\n',
    }
    site = make_site(tmp_path, {**ROUNDUP, **files}, PLAIN)
    assert not build_site(site).failed
    text = page(site, "zh/index.html")
    assert "本站的论文" in text
    assert "主题的话题" in text
    assert "主题的论文" not in text
    assert 'aria-label="年份"' in text


@pytest.mark.parametrize(
    "toml",
    ['theme = "a_theme"\n' + QUICK, QUICK + '[theme]\npath = "a-theme"\n'],
    ids=["as a word", "in the table, as it is installed"],
)
def test_a_theme_may_be_a_package(
    toml: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is found without being imported."""
    package = {
        "a_theme/__init__.py": "raise SystemExit",
        "a_theme/templates/404.html": "packed",
        "a_theme/static/style.css": "packed",
    }
    make_site(tmp_path / "installed", package)
    monkeypatch.syspath_prepend(tmp_path / "installed")
    site = built(tmp_path / "site", {}, toml)
    assert (page(site, "404.html"), page(site, "style.css")) == ("packed", "packed")
    assert "a_theme" not in sys.modules


def test_roundup_s_own_theme_has_a_name_too(tmp_path: Path) -> None:
    one = built(tmp_path / "one", {}, f'theme = "roundup"\n{QUICK}')
    other = built(tmp_path / "other", {}, QUICK)
    assert contents(one / "public") == contents(other / "public")


def test_a_fault_in_a_theme_names_the_theme_s_file(tmp_path: Path) -> None:
    files = {"plain/templates/404.html": "\n{{ page.nothing }}", "plain/templates/x.html": b"\xff"}
    site = make_site(tmp_path, {**ROUNDUP, **files}, PLAIN)
    assert [said.split(": ")[0] for said in messages(build_site(site))] == [
        "plain/templates/x.html:1"
    ]
    (site / "plain/templates/x.html").unlink()
    [said] = messages(build_site(site))
    assert said.startswith("plain/templates/404.html:2: error: the template fails on /404.html")


def test_a_theme_can_be_changed_and_left_and_taken_up_again(tmp_path: Path) -> None:
    files = {
        "plain/templates/base.html": FOOTER % ("roundup", "<p>plain</p>"),
        "plain/static/only.css": "plain",
        "bold/templates/404.html": "bold",
        "bold/static/style.css": "bold",
    }
    site = make_site(tmp_path / "site", {**ROUNDUP, **files})
    steps = [
        {"site.toml": PLAIN},
        {"plain/static/only.css": "plainer"},
        {"plain/templates/base.html": FOOTER % ("roundup", "<p>plainer</p>")},
        {"site.toml": f'theme = "bold"\n{QUICK}'},
        {"site.toml": QUICK},
        {"site.toml": PLAIN},
    ]
    toml = QUICK
    for number, step in enumerate(steps):
        toml = step.pop("site.toml", toml)
        make_site(site, step, toml)
        fresh = tmp_path / f"fresh-{number}"
        assert messages(build_site(site)) == messages(build_site(site, output=fresh, fresh=True))
        assert contents(site / "public") == contents(fresh)
    assert "plainer" in page(site)


def test_what_editors_leave_beside_templates_is_passed_over(tmp_path: Path) -> None:
    site = make_site(
        tmp_path, {**ROUNDUP, "templates/.year.html.swp": b"\xff", "templates/.git/x": b"\xff"}
    )
    report = build_site(site)
    assert not report.failed, messages(report)
