"""What was looked up is kept in files that people can read, and read back as the same facts."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundup.authoring.lookup.cache import Kept, path_of, read, text_of
from roundup.authoring.work import Work
from roundup.identifiers import Identifier
from roundup.model import Link, PartialDate, Person, Venue

XLNET = Identifier("arxiv", "1906.08237")
WORK = Work(
    title="XLNet: Generalized Autoregressive Pretraining",
    authors=(Person("Yang", "Zhilin", "Zhilin Yang", "0000-0001-9004-1225"), Person.parse("李明")),
    identifiers={"arxiv": "1906.08237", "doi": "10.1/x", "isbn": "9780262035613"},
    url="https://arxiv.org/abs/1906.08237",
    pdf="https://arxiv.org/pdf/1906.08237",
    code=("https://github.com/zihangdai/xlnet",),
    links=(Link("https://example.org/", "project"),),
    venue=Venue("NeurIPS", year=2019, pages="1-2"),
    date=PartialDate(2019, 6, 19),
    published=PartialDate(2019),
    type="paper-conference",
    abstract="One.\n\nTwo.",
    status="published",
)


def test_facts_come_back_as_they_were_kept() -> None:
    # A DOI as short as that is none, and no file may bring in what front matter would refuse.
    kept = Kept(WORK, "arXiv, Crossref")
    again = read(XLNET, text_of(XLNET, kept).encode())
    assert again
    assert again.said == kept.said
    expected = {**WORK.identifiers}
    del expected["doi"]
    for name in Work.__struct_fields__:
        wanted = expected if name == "identifiers" else getattr(WORK, name)
        assert getattr(again.work, name) == wanted, name


def test_the_file_is_made_for_people() -> None:
    text = text_of(XLNET, Kept(WORK, "arXiv"))
    assert text.endswith("}\n")
    assert '"asked": "arxiv:1906.08237"' in text
    assert "李明" in text
    assert json.loads(text)["facts"]["date"] == "2019-06-19"
    assert list(json.loads(text)) == sorted(json.loads(text))


@pytest.mark.parametrize(
    ("identifier", "path"),
    [
        (XLNET, ".lookups/arxiv/1906.08237.json"),
        (Identifier("doi", "10.1038/nature14539"), ".lookups/doi/10.1038%2Fnature14539.json"),
        (Identifier("arxiv", "hep-th/9711200"), ".lookups/arxiv/hep-th%2F9711200.json"),
        (Identifier("url", "https://a.org/b?c"), ".lookups/url/https%3A%2F%2Fa.org%2Fb%3Fc.json"),
    ],
)
def test_a_file_is_named_as_its_paper(identifier: Identifier, path: str) -> None:
    assert path_of(identifier) == path


@given(st.text(min_size=1, max_size=3000))
def test_a_file_has_a_name_that_every_disk_takes(value: str) -> None:
    name = path_of(Identifier("url", value.encode(errors="replace").decode())).split("/")
    assert len(name) == 3
    assert len(name[-1].encode()) < 200
    assert name[-1] not in (".json", "..json")


def test_long_names_stay_apart() -> None:
    same = "https://a.org/" + "x" * 300
    assert path_of(Identifier("url", same)) != path_of(Identifier("url", same + "y"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"asked": "arxiv:1906.08237", "said": "a", "facts": {}}',
        b'{"asked": "arxiv:1906.08237", "said": "a", "facts": []}',
        b'{"asked": "arxiv:1906.08237", "said": 7, "facts": {"title": "T"}}',
        b'{"asked": "arxiv:1904.00830", "said": "a", "facts": {"title": "T"}}',
    ],
)
def test_what_is_no_such_file_is_none(data: bytes) -> None:
    assert read(XLNET, data) is None


def test_what_somebody_broke_in_it_counts_as_missing() -> None:
    facts = {"title": "T", "date": "soon", "authors": [7], "url": "javascript:x", "paper": "k"}
    whole = {"asked": "arxiv:1906.08237", "said": "a", "facts": facts}
    assert read(XLNET, json.dumps(whole).encode()) == Kept(Work(title="T"), "a")
