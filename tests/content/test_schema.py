"""Families of fields: what the contract lists exists with the right type, and mappings become values."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundup.content.compound import IMAGE, LINK, MAPPING, ORIGIN, PERSON, VENUE
from roundup.content.fields import (
    EntryFields,
    Fields,
    PaperFields,
    PersonFields,
    RoundupFields,
    WordsFields,
)
from roundup.content.frontmatter import read as read_text
from roundup.content.schema import described, json_schema, read
from roundup.content.values import (
    ADDRESS,
    BOOLEAN,
    DATE,
    KEY,
    LABEL,
    LANGUAGE,
    ORCID,
    PERIOD,
    TEXT,
    TOPIC,
    URL,
    Fault,
)
from roundup.identifiers import Identifier
from roundup.model import PartialDate, Period, Person

FAMILIES = [WordsFields, PersonFields, RoundupFields, PaperFields, EntryFields]

EVERY = {"language": LANGUAGE, "draft": BOOLEAN, "aliases": ADDRESS, "extra": MAPPING}
ROUNDUP = {
    **EVERY,
    "title": TEXT,
    "description": TEXT,
    "summary": TEXT,
    "highlights": TEXT,
    "period": PERIOD,
    "event": TEXT,
    "ranked": BOOLEAN,
    "entries": KEY,
    "order": "rank or countdown",
    "series": TOPIC,
    "curators": PERSON,
    "credits": PERSON,
    "translators": PERSON,
    "source": ORIGIN,
    "also_at": URL,
    "canonical": URL,
    "date": DATE,
    "updated": DATE,
    "tags": TOPIC,
    "image": IMAGE,
    "license": TEXT,
    "consensus": BOOLEAN,
    "template": TEXT,
    "translated_from": "mapping of digests",
}
WORK = {
    **EVERY,
    "title": TEXT,
    "short": TEXT,
    "former_titles": TEXT,
    "authors": PERSON,
    "affiliations": TEXT,
    "date": DATE,
    "published": DATE,
    "venue": VENUE,
    "arxiv": "arxiv identifier",
    "doi": "doi identifier",
    "acl": "acl identifier",
    "openreview": "openreview identifier",
    "pmlr": "pmlr identifier",
    "cvf": "cvf identifier",
    "pmid": "pmid identifier",
    "isbn": "isbn identifier",
    "url": URL,
    "pdf": URL,
    "code": URL,
    "links": LINK,
    "abstract": TEXT,
    "tags": TOPIC,
    "image": IMAGE,
    "status": "published or preprint or withdrawn or retracted or superseded",
    "same_as": LABEL,
    "different_from": LABEL,
    "translated_from": "mapping of digests",
}
ENTRY = {
    **WORK,
    "paper": KEY,
    "rank": "number",
    "section": TEXT,
    "unplaced": BOOLEAN,
    "heading": TEXT,
    "summary": TEXT,
    "highlights": TEXT,
}
SEVERAL = {
    "aliases", "highlights", "entries", "curators", "credits", "translators", "also_at", "tags",
    "former_titles", "authors", "affiliations", "code", "links", "same_as", "different_from",
}  # fmt: skip


@pytest.mark.parametrize(
    ("family", "kinds"), [(RoundupFields, ROUNDUP), (PaperFields, WORK), (EntryFields, ENTRY)]
)
def test_every_field_of_the_contract_has_its_kind(
    family: type[Fields], kinds: dict[str, object]
) -> None:
    expected = {
        name: ("list of " if name in SEVERAL else "") + getattr(kind, "name", str(kind))
        for name, kind in kinds.items()
    }
    found = {name: field.kind.name for name, field in described(family).items()}
    assert found.pop("type", "article or").startswith("article or")
    assert found == expected


def test_people_have_pages_with_their_spellings() -> None:
    fields = described(PersonFields)
    assert fields["names"].kind.name == "list of text"
    assert fields["orcid"].kind is ORCID


@pytest.mark.parametrize("family", FAMILIES)
def test_every_field_is_explained(family: type[Fields]) -> None:
    for name, field in described(family).items():
        assert field.doc, name
        assert field.example, name


@pytest.mark.parametrize("family", FAMILIES)
def test_every_example_is_a_good_value(family: type[Fields]) -> None:
    for name, field in described(family).items():
        front = read_text(f"---\n{name}: {field.example}\n---\n")
        assert not front.complaints, name
        reading = read(family, front.fields)
        assert (reading.faults, reading.given) == ((), (name,)), name


def test_what_is_given_removed_and_left_out_are_three_things() -> None:
    reading = read(EntryFields, {"title": "XLNet", "tags": None, "rank": 2, "abstract": ""})
    assert reading.fields == EntryFields(title="XLNet", rank=2)
    assert reading.given == ("abstract", "rank", "title")
    assert reading.removed == ("tags",)
    assert reading.faults == ()


def test_a_field_that_cannot_be_read_keeps_its_default_and_the_others_are_read() -> None:
    reading = read(EntryFields, {"rank": "first", "title": "XLNet", "arvix": "1906.08237"})
    assert reading.fields == EntryFields(title="XLNet")
    assert reading.given == ("title",)
    assert reading.faults == (
        Fault(
            "'rank': expected a whole number from 1 to 9999, found 'first'",
            "write the number alone, as 3",
            ("rank",),
        ),
        Fault("unknown field 'arvix'", "did you mean 'arxiv'?", ("arvix",)),
    )


def test_fields_are_typed_values() -> None:
    raw = {"period": "2019", "curators": ["Yuan Yuan"], "date": "2020-01-07"}
    fields = read(RoundupFields, raw).fields
    assert fields.period == Period(date(2019, 1, 1), date(2019, 12, 31), "2019")
    assert fields.curators == (Person("Yuan", "Yuan", "Yuan Yuan"),)
    assert fields.date == PartialDate(2020, 1, 7)
    work = read(EntryFields, {"arxiv": "arXiv:1906.08237v2"}).fields
    assert work.arxiv == Identifier("arxiv", "1906.08237")


def test_a_fault_inside_a_value_names_the_way_to_it() -> None:
    raw = {"authors": ["Yann LeCun", {"name": "Y. Bengio", "orcid": "1"}]}
    [fault] = read(EntryFields, raw).faults
    assert fault.message == "'authors': 'orcid': expected an ORCID, found '1'"
    assert fault.path == ("authors", 1, "orcid")


@pytest.mark.parametrize("family", FAMILIES)
@given(
    raw=st.dictionaries(
        st.sampled_from(sorted(ENTRY)) | st.text(),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
            lambda inner: (
                st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2)
            ),
            max_leaves=4,
        ),
        max_size=4,
    )
)
def test_any_mapping_is_read(family: type[Fields], raw: dict[str, object]) -> None:
    reading = read(family, raw)
    assert set(reading.given) | set(reading.removed) <= set(raw)
    assert {str(fault.path[0]) for fault in reading.faults}.isdisjoint(reading.given)


@pytest.mark.parametrize("family", FAMILIES)
def test_values_survive_the_cache(family: type[Fields]) -> None:
    raw = {}
    for name, field in described(family).items():
        raw |= read_text(f"---\n{name}: {field.example}\n---\n").fields
    fields = read(family, raw).fields
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(fields), type=family) == fields


@pytest.mark.parametrize("family", FAMILIES)
def test_a_schema_for_editors_knows_every_field_and_no_other(family: type[Fields]) -> None:
    schema = json_schema(family, "T")
    assert list(schema["properties"]) == list(described(family))
    assert schema["additionalProperties"] is False
    assert all(one["description"] for one in schema["properties"].values())
