"""`roundup check`: everything a build would say, and nothing written of the site."""

import json
from pathlib import Path

from cli.commands import call
from sites import contents, make_site


def test_a_good_site_has_no_problems_and_no_output(site: Path) -> None:
    done = call("check", "--site", site)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.endswith(" files: no problems\n")
    assert not (site / "public").exists()


def test_the_published_site_is_left_alone(site: Path) -> None:
    call("build", "--site", site)
    before = contents(site / "public")
    make_site(site, {"content/2019/top/xlnet.md": "---\ntitle: Another\n---\nOther words.\n"})
    assert call("check", "--site", site).exit_code == 0
    assert contents(site / "public") == before


def test_problems_of_content_links_and_templates_are_all_found(site: Path) -> None:
    make_site(site, {"content/about.md": "[gone](/2019/tip/) and ![](no.png)\n"})
    done = call("check", "--site", site)
    assert done.exit_code == 1
    assert "content/about.md:1: error: the link leads to /2019/tip/" in done.stderr
    assert "content/about.md:1: error: there is no file no.png" in done.stderr
    make_site(site, {"content/about.md": "Words.\n", "templates/404.html": "{{ nothing }}\n"})
    done = call("check", "--site", site)
    assert done.exit_code == 1
    assert done.stderr == (
        "templates/404.html:1: error: the template fails on /404.html: 'nothing' is undefined\n"
        "     1 | {{ nothing }}\n"
        "       |    ^^^^^^^\n"
    )
    assert done.stdout == "1 error\n"


def test_warnings_alone_are_good(site: Path) -> None:
    make_site(site, {"content/2019/top/index.md": "---\ntitle: Top 5\n---\n"})
    done = call("check", "--site", site)
    assert done.exit_code == 0
    assert done.stdout.endswith(" files: 1 warning\n")


def test_a_check_says_what_a_build_says(site: Path) -> None:
    make_site(
        site,
        {
            "content/about.md": "---\ntitel: x\n---\n[gone](/nowhere/) [[nobody]]\n",
            "content/2019/top/index.md": "---\ntitle: Top 5\n---\n",
        },
    )
    said = [call(name, "--site", site, "--format", "json").stdout for name in ("check", "build")]
    assert said[0] == said[1]
    assert len(json.loads(said[0])) == 4
