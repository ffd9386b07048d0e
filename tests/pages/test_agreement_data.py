"""`/data/agreement.json`: exact scores, the formula beside them, and a schema that says what is promised."""

import copy
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from built import Built
from roundup.pages.agreement import agreement_schema
from sites import ROUNDUP, SITE_TOML, build_site, make_site

ADDRESS = "/data/agreement.json"


def data(site: Built) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(site.text(ADDRESS))
    return found


def test_the_published_schema_is_one_and_fits(ranked_site: Built, own_site: Built) -> None:
    for site in (ranked_site, own_site):
        schema = json.loads(site.text("/data/agreement.schema.json"))
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema).validate(data(site))


@pytest.mark.parametrize("name", ["formula", "k", "source", "years", "all"])
def test_everything_promised_is_required(ranked_site: Built, name: str) -> None:
    changed = data(ranked_site)
    del changed[name]
    with pytest.raises(ValidationError):
        Draft202012Validator(agreement_schema()).validate(changed)


@pytest.mark.parametrize("change", [{"rank": 0}, {"of": 0}, {"roundup": "winter"}, {"rank": "1"}])
def test_places_of_another_shape_are_refused(ranked_site: Built, change: dict[str, Any]) -> None:
    changed = copy.deepcopy(data(ranked_site))
    changed["all"][0]["picks"][0] |= change
    with pytest.raises(ValidationError):
        Draft202012Validator(agreement_schema()).validate(changed)


def score(row: dict[str, Any], k: int) -> Fraction:
    """The formula of the document, in exact numbers."""
    return sum(
        (1 / (k + Fraction(one["rank"] or Fraction(one["of"] + 1, 2))) for one in row["picks"]),
        Fraction(0),
    )


def test_the_formula_gives_every_score_from_its_picks(ranked_site: Built, own_site: Built) -> None:
    for found in (data(ranked_site), data(own_site)):
        for row in (*found["all"], *(row for rows in found["years"].values() for row in rows)):
            assert row["score"] == pytest.approx(float(score(row, found["k"])), rel=1e-15)
            assert row["lists"] == len(row["picks"])


def test_the_rows_of_bert_say_where_it_stands(ranked_site: Built) -> None:
    """A week's list does not count, and of two places in one list the better one does."""
    found = data(ranked_site)
    assert found["k"] == 60
    assert found["source"]["doi"] == "10.1145/1571941.1572114"
    first = found["years"]["2018"][0]
    assert first == {
        "paper": "bert",
        "title": "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
        "lists": 3,
        "score": first["score"],
        "picks": [
            {"roundup": "2018/awraq-al-lugha", "rank": 1, "of": 3},
            {"roundup": "2018/five-to-read", "rank": None, "of": 5},
            {"roundup": "2018/winter-list", "rank": 1, "of": 5},
        ],
    }
    assert {"roundup": "2019/winter-list", "rank": 1, "of": 4} in found["all"][0]["picks"]
    assert sorted(found["years"]) == ["2017", "2018", "2019"]


def test_all_papers_of_lists_that_count_are_in_it_best_first(ranked_site: Built) -> None:
    found = data(ranked_site)
    scores = [row["score"] for row in found["all"]]
    assert scores == sorted(scores, reverse=True)
    assert len(found["all"]) == 16


def test_the_pages_that_show_agreement_lead_to_it(ranked_site: Built) -> None:
    for page in ("/", "/2018/", "/zh/", "/zh/2018/", "/ar/2018/"):
        links = ranked_site.soup(page).select('head link[rel=alternate][type="application/json"]')
        assert [ranked_site.inside(page, str(one["href"])) for one in links] == [ADDRESS]


def test_without_data_there_is_neither_file_nor_link(tmp_path: Path) -> None:
    make_site(tmp_path, ROUNDUP, SITE_TOML + "\n[pages]\ndata = false\n")
    assert not build_site(tmp_path, fresh=True).failed
    site = Built(tmp_path / "public", "https://example.org/papers/")
    assert not (tmp_path / "public/data").exists()
    assert "agreement.json" not in site.text("/") + site.text("/2019/")


def test_a_site_without_lists_agrees_on_nothing(tmp_path: Path) -> None:
    make_site(tmp_path, {"content/about.md": "Words.\n"})
    assert not build_site(tmp_path, fresh=True).failed
    found = data(Built(tmp_path / "public", "https://example.org/papers/"))
    assert (found["years"], found["all"]) == ({}, [])
