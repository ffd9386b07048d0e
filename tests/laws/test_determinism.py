"""Law 2: order, jobs, folder, locale, time zone, hash seed and history leave no trace in the bytes."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from sites import ROUNDUP, build_site, contents, make_site, messages

pytestmark = [pytest.mark.cards, pytest.mark.search]  # as in processes of their own

SOURCES = Path(__file__).resolve().parents[2] / "src"
BUILD = """
import sys
from pathlib import Path
from roundup.build.build import build
from roundup.build.sources import Options
report = build(Path(sys.argv[1]), Options(digest=True, fresh=True, output=Path(sys.argv[2])))
assert not report.failed, report.problems
print(report.digest)
"""
KNOWN = (
    ("1706.03762", "Attention Is All You Need", "[Ashish Vaswani, Noam Shazeer]", "[attention]"),
    ("1810.04805", "BERT", "[Jacob Devlin, Ming-Wei Chang]", "[language-models, attention]"),
    ("1906.08237", "XLNet", "[Zhilin Yang, Zihang Dai]", "[language-models]"),
    ("1901.02860", "Transformer-XL", "[Zihang Dai, Zhilin Yang]", "[Language models, attention]"),
    ("2005.14165", "Language Models are Few-Shot Learners", "[Tom B. Brown]", "[language-models]"),
    ("1512.03385", "Deep Residual Learning", "[Kaiming He, Xiangyu Zhang]", "[vision]"),
    ("1406.2661", "Generative Adversarial Nets", "[Ian Goodfellow]", "[C++, vision]"),
    ("1312.5602", "Playing Atari with Deep Reinforcement Learning", "[Volodymyr Mnih]", "[]"),
    ("1412.6980", "Adam", "[Diederik P. Kingma, Jimmy Ba]", "[optimisation]"),
    ("1505.04597", "U-Net", "[Olaf Ronneberger]", "[vision]"),
)


def files() -> Iterator[tuple[str, str | bytes]]:
    """Three lists of the same ten papers in different orders, one of them in two languages too."""
    yield from ROUNDUP.items()
    for number, folder in enumerate(("2019/one", "2020/two", "2020/three")):
        yield (
            f"content/{folder}/index.md",
            f"---\ntitle: List {number}\nseries: lists\n---\nHello.\n",
        )
        for place, (arxiv, title, authors, tags) in enumerate(KNOWN):
            rank = (place * 3 + number * 7) % 10 + 1
            other = KNOWN[place - 1][0]
            stem = f"content/{folder}/{title.split()[0].lower()}"
            yield (
                f"{stem}.md",
                f'---\ntitle: "{title}"\nrank: {rank}\narxiv: "{arxiv}"\nauthors: {authors}\ntags: {tags}\n---\n'
                f"## Idea\n\nIt says $x_{place}$, see [[arxiv:{other}]].[^1]\n\n[^1]: A note.\n\n"
                f"![Curves](curves.svg)\n",
            )
            if number == 0:
                yield f"{stem}.zh.md", f"---\ntitle: 论文 {place}\n---\n参见 [[arxiv:{other}]]。\n"
        yield f"content/{folder}/curves.svg", '<svg xmlns="http://www.w3.org/2000/svg"></svg>'
    yield "content/2019/one/index.zh.md", "---\ntitle: 列表\n---\n你好。\n"
    yield "content/tags/attention.md", "---\ntitle: Attention\n---\nWords.\n"
    yield "static/a/b.txt", "b"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_site(tmp_path_factory.mktemp("site"), dict(files()))


@pytest.fixture(scope="module")
def digest(site: Path) -> str:
    """What every build of this site must come to."""
    return digest_of(site)


def digest_of(site: Path, **options: Any) -> str:
    report = build_site(site, **{"fresh": True, "digest": True, **options})
    assert not report.failed, messages(report)
    return report.digest


def test_the_digest_tells_bytes_and_names_apart(tmp_path: Path) -> None:
    site = make_site(tmp_path, ROUNDUP)
    found = {digest_of(site)}
    for name, text in (("a.txt", "b"), ("a.txt", "c"), ("d.txt", "c")):
        make_site(site, {f"static/{name}": text})
        found.add(digest_of(site))
    assert len(found) == 4


@pytest.mark.parametrize("seed", range(10))
def test_the_order_of_files_leaves_no_trace(
    site: Path, digest: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Folders are listed, and articles handed on, in any order: what is sorted is sorted by us."""
    chance, scandir = random.Random(seed), os.scandir

    def shuffled(found: Any, key: Any = None, **more: Any) -> list[Any]:
        listed = list(found)
        chance.shuffle(listed)
        return listed

    class Scandir:
        def __init__(self, path: Any = ".") -> None:
            with scandir(path) as found:
                self.entries = shuffled(found)

        def __iter__(self) -> Iterator[Any]:
            return iter(self.entries)

        def __enter__(self) -> "Scandir":
            return self

        def __exit__(self, *_: object) -> None: ...

    monkeypatch.setattr(os, "scandir", Scandir)
    # What is sorted on the way in comes shuffled into the pure stages all the same.
    for module in ("load", "tree", "files"):
        monkeypatch.setattr(f"roundup.build.{module}.sorted", shuffled, raising=False)
    assert digest_of(site, output=tmp_path / "out") == digest


@pytest.mark.parametrize("jobs", [1, 2, 8])
def test_the_number_of_jobs_leaves_no_trace(
    site: Path, digest: str, tmp_path: Path, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundup.build.load.BATCH", 3)
    monkeypatch.setattr("roundup.build.survey.BATCH", 2)
    assert digest_of(site, jobs=jobs, output=tmp_path / "out") == digest


def test_the_folder_leaves_no_trace(site: Path, digest: str, tmp_path: Path) -> None:
    other = tmp_path / "某 folder" / "with 'quotes'"
    for part in ("content", "static", "site.toml"):
        copy = shutil.copytree if (site / part).is_dir() else shutil.copyfile
        other.mkdir(parents=True, exist_ok=True)
        copy(site / part, other / part)
    assert digest_of(other, output=other / "elsewhere") == digest


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "TZ": "America/Los_Angeles", "PYTHONHASHSEED": "0"},
        {"LC_ALL": "zh_CN.UTF-8", "LANGUAGE": "zh", "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4242"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONHASHSEED": "99", "HOME": "/nonexistent"},
    ],
    ids=lambda environment: environment["LC_ALL"],
)
def test_the_environment_leaves_no_trace(
    site: Path, digest: str, tmp_path: Path, environment: Mapping[str, str]
) -> None:
    """Another locale, time zone and hash seed, in a process of its own, in another working directory."""
    command = [sys.executable, "-c", BUILD, str(site), str(tmp_path / "out")]
    known = {"PYTHONPATH": str(SOURCES), "PATH": os.environ["PATH"]}
    done = subprocess.run(
        command, env=known | environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == digest, done.stderr


def test_the_day_of_building_leaves_no_trace(
    site: Path, digest: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in ("0", "4102444800"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        assert digest_of(site, output=tmp_path / day) == digest


def test_a_history_of_edits_leaves_no_trace(site: Path, digest: str, tmp_path: Path) -> None:
    """A site that grew article by article, and had others in between, ends as one written at once."""
    other = make_site(tmp_path / "other", ROUNDUP)
    for name, content in files():
        make_site(other, {name: content})
        if name.endswith(("one/adam.md", "two/index.md", "three/u-net.md")):
            build_site(other, jobs=2)
    make_site(other, {"content/2018/x/index.md": "---\ntitle: X\n---\n", "static/style.css": "x"})
    assert digest_of(other, fresh=False) != digest
    shutil.rmtree(other / "content/2018")
    (other / "static/style.css").unlink()
    assert digest_of(other, fresh=False) == digest
    assert digest_of(other, output=tmp_path / "new") == digest
    assert contents(other / "public") == contents(tmp_path / "new")
