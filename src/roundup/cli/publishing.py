"""How a site goes to GitHub Pages, from where its folder stands."""

from collections.abc import Iterator
from pathlib import Path

_BRANCH = "main"
_PAGES = """\
In the repository on GitHub, under Settings > Pages, choose "GitHub Actions" as the source.
Then, under Actions > Publish, press "Run workflow". From now on every push publishes."""


def steps(site: Path) -> list[str]:
    """The lines that say how to publish it, in three steps."""
    wanted = [
        "Make an empty repository on GitHub: https://github.com/new",
        "\n".join(["Send the folder there:", *(f"  {line}" for line in _commands(site))]),
        _PAGES,
    ]
    numbered = (f"  {number}. {step}" for number, step in enumerate(wanted, 1))
    return [
        "Publish it on GitHub Pages, in three steps:",
        *(step.replace("\n", "\n     ") for step in numbered),
    ]


def is_sent(site: Path) -> bool:
    """Whether the folder is a repository that knows where to go."""
    return '[remote "' in _read(site / ".git/config")


def _commands(site: Path) -> Iterator[str]:
    head = _read(site / ".git/HEAD")
    if not head:
        yield f"git init -b {_BRANCH}"
    yield "git add ."
    yield 'git commit -m "A site of paper roundups"'
    if head.startswith("ref: refs/heads/") and not head.endswith(f"/{_BRANCH}\n"):
        yield f"git branch -M {_BRANCH}"
    if not is_sent(site):
        yield "git remote add origin https://github.com/YOU/REPOSITORY.git"
    yield f"git push -u origin {_BRANCH}"


def _read(file: Path) -> str:
    """A file's text; empty where there is none."""
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""
