"""Tiny sites for tests: a mapping from path to text becomes a folder, and the folder is built."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from roundup.build.build import build
from roundup.build.report import Report
from roundup.build.sources import Options
from roundup.problems import as_text

SITE_TOML = """title = "Test Roundups"
base_url = "https://example.org/papers/"
language = "en"

[languages.zh]
name = "中文"
title = "测试盘点"
"""

ROUNDUP: Mapping[str, str | bytes] = {
    "content/2019/top/index.md": '---\ntitle: "Top {n} of {year}"\nranked: true\n---\nHello.\n',
    "content/2019/top/xlnet.md": (
        "---\npaper: xlnet\nrank: 1\ntitle: Generalized Autoregressive Pretraining\n"
        'authors: [Zhilin Yang, Zihang Dai]\ndate: 2019-06-19\narxiv: "1906.08237"\n'
        "tags: [language-models]\n---\nPredicts words in every order.\n"
    ),
    "content/2019/top/dain.md": (
        "---\npaper: dain\nrank: 2\ntitle: Depth-Aware Video Frame Interpolation\n"
        'authors: [Wenbo Bao, Chao Ma]\ndate: 2019-04-01\narxiv: "1904.00830"\n'
        "tags: [video]\n---\nLooks at depth, as [[xlnet]] looks at order.\n"
    ),
}


def make_site(folder: Path, files: Mapping[str, str | bytes], toml: str = SITE_TOML) -> Path:
    """Writes a site folder; later calls add and replace files."""
    for name, content in {"site.toml": toml, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def build_site(folder: Path, **options: Any) -> Report:
    """Builds a site folder in this process."""
    return build(folder, Options(**{"jobs": 1, **options}))


def messages(report: Report) -> list[str]:
    """A report's problems as people read them."""
    return [as_text(problem) for problem in report.problems]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
