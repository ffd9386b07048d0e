"""What lists agree on: as rows of a table, and as data for other programs."""

from collections.abc import Iterator
from typing import Any

from roundup.catalog.agreement import DAMPING, best_entries
from roundup.catalog.catalog import Scored
from roundup.pages.facts import appearance_link, paper_card
from roundup.pages.scope import Scope
from roundup.pages.shapes import Schema, an_object, array, definitions, document, ref, text
from roundup.pages.views import AgreementRow, DataView, FileLink, Page

ADDRESS, SCHEMA = "/data/agreement.json", "/data/agreement.schema.json"
FORMULA = "score = sum of 1 / (k + r); r = rank, or (of + 1) / 2 where rank is null"
# The article that described reciprocal rank fusion, and found k = 60 to serve.
SOURCE = {
    "title": "Reciprocal Rank Fusion Outperforms Condorcet and Individual Rank Learning Methods",
    "authors": ["Gordon V. Cormack", "Charles L. A. Clarke", "Stefan Büttcher"],
    "year": 2009,
    "doi": "10.1145/1571941.1572114",
}


def agreement_rows(scope: Scope, year: int, most: int) -> tuple[AgreementRow, ...]:
    """The papers that several lists of a year picked, best first; `year` 0 stands for all years."""
    agreed = [one for one in scope.catalog.agreement[year] if len(one.votes) > 1][:most]
    best = max((one.score for one in agreed), default=1.0)
    return tuple(_row(scope, one, best) for one in agreed)


def _row(scope: Scope, scored: Scored, best: float) -> AgreementRow:
    paper = scope.catalog.papers[scored.paper]
    card = paper_card(scope, paper)
    entries = best_entries(scope.entries_of(paper))
    return AgreementRow(
        title=card.title,
        address=card.address,
        score=f"{scored.score:.4f}",
        share=round(100 * scored.score / best),
        lists=len(scored.votes),
        picks=tuple(appearance_link(scope, entries[roundup]) for roundup, _ in scored.votes),
    )


def agreement_link(scope: Scope) -> tuple[FileLink, ...]:
    """The link from the pages that show agreement to its data."""
    if not scope.settings.pages.data:
        return ()
    title = str(scope.site.words["agreement_data"])
    return (FileLink(type="application/json", title=title, address=ADDRESS),)


def agreement_pages(scope: Scope) -> Iterator[Page]:
    """`data/agreement.json` and its JSON Schema."""
    documents = {ADDRESS: agreement_data(scope), SCHEMA: agreement_schema()}
    for address, data in documents.items():
        view = DataView(data=data)
        yield Page(address=address, template="json", language=scope.language, view=view)


def agreement_data(scope: Scope) -> dict[str, Any]:
    """Every score of every year and over all years, with what it is summed over."""
    rows = {
        year: [_row_data(scope, one) for one in found]
        for year, found in scope.catalog.agreement.items()
    }
    return {
        "formula": FORMULA,
        "k": DAMPING,
        "source": SOURCE,
        "years": {str(year): found for year, found in rows.items() if year},
        "all": rows[0],
    }


def _row_data(scope: Scope, scored: Scored) -> dict[str, Any]:
    return {
        "paper": scored.paper,
        "title": scope.catalog.papers[scored.paper].facts.title,
        "score": scored.score,
        "lists": len(scored.votes),
        "picks": [_pick_data(scope, key, rank) for key, rank in scored.votes],
    }


def _pick_data(scope: Scope, key: str, rank: float) -> dict[str, Any]:
    roundup = scope.catalog.roundups[key]
    return {
        "roundup": key,
        "rank": int(rank) if roundup.ranked else None,
        "of": roundup.size,
    }


def agreement_schema() -> Schema:
    """The JSON Schema of `data/agreement.json`."""
    return document(
        "What lists of papers agree on",
        "Papers by score, number of lists, date and key. Only lists that count are in it.",
        definitions() | {"row": _row_shape(), "pick": _pick_shape(), "source": _source_shape()},
        formula=text("How a score is counted"),
        k={"description": "The constant of the formula", "type": "integer", "minimum": 0},
        source=ref("source"),
        years={
            "description": "The agreement of the lists of each year",
            "type": "object",
            "propertyNames": {"pattern": "^[0-9]{4}$"},
            "additionalProperties": array("row"),
        },
        all={"description": "The agreement of all lists", **array("row")},
    )


def _row_shape() -> Schema:
    return an_object(
        "A paper's agreement",
        paper=ref("key"),
        title=text("The work's own title"),
        score={"description": "As the formula says", "type": "number", "exclusiveMinimum": 0},
        lists={"description": "How many lists picked it", "type": "integer", "minimum": 1},
        picks=array("pick"),
    )


def _pick_shape() -> Schema:
    size = {"description": "How many papers the list has", "type": "integer", "minimum": 1}
    return an_object("A place in a list", roundup=ref("roundup_key"), rank=ref("rank"), of=size)


def _source_shape() -> Schema:
    return an_object(
        "Where the formula comes from",
        title=text("Its title"),
        authors={"type": "array", "items": text("A name")},
        year={"type": "integer"},
        doi=text("Its DOI", pattern="^10\\."),
    )
