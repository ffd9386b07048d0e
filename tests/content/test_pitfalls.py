"""The pitfalls of YAML: each is caught with the line it stands on, in an author's words."""

import pytest

from roundup.content.frontmatter import read

NO_ALIAS = "anchors, aliases and tags are not read here"


def said(*rows: str) -> list[tuple[int, str, str]]:
    front = read("\n".join(("---", *rows, "---", "Body.")))
    return [(one.line, one.message, one.hint) for one in front.complaints]


@pytest.mark.parametrize(
    ("row", "hint"),
    [
        ("title: BERT: Pre-training", "text with a colon needs quotes around it"),
        ("title: What is attention:", "text with a colon needs quotes around it"),
        ("title: {n} papers of {year}", "text that begins with { needs quotes around it"),
        ("title: {n}: the list", "text that begins with { needs quotes around it"),
        ("title: [[xlnet]] in short", "text that begins with [[ needs quotes around it"),
        ("title: @home", "text that begins with @ needs quotes around it"),
        ("title: %100 more", "text that begins with % needs quotes around it"),
        ("title: *every* order", "text that begins with * needs quotes around it"),
        ("title: **every** order", "text that begins with * needs quotes around it"),
        ("title: `code` words", "text that begins with ` needs quotes around it"),
        ("title: |x", "text that begins with | needs quotes around it"),
        ("title: >x", "text that begins with > needs quotes around it"),
        ("title: “BERT: Pre-training”", "write straight quotes, \" or ', around the whole text"),
        (
            'title: "Deep" learning',
            "quotes go around the whole text; inside it, write the other kind",
        ),
        ("title: 'It's deep'", "quotes go around the whole text; inside it, write the other kind"),
        ("title: *every", f"text that begins with * needs quotes around it; {NO_ALIAS}"),
        ("title: &c the rest", f"text that begins with & needs quotes around it; {NO_ALIAS}"),
        ("title: !important", f"text that begins with ! needs quotes around it; {NO_ALIAS}"),
        ("title: !!str 12", f"text that begins with ! needs quotes around it; {NO_ALIAS}"),
        (
            "title: !!python/name:os.system x",
            f"text that begins with ! needs quotes around it; {NO_ALIAS}",
        ),
        ("title: !!binary aGk=", f"text that begins with ! needs quotes around it; {NO_ALIAS}"),
    ],
)
def test_text_that_yaml_reads_as_something_else_needs_quotes(row: str, hint: str) -> None:
    assert said("rank: 3", row, "short: X") == [(3, "the value of 'title' needs quotes", hint)]


@pytest.mark.parametrize(
    ("rows", "hint"),
    [
        (("tags:", "  - @home"), "text that begins with @ needs quotes around it"),
        (("tags:", "- *all"), f"text that begins with * needs quotes around it; {NO_ALIAS}"),
    ],
)
def test_items_of_a_list_need_quotes_too(rows: tuple[str, ...], hint: str) -> None:
    assert said(*rows) == [(3, "a value needs quotes", hint)]


@pytest.mark.parametrize(
    "row",
    [
        "title: R&D in Q & A",
        "title: All * are equal!",
        "title: C++ *and* C!",
        "title: a{n} [[x]] @ %",
        "title: 5:30pm",
        "title: http://example.org/#x",
        'title: "*every* & !important: {n}"',
        "title:\tXLNet",
        "title: A\tB",
    ],
)
def test_text_that_reads_as_it_is_written_needs_none(row: str) -> None:
    assert said(row) == []


def test_every_anchor_alias_and_tag_is_named_so_nothing_can_grow() -> None:
    rows = ("extra:", "  a: &a [x, x]", "  b: &b [*a, *a]", "  c: [*b, *b]")
    found = said(*rows)
    assert [line for line, _, _ in found] == [3, 4, 4, 4, 5, 5]
    assert {message for _, message, _ in found} == {
        "the value of 'a' needs quotes",
        "the value of 'b' needs quotes",
        "the value of 'c' needs quotes",
    }


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("2310.10000", "2310.1"),
        ("1906.08230", "1906.0823"),
        ("1.0e+3", "1000.0"),
        (".5", "0.5"),
        ("1_0.5", "10.5"),
        ("1:30.5", "90.5"),
        (".inf", "inf"),
        (".nan", "nan"),
        ("9" * 30, "1e+30"),
        ("0b_", "nan"),
    ],
)
def test_a_number_is_read_as_it_is_written_or_needs_quotes(raw: str, number: str) -> None:
    hint = f'put quotes around it: "{raw}"'
    assert said("title: T", f"arxiv: {raw}") == [
        (3, f"YAML reads {raw} as the number {number}", hint)
    ]


@pytest.mark.parametrize(
    ("raw", "number"),
    [("010", 8), ("0x1F", 31), ("0b11", 3), ("12:30", 750), ("1_000", 1000), ("+3", 3), ("-0", 0)],
)
def test_a_whole_number_in_disguise_may_be_meant(raw: str, number: int) -> None:
    hint = f'write {number}, or put quotes around it: "{raw}"'
    assert said(f"rank: {raw}") == [(2, f"YAML reads {raw} as the number {number}", hint)]


@pytest.mark.parametrize("raw", ["1906.08237", "0.5", "-1.5", "3", "0", "-7", "1984"])
def test_a_plain_number_is_a_number(raw: str) -> None:
    front = read(f"---\nrank: {raw}\n---\n")
    assert front.complaints == ()
    assert str(front.fields["rank"]) == raw


@pytest.mark.parametrize("raw", ["2019-12-16", "2019-02-30", "2019-13-01", "2019-06-19T25:00:00"])
def test_dates_stay_text_for_their_fields_to_read(raw: str) -> None:
    front = read(f"---\ndate: {raw}\n---\n")
    assert (front.fields, front.complaints) == ({"date": raw}, ())


def test_below_extra_numbers_in_disguise_and_dates_are_the_text_they_look_like() -> None:
    rows = "extra: {version: 1.10, time: 12:30, day: 2019-02-30, big: 99999999999999999999, n: 3}"
    assert read(f"---\n{rows}\n---\n").fields == {
        "extra": {
            "version": "1.10",
            "time": "12:30",
            "day": "2019-02-30",
            "big": "99999999999999999999",
            "n": 3,
        }
    }


def test_keys_are_the_words_they_look_like() -> None:
    front = read("---\nno: 1\n2019-01-01: 2\n010: 3\n<<: {a: 1}\n=: 4\n~: 5\n---\n")
    assert front.complaints == ()
    assert list(front.fields) == ["no", "2019-01-01", "010", "<<", "=", "~"]


def test_a_key_stands_once_wherever_it_stands() -> None:
    rows = ("title: A", "venue:", "  name: B", "  name: C", "extra: {a: 1, a: 2}", "title: D")
    assert sorted(said(*rows)) == [
        (5, "the key 'name' stands twice, first on line 4", "keep one of them"),
        (6, "the key 'a' stands twice, first on line 6", "keep one of them"),
        (7, "the key 'title' stands twice, first on line 2", "keep one of them"),
    ]


@pytest.mark.parametrize("rows", [("? [a, b]", ": c"), ("? {n: 1}", ": c")])
def test_a_key_is_a_word(rows: tuple[str, ...]) -> None:
    front = read("\n".join(("---", "title: T", *rows, "---")))
    assert front.fields == {"title": "T"}
    [complaint] = front.complaints
    assert (complaint.line, complaint.message) == (3, "a key is not a word")
    assert complaint.hint == "text in braces needs quotes around it"


@pytest.mark.parametrize(
    ("rows", "line", "message", "hint"),
    [
        (("image:", "\tsrc: a.png"), 4, "a tab stands in the front matter", "use spaces instead"),
        (("\trank: 3",), 3, "a tab stands in the front matter", "use spaces instead"),
        (("rank:3", "short: X"), 3, "a space is missing after the colon", "write 'name: value'"),
        (
            ("rank:\xa03", "short: X"),
            3,
            "a space is missing after the colon",
            "write 'name: value'",
        ),
        (("rank 3", "short: X"), 3, "a colon is missing", "write 'name: value'"),
        (
            ("  rank: 3",),
            3,
            "the line is indented more than the one before",
            "begin every field at the margin",
        ),
        (
            ('short: "X', "rank: 3"),
            3,
            "a quotation mark is never closed",
            "text may need quotes there",
        ),
        (
            ('short: "X', 'arxiv: "1906.08237"'),
            3,
            "the value of 'short' needs quotes",
            "end the text with the quotation mark that begins it",
        ),
        (
            ("tags: [a, b", "rank: 3"),
            3,
            "a list in brackets is not closed, or lacks a comma",
            "text may need quotes there",
        ),
        (
            ("venue: {name: a", "rank: 3"),
            3,
            "a mapping in braces is not closed, or lacks a comma",
            "text may need quotes there",
        ),
        (
            ("...", "rank: 3"),
            4,
            "the front matter is not YAML: did not find expected <document start>",
            "look for missing quotes, colons and spaces here and in the line before",
        ),
        (
            ("short: a\x07b",),
            3,
            "a control character (U+0007) stands in the front matter",
            "delete it",
        ),
        (
            ("short: a\ufeffb",),
            3,
            "a control character (U+FEFF) stands in the front matter",
            "delete it",
        ),
    ],
)
def test_a_slip_is_explained_on_the_line_that_holds_it(
    rows: tuple[str, ...], line: int, message: str, hint: str
) -> None:
    assert said("title: T", *rows) == [(line, message, hint)]


def test_nesting_has_a_limit_however_it_is_written() -> None:
    message = "the front matter is nested more than 100 deep"
    hint = "close what was opened, or indent less"
    deep = [f"{' ' * depth}a:" for depth in range(101)]
    assert said("extra: " + "[" * 100 + "]" * 100) == [(2, message, hint)]
    assert said("extra: " + "[" * 99 + "]" * 99) == []
    assert said(*deep) == [(102, message, hint)]
    assert said(*deep[:100]) == []
    assert said("extra:", "  " + "- " * 101 + "a") == [(3, message, hint)]
    assert said("extra: " + "{a: " * 5000 + "}" * 5000) == [(2, message, hint)]
