"""Old addresses: what an alias stands for, and which ones no page can have."""

from pathlib import Path

import pytest

from roundup.pages.redirects import alias_address
from sites import ROUNDUP, build_site, make_site, messages

BASE = "https://example.org/papers/"


@pytest.mark.parametrize(
    ("alias", "address"),
    [
        ("/2019/old/", "/2019/old/"),
        ("old", "/old/"),
        ("/old.html", "/old.html"),
        ("/old/?p=1#top", "/old/"),
        ("https://elsewhere.example/old.html", "/old.html"),
        ("https://example.org/papers/old/", "/old/"),
        ("https://example.org/old/", "/old/"),
        ("https://[broken/old/", "/old/"),
        ("/caf%C3%A9/", "/café/"),
        ("/a%2F..%2F..%2Fb/", "/b/"),
        ("/../../up/", "/up/"),
        ("/nul%00/", "/nul%00/"),
        ("//", "/"),
    ],
)
def test_an_alias_stands_for_a_path_inside_the_site(alias: str, address: str) -> None:
    assert alias_address(alias, BASE) == address


@pytest.mark.parametrize(
    ("alias", "path"),
    [
        ("/.roundup-output", ".roundup-output/index.html"),
        ("/.git/config.txt", ".git/config.txt"),
        ("/a/%2egit/", "a/.git/index.html"),
    ],
)
def test_an_alias_takes_no_hidden_place(tmp_path: Path, alias: str, path: str) -> None:
    index = f"---\ntitle: Top\naliases: [{alias}]\n---\n"
    report = build_site(make_site(tmp_path, {**ROUNDUP, "content/2019/top/index.md": index}))
    assert messages(report) == [
        f"content/2019/top/index.md: error: it would become the hidden file {path}\n"
        "  hint: remove the alias"
    ]
