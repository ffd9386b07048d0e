"""`roundup import`: documents on disk become folders that build; what cannot be is said and leaves nothing behind."""

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from cli.commands import call, environment
from roundup.content.frontmatter import read
from sites import ROUNDUP, build_site, contents, make_site

SHAPES = Path(__file__).parents[1] / "authoring/shapes"
LIST = """\
# Top 2 papers of 2019

Two that stayed.

## 1. XLNet: Generalized Autoregressive Pretraining for Language Understanding

Predicts words in every order.

Paper: https://arxiv.org/abs/1906.08237

Code: https://github.com/zihangdai/xlnet

## 2. Depth-Aware Video Frame Interpolation

Looks at depth.

![Two frames](img/frames.png)

Paper: https://arxiv.org/abs/1904.00830
"""
BIB = "@misc{x, title={Deep learning}, doi={10.1038/nature14539}, year=2015}\n"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c626001000000ffff03000006000557bfabd40000000049454e44ae426082"
)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder with documents, beside a site."""
    folder = tmp_path / "papers"
    (folder / "img").mkdir(parents=True)
    (folder / "best.md").write_text(LIST, "utf-8")
    (folder / "refs.bib").write_text(BIB, "utf-8")
    (folder / "img/frames.png").write_bytes(PNG)
    return folder


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A site without articles."""
    site = make_site(tmp_path / "site", {})
    (site / "content").mkdir()
    return site


def fields(path: Path) -> dict[str, object]:
    return read(path.read_text("utf-8")).fields


class TestLanding:
    def test_a_post_becomes_a_roundup_that_builds(self, empty: Path, papers: Path) -> None:
        done = call("--site", empty, "import", papers / "best.md")
        assert (done.exit_code, done.stderr) == (0, "")
        folder = empty / "content/2019/best"
        assert sorted(contents(folder)) == [
            "depth-aware-video-frame-interpolation.md",
            "frames.png",
            "index.md",
            "xlnet.md",
        ]
        assert fields(folder / "xlnet.md")["code"] == "https://github.com/zihangdai/xlnet"
        assert fields(folder / "depth-aware-video-frame-interpolation.md")["image"] == {
            "src": "frames.png",
            "alt": "Two frames",
        }
        assert "best.md:5: 1. XLNet" in done.stdout
        assert not build_site(empty).failed

    def test_known_papers_are_named(self, tmp_path: Path, papers: Path) -> None:
        site = make_site(tmp_path / "site", ROUNDUP)
        done = call("--site", site, "import", papers / "best.md")
        assert done.exit_code == 0
        assert fields(site / "content/2019/best/xlnet.md") == {
            "paper": "xlnet",
            "rank": 1,
            "heading": "XLNet: Generalized Autoregressive Pretraining for Language Understanding",
            "code": "https://github.com/zihangdai/xlnet",
        }
        assert "the site knows this paper" in done.stdout
        assert not build_site(site).failed

    def test_several_files_at_once(self, empty: Path, papers: Path) -> None:
        done = call(
            "--site", empty, "import", papers / "best.md", papers / "refs.bib", "--year", "2015"
        )
        assert done.exit_code == 0
        assert (empty / "content/2015/best/index.md").is_file()
        assert (empty / "content/2015/refs/deep-learning.md").is_file()

    def test_where_no_year_is_known_the_roundup_waits(self, empty: Path, papers: Path) -> None:
        done = call("--site", empty, "import", papers / "refs.bib")
        assert done.exit_code == 0
        assert (empty / "content/undated/refs/index.md").is_file()
        report = build_site(empty)
        assert not report.failed
        assert [one.file for one in report.problems] == ["content/undated/refs/index.md"]

    def test_another_folder_needs_no_site(
        self, tmp_path: Path, papers: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(papers)
        done = call("import", "best.md", "--output", tmp_path / "out")
        assert done.exit_code == 0
        assert fields(tmp_path / "out/2019/best/index.md")["title"] == "Top 2 papers of 2019"
        done = call("import", "best.md")
        assert done.exit_code == 1
        assert "there is no site" in done.stderr

    def test_what_is_piped_in(self, tmp_path: Path) -> None:
        command = [
            sys.executable,
            "-m",
            "roundup",
            "import",
            "-",
            "--output",
            str(tmp_path / "out"),
        ]
        done = subprocess.run(command, input=BIB.encode(), env=environment(), check=False)
        assert done.returncode == 0
        assert (tmp_path / "out/undated/roundup/deep-learning.md").is_file()

    def test_split_makes_a_roundup_of_each_section(self, empty: Path, papers: Path) -> None:
        weeks = "\n".join(
            f"## Week {n}, 2023\n\n* [Paper {name}](https://arxiv.org/abs/2301.0000{n})\n"
            f"* [Another {name}](https://arxiv.org/abs/2302.0000{n})\n"
            for n, name in ((1, "One"), (2, "Two"), (3, "Three"))
        )
        (papers / "weeks.md").write_text(f"# Papers of the week\n\n{weeks}", "utf-8")
        done = call("--site", empty, "import", papers / "weeks.md", "--split")
        assert done.exit_code == 0, done.stderr
        assert len(list((empty / "content").glob("*/*/index.md"))) == 3

    @pytest.mark.parametrize("options", [[], ["--split"]])
    def test_every_shape_of_document_builds_without_an_error(
        self, empty: Path, options: list[str]
    ) -> None:
        documents = sorted(p for p in SHAPES.iterdir() if p.suffix in (".md", ".html"))
        done = call("--site", empty, "import", *documents, *options)
        assert len(list((empty / "content").glob("*/*/index*.md"))) >= len(documents) // 2, (
            done.stderr
        )
        assert [one for one in build_site(empty).problems if one.is_error] == []

    def test_a_language_of_the_site(self, empty: Path, papers: Path) -> None:
        done = call("--site", empty, "import", papers / "best.md", "--lang", "zh")
        assert done.exit_code == 0
        assert (empty / "content/2019/best/index.zh.md").is_file()
        assert not build_site(empty).failed
        done = call("--site", empty, "import", papers / "best.md", "--lang", "ja")
        assert done.exit_code == 1
        assert "[languages.ja]" in done.stderr


class TestReport:
    def test_a_dry_run_tells_and_writes_nothing(self, empty: Path, papers: Path) -> None:
        before = contents(empty)
        done = call("--site", empty, "import", papers / "best.md", "--dry-run", "--quiet")
        assert done.exit_code == 0
        assert "2. Depth-Aware Video Frame Interpolation (arxiv:1904.00830)" in done.stdout
        assert "would write" in done.stdout
        assert {n: d for n, d in contents(empty).items() if not n.startswith(".roundup")} == before

    def test_as_json(self, empty: Path, papers: Path) -> None:
        done = call("--site", empty, "import", papers / "best.md", "--format", "json")
        (report,) = json.loads(done.stdout)
        (roundup,) = report["roundups"]
        assert report["written"]
        assert (roundup["folder"], roundup["title"]) == ("2019/best", "Top 2 papers of 2019")
        assert [(one["line"], one["rank"]) for one in roundup["entries"]] == [(5, 1), (13, 2)]
        assert roundup["entries"][0]["identifiers"] == {"arxiv": "1906.08237"}
        assert {one["kind"] for one in report["remarks"]} <= {"doubted", "skipped", "moved"}
        assert any(one["kind"] == "moved" and one["line"] == 9 for one in report["remarks"])

    def test_lines_that_became_facts_are_told(self, empty: Path, papers: Path) -> None:
        done = call("--site", empty, "import", papers / "best.md")
        assert "moved from the text into facts" in done.stdout
        assert "best.md:9:" in done.stdout
        assert "arxiv.org" not in (empty / "content/2019/best/xlnet.md").read_text().split("---")[2]

    def test_quiet(self, empty: Path, papers: Path) -> None:
        done = call("--site", empty, "import", papers / "best.md", "--quiet")
        assert (done.stdout, done.stderr) == ("", "")


class TestRefusals:
    def test_nothing_is_overwritten(self, empty: Path, papers: Path) -> None:
        call("--site", empty, "import", papers / "best.md")
        before = contents(empty / "content")
        done = call(
            "--site", empty, "import", papers / "best.md", papers / "refs.bib", "--year", "2019"
        )
        assert done.exit_code == 1
        assert "content/2019/best: error: the folder is there already" in done.stderr
        after = contents(empty / "content")
        assert before.items() <= after.items()
        assert "2019/refs/deep-learning.md" in after

    @pytest.mark.parametrize(
        ("name", "data", "said"),
        [
            ("garbage.md", bytes(range(256)) * 50, "no papers were recognised"),
            ("empty.md", b"", "the file is empty"),
            ("blank.md", b" \n\n", "the file is empty"),
            ("words.md", b"Just some words.\n", "no papers were recognised"),
            ("words.bib", b"Just some words.\n", "no papers were recognised"),
        ],
    )
    def test_files_without_papers(
        self, name: str, data: bytes, said: str, empty: Path, papers: Path
    ) -> None:
        (papers / name).write_bytes(data)
        done = call("--site", empty, "import", papers / name)
        assert done.exit_code == 1
        assert said in done.stderr
        assert contents(empty / "content") == {}

    def test_paths_that_are_no_files(self, empty: Path, papers: Path) -> None:
        done = call("--site", empty, "import", papers, papers / "none.md", papers / "best.md")
        assert done.exit_code == 1
        assert "it is a folder" in done.stderr
        assert "there is no such file" in done.stderr
        assert (empty / "content/2019/best/index.md").is_file()

    def test_a_file_that_is_too_large(
        self, empty: Path, papers: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("roundup.cli.documents.LARGEST", 100)
        done = call("--site", empty, "import", papers / "best.md")
        assert done.exit_code == 1
        assert "larger than 100 bytes" in done.stderr

    def test_a_page_with_too_much_text(
        self, empty: Path, papers: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("roundup.cli.documents.LARGEST_TEXT", 1_000)
        picture = f"![x](data:image/png;base64,{'A' * 5_000})"
        (papers / "best.md").write_text(LIST + picture, "utf-8")
        assert call("--site", empty, "import", papers / "best.md").exit_code == 0
        (papers / "much.md").write_text(LIST + "word " * 500, "utf-8")
        done = call("--site", empty, "import", papers / "much.md")
        assert done.exit_code == 1
        assert "more than 1,000 bytes of text" in done.stderr

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_a_file_that_may_not_be_read(self, empty: Path, papers: Path) -> None:
        (papers / "best.md").chmod(0)
        done = call("--site", empty, "import", papers / "best.md")
        assert done.exit_code == 1
        assert "cannot be read" in done.stderr

    def test_a_pipe_that_nobody_writes_to(self, empty: Path, papers: Path) -> None:
        os.mkfifo(papers / "pipe.md")
        assert stat.S_ISFIFO((papers / "pipe.md").stat().st_mode)
        done = call("--site", empty, "import", papers / "pipe.md")
        assert "the file is empty" in done.stderr

    @pytest.mark.parametrize(
        "words", [["--year", "19"], ["--slug", "A B"], ["--slug", "page"], ["--lang", "?"], []]
    )
    def test_a_wrong_command_line(self, words: list[str], empty: Path) -> None:
        done = call("--site", empty, "import", *(["x.md", *words] if words else []))
        assert done.exit_code == 2

    def test_pictures_behind_symbolic_links_stay(self, empty: Path, papers: Path) -> None:
        secret = papers.parent / "secret.png"
        secret.write_bytes(PNG)
        (papers / "img/frames.png").unlink()
        (papers / "img/frames.png").symlink_to(secret)
        done = call("--site", empty, "import", papers / "best.md")
        assert done.exit_code == 0
        assert not list((empty / "content").rglob("*.png"))
        assert "frames.png was left out" in done.stdout


@pytest.mark.parametrize(
    "source", ["img/frames.png", "/img/frames.png", "https://a.org/2019/best/img/frames.png"]
)
def test_pictures_beside_a_page_that_knows_its_address_come_along(
    source: str, tmp_path: Path
) -> None:
    site = make_site(tmp_path / "site", {"content/about.md": "---\ntitle: About\n---\nUs.\n"})
    (tmp_path / "saved/img").mkdir(parents=True)
    (tmp_path / "saved/img/frames.png").write_bytes(PNG)
    (tmp_path / "saved/best.html").write_text(
        '<html><head><title>Top 2 of 2019</title><link rel="canonical" href="https://a.org/2019/best/">'
        "</head><body><article><h1>Top 2 of 2019</h1>"
        '<h2>1. XLNet</h2><p><a href="https://arxiv.org/abs/1906.08237">Paper</a>. In every order.</p>'
        '<h2>2. DAIN</h2><p><a href="https://arxiv.org/abs/1904.00830">Paper</a>. Depth.</p>'
        f'<p><img src="{source}" alt="Two frames"></p></article></body></html>',
        "utf-8",
    )
    assert call("--site", site, "import", tmp_path / "saved/best.html").exit_code == 0
    (picture,) = (site / "content").rglob("*.png")
    assert picture.read_bytes() == PNG


def test_an_interrupt_while_reading_writes_nothing(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", {"content/about.md": "---\ntitle: About\n---\nUs.\n"})
    command = [sys.executable, "-m", "roundup", "--site", str(site), "import", "-"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    try:
        assert process.stdin is not None
        process.stdin.write(LIST.encode())
        process.stdin.flush()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(2)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode == 130
    assert b"Traceback" not in said
    assert sorted(contents(site / "content")) == ["about.md"]
