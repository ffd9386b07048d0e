"""The site folder as values: what is no file is told, and never opened."""

import os
from pathlib import Path

import pytest

from sites import ROUNDUP, build_site, contents, make_site, messages


def test_a_pipe_in_the_site_is_told_and_never_opened(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)
    os.mkfifo(site / "content/2019/top/pipe.md")
    assert messages(build_site(site)) == [
        "content/2019/top/pipe.md: error: it is neither a file nor a folder\n"
        "  hint: remove it: only files and folders can be read"
    ]


@pytest.mark.parametrize(
    "target", ["/etc/hostname", "../..", "missing.txt", "../../../.git/config"]
)
def test_a_link_out_of_the_site_to_secrets_or_to_nothing_is_told(
    tmp_path: Path, target: str
) -> None:
    site = make_site(tmp_path, {**ROUNDUP, ".git/config": "token"})
    (site / "content/2019/top/link.txt").symlink_to(target)
    assert messages(build_site(site)) == [
        "content/2019/top/link.txt: error: a symbolic link leads to no file of the site that may be"
        " read\n  hint: copy the file to the link's place"
    ]


def test_folders_too_deep_to_read_are_told(tmp_path: Path) -> None:
    deep = "content/" + "d/" * 101
    report = build_site(make_site(tmp_path, {**ROUNDUP, f"{deep}d/note.md": "Words."}))
    assert messages(report) == [
        f"{deep[:-1]}: error: folders are nested more than 100 deep\n  hint: move the folder up"
    ]
    page = {f"content/{'d/' * 99}note.md": "---\ntitle: Note\n---\n"}
    assert messages(build_site(make_site(tmp_path / "other", {**ROUNDUP, **page}))) == []


def test_what_hosts_look_for_below_well_known_is_copied(tmp_path: Path) -> None:
    site = make_site(tmp_path, {**ROUNDUP, "static/.well-known/security.txt": "Contact: x\n"})
    assert messages(build_site(site)) == []
    assert (site / "public/.well-known/security.txt").read_text() == "Contact: x\n"


def test_a_site_without_content_never_empties_what_is_published(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)
    assert not build_site(site).failed
    before = contents(site / "public")
    (site / "content").rename(site / "contents")
    assert messages(build_site(site)) == [
        "content: error: there is no folder content/\n  hint: make it: articles stand in it"
    ]
    assert contents(site / "public") == before
