"""The papers, roundups and topics of a site as tables and as JSON."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from roundup.build.sources import Options
from roundup.cli import say
from roundup.cli.reading import read_catalog
from roundup.cli.table import table
from roundup.pages.machine import site_data
from roundup.pages.scope import Scope

Rows = Sequence[Sequence[str]]


def _papers(scope: Scope) -> tuple[Sequence[str], Rows]:
    rows = [
        (key, str(paper.facts.year or ""), str(len(paper.entries)), paper.facts.title)
        for key, paper in sorted(scope.catalog.papers.items())
    ]
    return ("PAPER", "YEAR", "ENTRIES", "TITLE"), rows


def _roundups(scope: Scope) -> tuple[Sequence[str], Rows]:
    rows = [
        (key, ",".join(e.language for e in one.editions), str(one.size), one.original.title)
        for key, one in sorted(scope.catalog.roundups.items())
    ]
    return ("ROUNDUP", "LANGUAGES", "PAPERS", "TITLE"), rows


def _tags(scope: Scope) -> tuple[Sequence[str], Rows]:
    rows = [
        (slug, str(len(one.papers)), str(len(one.roundups)), scope.topic_title(slug))
        for slug, one in sorted(scope.catalog.topics.items())
    ]
    return ("TAG", "PAPERS", "ROUNDUPS", "TITLE"), rows


def _tag_data(scope: Scope) -> list[dict[str, Any]]:
    return [
        {
            "tag": slug,
            "title": scope.topic_title(slug),
            "papers": topic.papers,
            "roundups": topic.roundups,
        }
        for slug, topic in sorted(scope.catalog.topics.items())
    ]


TABLES: Mapping[str, Callable[[Scope], tuple[Sequence[str], Rows]]] = MappingProxyType(
    {"papers": _papers, "roundups": _roundups, "tags": _tags}
)


def show(what: str, style: str) -> None:
    """Prints one of the tables; as JSON, papers and roundups are what data/site.json says of them."""
    with read_catalog(style, Options()) as prepared:
        scope = prepared.scope
        if style == "json":
            data = _tag_data(scope) if what == "tags" else site_data(scope)[what]
            say.result(say.json_text(data))
        else:
            say.result(table(*TABLES[what](scope)))
