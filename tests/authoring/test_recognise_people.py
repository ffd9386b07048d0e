import pytest

from roundup.authoring.importers.recognise.people import certainty, is_byline, is_name, people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ashish Vaswani, Noam Shazeer and Niki Parmar", ["Ashish Vaswani", "Noam Shazeer", "Niki Parmar"]),
        ("Hinton, Geoffrey E., Simon Osindero, and Yee-Whye Teh",
         ["Geoffrey E. Hinton", "Simon Osindero", "Yee-Whye Teh"]),
        ("LeCun, Y., Bengio, Y., & Hinton, G.", ["Y. LeCun", "Y. Bengio", "G. Hinton"]),
        ("D. Kingma and J. Ba", ["D. Kingma", "J. Ba"]),
        ("Zachary Teed y Jia Deng", ["Zachary Teed", "Jia Deng"]),
        ("何恺明、张祥雨", ["何恺明", "张祥雨"]),
        ("Zhilin Yang*, Zihang Dai*, Yiming Yang", ["Zhilin Yang", "Zihang Dai", "Yiming Yang"]),
        ("Kaiming He et al.", ["Kaiming He"]),
    ],
)  # fmt: skip
def test_names_are_read_in_every_order_people_print_them(text: str, names: list[str]) -> None:
    assert [person.name for person in people(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Deep Residual Learning for Image Recognition",
        "Superposition, Memorization, and Double Descent",
        "Enriching Word Vectors with Subword Information",
        "Neural Machine Translation, Nature",
        "Video-to-Video Synthesis",
        "https://arxiv.org/abs/1706.03762",
        "",
    ],
)
def test_titles_are_no_lists_of_authors(text: str) -> None:
    assert certainty(text) < 2


@pytest.mark.parametrize(
    "text", ["D. Kingma, J. Ba", "Vaswani et al.", "A. Vaswani and N. Shazeer"]
)
def test_initials_several_names_and_et_al_are_signs_of_authors(text: str) -> None:
    assert certainty(text) >= 2


def test_a_byline_may_end_in_a_date() -> None:
    assert is_byline("Mingxing Tan and Quoc V. Le, November 2019")
    assert not is_byline("A compound scaling method, November 2019")


@pytest.mark.parametrize("text", ["Learning", "GPT-3", "of the", "Mask R-CNN. He", "1906"])
def test_words_that_no_person_is_called(text: str) -> None:
    assert not is_name(text)
