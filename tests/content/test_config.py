"""`site.toml` becomes settings, and everything wrong with it is told at once, each on its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundup.content.config import parse_settings
from roundup.content.settings import LanguageSettings, Settings, TopicSettings
from roundup.problems import as_text

HEAD = 'title = "Paper Roundups"\nbase_url = "https://example.org/papers/"\n'
FULL = (
    HEAD
    + """language = "en"
description = "Lists of papers"
author = "The editors"
nav = ["about.md"]

[languages.zh]
name = "中文"
title = "论文盘点"

[languages.en]
name = "English"

[build]
output = "out/site"

[pages]
authors = false
authors_min_papers = 3
page_size = 50

[theme]
accent = "#b3541e"
logo = "logo.svg"

[tags.nlp]
title = "Natural language"
"title.zh" = "自然语言处理"
same_as = ["Natural Language Processing"]

[tags."语言模型"]
title = { en = "Language models", zh = "语言模型" }

[markdown]
smart = false

[security]
trusted_content = true
allow = { img = ["images.example.org"] }

[extra]
mood = "calm"
"""
)


def read(text: str) -> Settings:
    settings, problems = parse_settings(text)
    assert problems == ()
    return settings


def said(text: str) -> list[str]:
    return [as_text(problem) for problem in parse_settings(text)[1]]


def test_two_keys_are_enough() -> None:
    settings = read(HEAD)
    assert settings == Settings(
        title="Paper Roundups",
        base_url="https://example.org/papers/",
        languages=(LanguageSettings(tag="en", title="Paper Roundups"),),
    )
    assert (settings.build.output, settings.pages.page_size) == ("public", 100)
    assert (settings.markdown.math, settings.security.trusted_content) == (True, False)


def test_every_table_is_read() -> None:
    settings = read(FULL)
    assert settings.nav == ("about.md",)
    assert settings.build.output == "out/site"
    assert (settings.pages.authors, settings.pages.authors_min_papers) == (False, 3)
    assert (settings.theme.accent, settings.theme.logo) == ("#b3541e", "logo.svg")
    assert settings.markdown.smart is False
    assert settings.security.trusted_content is True
    assert settings.security.allow.img == ("images.example.org",)
    assert settings.extra == {"mood": "calm"}


def test_the_default_language_is_first_and_takes_what_its_table_leaves_out() -> None:
    settings = read(FULL)
    assert settings.languages == (
        LanguageSettings(
            tag="en", name="English", title="Paper Roundups", description="Lists of papers"
        ),
        LanguageSettings(tag="zh", name="中文", title="论文盘点"),
    )
    assert settings.speaks("zh")
    assert not settings.speaks("fr")


def test_topics_have_titles_by_language_and_other_spellings() -> None:
    assert read(FULL).tags == (
        TopicSettings(
            tag="nlp",
            titles=(("", "Natural language"), ("zh", "自然语言处理")),
            same_as=("natural-language-processing",),
        ),
        TopicSettings(tag="语言模型", titles=(("en", "Language models"), ("zh", "语言模型"))),
    )


@pytest.mark.parametrize(
    ("line", "path"),
    [('theme = "themes/plain"', "themes/plain"), ('theme.path = "x"', "x"), ("", "")],
)
def test_a_theme_is_named_in_one_word_or_in_its_table(line: str, path: str) -> None:
    assert read(HEAD + line).theme.path == path


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/papers//", "https://example.org/papers/"),
        ("http://localhost:8000/", "http://localhost:8000/"),
    ],
)
def test_the_base_url_ends_in_one_slash(written: str, read_as: str) -> None:
    assert read(f'title = "T"\nbase_url = "{written}"').base_url == read_as


def test_what_is_missing_is_said() -> None:
    assert said("") == [
        "site.toml:1: error: 'title' is missing\n  hint: add title = \"...\"",
        "site.toml:1: error: 'base_url' is missing\n  hint: add base_url = \"...\"",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "title = Paper Roundups\n",
            "site.toml:1: error: not TOML: Invalid value\n"
            "  hint: text needs quotes; only true and false stand without",
        ),
        (HEAD + "author =\n", "site.toml:3: error: not TOML: Invalid value"),
        (
            HEAD + 'title = "Again"\n',
            "site.toml:3: error: not TOML: Cannot overwrite a value\n"
            "  hint: it stands further up already: keep one of the two",
        ),
        (
            HEAD + 'theme = "themes/plain"\n[theme]\naccent = "red"\n',
            "site.toml:4: error: not TOML: Cannot overwrite a value\n"
            '  hint: beside other settings the theme is named by path = "..." below [theme]',
        ),
        (
            HEAD + "[pages",
            "site.toml:3: error: not TOML: Expected ']' at the end of a table declaration",
        ),
        (
            HEAD + "[extra]\na = " + "9" * 5000,
            "site.toml:1: error: a number has too many digits\n  hint: put quotes around it",
        ),
        (
            HEAD + "extra.a = " + "[" * 5000 + "]" * 5000,
            "site.toml:1: error: values are nested too deeply\n  hint: close what was opened",
        ),
    ],
    ids=["bare word", "no value", "twice", "theme twice", "unclosed", "digits", "deep"],
)
def test_what_is_no_toml_is_explained(text: str, expected: str) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("text", "line", "name", "nearest"),
    [
        ('langage = "en"', 3, "langage", "language"),
        ("[page]\nfeeds = false", 3, "page", "pages"),
        ("[pages]\nfeed = false", 4, "feed", "feeds"),
        ("pages.feed = false", 3, "feed", "feeds"),
        ("pages = {feed = false}", 3, "feed", "feeds"),
        ('[theme]\n\nacent = "#fff"', 5, "acent", "accent"),
        ('[languages.zh]\nnam = "x"', 4, "nam", "name"),
        ('[languages]\nzh.nam = "x"', 4, "nam", "name"),
        ('[languages."zh"]\n"nam" = "x"', 4, "nam", "name"),
        ('[security.allow]\nimgs = ["x"]', 4, "imgs", "img"),
        ('[security]\nallow = {imgs = ["x"]}', 4, "imgs", "img"),
        ('[tags.nlp]\ntitel = "x"', 4, "titel", "title"),
    ],
)
def test_an_unknown_key_is_refused_with_the_nearest(
    text: str, line: int, name: str, nearest: str
) -> None:
    assert said(HEAD + text) == [
        f"site.toml:{line}: error: unknown field '{name}'\n  hint: did you mean '{nearest}'?"
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('language = "english"', 3, "'language': expected a language tag, found 'english'"),
        ("nav = [1]", 3, "'nav': expected text, found the number 1"),
        ("author = 2019-01-01", 3, "'author': expected text, found the date 2019-01-01"),
        ("[pages]\nfeeds = 1", 4, "'feeds': expected true or false, found the number 1"),
        (
            "[pages]\npage_size = 5",
            4,
            "'page_size': expected a whole number from 10 to 1000, found the number 5",
        ),
        ('[theme]\naccent = "#12"', 4, "'accent': expected a colour, found '#12'"),
        ('[theme]\naccent = "redd"', 4, "'accent': expected a colour, found 'redd'"),
        ('[security.allow]\nimg = "a b"', 4, "'img': expected a host, found 'a b'"),
        (
            '[theme]\nlogo = "javascript:x"',
            4,
            "'logo': expected an address, found 'javascript:x'",
        ),
        ('[tags.nlp]\n"title.zh" = 1', 4, "'title.zh': expected text, found the number 1"),
        ('[tags.nlp]\n"title.fr" = "x"', 4, "the language 'fr' is not declared"),
        ("[tags.nlp]\nsame_as = [1]", 4, "'same_as': expected text, found the number 1"),
        ('[tags."!!"]', 3, "'!!': expected a name with letters or digits, found '!!'"),
        ("[languages.chinese]", 3, "'chinese' is not a language tag"),
        ("[extra]\na = 99999999999999999999", 3, "'extra': a number in it is too big"),
    ],
)
def test_a_value_of_another_kind_is_told_on_its_line(text: str, line: int, message: str) -> None:
    [found] = said(HEAD + text)
    assert found.split("\n")[0] == f"site.toml:{line}: error: {message}"


@pytest.mark.parametrize(
    ("text", "name", "header"),
    [
        ("pages = 1", "pages", "pages"),
        ("theme = 1", "theme", "theme"),
        ('languages = ["zh"]', "languages", "languages"),
        ("tags = []", "tags", "tags"),
        ("security = 1", "security", "security"),
        ("[security]\nallow = 1", "allow", "security.allow"),
        ('[languages]\nzh = "x"', "zh", "languages.zh"),
        ("[tags]\nnlp = 1", "nlp", "tags.nlp"),
    ],
)
def test_a_table_is_a_table(text: str, name: str, header: str) -> None:
    [found] = said(HEAD + text)
    assert f"error: '{name}': expected a table, found " in found
    assert found.endswith(f"hint: write [{header}] on a line of its own, its keys below it")


@pytest.mark.parametrize(
    "folder",
    ["content", "content/x", "static", "templates", ".roundup/x", "../x", "/tmp/x", ".", ""],
)
def test_the_output_is_a_folder_inside_that_holds_no_sources(folder: str) -> None:
    assert said(f'{HEAD}[build]\noutput = "{folder}"') == [
        "site.toml:4: error: 'output': expected a folder inside the site that holds no sources,"
        f' found {folder!r}\n  hint: write output = "public"'
    ]


@pytest.mark.parametrize(
    "address", ["https://example.org/?a", "https://example.org/#a", "words", ""]
)
def test_the_base_url_is_an_address_of_a_page(address: str) -> None:
    [found] = said(f'title = "T"\nbase_url = "{address}"')
    assert found.startswith("site.toml:2: error: 'base_url': expected ")


def test_all_that_is_wrong_is_told_at_once() -> None:
    text = 'titel = "T"\nbase_url = "x"\n[pages]\nfeed = 1\n[languages.zh]\nnam = 2\n'
    assert len(said(text)) == 5


LINES = st.sampled_from(
    [*FULL.split("\n"), "[[tags]]", "[languages.zh.x]", "tags = 1", "security = 1", "a = inf", "x"]
)


@given(st.lists(LINES, max_size=8).map("\n".join) | st.text())
def test_any_text_is_read(text: str) -> None:
    settings, problems = parse_settings(text)
    assert settings.languages or problems
    assert all(problem.file == "site.toml" for problem in problems)
    assert all(1 <= problem.line <= text.count("\n") + 1 for problem in problems)
