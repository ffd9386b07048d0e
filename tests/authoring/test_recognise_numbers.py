import pytest

from roundup.authoring.importers.recognise.numbers import leading, trailing


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("1. Title", 1, "Title"), ("12) Title", 12, "Title"), ("#01 Title", 1, "Title"), ("[1] Title", 1, "Title"),
        ("(3) Title", 3, "Title"), ("① Title", 1, " Title"), ("１．Title", 1, "Title"), ("第3位：Title", 3, "Title"),
        ("2위. Title", 2, "Title"), ("一、Title", 1, "Title"), ("十二、Title", 12, "Title"),
        ("4º lugar: Title", 4, "Title"), ("Paper Two: Title", 2, "Title"), ("No. 5 Title", 5, "Title"),
        ("🥈 Title", 2, " Title"), ("1- Title", 1, "Title"), ("论文三：Title", 3, "Title"),
    ],
)  # fmt: skip
def test_numbers_in_every_shape(text: str, number: int, rest: str) -> None:
    found = leading(text)
    assert found is not None
    assert (found.value, text[found.end :]) == (number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "2019. A year",
        "3D object detection",
        "1.5 billion words",
        "2.1 Model",
        "16x16 Words",
        "Title 1.",
    ],
)
def test_words_that_begin_with_a_figure_are_not_numbered(text: str) -> None:
    assert leading(text) is None


def test_a_reference_number_ends_a_title() -> None:
    assert trailing("DeOldify [22]") == (22, 8)
    assert trailing("DeOldify [a]") is None
