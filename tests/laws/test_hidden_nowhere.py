"""What is hidden is nowhere in the output: no kind of file says a word of it, none has its name."""

from pathlib import Path

import pytest

from rasters import noise, saved
from sites import ROUNDUP, SITE_TOML, build_site, contents, make_site, messages

WORD = "wolpertinger"  # in every place of a hidden article that can land anywhere


def hidden(**fields: str) -> str:
    """An article that is kept out and says the word wherever it can."""
    rows = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\ntitle: A {WORD}\n{rows}---\nA {WORD}, see [[xlnet]].\n"


ENTRY = {
    "paper": WORD,
    "summary": WORD,
    "abstract": WORD,
    "authors": f"[Ann {WORD.title()}, Zhilin Yang]",
    "tags": f"[{WORD}]",
    "venue": WORD,
    "aliases": f"[/entries/{WORD}/]",
    "image": f"{{src: {WORD}.png, alt: {WORD}}}",
}
LIST = {
    "description": WORD,
    "series": WORD,
    "event": WORD,
    "curators": f"[{WORD}]",
    "aliases": f"[/lists/{WORD}/]",
}
FILES: dict[str, str | bytes] = {
    **ROUNDUP,
    f"content/2019/top/{WORD}.md": hidden(draft="true", rank="3", arxiv="'1901.00001'", **ENTRY),
    f"content/2019/top/{WORD}.png": saved(noise(900, 300), "PNG"),
    f"content/2019/{WORD}/index.md": hidden(draft="true", **LIST),
    f"content/2019/{WORD}/xlnet.md": f"---\npaper: xlnet\nheading: {WORD}\n---\n{WORD}\n",
    "content/2020/later/index.md": hidden(date="2999-01-01", **LIST | {"aliases": "[/later/]"}),
    "content/2020/later/dain.md": f"---\npaper: dain\nheading: {WORD}\n---\n{WORD}\n",
    f"content/papers/{WORD}.md": hidden(draft="true"),
    "content/tags/video.md": hidden(draft="true", description=WORD),
    "content/authors/chao-ma.md": hidden(draft="true", description=WORD),
    f"content/{WORD}.md": hidden(draft="true", description=WORD),
    "content/2019/index.md": hidden(draft="true", description=WORD),
    "content/index.md": hidden(draft="true", description=WORD),
}
TOML = SITE_TOML + "\n[pages]\nauthors_min_papers = 1\nsearch = false\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_site(tmp_path_factory.mktemp("hidden"), FILES, TOML)


def test_no_file_of_the_output_knows_of_hidden_articles(site: Path) -> None:
    report = build_site(site)
    assert not report.failed, messages(report)
    made = contents(site / "public")
    assert {"llms.txt", "feeds.opml", "data/agreement.json", "2019/top/index.md"} <= made.keys()
    told = [path for path, data in made.items() if WORD.encode() in (path.encode() + data).lower()]
    assert told == []


def test_the_word_would_be_found(site: Path) -> None:
    report = build_site(site, drafts=True, future=True, output=site / "shown")
    assert not report.failed, messages(report)
    made = contents(site / "shown")
    told = {path for path, data in made.items() if WORD.encode() in data.lower()}
    assert told >= {
        "llms.txt", "feeds.opml", "data/agreement.json", "data/site.json", "sitemap.xml", "feed.xml",
        "feed.json", "papers.bib", "index.html", "2019/top/index.html", "2019/top/index.md",
        f"{WORD}/index.html", f"papers/{WORD}/index.html", f"tags/{WORD}/index.html",
        f"series/{WORD}/index.html", "tags/video/index.html", "authors/chao-ma/index.html",
    }  # fmt: skip
    assert f"2019/top/{WORD}.png.480.webp" in made
