"""Interface words: a language's own over its parent's over English, and gaps that are told."""

from roundup.build.words import chain, gaps, interface, spoken
from roundup.problems import as_text

TABLES = {
    "en": {"papers": "Papers", "topics": "Topics", "years": "Years"},
    "pt": {"papers": "Artigos", "topics": "Temas", "years": "Anos"},
    "pt-BR": {"papers": "Papers"},
    "fr": {"papers": "Articles"},
    "de": {},
}


def told(language: str) -> list[str]:
    return [as_text(problem) for problem in gaps(TABLES, language)]


def test_a_language_falls_back_to_those_it_is_a_kind_of() -> None:
    assert chain("zh-Hans-CN") == ("zh", "zh-Hans", "zh-Hans-CN")


def test_own_words_stand_over_the_parents_and_these_over_english() -> None:
    assert interface(TABLES, "pt-BR") == {"papers": "Papers", "topics": "Temas", "years": "Anos"}
    assert interface(TABLES, "fr") == {"papers": "Articles", "topics": "Topics", "years": "Years"}
    assert interface(TABLES, "ar") == TABLES["en"]


def test_a_language_speaks_its_own_words_or_english() -> None:
    assert [spoken(TABLES, tag) for tag in ("en", "en-GB", "pt-PT", "fr")] == [
        "en",
        "en-GB",
        "pt-PT",
        "fr",
    ]
    assert [spoken(TABLES, tag) for tag in ("ar", "de")] == ["en", "en"]


def test_languages_and_regions_with_all_words_are_told_nothing() -> None:
    assert told("en") == told("en-GB") == told("pt") == told("pt-BR") == []


def test_a_language_without_words_is_told_what_to_add() -> None:
    assert told("ar") == [
        "site.toml: warning: no interface words for 'ar': English ones are used"
        "\n  hint: add templates/words/ar.toml; roundup eject words/en.toml brings the English ones"
    ]


def test_words_that_are_missing_are_named() -> None:
    assert told("fr") == [
        "site.toml: warning: 2 interface words are English in 'fr': topics, years"
        "\n  hint: add them to templates/words/fr.toml"
    ]
