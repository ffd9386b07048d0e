"""`roundup build`: what it prints, where, and with which exit code."""

import json
import re
from pathlib import Path

import pytest

from cli.commands import call, process
from sites import contents, make_site

SUMMARY = re.compile(
    r"(\d+) files?: (\d+) rendered, (\d+) written, (\d+) removed in [\d.]+ s -> (\S+)( \(.+\))?\n"
)
BROKEN = {
    "content/2019/top/xlnet.md": (
        "---\npaper: xlnet\nrank: 1\ntitle: XLNet\narvix: '1906.08237'\n---\nWords.\n"
    )
}
DOUBTED = {"content/2019/top/index.md": "---\ntitle: Top 5\n---\n"}


def numbers(text: str) -> tuple[int, ...]:
    found = SUMMARY.fullmatch(text)
    assert found, text
    return tuple(int(found[place]) for place in range(1, 5))


def test_a_good_build_is_one_line(site: Path) -> None:
    done = call("build", "--site", site)
    assert (done.exit_code, done.stderr) == (0, "")
    files, rendered, written, removed = numbers(done.stdout)
    assert files == rendered == written == len(contents(site / "public")) - 1
    assert removed == 0


def test_a_second_build_says_that_nothing_was_to_do(site: Path) -> None:
    first = numbers(call("build", "--site", site).stdout)
    assert numbers(call("build", "--site", site).stdout) == (first[0], 0, 0, 0)


def test_errors_go_to_the_error_stream_and_change_nothing(site: Path) -> None:
    call("build", "--site", site)
    before = contents(site / "public")
    make_site(site, BROKEN)
    done = call("build", "--site", site)
    assert done.exit_code == 1
    assert (
        "content/2019/top/xlnet.md:5: error: unknown field 'arvix'\n"
        "     5 | arvix: '1906.08237'\n"
        "       | ^^^^^\n"
        "  hint: did you mean 'arxiv'?\n"
    ) in done.stderr
    assert done.stdout.startswith("nothing was written: 1 error")
    assert contents(site / "public") == before


def test_warnings_let_the_build_pass(site: Path) -> None:
    make_site(site, DOUBTED)
    done = call("build", "--site", site)
    assert done.exit_code == 0
    assert "content/2019/top/index.md:2: warning: the title says 5" in done.stderr
    assert done.stdout.endswith(" (1 warning)\n")


def test_strict_counts_warnings_as_errors_and_writes_nothing(site: Path) -> None:
    make_site(site, DOUBTED)
    done = call("build", "--site", site, "--strict")
    assert done.exit_code == 1
    assert ": warning: " in done.stderr
    assert done.stdout == "nothing was written: 1 warning, and --strict counts warnings\n"
    assert not (site / "public").exists()


def test_strict_says_no_to_what_an_easy_build_wrote_before(site: Path) -> None:
    make_site(site, DOUBTED)
    assert call("build", "--site", site).exit_code == 0
    assert call("build", "--site", site, "--strict").exit_code == 1


def test_strict_passes_where_there_is_nothing_to_warn_of(site: Path) -> None:
    assert call("build", "--site", site, "--strict").exit_code == 0


def test_quiet_leaves_the_problems(site: Path) -> None:
    assert call("--quiet", "build", "--site", site).output == ""
    make_site(site, DOUBTED)
    done = call("build", "--quiet", "--site", site)
    assert done.stdout == ""
    assert "warning" in done.stderr


def test_json_is_all_that_stands_on_the_output(site: Path) -> None:
    make_site(site, BROKEN)
    done = call("build", "--site", site, "--format", "json", "--digest")
    assert done.exit_code == 1
    first = json.loads(done.stdout)[0]
    assert first == {
        "file": "content/2019/top/xlnet.md",
        "line": 5,
        "severity": "error",
        "message": "unknown field 'arvix'",
        "hint": "did you mean 'arxiv'?",
    }


def test_json_of_a_good_build_is_an_empty_list(site: Path) -> None:
    assert json.loads(call("build", "--site", site, "--format", "json").stdout) == []


def test_github_gets_annotations_with_files_as_the_run_sees_them(site: Path) -> None:
    make_site(site, BROKEN)
    done = process("build", "--site", "site", "--format", "github", cwd=site.parent)
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == (
        "::error file=site/content/2019/top/xlnet.md,line=5::"
        "unknown field 'arvix'%0Ahint: did you mean 'arxiv'?"
    )


def test_the_output_may_lie_elsewhere(site: Path, tmp_path: Path) -> None:
    assert call("build", "--site", site, "--output", tmp_path / "else").exit_code == 0
    assert (tmp_path / "else/index.html").is_file()
    assert not (site / "public").exists()


def test_the_base_url_of_the_command_line_counts(site: Path) -> None:
    call("build", "--site", site, "--base-url", "https://lists.example.org/here")
    home = (site / "public/index.html").read_text("utf-8")
    assert '"https://lists.example.org/here/"' in home
    assert "example.org/papers" not in home


def test_drafts_and_the_future_are_brought_in_when_asked_for(site: Path) -> None:
    make_site(
        site,
        {
            "content/2020/draft/index.md": "---\ntitle: Draft\ndraft: true\n---\n",
            "content/2020/later/index.md": "---\ntitle: Later\ndate: 2999-01-01\n---\n",
        },
    )
    shown = {}
    for option in ((), ("--drafts",), ("--future",), ("--drafts", "--future")):
        assert call("build", "--site", site, *option).exit_code == 0
        folders = ("draft", "later")
        shown[option] = [one for one in folders if (site / "public/2020" / one).is_dir()]
    assert shown == {
        (): [],
        ("--drafts",): ["draft"],
        ("--future",): ["later"],
        ("--drafts", "--future"): ["draft", "later"],
    }


def test_why_is_answered_on_a_line_of_its_own(site: Path) -> None:
    call("build", "--site", site)
    make_site(site, DOUBTED)
    done = call("build", "--site", site, "--why", "2019/top/")
    assert done.stdout.splitlines()[1].startswith("/2019/top/ was rendered: changed: ")
    assert call("build", "--site", site, "--why", "2019/top").stdout.splitlines()[-1] == (
        "/2019/top/ was not rendered: nothing it shows has changed"
    )
    done = call("--quiet", "build", "--site", site, "--why", "/nowhere/")
    assert done.stdout == "there is no page /nowhere/\n"


def test_equal_sites_have_equal_digests(site: Path, tmp_path: Path) -> None:
    words = ("--quiet", "build", "--site", site, "--digest")
    first = call(*words, "--output", tmp_path / "a").stdout
    assert re.fullmatch(r"[0-9a-f]{64}\n", first)
    assert call(*words, "--output", tmp_path / "b", "--fresh").stdout == first
    make_site(site, DOUBTED)
    assert call(*words, "--output", tmp_path / "a").stdout != first


def test_a_fresh_build_leaves_no_cache(site: Path) -> None:
    assert call("build", "--site", site, "--fresh").exit_code == 0
    assert not (site / ".roundup").exists()


def test_sources_are_never_the_output(site: Path) -> None:
    for folder in (site, site / "content/new", site.parent):
        done = call("build", "--site", site, "--output", folder)
        assert done.exit_code == 1
        assert "the output would overwrite the site's own files" in done.stderr


@pytest.mark.search
@pytest.mark.cards
@pytest.mark.search
def test_workers_come_to_the_same(site: Path, tmp_path: Path) -> None:
    done = process("build", "--site", site, "--jobs", "2", "--output", tmp_path / "two")
    assert done.returncode == 0
    assert call("build", "--site", site, "--output", tmp_path / "one").exit_code == 0
    assert contents(tmp_path / "two") == contents(tmp_path / "one")


def test_a_cache_that_cannot_be_used_is_said(site: Path) -> None:
    (site / ".roundup").write_text("in the way")
    done = call("build", "--site", site)
    assert done.exit_code == 1
    assert done.stderr == (
        f"{site}/.roundup: error: cannot be used: File exists\n"
        "  hint: a file is in the way: move it\n"
    )


def test_garbage_of_any_kind_is_a_problem_with_a_place(site: Path) -> None:
    make_site(
        site,
        {
            "content/2019/top/dain.md": b"\x89PNG\r\n\x1a\n\x00\xff\xfe",
            "templates/parts/x.html": b"\xff",
            "templates/words/en.toml": "home = ",
        },
    )
    done = call("build", "--site", site)
    assert done.exit_code == 1
    assert "content/2019/top/dain.md:1: error: the file is not UTF-8\n" in done.stderr
    assert "templates/parts/x.html:1: error: the file is not UTF-8\n" in done.stderr
    assert "templates/words/en.toml:1: error: not TOML: " in done.stderr


def test_a_broken_template_names_the_file_and_line_of_the_fault_once(site: Path) -> None:
    make_site(
        site,
        {
            "templates/parts/mark.html": "first line\n{{ site.titel }}\n",
            "templates/paper.html": '{% extends "theme/paper.html" %}\n'
            '{% block main %}{% include "parts/mark.html" %}{% endblock %}\n',
        },
    )
    done = call("build", "--site", site)
    assert done.exit_code == 1
    lines = done.stderr.splitlines()
    assert len(lines) == 3
    assert lines[1:] == ["     2 | {{ site.titel }}", "       |         ^^^^^"]
    assert lines[0].startswith("templates/parts/mark.html:2: error: the template fails on /papers/")
    assert lines[0].endswith("SiteView has no attribute 'titel'")


def test_a_template_that_is_not_there_is_a_problem_of_who_wants_it(site: Path) -> None:
    make_site(site, {"content/2019/top/index.md": "---\ntitle: Top\ntemplate: mine.html\n---\n"})
    done = call("build", "--site", site)
    said = (
        "content/2019/top/index.md: error: there is no template 'mine.html'\n"
        "  hint: write it in templates/, or name another\n"
    )
    assert (done.exit_code, done.stderr) == (1, said)
