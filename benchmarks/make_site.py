"""Makes a site of any size for benchmarks: the same bytes for the same size.

    python benchmarks/make_site.py SITE --entries 1000 [--as roundup|plain|hugo]

`roundup` is a site with the whole theme; `plain` one with the pages and the bare templates that `hugo` has too.
"""

import argparse
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from corpus import Entry, List, Paper, lists

HERE = Path(__file__).resolve().parent
_WIKI = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")

SITE_TOML = """title = "Benchmark"
base_url = "https://example.org/"
language = "en"

[languages.zh]
name = "中文"
"""
PLAIN_TOML = """
[theme]
path = "plain"

[pages]
authors = false
citations = false
data = false
feeds = false
search = false
cards = false
pictures = false
markdown = false
"""


def roundup_files(entries: int) -> Iterator[tuple[str, str]]:
    """A site of roundup's: path and text of every file."""
    yield "site.toml", SITE_TOML
    for one in lists(entries):
        folder = f"content/{one.year}/{one.slug}"
        head = f'title: "Top {{n}} {one.field} papers of {{year}}"\nupdated: {one.year}-12-20\n'
        yield (
            f"{folder}/index.md",
            f"---\n{head}---\n{one.intro}\n\n<!-- papers -->\n\n{one.outro}\n",
        )
        if one.chinese:
            yield f"{folder}/index.zh.md", f"---\ntitle: {one.chinese_title}\n---\n{one.chinese}\n"
        for entry in one.entries:
            path = f"{folder}/{entry.paper.key}"
            yield f"{path}.md", _article(entry)
            if entry.chinese:
                yield f"{path}.zh.md", f"---\ntitle: {entry.chinese_title}\n---\n{entry.chinese}"


def plain_files(entries: int) -> Iterator[tuple[str, str]]:
    """The same with bare templates, and without the kinds of pages that the comparison does not make."""
    for path, text in roundup_files(entries):
        yield path, text + PLAIN_TOML if path == "site.toml" else text
    yield from _folder(HERE / "plain", "plain")


def _article(entry: Entry) -> str:
    paper = entry.paper
    return (
        f'---\npaper: {paper.key}\nrank: {entry.rank}\ntitle: "{paper.title}"\n'
        f'authors: [{", ".join(paper.authors)}]\narxiv: "{paper.arxiv}"\nvenue: {paper.venue}\n'
        f"tags: [{', '.join(paper.tags)}]\n---\n{entry.words}"
    )


def hugo_files(entries: int) -> Iterator[tuple[str, str]]:
    """The same lists for Hugo: a section a list and language, and a stub for every paper's page."""
    yield from _folder(HERE / "hugo", ".")
    papers: dict[str, Paper] = {}
    for number, one in enumerate(lists(entries)):
        yield from _hugo_list(one, number, "en")
        if one.chinese:
            yield from _hugo_list(one, number, "zh")
        papers |= {entry.paper.key: entry.paper for entry in one.entries}
    yield "content/lists/_index.md", _hugo_article("", build={"render": "never"})
    for paper in papers.values():
        yield (
            f"content/papers/{paper.key}.md",
            _hugo_article("", title=paper.title, paper=paper.key),
        )


def _hugo_list(one: List, number: int, language: str) -> Iterator[tuple[str, str]]:
    english = language == "en"
    ending = "" if english else "-zh"
    folder = f"content/lists/{one.slug}{ending}"
    title = f"Top 10 {one.field} papers of {one.year}" if english else one.chinese_title
    other = (f"{one.slug}-zh" if english else one.slug) if one.chinese else ""
    common = {"year": one.year, "locale": language, "date": f"{one.year}-12-20"}
    index = _hugo_article(
        one.intro if english else one.chinese,
        title=title,
        other=other,
        outro=one.outro if english else "",
        weight=number + 1,
        years=[str(one.year)],
        **common,
    )
    yield f"{folder}/_index.md", index
    for entry in one.entries:
        paper = entry.paper
        words = entry.words if english else entry.chinese
        text = _hugo_article(
            _WIKI.sub(r"[\2](/papers/\1/)", words),
            title=paper.title if english else entry.chinese_title,
            paper=paper.key,
            weight=entry.rank,
            authors=paper.authors,
            arxiv=paper.arxiv,
            venue=paper.venue,
            tags=paper.tags,
            mentions=sorted({found[1] for found in _WIKI.finditer(words)}),
            **common,
        )
        yield f"{folder}/{paper.key}.md", text


def _hugo_article(body: str, **fields: object) -> str:
    # JSON is YAML, and spells strings of any kind safely.
    return json.dumps(fields, ensure_ascii=False) + "\n\n" + body


def _folder(folder: Path, name: str) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield (Path(name) / path.relative_to(folder)).as_posix(), path.read_text("utf-8")


SPELLINGS: dict[str, Callable[[int], Iterator[tuple[str, str]]]] = {
    "roundup": roundup_files,
    "plain": plain_files,
    "hugo": hugo_files,
}


def make_site(folder: Path, entries: int, spelling: str = "roundup") -> int:
    """Writes a site into a new folder and says how many files it has."""
    shutil.rmtree(folder, ignore_errors=True)
    count = 0
    for name, text in SPELLINGS[spelling](entries):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        count += 1
    return count


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Makes a site of any size for benchmarks.")
    parser.add_argument("site", type=Path, help="a folder; what is in it goes")
    parser.add_argument("--entries", type=int, default=1_000, help="a multiple of ten")
    parser.add_argument("--as", dest="spelling", choices=SPELLINGS, default="roundup")
    chosen = parser.parse_args()
    count = make_site(chosen.site, chosen.entries, chosen.spelling)
    print(f"{count:,} files in {chosen.site}")


if __name__ == "__main__":
    main()
