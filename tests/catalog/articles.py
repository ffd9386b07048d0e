"""Catalogs in memory: a mapping from path to text is parsed and gathered, no folder needed."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from roundup.catalog.catalog import Catalog, Entry, Roundup
from roundup.catalog.check import check
from roundup.catalog.gather import Gathered, Showing, gather
from roundup.content.article import Article, Reading, parse
from roundup.content.config import parse_settings
from roundup.content.place import place_of
from roundup.content.settings import Settings
from roundup.problems import Problem, as_text, in_order
from sites import SITE_TOML

TODAY = date(2024, 1, 1)


def settings(toml: str = SITE_TOML) -> Settings:
    found, problems = parse_settings(toml)
    assert not problems
    return found


def articles(files: Mapping[str, str], toml: str = SITE_TOML) -> tuple[Article, ...]:
    """The articles in the order of the mapping; paths stand below `content/`."""
    site = settings(toml)
    tags = tuple(one.tag for one in site.languages)
    return tuple(
        parse(path, place_of(path, tags), text.encode(), Reading(site.language)).article
        for path, text in ((f"content/{name}", text) for name, text in files.items())
    )


def gathered(files: Mapping[str, str], toml: str = SITE_TOML, **showing: Any) -> Gathered:
    return gather(articles(files, toml), settings(toml), Showing(**{"today": TODAY, **showing}))


def catalog(files: Mapping[str, str], toml: str = SITE_TOML, **showing: Any) -> Catalog:
    return gathered(files, toml, **showing).catalog


def problems(files: Mapping[str, str], toml: str = SITE_TOML, **showing: Any) -> list[str]:
    """Everything that is wrong in and between the articles, as people read it."""
    found = gathered(files, toml, **showing)
    own = (one for article in found.catalog.articles.values() for one in article.problems)
    between = check(found, settings(toml), ())
    return said((*own, *found.problems, *between))


def said(found: Iterable[Problem]) -> list[str]:
    return [as_text(one) for one in in_order(found)]


def page(body: str = "Words.", **fields: Any) -> str:
    """A file's text: front matter of YAML values as they are written, and a body."""
    rows = [f"{name}: {value}\n" for name, value in fields.items()]
    return f"---\n{''.join(rows)}---\n{body}\n" if rows else f"{body}\n"


def listing(**fields: Any) -> str:
    return page("Introduction.", **{"title": "A list", **fields})


def entry_of(roundup: Roundup, stem: str) -> Entry:
    return next(one for one in roundup.entries if one.stem == stem)


TWO_LISTS = {"2019/one/index.md": listing(), "2020/two/index.md": listing()}


def entries(first: str, second: str, **more: str) -> dict[str, str]:
    """One entry in each of two lists: `2019/one/a.md` and `2020/two/b.md`."""
    return {**TWO_LISTS, "2019/one/a.md": first, "2020/two/b.md": second, **more}


def folder(site: Path) -> tuple[dict[str, str], str]:
    """The articles and the settings of a site folder, as they are given to all of the above."""
    content = site / "content"
    paths = {path.relative_to(content).as_posix(): path for path in sorted(content.rglob("*.md"))}
    files = {name: path.read_text(encoding="utf-8") for name, path in paths.items()}
    return files, (site / "site.toml").read_text(encoding="utf-8")
