"""Kinds of single values: what each takes, what it makes of it, what it says about the rest."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundup.content import values
from roundup.content.values import Fault, Invalid, Kind
from roundup.identifiers import Identifier
from roundup.model import PartialDate, Period

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9998, 12, 31))
KINDS = [
    values.TEXT,
    values.LABEL,
    values.URL,
    values.ADDRESS,
    values.TOPIC,
    values.KEY,
    values.LANGUAGE,
    values.ORCID,
    values.BOOLEAN,
    values.YEAR,
    values.DATE,
    values.PERIOD,
    values.many(values.TEXT),
    values.one_of("rank", "countdown"),
    values.identifier("arxiv", '"1906.08237"'),
    values.identifier("isbn", "978-0-262-03561-3"),
]
RAW = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def faults(kind: Kind, raw: Any) -> list[tuple[str, str, values.Path]]:
    with pytest.raises(Invalid) as caught:
        kind.read(raw)
    return [(fault.message, fault.hint, fault.path) for fault in caught.value.faults]


def said(kind: Kind, raw: Any) -> str:
    [(message, _, _)] = faults(kind, raw)
    return message


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@given(raw=RAW)
def test_a_kind_reads_or_refuses_and_does_nothing_else(kind: Kind, raw: Any) -> None:
    told = None
    try:
        kind.read(raw)
    except Invalid as invalid:
        told = invalid.faults
    assert told is None or (told and all(fault.message for fault in told))


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (None, "nothing"),
        (True, "the yes-or-no value 'true'"),
        (1984, "the number 1984"),
        (1.5, "the number 1.5"),
        (date(2019, 12, 16), "the date 2019-12-16"),
        ("x" * 61, repr("x" * 57 + "...")),
        ([1], "a list"),
        ({"a": 1}, "a mapping"),
        ({}, "an empty mapping"),
    ],
)
def test_a_raw_value_is_shown_in_the_words_of_front_matter(raw: object, words: str) -> None:
    assert values.shown(raw) == words


@pytest.mark.parametrize(
    ("raw", "hint"),
    [
        (False, "YAML reads yes, no, on and off as true or false: put quotes around the word"),
        (1984, "put quotes around it"),
        ({"n": None}, "text that begins with { or holds a colon needs quotes around it"),
        ([["xlnet"]], "text that begins with [ needs quotes around it"),
        (None, ""),
    ],
)
def test_what_was_no_text_tells_how_to_write_it_as_text(raw: object, hint: str) -> None:
    assert faults(values.TEXT, raw) == [(f"expected text, found {values.shown(raw)}", hint, ())]


def test_text_loses_the_space_around_it() -> None:
    assert values.TEXT.read("  XLNet \n") == "XLNet"


def test_text_holds_no_control_characters_but_line_breaks_and_tabs() -> None:
    assert values.TEXT.read("a\tb\nc") == "a\tb\nc"
    assert said(values.TEXT, "a\x07b") == "a control character (U+0007) stands in the text"


@pytest.mark.parametrize("raw", ["true", 1, 0, None])
def test_only_yes_or_no_is_yes_or_no(raw: object) -> None:
    assert said(values.BOOLEAN, raw).startswith("expected true or false, found ")


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (2019, PartialDate(2019)),
        ("2019", PartialDate(2019)),
        ("2019-12", PartialDate(2019, 12)),
        ("2019-12-16", PartialDate(2019, 12, 16)),
        (" 2020-02-29 ", PartialDate(2020, 2, 29)),
    ],
)
def test_a_date_is_a_year_a_month_or_a_day(raw: object, value: PartialDate) -> None:
    assert values.DATE.read(raw) == value


@pytest.mark.parametrize(
    "raw",
    [
        "2019-02-29",
        "2019-13",
        "2019-00",
        "2019-05-00",
        "2019-1-1",
        "June 2019",
        "",
        201912,
        True,
        2019.5,
        None,
        [2019],
    ],
)
def test_everything_else_is_no_date(raw: object) -> None:
    assert faults(values.DATE, raw) == [
        (
            f"expected a date, found {values.shown(raw)}",
            "write a year, a month or a day of the calendar: 2019, 2019-12 or 2019-12-16",
            (),
        )
    ]


@given(DAYS, st.sampled_from(["year", "month", "day"]))
def test_a_date_is_read_as_it_is_written(day: date, precision: str) -> None:
    written = PartialDate(
        day.year, 0 if precision == "year" else day.month, day.day if precision == "day" else 0
    )
    assert PartialDate.parse(str(written)) == written
    assert written.first <= day <= written.last


@given(DAYS, DAYS)
def test_dates_stand_in_the_order_of_time(one: date, other: date) -> None:
    first, second = (PartialDate(day.year, day.month, day.day) for day in (one, other))
    assert (first < second) == (one < other)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-02", date(2019, 2, 1), date(2019, 2, 28)),
        ("2019-W50", date(2019, 12, 9), date(2019, 12, 15)),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        ("2019-12-13", date(2019, 12, 13), date(2019, 12, 13)),
        ("2019-10..2019-12", date(2019, 10, 1), date(2019, 12, 31)),
        ("2010s", date(2010, 1, 1), date(2019, 12, 31)),
    ],
)
def test_a_period_covers_both_its_ends(text: str, first: date, last: date) -> None:
    period = values.PERIOD.read(text)
    assert (period.first, period.last, period.text) == (first, last, text)
    assert Period.parse(period.text) == period


@pytest.mark.parametrize(
    "raw",
    [
        "2019-W54",
        "2019-W00",
        "9999-W52",
        "2015s",
        "2020..2019",
        "2018..2019..2020",
        "2019..",
        "last year",
        3.5,
    ],
)
def test_everything_else_is_no_period(raw: object) -> None:
    assert said(values.PERIOD, raw) == f"expected a period, found {values.shown(raw)}"


@given(DAYS, DAYS)
def test_a_span_of_days_is_a_period_when_it_runs_forward(one: date, other: date) -> None:
    text = f"{one.isoformat()}..{other.isoformat()}"
    if one <= other:
        assert Period.parse(text) == Period(one, other, text)
    else:
        with pytest.raises(ValueError, match="is not a period"):
            Period.parse(text)


@given(st.integers(1, 9998), st.integers(1, 53))
def test_a_week_has_seven_days_from_monday(year: int, week: int) -> None:
    try:
        period = Period.parse(f"{year:04d}-W{week:02d}")
    except ValueError:
        assert week == 53
    else:
        assert period.first.isocalendar()[:2] == (year, week)
        assert (period.last - period.first).days == 6
        assert period.first.isoweekday() == 1


@pytest.mark.parametrize("key", ["xlnet", "a", "gpt-3", "3d-ken-burns", "x" * 100])
def test_keys_are_lower_case_letters_digits_and_single_hyphens(key: str) -> None:
    assert values.KEY.read(key) == key


@pytest.mark.parametrize(
    "raw", ["XLNet", "a--b", "-a", "a-", "a_b", "a b", "é", "x" * 101, "", "../a", "a/b"]
)
def test_everything_else_is_no_key(raw: str) -> None:
    assert faults(values.KEY, raw) == [
        (
            f"expected a key, found {values.shown(raw)}",
            "keys are lower-case letters a-z, digits and single hyphens, at most 100 long",
            (),
        )
    ]


def test_the_key_page_is_reserved() -> None:
    hint = "'page' is reserved for the pages of long lists"
    assert faults(values.KEY, "page") == [("expected a key, found 'page'", hint, ())]


def test_a_number_is_a_key_only_in_quotes() -> None:
    assert values.KEY.read("2019") == "2019"
    assert faults(values.KEY, 2019) == [
        ("expected a key, found the number 2019", "put quotes around it", ())
    ]


@pytest.mark.parametrize("topic", ["nlp", "C++", "语言模型", "Обучение", "x" * 100])
def test_a_topic_is_text_in_any_script(topic: str) -> None:
    assert values.TOPIC.read(topic) == topic


def test_a_topic_has_letters_and_is_short_enough_for_an_address() -> None:
    assert said(values.TOPIC, "!!") == "expected a name with letters or digits, found '!!'"
    assert said(values.TOPIC, "x" * 101).startswith("expected a short name, found 'xxx")


@pytest.mark.parametrize("tag", ["en", "zh", "zh-Hans", "pt-BR", "de-1996", "yue"])
def test_languages_are_bcp_47_tags(tag: str) -> None:
    assert values.LANGUAGE.read(tag) == tag


@pytest.mark.parametrize("raw", ["english", "e", "zh_CN", "en-", "1", ""])
def test_everything_else_is_no_language(raw: str) -> None:
    assert said(values.LANGUAGE, raw) == f"expected a language tag, found {raw!r}"


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        ("https://arxiv.org/abs/1906.08237", "https://arxiv.org/abs/1906.08237"),
        ("https://example.org/?utm_source=x", "https://example.org/?utm_source=x"),
        ("arxiv.org/abs/1906.08237", "https://arxiv.org/abs/1906.08237"),
        ("https ://arxiv.org/abs/1906.08237", "https://arxiv.org/abs/1906.08237"),
        ("example.org:8080/a", "https://example.org:8080/a"),
    ],
)
def test_a_web_address_is_kept_as_written_or_mended(raw: str, address: str) -> None:
    assert values.URL.read(raw) == address


@pytest.mark.parametrize(
    "raw", ["javascript:alert(1)", "data:text/html,x", "ftp://example.org/a", "words", "", "/a/"]
)
def test_everything_else_is_no_web_address(raw: str) -> None:
    assert faults(values.URL, raw) == [
        (
            f"expected a web address, found {raw!r}",
            "an address begins with https:// or http://",
            (),
        )
    ]


@given(st.text())
def test_a_web_address_is_one_of_http_without_space(text: str) -> None:
    try:
        address = values.URL.read(text)
    except Invalid:
        return
    assert address.lower().startswith(("http://", "https://"))
    assert address.split() == [address]


@pytest.mark.parametrize("address", ["a.png", "../b/c.svg", "/2019/old/", "mailto:a@b.org"])
def test_an_address_may_be_relative(address: str) -> None:
    assert values.ADDRESS.read(address) == address


@pytest.mark.parametrize(
    "raw", ["javascript:alert(1)", "java\nscript:x", "//evil.org/a", "a\\b", "data:x", ""]
)
def test_an_address_leads_nowhere_unsafe(raw: str) -> None:
    assert said(values.ADDRESS, raw) == f"expected an address, found {raw!r}"


def test_an_orcid_may_be_an_address() -> None:
    assert values.ORCID.read("https://orcid.org/0000-0002-1825-0097") == "0000-0002-1825-0097"
    assert said(values.ORCID, "0000-0002") == "expected an ORCID, found '0000-0002'"


def test_a_single_value_stands_for_a_list_of_one() -> None:
    assert values.many(values.TEXT).read("a") == ("a",)
    assert values.many(values.TEXT).read([]) == ()


def test_every_fault_of_a_list_names_its_place() -> None:
    assert [
        (message, path) for message, _, path in faults(values.many(values.TEXT), [1, "a", 2])
    ] == [
        ("expected text, found the number 1", (0,)),
        ("expected text, found the number 2", (2,)),
    ]


def test_one_of_a_few_words_offers_the_nearest() -> None:
    kind = values.one_of("rank", "countdown")
    assert kind.read("rank") == "rank"
    assert faults(kind, "countdwn") == [
        ("expected one of rank, countdown, found 'countdwn'", "did you mean 'countdown'?", ())
    ]


def test_one_of_many_words_does_not_list_them_in_the_message() -> None:
    kind = values.one_of(*"abcdefghijkl")
    [(message, hint, _)] = faults(kind, "paper")
    assert message == "expected a word that is known here, found 'paper'"
    assert hint == "known are a, b, c, d, e, f, g, h, i, j, k, l"


@pytest.mark.parametrize("raw", [0, 10_000, "3", True, 3.0, None, -1])
def test_a_whole_number_lies_between_its_bounds(raw: object) -> None:
    assert values.whole(1, 9999).read(9999) == 9999
    assert faults(values.whole(1, 9999), raw) == [
        (
            f"expected a whole number from 1 to 9999, found {values.shown(raw)}",
            "write the number alone, as 3",
            (),
        )
    ]


def test_an_identifier_is_read_in_any_spelling() -> None:
    kind = values.identifier("arxiv", '"1906.08237"')
    known = Identifier("arxiv", "1906.08237")
    for written in (
        "1906.08237",
        "arXiv:1906.08237v2",
        "https://arxiv.org/abs/1906.08237",
        1906.08237,
    ):
        assert kind.read(written) == known


def test_numbers_of_pubmed_and_books_need_no_quotes() -> None:
    assert values.identifier("pmid", "31331883").read(31331883).value == "31331883"
    assert values.identifier("isbn", "978").read(9780262035613).value == "9780262035613"


def test_an_identifier_of_another_shape_is_refused_with_an_example() -> None:
    kind = values.identifier("acl", "P19-1285")
    assert faults(kind, "nope") == [
        ("expected an ACL Anthology id, found 'nope'", "it looks like P19-1285", ())
    ]
    assert faults(kind, 2019) == [
        ("expected an ACL Anthology id, found the number 2019", "put quotes around it", ())
    ]


def test_a_fault_is_seen_from_further_out_with_its_path_and_name() -> None:
    fault = Fault("wrong", "mend it").inside(0).inside("authors").named("authors")
    assert fault == Fault("'authors': wrong", "mend it", ("authors", 0))
