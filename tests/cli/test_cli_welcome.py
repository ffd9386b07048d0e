"""`roundup` alone: what to do next in a folder."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cli.commands import call, environment
from roundup.authoring.scaffold import scaffold
from sites import ROUNDUP, make_site

ONE_LANGUAGE = 'title = "T"\nbase_url = "https://example.org/"\n'


def said(folder: Path) -> str:
    done = call("--site", folder)
    assert (done.exit_code, done.stderr) == (0, "")
    return str(done.stdout)


def test_an_empty_folder_is_offered_a_site(tmp_path: Path) -> None:
    assert "There is no site in" in said(tmp_path)
    assert "roundup init my-papers" in said(tmp_path)
    assert "roundup init ." in said(tmp_path)


def test_a_folder_inside_a_site_leads_to_it(site: Path) -> None:
    told = said(site / "content/2019")
    assert f"cd {site}" in told
    assert "init" not in told


def test_a_site_that_is_named_from_elsewhere_says_how_to_get_there(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.parent)
    assert "\n  cd site\n" in said(site)
    monkeypatch.chdir(site / "content")
    assert "  cd " not in said(site)


def test_a_folder_with_sites_names_them(tmp_path: Path) -> None:
    make_site(tmp_path / "my papers", ROUNDUP)
    told = said(tmp_path)
    assert "cd 'my papers'" in told
    assert "roundup init" in told


def test_a_site_without_a_roundup_is_offered_one(tmp_path: Path) -> None:
    told = said(make_site(tmp_path, {}))
    assert "no roundup yet" in told
    assert "roundup new 2024 top-10" in told
    assert "roundup import" in told


def test_a_roundup_without_papers_is_named(site: Path) -> None:
    make_site(site, {"content/2020/next/index.md": "---\ntitle: Next\n---\n"})
    assert "roundup add 2020/next REF..." in said(site)
    assert "roundup add 2019/top" not in said(site)


def test_what_lacks_a_translation_is_named(site: Path) -> None:
    assert "roundup translate 2019/top zh" in said(site)
    words = {"index": "---\ntitle: 盘点\n---\n你好。\n", "xlnet": "词。\n", "dain": "词。\n"}
    files = {f"content/2019/top/{stem}.zh.md": text for stem, text in words.items()}
    make_site(site, files)
    assert "roundup translate" not in said(site)
    assert "roundup status" not in said(site)
    (site / "content/2019/top/dain.zh.md").unlink()
    assert "roundup status" in said(site)
    assert "translate 2019" not in said(site)


def test_a_site_in_one_language_waits_for_no_translation(tmp_path: Path) -> None:
    assert "translate" not in said(make_site(tmp_path, ROUNDUP, ONE_LANGUAGE))


def test_a_site_names_the_commands_of_every_day(site: Path) -> None:
    told = said(site)
    assert "has 1 roundup." in told
    assert all(f"roundup {name}" in told for name in ("serve", "check", "build", "new", "--help"))


def test_a_new_site_is_told_how_it_is_published_until_it_is(tmp_path: Path) -> None:
    site = make_site(tmp_path, dict(scaffold()), scaffold()["site.toml"])
    assert "git init -b main" in said(site)
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("ref: refs/heads/main\n")
    (site / ".git/config").write_text('[remote "origin"]\n')
    assert "git " not in said(site)


@pytest.mark.parametrize("toml", ["title = ", "languages = 3\n", 'language = ["en"]\n', "\xff"])
def test_settings_that_cannot_be_read_are_no_hindrance(site: Path, toml: str) -> None:
    (site / "site.toml").write_bytes(toml.encode("latin-1"))
    assert "roundup check" in said(site)


def test_a_strange_content_folder_is_no_hindrance(site: Path) -> None:
    shutil.rmtree(site / "content")
    (site / "content").write_text("a file")
    assert "no roundup yet" in said(site)


def test_it_loads_next_to_nothing(site: Path) -> None:
    """What makes it quick: neither the catalog nor the build is loaded."""
    code = (
        "import sys\nfrom roundup.cli.program import run\nassert run(sys.argv[1:]) == 0\n"
        "print(sorted(one for one in sys.modules if one.startswith('roundup.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--site", str(site)],
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    loaded = set(eval(done.stdout.splitlines()[-1]))
    assert {one.split(".")[1] for one in loaded} == {"cli"}
