"""What is said about broken sites, read as their authors read it; the table is in `cases.py`."""

import os
import re
from pathlib import Path

import pytest

from problems.cases import CASES, INDEX, Case, X, entry, page
from problems.templates import templates
from sites import ROUNDUP, SITE_TOML, build_site, contents, make_site, messages

HEAD = re.compile(r"(?P<file>[^:]+)(?::(?P<line>\d+))?: (?:error|warning): (?P<message>.+)")


def lines(case: Case) -> list[str]:
    return [row for row in case.said.split("\n") if row]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_broken_site_is_told(case: Case, tmp_path: Path) -> None:
    report = build_site(make_site(tmp_path, {**ROUNDUP, **case.files}))
    assert "\n".join(messages(report)).split("\n") == (lines(case) or [""])
    assert (tmp_path / "public" / "index.html").exists() != report.failed


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_every_line_that_is_named_exists(case: Case) -> None:
    files = {"site.toml": SITE_TOML, **ROUNDUP, **case.files}
    for row in lines(case):
        found = HEAD.fullmatch(row)
        if found and found["line"]:
            text = files[found["file"]]
            text = text if isinstance(text, str) else text.decode("utf-8", "replace")
            assert 1 <= int(found["line"]) <= len(text.split("\n"))


def test_names_of_cases_are_their_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES)


def test_all_problems_of_all_files_are_told_at_once_in_order_and_once(tmp_path: Path) -> None:
    together = [case for case in CASES if case.name in TOGETHER]
    files: dict[str, str | bytes] = {}
    for number, case in enumerate(together):
        files |= {f"content/2019/top/x{number}.md": case.files[X]}
    report = build_site(make_site(tmp_path, {**ROUNDUP, **files}))
    expected = [
        row.replace(X, f"content/2019/top/x{number}.md")
        for number, case in enumerate(together)
        for row in lines(case)
    ]
    said = "\n".join(messages(report)).split("\n")
    assert len(together) == len(TOGETHER)
    assert set(expected) <= set(said)
    assert list(report.problems) == sorted(set(report.problems))


TOGETHER = (
    "an arXiv id that YAML reads as a number",
    "a colon in an item of a list",
    "a tab",
    "a file that is not UTF-8",
    "unsafe addresses",
    "front matter that is never closed",
)

# What files alone cannot bring about: tested below, or with the build, or faults of the machine.
ELSEWHERE = (
    "a symbolic link leads to no file of the site",
    "the file's name is not UTF-8",
    "the folder's name is not UTF-8",
    "there is no site in ",
    "a file that roundup did not write",
    "the output would overwrite",
    "the cache cannot be used: ",
    "the file is larger than .+ bytes and stays out",
    "cannot be read: ",
    "cannot be used: ",
    "it is neither a file nor a folder",
    ".+ is no time",
    "folders are nested more than .+ deep",
    "there is no folder content/",
    "Pagefind makes no search index: ",
    "a font of the share cards cannot be used: ",
    "the article is longer than 1 MB",  # the whole file is refused before its body is that long
)


def test_every_message_of_the_code_stands_in_the_table() -> None:
    said = [row for case in CASES for row in lines(case)]
    missing = [
        f"{place} says {pattern}"
        for pattern, place in templates()
        if not pattern.replace("\\", "").startswith(ELSEWHERE)
        and not any(re.search(pattern, row) for row in said)
    ]
    assert missing == []


def test_the_messages_of_the_code_are_found() -> None:
    patterns = {pattern for pattern, _ in templates()}
    assert len(patterns) > 80
    assert re.escape("the front matter is never closed") in patterns
    assert "unknown\\ field\\ '.+'" in patterns


@pytest.mark.parametrize("path", [X, INDEX, "content/about.md", "templates/page.html", "site.toml"])
def test_an_error_anywhere_leaves_the_output_as_it_was(path: str, tmp_path: Path) -> None:
    good = {**ROUNDUP, X: entry(), "content/about.md": page("title: About")}
    site = make_site(tmp_path, good)
    assert not build_site(site).failed
    before = contents(site / "public")
    make_site(site, {X: entry("short: Changed"), "static/new.txt": "new"})
    broken = {"templates/page.html": "{{ nothing.at.all }}", "site.toml": "title ="}
    (site / path).parent.mkdir(exist_ok=True)
    (site / path).write_text(broken.get(path, "---\ntitle: [\n---\n"))
    assert build_site(site).failed
    assert contents(site / "public") == before


def test_a_warning_alone_keeps_nothing_back(tmp_path: Path) -> None:
    report = build_site(make_site(tmp_path, {**ROUNDUP, X: entry("", "")}))
    assert [problem.severity for problem in report.problems] == ["warning"]
    assert not report.failed
    assert "An Own Title" in (tmp_path / "public/2019/top/index.html").read_text("utf-8")


def test_a_symbolic_link_may_not_lead_out_of_the_site(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", ROUNDUP)
    (tmp_path / "secret.txt").write_text("secret")
    (site / "content/2019/top/secret.txt").symlink_to(tmp_path / "secret.txt")
    [said] = messages(build_site(site))
    assert said.startswith("content/2019/top/secret.txt: error: a symbolic link leads to no file")
    assert not list((site / "public").rglob("secret.txt"))


def test_a_name_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)
    name = os.fsencode(site / "content/2019/top/sch") + b"\xf6n.png"
    try:
        Path(os.fsdecode(name)).write_bytes(b"x")
    except OSError:
        pytest.skip("this file system takes no such names")
    assert messages(build_site(site)) == [
        "content/2019/top/sch?n.png: error: the file's name is not UTF-8\n  hint: rename it"
    ]


def test_a_file_beyond_100_mb_stays_out(tmp_path: Path) -> None:
    site = make_site(tmp_path, {**ROUNDUP, "static/talk.mp4": ""})
    os.truncate(site / "static/talk.mp4", 100_000_001)
    assert messages(build_site(site)) == [
        "static/talk.mp4: warning: the file is larger than 100,000,000 bytes and stays out"
        "\n  hint: publish it elsewhere and link to it"
    ]
    assert not (site / "public/talk.mp4").exists()


def test_a_folder_without_a_site_is_told(tmp_path: Path) -> None:
    [said] = messages(build_site(tmp_path))
    assert said.startswith("site.toml: error: there is no site in ")
    hint = "make one with roundup init DIR, or name the folder of one with --site"
    assert said.endswith(f"\n  hint: {hint}")


def test_a_site_further_up_is_named(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)
    [said] = messages(build_site(site / "content/2019"))
    hint = f"there is one in {site}: run roundup there, or name it with --site"
    assert said.endswith(f"\n  hint: {hint}")


def test_files_of_others_in_the_output_are_told(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)
    assert not build_site(site).failed
    (site / "public/2020").mkdir()
    (site / "public/2020/later.txt").write_text("somebody's")
    make_site(site, {"static/2020/later.txt": "ours"})
    [said] = messages(build_site(site))
    assert said.startswith(str(site / "public/2020/later.txt"))
    assert "a file that roundup did not write stands where 2020/later.txt must go" in said
    assert (site / "public/2020/later.txt").read_text() == "somebody's"
