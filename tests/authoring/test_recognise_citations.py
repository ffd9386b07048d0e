import pytest

from roundup.authoring.importers.recognise.citations import citation, leaning, names_and_venue


@pytest.mark.parametrize(
    ("text", "title", "authors", "venue"),
    [
        ("Silver et al. (2016). Mastering the game of Go with deep neural networks.",
         "Mastering the game of Go with deep neural networks", "Silver et al", "2016"),
        ("Vaswani et al. (NIPS 2017): Attention Is All You Need", "Attention Is All You Need",
         "Vaswani et al", "NIPS 2017"),
        ("Vaswani et al. 2017 - Attention Is All You Need", "Attention Is All You Need",
         "Vaswani et al.", "2017"),
        ("Porter, Ethan, and Thomas J. Wood. 2021. “The Global Effectiveness of Fact-Checking.” PNAS.",
         "“The Global Effectiveness of Fact-Checking.”", "Porter, Ethan, and Thomas J. Wood", "2021"),
        ("Hinton G E, Osindero S. A fast learning algorithm for deep belief nets[J]. Neural Computation, 2006.",
         "A fast learning algorithm for deep belief nets", "Hinton G E, Osindero S", "Neural Computation"),
        ("Volodymyr Mnih 等人的 “Playing Atari with Deep Reinforcement Learning”",
         "Playing Atari with Deep Reinforcement Learning", "Volodymyr Mnih", ""),
        ("Deep residual learning for image recognition (He et al., 2016, CVPR) — shortcuts",
         "Deep residual learning for image recognition", "He et al.", "2016 CVPR"),
    ],
)  # fmt: skip
def test_the_parts_of_a_citation(text: str, title: str, authors: str, venue: str) -> None:
    found = citation(text)
    assert found is not None
    assert (found.title, found.authors, found.venue) == (title, authors, venue)
    assert title in text[found.start : found.end]


@pytest.mark.parametrize(
    "text",
    [
        "Attention Is All You Need",
        "Vaswani et al. (2017) showed that attention is enough.",
        "This was shown before (Vaswani et al., 2017).",
        "Generate, Delete and Rewrite: A Three-Stage Framework for Improving Persona Consistency",
        "Deep learning (LeCun et al., 2015) and its many readers",
        "BERT (Pre-training of Deep Bidirectional Transformers)",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    assert citation(text) is None


def test_siblings_say_which_of_two_parts_is_the_title() -> None:
    text = "Typeclassopedia - Brent Yorgey"
    assert citation(text) is None
    behind = citation(text, way="title")
    assert behind is not None
    assert (behind.title, behind.authors) == ("Typeclassopedia", "Brent Yorgey")
    ahead = citation("Ian Goodfellow - Generative Adversarial Nets", way="authors")
    assert ahead is not None
    assert (ahead.title, ahead.authors) == ("Generative Adversarial Nets", "Ian Goodfellow")


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Ian Goodfellow - Generative Adversarial Nets", "authors"),
        ("Generative Adversarial Nets - Ian Goodfellow", "title"),
        ("Batch Normalization: Accelerating Deep Network Training", ""),
        ("Attention Is All You Need", ""),
    ],
)
def test_a_full_name_on_one_side_leans_to_a_way(text: str, way: str) -> None:
    assert leaning(text) == way


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vaswani et al., 2017", ("Vaswani et al.", "2017")),
        ("2022 年，Long Ouyang 等", ("Long Ouyang 等", "2022")),
        ("Kingma & Ba, ICLR 2015", ("Kingma & Ba", "ICLR 2015")),
        ("ICLR 2015", ("", "2015")),
        ("a survey of methods", ("", "")),
    ],
)
def test_names_and_venue_in_one_bracket(text: str, found: tuple[str, str]) -> None:
    names, venue = names_and_venue(text)
    assert (names, venue if names else "") == (found[0], found[1] if found[0] else "")
