"""Which file stands at an address: what a static host would show, and nothing else."""

from pathlib import Path

import pytest

from roundup.preview.files import file_at, is_folder, media_type


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    output = tmp_path / "output"
    for name in ("index.html", "2019/index.html", "feed.xml", ".roundup-output", "empty/x.css"):
        path = output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "output-too").mkdir()
    (tmp_path / "output-too/x.txt").write_text("secret")
    return output


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/", "index.html"),
        ("/index.html", "index.html"),
        ("/2019/", "2019/index.html"),
        ("/feed.xml", "feed.xml"),
        ("//feed.xml", "feed.xml"),
    ],
)
def test_a_path_leads_to_its_file(folder: Path, path: str, name: str) -> None:
    assert file_at(folder, path) == folder / name


@pytest.mark.parametrize(
    "path",
    [
        "/2019",
        "/nothing",
        "/empty/",
        "/feed.xml/",
        "/.roundup-output",
        "/./feed.xml",
        "/../secret.txt",
        "/2019/../../secret.txt",
        "/../output-too/x.txt",
        "/..\\secret.txt",
        "/feed.xml\0",
        "/" + "x" * 300,
    ],
)
def test_nothing_else_is_shown(folder: Path, path: str) -> None:
    assert file_at(folder, path) is None


def test_links_do_not_lead_out(folder: Path) -> None:
    (folder / "out.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "outside").symlink_to(folder.parent)
    assert file_at(folder, "/out.txt") is None
    assert file_at(folder, "/outside/secret.txt") is None


def test_a_folder_is_one_only_with_a_page_in_it(folder: Path) -> None:
    assert is_folder(folder, "/2019")
    assert not any(is_folder(folder, path) for path in ("/2019/", "/empty", "/feed.xml", "/.."))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html"),
        ("a.mjs", "text/javascript"),
        ("A.CSS", "text/css"),
        ("a.woff2", "font/woff2"),
        ("a.bib", "text/plain"),
        ("a.png", "image/png"),
        ("a.unheard-of", "application/octet-stream"),
    ],
)
def test_media_types_follow_the_ending(name: str, kind: str) -> None:
    assert media_type(Path(name)) == kind
