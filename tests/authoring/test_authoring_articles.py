"""Front matter that is written can be read again, and reads well."""

import string

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundup.authoring.articles import ORDER, article, work_fields
from roundup.authoring.work import Work
from roundup.content import frontmatter, schema
from roundup.content.fields import EntryFields, RoundupFields
from roundup.model import Link, PartialDate, Person, Venue

WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff"),
    min_size=1,
    max_size=120,
).filter(lambda text: text.strip() == text)
TRICKY = st.sampled_from(
    [
        "2310.10000",
        "no",
        "On",
        "~",
        "null",
        "1e5",
        "0x1F",
        "12:30:45",
        "2019-12-16",
        "2019",
        "=",
        "<<",
        "{n} papers",
        "[[xlnet]]",
        "@home",
        "*bold*",
        "%percent",
        "a: b",
        "a #b",
        "- a",
        "'",
        '"',
        "&x",
        "!tag",
        "---",
        "...",
        "? a",
        "| a",
        "> a",
        "`code`",
        "a:",
        ": a",
        "日本語：論文",
        "x" * 90,
        "a " * 60 + "a",
    ]
)
TEXTS = WORDS | TRICKY | st.text(string.printable[:95], min_size=1, max_size=200)


@given(st.dictionaries(st.sampled_from(["title", "summary", "abstract"]), TEXTS, min_size=1))
def test_any_text_is_read_as_it_was_written(fields: dict[str, str]) -> None:
    read = frontmatter.read(article(fields, "Words."))
    assert read.complaints == ()
    assert read.fields == fields
    assert read.body.strip() == "Words."


@given(st.lists(TEXTS, min_size=1, max_size=6), st.lists(TEXTS, min_size=1, max_size=3))
def test_any_list_is_read_as_it_was_written(tags: list[str], titles: list[str]) -> None:
    links = [{"rel": "blog", "url": "https://example.org/", "title": one} for one in titles]
    fields = {"highlights": tags, "links": links}
    assert frontmatter.read(article(fields)).fields == fields


def test_several_lines_stay_several() -> None:
    fields = {"abstract": "One.\n\n  Two: three.\n# four"}
    assert frontmatter.read(article(fields)).fields == fields


def test_fields_stand_in_one_order_and_read_well() -> None:
    fields = {
        "tags": ["nlp", "language models"],
        "url": "https://arxiv.org/abs/1906.08237",
        "arxiv": "1906.08237",
        "date": "2019-06-19",
        "published": "2019-12",
        "authors": ["Zhilin Yang", "Zihang Dai"],
        "title": "XLNet: Generalized Autoregressive Pretraining",
        "rank": 1,
        "paper": "xlnet",
    }
    assert article(fields, "Words.\n\n") == (
        "---\n"
        "paper: xlnet\n"
        "rank: 1\n"
        'title: "XLNet: Generalized Autoregressive Pretraining"\n'
        "authors: [Zhilin Yang, Zihang Dai]\n"
        "date: 2019-06-19\n"
        "published: 2019-12\n"
        'arxiv: "1906.08237"\n'
        "url: https://arxiv.org/abs/1906.08237\n"
        "tags: [nlp, language models]\n"
        "---\n"
        "\n"
        "Words.\n"
    )


def test_the_order_knows_every_field_once() -> None:
    known = {*RoundupFields.__struct_fields__, *EntryFields.__struct_fields__}
    assert set(ORDER) == known
    assert len(ORDER) == len(known)


def test_a_work_becomes_the_fields_that_say_the_same() -> None:
    work = Work(
        title="Deep learning",
        authors=(
            Person.parse("Yann LeCun"),
            Person("van der Maaten", "Laurens", "Laurens van der Maaten"),
            Person("OpenAI", "", "OpenAI"),
            Person("Hinton", "Geoffrey", "Geoffrey Hinton", orcid="0000-0002-1825-0097"),
        ),
        identifiers={"doi": "10.1038/nature14539"},
        venue=Venue("Nature", volume="521", year=2015),
        date=PartialDate(2015),
        published=PartialDate(2015, 5, 27),
        links=(
            Link("https://www.cs.toronto.edu/~hinton/", "other"),
            Link("https://a.org/", "blog"),
        ),
        type="article-journal",
    )
    text = article(work_fields(work))
    read = schema.read(EntryFields, frontmatter.read(text).fields)
    assert read.faults == ()
    assert isinstance(read.fields, EntryFields)
    for name in ("title", "authors", "venue", "date", "published", "links", "type"):
        assert getattr(read.fields, name) == getattr(work, name)
    assert str(read.fields.doi and read.fields.doi.value) == "10.1038/nature14539"
    assert "- van der Maaten, Laurens\n" in text


@pytest.mark.parametrize("name", ["title", "authors", "venue"])
def test_what_is_not_known_is_not_written(name: str) -> None:
    assert name not in work_fields(msgspec.structs.replace(Work(url="https://a.org/x")))
