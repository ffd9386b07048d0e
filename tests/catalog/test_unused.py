"""Words that no page shows."""

import pytest

from catalog.articles import listing, page, problems
from sites import SITE_TOML

FILES = {
    "2019/top/index.md": listing(),
    "2019/top/a.md": page(title="One", authors="[Kaiming He]", tags="[vision]"),
    "2019/index.md": page("A year."),
    "tags/vision.md": page(title="Vision"),
    "authors/kaiming-he.md": page(title="Kaiming He"),
}


def test_words_that_a_page_shows_are_fine() -> None:
    assert problems(FILES) == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("2018/index.md", "2018 has no roundup, so these words stay out"),
        (
            "tags/visions.md",
            "nothing has the topic 'visions', so these words stay out\n"
            "  hint: did you mean 'vision'?",
        ),
        ("authors/jimmy-ba.md", "no paper is by 'jimmy-ba', so these words stay out"),
    ],
)
def test_words_that_no_page_shows_are_a_warning(name: str, message: str) -> None:
    assert problems({**FILES, name: page(title="Jimmy Ba")}) == [
        f"content/{name}: warning: {message}"
    ]


def test_drafts_wait_without_a_warning() -> None:
    assert problems({**FILES, "tags/sound.md": page(title="Sound", draft="true")}) == []


def test_kinds_of_pages_that_are_left_out_need_no_words() -> None:
    toml = SITE_TOML + "\n[pages]\ntags = false\nauthors = false\n"
    assert problems({**FILES, "tags/sound.md": page(title="Sound")}, toml) == []
