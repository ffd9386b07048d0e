"""The same lists of papers for the same number of entries, as values; titles and words are drawn and mean nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

FIRST_YEAR, YEARS, PER_LIST = 2006, 20, 10
AGAIN, TRANSLATED = 1 / 12, 10  # how often a list picks a known paper; which list has a translation
FIELDS = ("vision", "language", "speech", "robotics", "graphs", "theory", "systems", "audio")
_NOUNS = """
attention network gradient kernel policy graph token sample prior bound memory speech image layer reward
search signal feature domain margin cluster sequence latent energy sketch
"""
_QUALITIES = """
deep sparse robust convex adaptive simple causal dynamic linear neural compact private fair fast invariant
modular implicit spectral
"""
NOUNS, QUALITIES = _NOUNS.split(), _QUALITIES.split()
VERBS = ("learns", "predicts", "compresses", "aligns", "samples", "bounds", "explains", "searches")
JOINTS = ("because", "although", "while", "whenever", "unless", "so that", "and yet", "since")
VENUES = ("NeurIPS", "ICML", "ICLR", "CVPR", "ACL", "EMNLP", "ICCV", "KDD")
CHINESE = "模型可以从少量样本中学习更好的表示并且在多个任务上保持稳定这说明结构比规模重要作者给出了清楚的证明和代码"


@dataclass(frozen=True)
class Paper:
    """A work that no one wrote."""

    key: str
    title: str
    arxiv: str
    authors: tuple[str, ...]
    venue: str
    tags: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """A paper in a list: words name other papers as `[[KEY|text]]`; `chinese` is empty without a translation."""

    paper: Paper
    rank: int
    words: str
    chinese_title: str = ""
    chinese: str = ""


@dataclass(frozen=True)
class List:
    """A list of ten entries; its introduction and closing words stand apart."""

    slug: str
    year: int
    field: str
    intro: str
    outro: str
    entries: tuple[Entry, ...]
    chinese_title: str = ""
    chinese: str = ""


def lists(entries: int) -> Iterator[List]:
    """As many lists as so many entries fill, oldest first."""
    chance = Random(entries)
    papers: list[Paper] = []
    count = entries // PER_LIST
    for number in range(count):
        year, field = FIRST_YEAR + number * YEARS // count, FIELDS[number % len(FIELDS)]
        chinese = number % TRANSLATED == 3
        picked = _picked(chance, papers, year)
        yield List(
            slug=f"{field}-{number}",
            year=year,
            field=field,
            intro=_sentence(chance),
            outro=_sentence(chance),
            entries=tuple(_entry(chance, papers, *one, chinese) for one in enumerate(picked, 1)),
            chinese_title=f"{year} 年十篇" if chinese else "",
            chinese=_chinese(chance, 4) if chinese else "",
        )


def _picked(chance: Random, papers: list[Paper], year: int) -> list[Paper]:
    """Ten papers: new ones, and some that an earlier list has."""
    picks: list[Paper] = []
    while len(picks) < PER_LIST:
        known = chance.choice(papers) if papers and chance.random() < AGAIN else None
        if known is None:
            papers.append(_paper(chance, year, len(papers)))
            picks.append(papers[-1])
        elif known not in picks:
            picks.append(known)
    return picks


def _paper(chance: Random, year: int, number: int) -> Paper:
    numbers = chance.sample(range(1_000), chance.randint(2, 6))
    return Paper(
        key=f"paper-{number}",
        title=f"{_phrase(chance, 2)}: {_phrase(chance, 3)} {number}".title(),
        arxiv=f"{year % 100:02d}{chance.randint(1, 12):02d}.{number % 100_000:05d}",
        authors=tuple(f"Author Number{one:03d}" for one in numbers),
        venue=chance.choice(VENUES),
        tags=tuple(sorted(chance.sample([*FIELDS, *QUALITIES], 3))),
    )


def _entry(chance: Random, papers: list[Paper], rank: int, paper: Paper, chinese: bool) -> Entry:
    words = _words(chance, papers)
    if not chinese:
        return Entry(paper, rank, words)
    named = f"参见 [[{chance.choice(papers).key}|前作]]。"
    body = f"## 方法\n\n{_chinese(chance, 8)}{named}\n\n- {_chinese(chance, 3)}\n- {_chinese(chance, 2)}\n"
    return Entry(paper, rank, words, _chinese(chance, 1).rstrip("。"), body)


def _words(chance: Random, papers: list[Paper]) -> str:
    """About two hundred words, as people write them of a paper; now and then a table, code, a quotation."""
    named = chance.sample(papers, min(len(papers), chance.choice((0, 1, 1, 2))))
    links = [f"[[{one.key}|its forerunner]]" for one in named]
    links.append(f"[the page](https://example.org/{chance.randint(1, 9_999)})")
    noun = chance.choice(NOUNS)
    parts = [
        f"## {_phrase(chance, 2).capitalize()}",
        f"{_sentence(chance)} **{_phrase(chance, 2).capitalize()}** matters. See {', '.join(links)}.",
        f'{_sentence(chance)} They call it "*{_phrase(chance, 2)}*" -- and `{noun}()` does it.',
        f"## {_phrase(chance, 3).capitalize()}",
        f"{_sentence(chance)} {_sentence(chance)} [Code](https://example.org/code/{noun}).",
        "\n".join(f"- {_sentence(chance)}" for _ in range(chance.randint(2, 4))),
        _sentence(chance),
    ]
    if chance.random() < 0.25:
        rows = (f"| {_phrase(chance, 1)} | {chance.uniform(20, 99):.1f} |" for _ in range(3))
        parts.append("| method | score |\n|---|---:|\n" + "\n".join(rows))
    if chance.random() < 0.2:
        parts.append(f"```python\ndef {noun}(x: float) -> float:\n    return max(0.0, x)\n```")
    if chance.random() < 0.2:
        parts.append(f"> {_sentence(chance)}")
    return "\n\n".join(parts) + "\n"


def _phrase(chance: Random, words: int) -> str:
    return " ".join([*chance.choices(QUALITIES, k=words - 1), chance.choice(NOUNS)])


def _sentence(chance: Random) -> str:
    halves = (
        f"the {_phrase(chance, 2)} {chance.choice(VERBS)} the {_phrase(chance, 3)} of the {_phrase(chance, 2)}"
        for _ in range(2)
    )
    return f" {chance.choice(JOINTS)} ".join(halves).capitalize() + "."


def _chinese(chance: Random, length: int) -> str:
    starts = (chance.randrange(len(CHINESE) - 12) for _ in range(length))
    return "，".join(CHINESE[start : start + 12] for start in starts) + "。"
