"""Makes a site of any size, the same bytes for the same size: annual lists of ten papers each.

    python benchmarks/make_site.py SITE --entries 1000

Shaped like the lists people publish: a folder a list, ten entries with a few hundred words each (headings, emphasis,
links, wiki-links, now and then a table, code or a quotation); one list in ten in Chinese too; one entry in twelve is
a paper that an earlier list has picked already. Titles, names and words are drawn from fixed stocks and mean nothing.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from random import Random

FIRST_YEAR, YEARS, PER_LIST = 2006, 20, 10
FIELDS = ("vision", "language", "speech", "robotics", "graphs", "theory", "systems", "audio", "biology")
NOUNS = (
    "attention network gradient kernel policy graph token sample prior bound memory speech image layer "
    "reward search signal feature domain margin cluster sequence latent energy sketch"
).split()
QUALITIES = (
    "deep sparse robust convex adaptive simple causal dynamic linear neural compact private fair fast "
    "invariant modular implicit spectral"
).split()
VERBS = "learns predicts compresses aligns samples bounds explains searches denoises transfers".split()
JOINTS = "because although while whenever unless so that and yet since".split()
FAMILIES = "Abel Bello Chen Diaz Egede Ferrari Gupta Haddad Ito Jansen Kim Lopes Moreau Novak Okoye".split()
GIVEN = "Ana Bo Chidi Dewi Elif Femi Goran Hana Ines Jun Kofi Lena".split()
VENUES = ("NeurIPS", "ICML", "ICLR", "CVPR", "ACL", "EMNLP", "ICCV", "KDD")
CHINESE = "模型可以从少量样本中学习更好的表示并且在多个任务上保持稳定这说明结构比规模重要作者给出了清楚的证明和代码"

SITE_TOML = """title = "Benchmark Roundups"
base_url = "https://example.org/"
language = "en"

[languages.zh]
name = "中文"
"""
PLAIN_PAGES = """
[pages]
authors = false
citations = false
data = false
search = false
cards = false
pictures = false
"""


class Paper:
    """A made-up work: its key is its number, so that every list can name it."""

    def __init__(self, chance: Random, year: int, number: int) -> None:
        self.key = f"paper-{number}"
        self.arxiv = f"{year % 100:02d}{chance.randint(1, 12):02d}.{number % 100_000:05d}"
        self.title = f"{phrase(chance, 2).title()}: {phrase(chance, 3).title()}"
        people = chance.sample([f"{one} {two}" for one in GIVEN for two in FAMILIES], chance.randint(2, 6))
        self.authors = ", ".join(people)
        self.venue = chance.choice(VENUES)
        self.tags = ", ".join(sorted(chance.sample([*FIELDS, *QUALITIES], 3)))


def phrase(chance: Random, words: int) -> str:
    return " ".join([*chance.choices(QUALITIES, k=words - 1), chance.choice(NOUNS)])


def sentence(chance: Random) -> str:
    halves = (
        f"the {phrase(chance, 2)} {chance.choice(VERBS)} a {phrase(chance, 3)} of the {phrase(chance, 2)}"
        for _ in range(2)
    )
    return f" {chance.choice(JOINTS)} ".join(halves).capitalize() + "."


def chinese(chance: Random, length: int) -> str:
    starts = (chance.randrange(len(CHINESE) - 12) for _ in range(length))
    return "，".join(CHINESE[start : start + 12] for start in starts) + "。"


def body(chance: Random, papers: list[Paper]) -> str:
    """An entry's words, about two hundred of them."""
    named = chance.sample(papers, min(len(papers), chance.choice((0, 1, 1, 2))))
    links = [f"[[{one.key}|its forerunner]]" for one in named]
    links.append(f"[the page](https://example.org/{chance.randint(1, 9_999)})")
    parts = [
        f"## {phrase(chance, 2).capitalize()}",
        f"{sentence(chance)} **{phrase(chance, 2).capitalize()}** matters. {' See '.join(links)}.",
        f'{sentence(chance)} They call it "*{phrase(chance, 2)}*" -- and `{chance.choice(NOUNS)}()` does it.',
        f"## {phrase(chance, 3).capitalize()}",
        f"{sentence(chance)} {sentence(chance)} [Code](https://example.org/code/{chance.randint(1, 999)}).",
        "\n".join(f"- {sentence(chance)}" for _ in range(chance.randint(2, 4))),
        sentence(chance),
    ]
    if chance.random() < 0.25:
        rows = (f"| {phrase(chance, 1)} | {chance.uniform(20, 99):.1f} |" for _ in range(3))
        parts.append("| method | score |\n|---|---:|\n" + "\n".join(rows))
    if chance.random() < 0.2:
        name = chance.choice(NOUNS)
        parts.append(f"```python\ndef {name}(x: float) -> float:\n    return max(0.0, x)  # {name}\n```")
    if chance.random() < 0.2:
        parts.append(f"> {sentence(chance)}")
    return "\n\n".join(parts) + "\n"


def chinese_body(chance: Random, papers: list[Paper]) -> str:
    named = f"参见 [[{chance.choice(papers).key}]]。"
    return f"## 方法\n\n{chinese(chance, 8)}{named}\n\n- {chinese(chance, 3)}\n- {chinese(chance, 2)}\n"


def chosen(chance: Random, papers: list[Paper], year: int) -> list[Paper]:
    """Ten papers of a list: new ones, and some that an earlier list has."""
    picks: list[Paper] = []
    while len(picks) < PER_LIST:
        known = chance.choice(papers) if papers and chance.random() < 1 / 12 else None
        if known is None:
            papers.append(Paper(chance, year, len(papers)))
            picks.append(papers[-1])
        elif known not in picks:
            picks.append(known)
    return picks


def entry(paper: Paper, rank: int, words: str) -> str:
    return (
        f'---\npaper: {paper.key}\nrank: {rank}\ntitle: "{paper.title}"\nauthors: [{paper.authors}]\n'
        f'arxiv: "{paper.arxiv}"\nvenue: {paper.venue}\ntags: [{paper.tags}]\n---\n{words}'
    )


def site_files(entries: int, plain: bool = False) -> Iterator[tuple[str, str]]:
    """Every file of a site: path and text."""
    yield "site.toml", SITE_TOML + (PLAIN_PAGES if plain else "")
    chance, papers = Random(entries), []  # type: tuple[Random, list[Paper]]
    lists = entries // PER_LIST
    for number in range(lists):
        year = FIRST_YEAR + number * YEARS // lists
        field = FIELDS[number % len(FIELDS)]
        folder = f"content/{year}/{field}-{number}"
        head = f'title: "Top {{n}} {field} papers of {{year}}"\nseries: {field}\nupdated: {year}-12-20\n'
        words = f"{sentence(chance)}\n\n<!-- papers -->\n\n{sentence(chance)}\n"
        yield f"{folder}/index.md", f"---\n{head}---\n{words}"
        translated = number % 10 == 3
        if translated:
            yield f"{folder}/index.zh.md", f'---\ntitle: "{{year}} 年 {{n}} 篇"\n---\n{chinese(chance, 4)}\n'
        for rank, paper in enumerate(chosen(chance, papers, year), 1):
            yield f"{folder}/{paper.key}.md", entry(paper, rank, body(chance, papers))
            if translated:
                title = chinese(chance, 1).rstrip("。")
                yield f"{folder}/{paper.key}.zh.md", f"---\ntitle: {title}\n---\n{chinese_body(chance, papers)}"


def make_site(folder: Path, entries: int, plain: bool = False) -> int:
    """Writes a site and says how many files it has."""
    count = 0
    for name, text in site_files(entries, plain):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        count += 1
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes a site of any size for benchmarks.")
    parser.add_argument("site", type=Path)
    parser.add_argument("--entries", type=int, default=1_000, help="a multiple of ten")
    parser.add_argument("--plain", action="store_true", help="leave out what other generators do not make")
    chosen_options = parser.parse_args()
    count = make_site(chosen_options.site, chosen_options.entries, chosen_options.plain)
    print(f"{count:,} files in {chosen_options.site}")


if __name__ == "__main__":
    main()
