"""The names that Open Graph has for languages, and what pages say with them."""

import pytest

from built import Built
from roundup.pages.metadata.opengraph import graph_locale


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "en_US"),
        ("en-GB", "en_GB"),
        ("zh", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("zh-TW", "zh_TW"),
        ("pt-BR", "pt_BR"),
        ("ar", "ar_EG"),
        ("sr-Latn", "sr_RS"),
    ],
)
def test_a_language_has_its_likeliest_territory(tag: str, expected: str) -> None:
    assert graph_locale(tag) == expected


def test_a_language_that_nobody_knows_is_not_taken_for_another() -> None:
    assert graph_locale("tlh") == "tlh"


def test_a_page_names_its_own_locale_and_those_of_its_translations(ranked_site: Built) -> None:
    soup = ranked_site.soup("/zh/2018/winter-list/")
    own = [one["content"] for one in soup.select("meta[property='og:locale']")]
    others = [one["content"] for one in soup.select("meta[property='og:locale:alternate']")]
    assert own == ["zh_CN"]
    assert others == ["en_US", "ar_EG"]
