"""BibTeX, read back by a strict reader of its own."""

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.works import GPT_3, TSNE, XLNET, YOLOV4, cited, people, work
from roundup.identifiers import Identifier
from roundup.model import Person, Venue
from roundup.pages.bibtex import bibtex
from roundup.pages.views import Citation, CitationsView

Read = tuple[str, str, dict[str, str]]
ENTRY = re.compile(r"@([a-z]+)\{([^,\s{}]+),\n(.*?)^\}\n", re.DOTALL | re.MULTILINE)
FIELD = re.compile(r"  ([a-zA-Z]+) = (?:\{(.*)\}|([a-z]{3})),")
VERBATIM = {"url", "doi", "eprint"}
COMMANDS = {
    "{\\textbackslash}": "\\",
    "{\\textbraceleft}": "\ue000",
    "{\\textbraceright}": "\ue001",
    "{\\textasciitilde}": "~",
    "{\\textasciicircum}": "^",
}


def read(text: str) -> list[Read]:
    """Entries of BibTeX; raises where a brace is open, a TeX character is raw, a line is unknown."""
    entries = ENTRY.findall(text)
    assert "\n".join("@{}{{{},\n{}}}\n".format(*one) for one in entries) == text
    return [(kind, key, _fields(body)) for kind, key, body in entries]


def _fields(body: str) -> dict[str, str]:
    fields = {}
    for line in body.split("\n")[:-1]:
        found = FIELD.fullmatch(line)
        assert found, line
        value = found[3] or found[2]
        _check_braces(value)
        if found[1] not in VERBATIM:
            assert not re.search(r"(?<!\\)[&%$#_~^]", value), value
        fields[found[1]] = value
    return fields


def _check_braces(value: str) -> None:
    depth = 0
    for character in value:
        depth += (character == "{") - (character == "}")
        assert depth >= 0, value
    assert depth == 0, value


def plain(value: str) -> str:
    """A value as it is printed: commands and escapes undone, grouping braces gone."""
    found = re.sub(r"\{\\text[a-z]+\}", lambda match: COMMANDS[match[0]], value)
    found = re.sub(r"\\([&%$#_])", r"\1", found).replace("{", "").replace("}", "")
    return found.replace("\ue000", "{").replace("\ue001", "}")


def written(*works: Citation) -> list[Read]:
    return read(bibtex(CitationsView(works=works)))


def fields_of(one: Citation) -> dict[str, str]:
    return written(one)[0][2]


def title_of(text: str) -> str:
    return fields_of(work(title=text))["title"]


def test_a_conference_paper_is_written_field_by_field() -> None:
    assert bibtex(CitationsView(works=(cited("xlnet", XLNET),))) == (
        "@inproceedings{xlnet,\n"
        "  title = {{XLNet}: Generalized Autoregressive Pretraining for Language Understanding},\n"
        "  author = {Yang, Zhilin and Dai, Zihang and Yang, Yiming and Carbonell, Jaime"
        " and Salakhutdinov, Ruslan and Le, Quoc V.},\n"
        "  year = {2019},\n"
        "  booktitle = {NeurIPS},\n"
        "  eprint = {1906.08237},\n"
        "  archivePrefix = {arXiv},\n"
        "  url = {https://arxiv.org/abs/1906.08237},\n"
        "  keywords = {language model pretraining, transformer},\n"
        "}\n"
    )


def test_a_journal_article_has_volume_number_pages_and_month() -> None:
    kind, key, fields = written(cited("tsne", TSNE))[0]
    assert (kind, key) == ("article", "tsne")
    assert fields["journal"] == "Journal of Machine Learning Research"
    assert (fields["volume"], fields["number"], fields["pages"]) == ("9", "86", "2579--2605")
    assert (fields["year"], fields["month"]) == ("2008", "nov")
    assert fields["publisher"] == "JMLR, Inc."


def test_a_preprint_is_misc_with_its_eprint() -> None:
    kind, _, fields = written(cited("yolov4", YOLOV4))[0]
    assert kind == "misc"
    assert (fields["eprint"], fields["archivePrefix"]) == ("2004.10934", "arXiv")
    assert "primaryClass" not in fields
    assert "journal" not in fields


@pytest.mark.parametrize(
    ("type_", "kind", "field"),
    [
        ("book", "book", "publisher"),
        ("chapter", "incollection", "booktitle"),
        ("thesis", "phdthesis", "school"),
        ("report", "techreport", "institution"),
        ("post-weblog", "online", "organization"),
        ("dataset", "misc", "howpublished"),
    ],
)
def test_the_venue_goes_where_the_entry_type_has_it(type_: str, kind: str, field: str) -> None:
    read_kind, _, fields = written(work(type=type_, title="T", venue=Venue("MIT")))[0]
    assert (read_kind, fields[field]) == (kind, "MIT")


def test_nothing_is_said_of_what_is_not_known() -> None:
    assert fields_of(work(title="A Simple Proof")) == {"title": "A Simple Proof"}


def test_all_thirty_one_authors_are_named() -> None:
    authors = fields_of(cited("gpt-3", GPT_3))["author"].split(" and ")
    assert len(authors) == 31
    assert authors[0] == "Brown, Tom B."
    assert authors[11] == "Herbert-Voss, Ariel"
    assert authors[-1] == "Amodei, Dario"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Person.parse("Andreas Köpf"), "Köpf, Andreas"),
        (Person.parse("Rémi Gribonval"), "Gribonval, Rémi"),
        (Person.parse("van der Maaten, Laurens"), "van der Maaten, Laurens"),
        (Person.parse("King, Martin Luther, Jr."), "King, Jr., Martin Luther"),
        (Person.parse("李开复"), "{李开复}"),
        (Person("Procter and Gamble"), "{Procter and Gamble}"),
        (Person("others"), "{others}"),
        (Person("Black AND White", "Ann"), "{Black AND White}, Ann"),
    ],
)
def test_names_survive_the_way_bibtex_takes_them_apart(name: Person, expected: str) -> None:
    assert fields_of(work(authors=(name, *people("Yi Yang"))))["author"] == (
        f"{expected} and Yang, Yi"
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Depth-Aware Video Frame Interpolation", "Depth-Aware Video Frame Interpolation"),
        ("Stanza: A Python Toolkit", "{Stanza}: A Python Toolkit"),
        ("Realtime 2D Pose Estimation", "Realtime {2D} Pose Estimation"),
        ("A Simple Proof of Plan A", "A Simple Proof of Plan A"),
        ("Vitamin C Deficiency", "Vitamin {C} Deficiency"),
        ("Visualizing Data using t-SNE", "Visualizing {Data} using {t-SNE}"),
        ("(GPT-3) Models", "({GPT-3}) Models"),
        ("On the use of Gaussian processes", "On the use of {Gaussian} processes"),
    ],
)
def test_braces_protect_the_capitals_that_are_meant(title: str, expected: str) -> None:
    assert title_of(title) == expected


def test_the_characters_of_tex_are_escaped_and_letters_kept() -> None:
    assert title_of("R&D: 100% of $x_1$ #1 in Köpf's 中文 list") == (
        "{R\\&D}: 100\\% of \\$x\\_1\\$ \\#1 in {Köpf's} 中文 list"
    )
    assert plain(title_of(r"a~b^c \alpha {x} }{")) == r"a~b^c \alpha {x} }{"


def test_addresses_stand_as_they_are_but_for_braces() -> None:
    doi = Identifier("doi", "10.1002/(sici)1097-4571(1998)49:8<693::aid_4>3.0.co;2-o")
    facts = msgspec.structs.replace(TSNE, identifiers=(doi,), url="https://a.org/x_y?a=1%20&b={c}")
    fields = fields_of(cited("x", facts))
    assert fields["doi"] == doi.value
    assert fields["url"] == "https://a.org/x_y?a=1%20&b=%7Bc%7D"


def test_a_retracted_work_carries_its_note() -> None:
    assert fields_of(work(title="T", note="Retracted"))["note"] == "Retracted"


def test_works_keep_their_order_and_a_file_may_be_empty() -> None:
    keys = [key for _, key, _ in written(cited("yolov4", YOLOV4), cited("dain", XLNET))]
    assert keys == ["yolov4", "dain"]
    assert written() == []


TEXT = st.text() | st.text(alphabet="{}\\&%$#_~^\"' ,\n\r\t\x00\x85\u2028aA1ß中")


@given(TEXT, TEXT, TEXT, TEXT)
def test_any_text_gives_balanced_braces_and_comes_back(
    title: str, family: str, first: str, venue: str
) -> None:
    one = work(title=title, authors=(Person(family, first), Person("Le", "Q")), venue=Venue(venue))
    fields = fields_of(one)
    printable = "".join(c for c in title if c.isprintable() or c.isspace())
    if printable == title and "\ue000" not in title and "\ue001" not in title:
        assert plain(fields.get("title", "")) == " ".join(title.split())
    assert fields["author"].endswith("Le, Q")
