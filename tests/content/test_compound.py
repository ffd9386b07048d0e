"""Kinds of values made of parts: people, venues, links, images, sources, free mappings."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundup.content import compound
from roundup.content.values import Invalid, Kind
from roundup.model import Image, Link, Origin, PartialDate, Person, Venue

NAMES = st.text(alphabet="abcdefgh ", min_size=1).filter(str.strip)
RAW = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["name", "url", "src"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "given", "family", "url", "src", "year", "via", "date", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)
KINDS = [
    compound.PERSON,
    compound.VENUE,
    compound.LINK,
    compound.IMAGE,
    compound.ORIGIN,
    compound.MAPPING,
    compound.DIGESTS,
]


def faults(kind: Kind, raw: Any) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as caught:
        kind.read(raw)
    return [(fault.message, fault.hint) for fault in caught.value.faults]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@given(raw=RAW)
def test_a_kind_reads_or_refuses_and_does_nothing_else(kind: Kind, raw: Any) -> None:
    told = None
    try:
        kind.read(raw)
    except Invalid as invalid:
        told = invalid.faults
    assert told != ()


@pytest.mark.parametrize(
    ("raw", "family", "given", "name"),
    [
        ("Yann LeCun", "LeCun", "Yann", "Yann LeCun"),
        ("LeCun, Yann", "LeCun", "Yann", "Yann LeCun"),
        ("van den Oord, Aaron", "van den Oord", "Aaron", "Aaron van den Oord"),
        ("Quoc V. Le", "Le", "Quoc V.", "Quoc V. Le"),
        ("  Quoc   V. \n Le ", "Le", "Quoc V.", "Quoc V. Le"),
        ("Mausam", "Mausam", "", "Mausam"),
        ("何恺明", "何恺明", "", "何恺明"),
        ("何 恺明", "何 恺明", "", "何 恺明"),
        ("김 진형", "김 진형", "", "김 진형"),
        ("ながの なおき", "ながの なおき", "", "ながの なおき"),
    ],
)
def test_a_name_is_split_as_its_script_asks(raw: str, family: str, given: str, name: str) -> None:
    assert compound.PERSON.read(raw) == Person(family, given, name)


@pytest.mark.parametrize(
    ("raw", "person"),
    [
        ({"name": "Yann LeCun"}, Person("LeCun", "Yann", "Yann LeCun")),
        ({"given": "Yann", "family": "LeCun"}, Person("LeCun", "Yann", "Yann LeCun")),
        ({"given": "恺明", "family": "何"}, Person("何", "恺明", "何恺明")),
        (
            {"name": "Aaron van den Oord", "family": "van den Oord", "given": "Aaron"},
            Person("van den Oord", "Aaron", "Aaron van den Oord"),
        ),
        (
            {
                "name": "Yann LeCun",
                "orcid": "0000-0002-1825-0097",
                "affiliation": "NYU",
                "url": "http://yann.lecun.com/",
                "role": "editor",
            },
            Person(
                "LeCun",
                "Yann",
                "Yann LeCun",
                "0000-0002-1825-0097",
                "NYU",
                "http://yann.lecun.com/",
                "editor",
            ),
        ),
    ],
)
def test_a_person_may_be_a_mapping(raw: dict[str, str], person: Person) -> None:
    assert compound.PERSON.read(raw) == person


@pytest.mark.parametrize("raw", ["", " ", ",", {"role": "editor"}, {"name": ""}])
def test_nobody_is_without_a_name(raw: object) -> None:
    hint = "write 'name:', or 'given:' and 'family:'"
    assert faults(compound.PERSON, raw) == [("a person needs a name", hint)]


@given(NAMES)
def test_a_name_in_latin_letters_is_whole_again(name: str) -> None:
    person = Person.parse(name)
    assert person.name == f"{person.given} {person.family}".strip() == " ".join(name.split())
    assert " " not in person.family


@given(NAMES, NAMES)
def test_family_and_given_stand_apart_at_the_comma(family: str, given_name: str) -> None:
    person = Person.parse(f"{family}, {given_name}")
    assert person.family == " ".join(family.split())
    assert person.given == " ".join(given_name.split())


@pytest.mark.parametrize(
    ("one", "other"), [("José Ruiz", "jose ruiz"), ("Ｙ. LeCun", "Y. LeCun"), ("ŁUKASZ", "łukasz")]
)
def test_names_are_compared_folded(one: str, other: str) -> None:
    assert Person.parse(one).folded == Person.parse(other).folded


def test_a_venue_is_a_name_or_its_parts() -> None:
    assert compound.VENUE.read("NeurIPS") == Venue("NeurIPS")
    raw = {"name": "PNAS", "year": 2020, "volume": 117, "issue": "13", "pages": "1-5"}
    assert compound.VENUE.read(raw) == Venue("PNAS", "", 2020, "117", "13", "1-5")


@pytest.mark.parametrize("raw", [{"year": 2019}, {"name": None, "year": 2019}])
def test_a_venue_has_a_name(raw: object) -> None:
    assert faults(compound.VENUE, raw) == [("a venue needs 'name'", "")]


def test_every_fault_of_a_mapping_is_told_with_its_part() -> None:
    assert faults(compound.VENUE, {"nam": "NeurIPS", "year": 19}) == [
        ("unknown part 'nam' of a venue", "did you mean 'name'?"),
        (
            "'year': expected a whole number from 1000 to 2999, found the number 19",
            "write the number alone, as 2019",
        ),
        ("a venue needs 'name'", ""),
    ]


def test_a_link_is_an_address_or_says_what_it_is() -> None:
    assert compound.LINK.read("https://autokeras.com") == Link("https://autokeras.com")
    raw = {"rel": "project", "url": "https://autokeras.com", "title": "Home"}
    assert compound.LINK.read(raw) == Link("https://autokeras.com", "project", "Home")
    assert faults(compound.LINK, {"rel": "vdeo", "url": "https://example.org/"}) == [
        (
            "'rel': expected one of code, project, video, demo, data, slides, blog, thread, other,"
            " found 'vdeo'",
            "did you mean 'video'?",
        )
    ]


def test_an_image_is_a_file_or_a_file_with_words() -> None:
    assert compound.IMAGE.read("a.png") == Image("a.png")
    raw = {"src": "a.png", "alt": "Two streams", "caption": "C", "credit": "D"}
    assert compound.IMAGE.read(raw) == Image("a.png", "Two streams", "C", "D")
    assert faults(compound.IMAGE, {"alt": "x"}) == [("an image needs 'src'", "")]


def test_a_source_is_an_address_a_publisher_or_a_chain() -> None:
    assert compound.ORIGIN.read("https://syncedreview.com/") == Origin(
        url="https://syncedreview.com/"
    )
    assert compound.ORIGIN.read("Synced") == Origin(publisher="Synced")
    raw = {"publisher": "Synced", "date": "2019-12-13", "via": [{"publisher": "Medium"}]}
    assert compound.ORIGIN.read(raw) == Origin(
        publisher="Synced",
        date=PartialDate(2019, 12, 13),
        via=(Origin(publisher="Medium"),),
    )


@pytest.mark.parametrize(
    ("kind", "raw", "message"),
    [
        (compound.PERSON, 1, "expected a person, found the number 1"),
        (compound.VENUE, [], "expected a venue, found a list"),
        (compound.LINK, {}, "expected a link, found an empty mapping"),
        (compound.IMAGE, True, "expected an image, found the yes-or-no value 'true'"),
        (compound.ORIGIN, 2019, "expected a source, found the number 2019"),
        (compound.MAPPING, "x", "expected a mapping, found 'x'"),
    ],
)
def test_what_is_no_mapping_is_refused(kind: Kind, raw: object, message: str) -> None:
    assert [said for said, _ in faults(kind, raw)] == [message]


def test_an_empty_part_is_as_good_as_none() -> None:
    assert compound.VENUE.read({"name": "NeurIPS", "pages": None}) == Venue("NeurIPS")


def test_a_free_mapping_holds_anything_but_numbers_beyond_64_bits() -> None:
    raw = {"mood": "calm", "list": [1, {"a": None}], "most": 2**63 - 1}
    assert compound.MAPPING.read(raw) == raw
    assert faults(compound.MAPPING, {"a": [{"b": 2**63}]}) == [
        ("a number in it is too big", "put quotes around it")
    ]


def test_digests_may_be_all_digits() -> None:
    assert compound.DIGESTS.read({"body": 1234567890, "title": "0a"}) == {
        "body": "1234567890",
        "title": "0a",
    }
