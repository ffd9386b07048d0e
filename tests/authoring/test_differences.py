"""What changed in an original, word by word, out of its versions."""

from collections.abc import Iterator

import pytest

from roundup.authoring.differences import Version, changes, difference, sections_in
from roundup.content.words import digest


def shown(before: str, after: str) -> list[str]:
    marks = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return [
        "".join(marks[piece.kind].format(piece.text) for piece in paragraph)
        for paragraph in difference(before, after)
    ]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("One two three.", "One three.", ["One[- two-] three."]),
        ("One three.", "One two three.", ["One{+ two+} three."]),
        ("One\ntwo.", "One   two.", []),
        ("A.\n\nB.\n\nC.", "A.\n\nX.\n\nC.", ["[-B-]{+X+}."]),
        ("", "New.", ["{+New.+}"]),
        ("Old.", "", ["[-Old.-]"]),
        ("看深度。", "看时间。", ["看[-深度-]{+时间+}。"]),
        ("", "", []),
    ],
)
def test_words_that_went_and_came(before: str, after: str, told: list[str]) -> None:
    assert shown(before, after) == told


def test_texts_too_long_to_compare_are_told_one_after_the_other() -> None:
    before, after = " a" * 3000, " b" * 3000
    [paragraph] = difference(before, after)
    assert [piece.kind for piece in paragraph] == ["gone", "new"]


def page(body: str, title: str = "T") -> bytes:
    return f"---\ntitle: {title}\n---\n{body}\n".encode()


def test_each_section_is_found_in_the_newest_version_that_had_it() -> None:
    history = [
        Version("c3", "2020-03-03", page("Now.\n\n## A\n\nThird.")),
        Version("c2", "2020-02-02", page("Then.\n\n## A\n\nSecond.")),
        Version("c1", "2020-01-01", page("Then.\n\n## A\n\nFirst.")),
    ]
    recorded = {"body": digest("Then."), "A": digest("## A\n\nFirst."), "gone": "0000000000"}
    now = sections_in(page("Now.\n\n## A\n\nThird.\n\n## B\n\nNew."), "entry")
    found = list(changes(("body", "A", "B", "gone"), recorded, now, history, "entry"))
    assert [(one.section, one.commit, one.known) for one in found] == [
        ("body", "c2", True),
        ("A", "c1", True),
        ("B", "", True),
        ("gone", "", False),
    ]


def test_the_history_is_read_no_further_than_needed() -> None:
    def history() -> Iterator[Version]:
        yield Version("c1", "", page("Then."))
        raise AssertionError("asked again")

    [found] = changes(("body",), {"body": digest("Then.")}, {"body": "Now."}, history(), "entry")
    assert found.commit == "c1"


@pytest.mark.parametrize("data", [b"\xff\xfe", b"---\ntitle: [\n---\n", b"", b"x" * 2_000_000])
def test_a_version_that_cannot_be_read_has_no_such_sections(data: bytes) -> None:
    recorded = {"body": digest("Then.")}
    history = [Version("c2", "", data), Version("c1", "", page("Then."))]
    [found] = changes(("body",), recorded, {"body": "Now."}, history, "entry")
    assert found.commit == "c1"
