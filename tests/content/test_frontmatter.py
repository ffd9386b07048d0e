"""Text becomes front matter with lines, and a body: fences, limits, places. The pitfalls have their own file."""

import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from roundup.content import frontmatter
from roundup.content.frontmatter import decode, line_of, read
from roundup.content.pitfalls import Complaint

SIGNS = st.text(alphabet="ab:- \n\t'\"[]{}#&*!|>%@`,?0123.~_=<\x85\u2028\xa0\0é中", max_size=80)
WORDS = st.text(alphabet="abcdefgh", min_size=1, max_size=6).filter(
    lambda word: word not in ("false", "extra")
)
PLAIN = st.recursive(
    WORDS | st.integers(1, 999),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(WORDS, inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


def paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if not isinstance(value, dict | list):
        return [path]
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    return [path, *(found for key, one in pairs for found in paths(one, (*path, key)))]


def test_fields_lines_and_body_are_told_apart() -> None:
    front = read("---\ntitle: XLNet\n\nrank: 3\n---\nBody.\n")
    assert front.fields == {"title": "XLNet", "rank": 3}
    assert front.lines == {"title": 2, "rank": 4}
    assert (front.body, front.body_line) == ("Body.\n", 6)
    assert front.complaints == ()


@pytest.mark.parametrize("text", ["", "Words.\n", "-- \nno\n", "a\n---\nb: c\n---\n", "--- x\n"])
def test_without_a_fence_all_is_body(text: str) -> None:
    front = read(text)
    assert (front.fields, front.lines, front.body, front.body_line) == ({}, {}, text, 1)
    assert front.complaints == ()


@pytest.mark.parametrize("text", ["---\n---\nB", "---\n\n---\nB", "---\n# nothing\n---\nB"])
def test_front_matter_may_be_empty(text: str) -> None:
    front = read(text)
    assert (front.fields, front.body, front.complaints) == ({}, "B", ())
    assert front.body_line == text.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("---\n\n\ntitle: T\n---\nB\n", 4, 6),
        ("---   \ntitle: T\n-----\nB\n", 2, 4),
        ("\n\n---\ntitle: T\n---\nB\n", 4, 6),
        ("---\ntitle: T\n---   \n\n\nB\n", 2, 6),
    ],
)
def test_blank_lines_around_the_fences_move_no_line(text: str, title: int, body: int) -> None:
    front = read(text)
    assert front.lines == {"title": title}
    assert line_of(text, ("title",)) == title
    assert text.split("\n")[body - 1] == "B"
    assert front.body_line + front.body.index("B") == body


def test_a_rule_in_the_body_closes_nothing() -> None:
    front = read("---\ntitle: T\n---\nA\n\n---\n\nB\n")
    assert front.body == "A\n\n---\n\nB\n"


@pytest.mark.parametrize(
    ("text", "line"), [("---\ntitle: T\n", 1), ("\n---\na: b\nB\n", 2), ("---", 1)]
)
def test_front_matter_that_is_never_closed_hides_no_words(text: str, line: int) -> None:
    front = read(text)
    hint = "close the front matter with a line of three hyphens"
    assert front.complaints == (Complaint(line, "the front matter is never closed", hint),)
    assert (front.fields, front.body) == ({}, "")


@pytest.mark.parametrize("block", ["- a\n- b", "just words", "title:T", "~", "12"])
def test_front_matter_is_made_of_fields(block: str) -> None:
    message, hint = "the front matter is not made of fields", "write 'name: value', a line each"
    assert read(f"---\n{block}\n---\n").complaints == (Complaint(2, message, hint),)


def test_front_matter_has_a_limit_and_below_it_none() -> None:
    room = frontmatter.FRONT_MATTER_LIMIT - len("\nsummary: \n")
    assert read(f"---\nsummary: {'a' * room}\n---\n").complaints == ()
    assert read(f"---\nsummary: {'a' * (room + 1)}\n---\nB\n").complaints == (
        Complaint(
            1, "the front matter is larger than 64,000 bytes", "move its words into the body"
        ),
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_marks_make_no_difference(end: str, mark: bytes) -> None:
    text = "---\ntitle: T\n---\nB\n"
    assert decode(mark + text.replace("\n", end).encode()) == text


def test_bytes_that_are_no_utf_8_are_refused() -> None:
    with pytest.raises(UnicodeDecodeError):
        decode("Schölkopf".encode("latin-1"))


def test_an_article_has_a_limit() -> None:
    assert decode(b"a" * frontmatter.ARTICLE_LIMIT)
    with pytest.raises(ValueError, match=r"^the file is larger than 1,000,000 bytes$"):
        decode(b"a" * (frontmatter.ARTICLE_LIMIT + 1))


@given(st.text() | SIGNS | SIGNS.map(lambda block: f"---\n{block}\n---\nBody.\n"))
def test_any_text_is_read(text: str) -> None:
    front = read(text)
    last = text.count("\n") + 1
    assert all(1 <= complaint.line <= last for complaint in front.complaints)
    assert all(1 <= line <= last for line in front.lines.values())
    assert front.body in text
    assert front.lines.keys() == front.fields.keys()


@given(
    st.lists(WORDS, unique=True),
    st.text(alphabet="ab \n-", max_size=30).filter(lambda body: body.strip() or not body),
)
def test_the_body_begins_where_it_is_said_to(names: list[str], body: str) -> None:
    text = "".join(f"{row}\n" for row in ("---", *(f"{name}: x" for name in names), "---")) + body
    front = read(text)
    assert "\n".join(text.split("\n")[front.body_line - 1 :]) == front.body
    assert [text.split("\n")[front.lines[name] - 1] for name in names] == [f"{n}: x" for n in names]


@given(st.dictionaries(WORDS, PLAIN, min_size=1, max_size=5), st.booleans(), st.integers(0, 3))
def test_what_yaml_writes_is_read_back(value: dict[str, Any], flow: bool, blanks: int) -> None:
    block = yaml.safe_dump(value, default_flow_style=flow or None, sort_keys=False)
    front = read("---\n" + "\n" * blanks + block + "---\n")
    assert (front.fields, front.complaints) == (value, ())


@given(st.dictionaries(WORDS, PLAIN, min_size=1, max_size=5), st.integers(0, 3))
def test_every_value_is_found_on_its_line(value: dict[str, Any], blanks: int) -> None:
    """In block style each key and item has its own line, which begins with dashes and the key or item."""
    block = yaml.safe_dump(value, default_flow_style=False, sort_keys=False)
    text = "---\n" + "\n" * blanks + block + "---\n"
    rows = ["", *text.split("\n")]
    lines = [line_of(text, path) for path in paths(value)[1:]]
    assert lines == sorted(lines)
    for path, line in zip(paths(value)[1:], lines, strict=True):
        found = value
        for step in path:
            found = found[step]
        words = re.sub(r"^[ -]*", "", rows[line])
        if isinstance(path[-1], str):
            assert f"{path[-1]}:" in words
        elif not isinstance(found, dict | list):
            assert words == str(found)


def test_a_place_that_is_not_there_is_told_by_what_is_around_it() -> None:
    text = "---\ntitle: T\nvenue:\n  name: NeurIPS\n---\n"
    assert line_of(text, ("venue", "year")) == 3
    assert line_of(text, ("venue", "name")) == 4
    assert line_of(text, ()) == 1
    assert line_of("no front matter", ("title",)) == 1


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_line_breaks_that_editors_do_not_count_move_no_line(sign: str) -> None:
    text = f"---\ntitle: A{sign}B\nrank: 3\n---\nBody\n"
    front = read(text)
    assert front.fields == {"title": "A B", "rank": 3}
    assert (front.lines["rank"], front.body_line, line_of(text, ("rank",))) == (3, 5, 3)
