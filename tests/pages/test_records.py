"""What search knows of the papers and roundups of other languages."""

from catalog.articles import page
from pages.drawn import scope_of
from roundup.pages.records import foreign_records
from sites import SITE_TOML

JOINED = (
    SITE_TOML
    + """
[tags.c-plus-plus]
title = "C++"
same_as = ["cpp"]
"""
)


def test_topics_of_other_languages_are_found_by_their_titles_however_they_were_written() -> None:
    files = {
        "2019/top/index.zh.md": page(title="盘点", tags="[C++, Deep Learning]"),
        "2019/top/xlnet.zh.md": page(paper="xlnet", title="XLNet", tags="[cpp]"),
    }
    found = list(foreign_records(scope_of(files, JOINED)))
    assert [(one.title, one.spoken, one.topics) for one in found] == [
        ("XLNet", "zh", ("C++",)),
        ("盘点", "zh", ("C++", "Deep Learning")),
    ]
