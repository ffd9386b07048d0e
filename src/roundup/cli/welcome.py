"""What to do next in a folder, for `roundup` without a command."""

from pathlib import Path

_NO_SITE = """\
There is no site in {site}.
A site is a folder with a site.toml that gives at least a title and a base_url:

  title = "Paper Roundups"
  base_url = "https://someone.github.io/papers/"

Write one here, or name the folder of a site: roundup --site DIR build"""

_NO_CONTENT = """\
There is a site in {site}, but no roundup yet.
Write the first one: content/2019/my-list/index.md with a title between --- lines,
and beside it a file for each paper. Then look at it: roundup serve"""

_STEPS = """\
The site in {site} is ready. Next:

  roundup serve    preview it while you write
  roundup check    see what is wrong
  roundup build    write it for publishing

All commands: roundup --help"""


def next_steps(site: Path) -> str:
    """The words that fit what the folder holds."""
    if not (site / "site.toml").is_file():
        return _NO_SITE.format(site=site)
    if not any((site / "content").glob("*/*/index*.md")):
        return _NO_CONTENT.format(site=site)
    return _STEPS.format(site=site)
