"""The layers of a theme: the site's templates over the theme's, over those of the package."""

from pathlib import Path

from sites import ROUNDUP, SITE_TOML, build_site, make_site, messages

FOOTER = '{%% extends "%s/base.html" %%}{%% block footer %%}%s{{ super() }}{%% endblock %%}'


def test_every_layer_reaches_the_one_below(tmp_path: Path) -> None:
    files = {
        "plain/templates/base.html": FOOTER % ("roundup", "<p>the theme's</p>"),
        "templates/base.html": FOOTER % ("theme", "<p>the site's</p>"),
    }
    site = make_site(tmp_path / "site", {**ROUNDUP, **files}, f'theme = "plain"\n{SITE_TOML}')
    report = build_site(site, output=tmp_path / "out")
    assert not report.failed, messages(report)
    page = (tmp_path / "out/index.html").read_text("utf-8")
    assert page.index("the site's") < page.index("the theme's") < page.index('class="bottom"')
