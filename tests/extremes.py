"""Sites at the ends of what people publish, to be tested and to be looked at.

    .venv/bin/python tests/extremes.py FOLDER

writes them below a folder; `roundup --site FOLDER/huge build` makes one of them.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

Files = Mapping[str, str | bytes]

TOML = 'title = "{}"\nbase_url = "https://example.org/lists/"\n'
LONG_TITLE = (
    "On the unreasonable length of titles: a study, with examples, of what happens to lists, cards, "
    "feeds and share-pictures when a work is called by two hundred characters and by not a single one fewer"
)
ENDLESS = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
AUTHORS = 2_000


def entry(fields: str, body: str = "Words.") -> str:
    return f"---\n{fields}\n---\n{body}\n"


def tiny() -> Files:
    """A list of one paper of which nothing is known but its title of three letters."""
    return {
        "site.toml": TOML.format("Tiny"),
        "content/2019/one/index.md": "---\ntitle: One\n---\n",
        "content/2019/one/gan.md": entry("paper: gan\ntitle: GAN", "Two networks."),
    }


def empty() -> Files:
    """A site of which nothing is there but its settings, and a folder for what comes."""
    return {"site.toml": TOML.format("Empty"), "content/.keep": ""}


def huge() -> Files:
    """A list of a hundred, a title of two hundred characters, two thousand authors, names without end."""
    return {
        "site.toml": TOML.format(LONG_TITLE),
        **_hundred(),
        **_long(),
        "content/2021/bare/index.md": "---\ntitle: Bare\nranked: false\n---\n",
        "content/2021/bare/nothing.md": entry(
            "paper: nothing\ntitle: No Body\nabstract: Abstract.", ""
        ),
        "content/2021/silent/index.md": "---\ntitle: No entries yet\n---\nThey are on their way.\n",
    }


def _hundred() -> Files:
    index = "content/2020/hundred/index.md"
    files = {index: '---\ntitle: "Top {n} of {year}"\n---\nA hundred.\n'}
    for rank in range(1, 101):
        fields = (
            f"paper: paper-{rank}\nrank: {rank}\ntitle: Number {rank}\n"
            f"authors: [First Author, Second Author]\ntags: [topic-{rank % 40}]\ndate: 2020-01"
        )
        files[f"content/2020/hundred/p{rank:03}.md"] = entry(fields)
    return files


def _long() -> Files:
    people = ", ".join(f"Member {number} Collaboration" for number in range(1, AUTHORS + 1))
    links = ", ".join(f"{{rel: blog, url: 'https://example.org/{n}'}}" for n in range(12))
    tags = ", ".join([ENDLESS, *(f"topic-{number}" for number in range(40))])
    many = (
        f"paper: collaboration\nrank: 1\ntitle: '{LONG_TITLE}'\nauthors: [{people}]\n"
        f"venue: '{LONG_TITLE}'\ntags: [{tags}]\nlinks: [{links}]\nsummary: '{LONG_TITLE}'"
    )
    word = (
        f"paper: endless\nrank: 2\ntitle: {ENDLESS * 2}\nshort: {ENDLESS}\nauthors: [{ENDLESS}]\n"
        f"date: 2022"
    )
    index = f"title: '{LONG_TITLE}'\ncurators: [{ENDLESS}]\nevent: '{LONG_TITLE}'\ntags: [{tags}]"
    return {
        "content/2022/long/index.md": f"---\n{index}\n---\nWords.\n",
        "content/2022/long/many.md": entry(many),
        "content/2022/long/endless.md": entry(word, f"{ENDLESS * 3} `{ENDLESS * 3}`"),
        "content/2022/second/index.md": "---\ntitle: A second list\n---\n",
        "content/2022/second/many.md": entry("paper: collaboration\nrank: 1"),
        "content/2022/second/endless.md": entry("paper: endless\nrank: 2"),
    }


SITES = {"tiny": tiny, "empty": empty, "huge": huge}

if __name__ == "__main__":
    for name, files in SITES.items():
        for path, text in files().items():
            file = Path(sys.argv[1], name, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(str(text), encoding="utf-8")
