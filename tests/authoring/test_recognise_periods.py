import pytest

from roundup.authoring.importers.recognise.dates import date_in, is_date
from roundup.authoring.importers.recognise.periods import period_in, year_of


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Top ML Papers of the Week (January 1 - January 8) - 2023", "2023-01-01..2023-01-08"),
        ("Top ML Papers of the Week (December 30 - January 5) - 2025", "2024-12-30..2025-01-05"),
        ("December 9 - 15", "2019-12-09..2019-12-15"),
        ("Week 50", "2019-W50"), ("2019-W50", "2019-W50"), ("第50周", "2019-W50"), ("2019年12月", "2019-12"),
        ("December 2018", "2018-12"), ("2018.12.03 ~ 2018.12.09", "2018-12-03..2018-12-09"),
        ("16 de diciembre de 2018", "2018-12-16"), ("Best of 2018", "2018"), ("March", "2019-03"),
        ("Computer vision", ""), ("Week 60", ""),
    ],
)  # fmt: skip
def test_periods_as_headings_name_them_in_2019(text: str, period: str) -> None:
    assert period_in(text, 2019) == period


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Submitted on 3 Jun 2019", "2019-06-03"), ("2019/06/03", "2019-06-03"), ("2019년 6월 3일", "2019-06-03"),
        ("Jun. 2019", "2019-06"), ("2019", "2019"), ("31 February 2019", "2019-02"),
    ],
)  # fmt: skip
def test_dates_are_as_exact_as_they_are_printed(text: str, date: str) -> None:
    assert str(date_in(text)) == date


def test_a_date_is_told_from_a_sentence_with_one() -> None:
    assert is_date("(June 2019)")
    assert not is_date("Released in June 2019")


def test_the_last_year_named_is_the_year() -> None:
    assert year_of("From 2012 to 2019") == 2019
    assert year_of("No year") == 0
