"""Lists of every shape that people write, each beside what a careful reader finds in it.

`shapes/NAME.md`, `.html` or `.txt` is the document, `shapes/NAME.json` its papers in reading order: title, and where
they are printed rank, identifiers, code links, authors and section. Whatever else the documents hold (tables of
contents, tools, templates, comments, adverts, references) is no paper.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from roundup.authoring.importers.found import FoundEntry
from roundup.authoring.importers.reading.kinds import read_document
from roundup.authoring.importers.recognise import recognise

SHAPES = Path(__file__).parent / "shapes"
DOCUMENTS = sorted(path for path in SHAPES.iterdir() if path.suffix != ".json")
IDENTIFIERS = ("arxiv", "doi", "acl", "openreview", "pmlr")


def entries(path: Path, *, split: bool = False) -> tuple[FoundEntry, ...]:
    """What is found in a document, in reading order."""
    found = recognise(read_document(path.name, path.read_bytes()), split=split)
    return tuple(entry for roundup in found.roundups for entry in roundup.entries)


def truth(path: Path) -> list[dict[str, Any]]:
    """What a reader finds in it."""
    papers: list[dict[str, Any]] = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return papers


def every(path: Path) -> str:
    """The name of a shape."""
    return path.name


@pytest.mark.parametrize("path", DOCUMENTS, ids=every)
def test_papers_and_nothing_else_are_found_in_reading_order(path: Path) -> None:
    titles = [entry.work.title.rstrip(".") for entry in entries(path)]
    assert titles == [paper["title"] for paper in truth(path)]


@pytest.mark.parametrize("path", DOCUMENTS, ids=every)
def test_identifiers_of_each_paper(path: Path) -> None:
    found = [
        {
            name: entry.work.identifiers[name]
            for name in IDENTIFIERS
            if name in entry.work.identifiers
        }
        for entry in entries(path)
    ]
    assert found == [
        {name: paper[name] for name in IDENTIFIERS if name in paper} for paper in truth(path)
    ]


@pytest.mark.parametrize("path", DOCUMENTS, ids=every)
def test_code_links_of_each_paper(path: Path) -> None:
    assert [list(entry.work.code) for entry in entries(path)] == [
        paper.get("code", []) for paper in truth(path)
    ]


@pytest.mark.parametrize(
    "path", [path for path in DOCUMENTS if "rank" in truth(path)[0]], ids=every
)
def test_printed_numbers_are_ranks(path: Path) -> None:
    assert [entry.rank for entry in entries(path)] == [paper["rank"] for paper in truth(path)]


@pytest.mark.parametrize("path", DOCUMENTS, ids=every)
def test_authors_and_sections_where_they_are_printed(path: Path) -> None:
    for entry, paper in zip(entries(path), truth(path), strict=True):
        if "authors" in paper:
            assert [person.name for person in entry.work.authors] == paper["authors"]
        if "section" in paper:
            assert entry.section == paper["section"]


def test_a_document_of_weeks_splits_into_one_roundup_for_each() -> None:
    path = SHAPES / "many-weeks.md"
    found = recognise(read_document(path.name, path.read_bytes()), split=True)
    assert [len(roundup.entries) for roundup in found.roundups] == [2, 2]
    assert [[entry.rank for entry in roundup.entries] for roundup in found.roundups] == [
        [1, 2],
        [1, 2],
    ]
