"""Bibliographies: every entry of a BibTeX, RIS or CSL-JSON file becomes a work or is named with its line."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundup.authoring.articles import work_fields
from roundup.authoring.importers.bibliography import (
    is_bibliography,
    read_bibliography,
    read_entries,
)
from roundup.authoring.importers.found import FoundEntry
from roundup.authoring.work import Work

XLNET = """@inproceedings{yang2019xlnet,
  title = {{XLNet}: Generalized Autoregressive Pretraining},
  author = "Yang, Zhilin and Dai, Zihang and others",
  booktitle = nips # " 32",
  month = dec, year = 2019,
  pages = {5753--5763},
}
"""


def works(text: str, name: str = "list.bib") -> tuple[Work, ...]:
    return read_bibliography(name, text.encode())[0]


def only(text: str, name: str = "list.bib") -> Work:
    (work,) = works(text, name)
    return work


def entry(text: str, name: str = "list.bib") -> FoundEntry:
    (found,) = read_entries(name, text.encode())[0]
    return found


def remarks(text: str | bytes, name: str = "list.bib") -> list[tuple[int, str, str]]:
    data = text if isinstance(text, bytes) else text.encode()
    return [(one.line, one.kind, one.text) for one in read_bibliography(name, data)[1]]


class TestBibtex:
    def test_the_facts_of_an_entry_are_fields_of_front_matter(self) -> None:
        text = '@string{nips = "Advances in Neural Information Processing Systems"}\n' + XLNET
        assert work_fields(only(text)) == {
            "title": "XLNet: Generalized Autoregressive Pretraining",
            "authors": ["Zhilin Yang", "Zihang Dai"],
            "venue": {
                "name": "Advances in Neural Information Processing Systems 32",
                "pages": "5753-5763",
            },
            "published": "2019-12",
            "type": "paper-conference",
        }
        assert remarks(text) == [
            (2, "doubted", f"not all authors are named: {only(text).title}"),
        ]

    @pytest.mark.parametrize(
        "fields",
        [
            "eprint={1906.08237}, archiveprefix={arXiv}",
            "eprint={1906.08237v2}, eprinttype={arxiv}",
            "eprint={1906.08237}",
            "arxivId={1906.08237}",
            "journal={arXiv preprint arXiv:1906.08237}",
            "journal={CoRR}, volume={abs/1906.08237}",
            "journal={CoRR abs/1906.08237}",
            "note={arXiv:1906.08237 [cs]}, publisher={arXiv}",
            "number={arXiv:1906.08237}, publisher={arXiv}",
            "doi={10.48550/arXiv.1906.08237}",
            "url={http://arxiv.org/abs/1906.08237v1}",
            "howpublished={\\url{https://arxiv.org/pdf/1906.08237.pdf}}",
            "note={Also as arXiv:1906.08237, 2019}, journal={Nature}",
        ],
    )
    def test_an_arxiv_id_is_found_wherever_it_is_written(self, fields: str) -> None:
        work = only(f"@article{{x, title={{XLNet}}, year=2019, {fields}}}")
        assert work.identifiers == {"arxiv": "1906.08237"}

    def test_a_preprint_has_a_date_and_no_venue(self) -> None:
        work = only("@article{x, title={X}, journal={arXiv preprint arXiv:1906.08237}, year=2019}")
        assert (str(work.date), work.published, work.venue, work.type) == (
            "2019",
            None,
            None,
            "article",
        )

    def test_addresses_are_sorted_into_paper_pdf_code_and_the_rest(self) -> None:
        work = only(
            "@misc{x, title={X}, url={https://example.org/a\\_b}, code={https://github.com/x/y},"
            " pdf={https://example.org/x.pdf}, link={https://example.org/more}}"
        )
        assert work.url == "https://example.org/a_b"
        assert work.pdf == "https://example.org/x.pdf"
        assert work.code == ("https://github.com/x/y",)
        assert [one.url for one in work.links] == ["https://example.org/more"]

    @pytest.mark.parametrize(
        ("written", "names"),
        [
            ("Kurt G{\\\"o}del and \\'{E}va Kov{\\'a}cs", ["Kurt Gödel", "Éva Kovács"]),
            ("{OpenAI} and Wei Zhang", ["OpenAI", "Wei Zhang"]),
            ("{Barnes and Noble, Inc.}", ["Barnes and Noble, Inc."]),
            ("King, Jr., Martin Luther", ["Martin Luther King Jr."]),
            ("Laurens van der Maaten AND\n  Geoffrey Hinton", None),
            ("张三 and Li Si", ["张三", "Li Si"]),
        ],
    )
    def test_names_are_read_as_bibtex_reads_them(self, written: str, names: list[str]) -> None:
        authors = only(f"@misc{{x, title={{X}}, author={{{written}}}}}").authors
        if names is None:
            names = ["Laurens van der Maaten AND Geoffrey Hinton"]
            assert len(authors) == 1  # `and` in capitals is no word of BibTeX's
        else:
            assert [one.name for one in authors] == names

    def test_particles_belong_to_the_family_name(self) -> None:
        (person,) = only("@misc{x, title={X}, author={Laurens van der Maaten}}").authors
        assert (person.family, person.given) == ("van der Maaten", "Laurens")

    @pytest.mark.parametrize(
        ("written", "date"),
        [
            ("year=2019, month=dec", "2019-12"),
            ("year={2019}, month={December}", "2019-12"),
            ("year=2019, month=12, day=8", "2019-12-08"),
            ('year=2019, month="8~" # dec', "2019-12-08"),
            ("date={2019-12-08/2019-12-14}", "2019-12-08"),
            ("date={2019}", "2019"),
            ("year={in press, 2019}", "2019"),
            ("year=2019, month=13", "2019"),
            ("year=2019, month=feb, day=31", "2019-02"),
            ("year={forthcoming}", "None"),
        ],
    )
    def test_dates(self, written: str, date: str) -> None:
        assert str(only(f"@article{{x, title={{X}}, journal={{J}}, {written}}}").published) == date

    def test_what_an_entry_leaves_to_its_parent_is_filled_in(self) -> None:
        text = (
            "@inproceedings{child, title={Child}, crossref={Parent}}\n"
            "@proceedings{parent, title={Proceedings of X}, year=2001, editor={Somebody Else}}\n"
        )
        work = only(text)
        assert (work.title, work.venue and work.venue.name) == ("Child", "Proceedings of X")
        assert str(work.published) == "2001"
        assert remarks(text) == [(2, "skipped", "'parent' is what other entries appeared in")]

    def test_references_in_a_circle_end(self) -> None:
        text = "@misc{a, title={A}, crossref={b}}\n@misc{b, title={B}, crossref={a}}\n"
        assert [one.title for one in works(text)] == ["A", "B"]

    def test_annotations_are_the_words_and_notes_follow(self) -> None:
        found = entry(
            "@misc{x, title={X}, note={Best paper},\n annote={First *words*.\n\nSecond.}}"
        )
        assert found.words == "First \\*words\\*.\n\nSecond.\n\nBest paper"

    @pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    def test_line_ends_and_marks_change_nothing(self, ends: str, mark: bytes) -> None:
        data = mark + XLNET.replace("\n", ends).encode()
        (work,), _ = read_bibliography("list.bib", data)
        assert work.title == "XLNet: Generalized Autoregressive Pretraining"

    def test_latin_1_is_read(self) -> None:
        (work,), _ = read_bibliography("list.bib", "@misc{x, title={Über alles}}".encode("latin-1"))
        assert work.title == "Über alles"


class TestBrokenBibtex:
    @pytest.mark.parametrize(
        ("text", "titles"),
        [
            ("@article{a, title={Never closed,\n year=2019\n}\n@misc{b, title={B}}", None),
            ("@misc{a, title={A}\n", ["A"]),
            ('@misc{a, title="A "quoted" title"}', ['A "quoted" title']),
            ("@misc{a title={A}}", ["A"]),
            ("@misc{a, title={A} year=2019}", ["A"]),
            ("@misc{, title={A}}", ["A"]),
            ("@misc(a, title={A})", ["A"]),
            ("@misc{a, title={A}, title={B}}", ["A"]),
            ("@misc{a, title={A}}\n@misc{a, title={B}}", ["A", "B"]),
            ("@misc{a, title={A}}}}}\n@misc{b, title={B}}", ["A", "B"]),
            ("@misc{a, title = unknown}", ["unknown"]),
        ],
    )
    def test_what_can_be_read_is_kept(self, text: str, titles: list[str] | None) -> None:
        assert [one.title for one in works(text)] == (titles or ["Never closed", "B"])

    def test_a_broken_entry_is_named_with_its_line(self) -> None:
        text = "% a file\n@misc{good, title={Good}}\n\n@misc{bad, title={Bad\n"
        assert remarks(text) == [
            (4, "doubted", "entry 'bad' is broken: its braces, quotes or commas do not match")
        ]

    def test_fields_given_twice_are_named(self) -> None:
        assert remarks("@misc{a, title={A}, title={B}}") == [
            (1, "doubted", "entry 'a' says twice: title")
        ]

    def test_an_entry_without_a_title_is_named_by_what_identifies_it(self) -> None:
        assert only("@misc{a, doi={10.1038/nature14539}}").title == "10.1038/nature14539"
        assert works("@misc{a, year=2019}") == ()
        assert remarks("@misc{a, year=2019}") == [
            (1, "skipped", "entry 'a' has no title and no identifier")
        ]

    def test_an_entry_in_a_comment_is_named(self) -> None:
        assert remarks("@comment{@misc{a, title={A}}}\n" + XLNET)[0][:2] == (1, "skipped")


RIS = """TY  - CONF
TI  - XLNet: Generalized
  Autoregressive Pretraining
AU  - Yang, Zhilin
AU  - Dai, Zihang,
PY  - 2019
DA  - 2019/12/08/
T2  - Advances in Neural Information Processing Systems
SP  - 5753
EP  - 5763
DO  - https://doi.org/10.5555/3454287.3454804
UR  - https://arxiv.org/abs/1906.08237; https://github.com/zihangdai/xlnet
L1  - https://arxiv.org/pdf/1906.08237.pdf
KW  - language models
KW  - pretraining
N1  - Predicts in *every* order.
ER  -
"""


class TestRis:
    def test_the_facts_of_a_record(self) -> None:
        found = entry(RIS.replace("\n", "\r\n"), "list.ris")
        assert work_fields(found.work) == {
            "title": "XLNet: Generalized Autoregressive Pretraining",
            "authors": ["Zhilin Yang", "Zihang Dai"],
            "published": "2019-12-08",
            "venue": {
                "name": "Advances in Neural Information Processing Systems",
                "pages": "5753-5763",
            },
            "type": "paper-conference",
            "doi": "10.5555/3454287.3454804",
            "arxiv": "1906.08237",
            "url": "https://arxiv.org/abs/1906.08237",
            "pdf": "https://arxiv.org/pdf/1906.08237.pdf",
            "code": "https://github.com/zihangdai/xlnet",
            "tags": ["language models", "pretraining"],
        }
        assert found.words == "Predicts in \\*every\\* order."

    def test_the_next_record_ends_one_without_an_end(self) -> None:
        text = "TY  - JOUR\nT1  - One\nTY  - JOUR\nT1  - Two\nER  - \n"
        assert [one.title for one in works(text, "list.ris")] == ["One", "Two"]

    def test_lines_outside_of_records_are_named(self) -> None:
        assert remarks("Provider: X\n" + RIS, "list.ris") == [
            (1, "skipped", "outside of any record: Provider: X")
        ]

    def test_loosely_written_tags(self) -> None:
        work = only("TY - GEN\nTI - X\nDB - arXiv\nAN - arXiv:1706.03762\nER -\n", "list.ris")
        assert (work.title, work.identifiers) == ("X", {"arxiv": "1706.03762"})


class TestCsl:
    def test_the_facts_of_an_item(self) -> None:
        item = {
            "type": "paper-conference",
            "title": "XLNet: <i>Generalized</i> &amp; more",
            "author": [
                {"family": "Yang", "given": "Zhilin"},
                {"literal": "OpenAI"},
                {"family": "Maaten", "given": "Laurens", "non-dropping-particle": "van der"},
            ],
            "issued": {"date-parts": [["2019", 12, 8]]},
            "container-title": "NeurIPS",
            "page": "1–2",
            "DOI": "10.48550/arXiv.1906.08237",
            "URL": "http://arxiv.org/abs/1906.08237",
            "note": "arXiv:1906.08237 [cs]\nPMID: 31331883\nSee https://github.com/zihangdai/xlnet",
        }
        found = entry(json.dumps([item]), "list.json")
        assert work_fields(found.work) == {
            "title": "XLNet: Generalized & more",
            "authors": ["Zhilin Yang", "OpenAI", "van der Maaten, Laurens"],
            "published": "2019-12-08",
            "venue": {"name": "NeurIPS", "pages": "1-2"},
            "type": "paper-conference",
            "arxiv": "1906.08237",
            "pmid": "31331883",
            "url": "http://arxiv.org/abs/1906.08237",
            "code": "https://github.com/zihangdai/xlnet",
        }
        assert found.words == "See https://github.com/zihangdai/xlnet"

    @pytest.mark.parametrize(
        "text",
        [
            '[{"title": "X"}]',
            '{"items": [{"title": "X"}]}',
            '{"title": "X"}',
            '\ufeff[{"title":"X"}]',
        ],
    )
    def test_arrays_items_and_single_objects(self, text: str) -> None:
        assert only(text, "list.json").title == "X"

    def test_what_can_be_read_of_a_broken_file(self) -> None:
        text = '[{"title": "One"},\n "junk",\n {"title": broken},\n {"title": "Two"},\n {"tit'
        assert [one.title for one in works(text, "list.json")] == ["One", "Two"]
        assert [one[0] for one in remarks(text, "list.json")] == [2, 3, 5]

    def test_values_of_odd_types_are_passed_over(self) -> None:
        item = {"title": ["X"], "author": "nobody", "issued": [], "DOI": {"a": 1}, "note": None}
        assert only(json.dumps([item]), "list.json").title == "X"


class TestWhichFormat:
    def test_the_contents_decide_whatever_the_name(self) -> None:
        assert only(XLNET, "notes.txt").title.startswith("XLNet")
        assert only(RIS, "notes.bib").title.startswith("XLNet")
        assert is_bibliography("notes.txt", XLNET.encode())
        assert is_bibliography("notes", RIS.encode())
        assert not is_bibliography("notes.txt", b"# Best papers\n\n* One\n")

    def test_a_post_that_shows_an_entry_is_no_bibliography(self) -> None:
        assert not is_bibliography("post.md", XLNET.encode())
        assert not is_bibliography("post.txt", b"Cite it:\n\n" + XLNET.encode())

    def test_a_file_without_any_entry_says_so(self) -> None:
        assert remarks("nothing here") == [
            (1, "skipped", "list.bib holds no BibTeX, RIS or CSL-JSON")
        ]


MARKS = ["@misc{", "@article(", "@string{", "@comment{", "}", "{", '"', ",", "=", "#", "title", "\\",
         "\n", " and ", "x", "$", "TY  - JOUR\n", "TI  - x\n", "ER  -", "[{", '"title":', "}]", "\x00",
         "crossref=", "doi=", "10.1/x", "é"]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(MARKS), max_size=40).map("".join) | st.text(max_size=80))
def test_no_text_is_too_broken_to_be_read(text: str) -> None:
    for name in ("a.bib", "a.ris", "a.json"):
        found, said = read_bibliography(name, text.encode("utf-8", "surrogatepass"))
        assert all(work.title for work in found)
        assert all(one.line >= 1 for one in said)


@given(st.binary(max_size=200))
def test_no_bytes_are_too_broken_to_be_read(data: bytes) -> None:
    read_bibliography("a.bib", data)


@given(st.lists(st.sampled_from(["A", "B {C}", "D \\& E", "F: {\\'e}"]), max_size=8))
def test_every_entry_is_a_work(titles: list[str]) -> None:
    entries = (f"@misc{{k{number}, title = {{{one}}}}}\n" for number, one in enumerate(titles))
    assert len(works("\n".join(entries))) == len(titles)
