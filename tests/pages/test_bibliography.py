"""What every citation format asks of a work: names, pages, dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.works import work
from roundup.model import Person
from roundup.pages.bibliography import Name, date_parts, name_of, names_of, page_range


@pytest.mark.parametrize("written", ["van der Maaten, Laurens", "Laurens van der Maaten"])
def test_a_particle_belongs_to_the_family_wherever_it_was_written(written: str) -> None:
    name = name_of(Person.parse(written))
    assert (name.given, name.particle, name.family) == ("Laurens", "van der", "Maaten")
    assert name.inverted == "van der Maaten, Laurens"


def test_a_suffix_stands_after_the_given_name() -> None:
    name = name_of(Person.parse("King, Martin Luther, Jr."))
    assert (name.family, name.given, name.suffix) == ("King", "Martin Luther", "Jr.")
    assert name.inverted == "King, Martin Luther, Jr."


@pytest.mark.parametrize("written", ["李开复", "OpenAI", "Le"])
def test_a_name_without_parts_stays_whole(written: str) -> None:
    assert name_of(Person.parse(written)) == Name(written, written)


@pytest.mark.parametrize(
    ("family", "given"), [("hooks", "bell"), ("Le", "Quoc V."), ("Köpf", "Andreas"), ("de", "la")]
)
def test_words_that_are_the_whole_of_a_part_are_no_particles(family: str, given: str) -> None:
    assert name_of(Person(family, given)) == Name(f"{given} {family}", family, given)


def test_somebody_without_a_name_is_no_author() -> None:
    assert names_of(work(authors=(Person(""), Person("Shuster", "Kurt")))) == (
        Name("Kurt Shuster", "Shuster", "Kurt"),
    )


WORDS = st.lists(st.sampled_from(["van", "der", "de", "Le", "Quoc", "V.", "Jr.", ","])).map(
    " ".join
)


@given(WORDS, WORDS)
def test_no_word_of_a_name_is_lost(family: str, first: str) -> None:
    name = name_of(Person(family, first))
    kept = f"{name.family} {name.given} {name.particle} {name.suffix}"
    written = f"{family} {first}"
    assert sorted(kept.replace(",", " ").split()) == sorted(written.replace(",", " ").split())


@pytest.mark.parametrize("written", ["760-771", "760–771", "760--771", " 760 — 771 "])
def test_a_range_of_pages_has_two_ends_however_it_is_dashed(written: str) -> None:
    assert page_range(written) == ("760", "771")


@pytest.mark.parametrize("written", ["e1234", "1-5, 7-9", ""])
def test_what_is_no_single_range_stays_whole(written: str) -> None:
    assert page_range(written) == (written, "")


def test_date_parts_go_as_far_as_the_date_is_known() -> None:
    assert date_parts(work(year=2019, date="2019-06-19")) == (2019, 6, 19)
    assert date_parts(work(year=2019, date="2019-06")) == (2019, 6)
    assert date_parts(work(year=2019)) == (2019,)
    assert date_parts(work()) == ()
