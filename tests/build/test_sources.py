"""What a build looks at first: the day."""

from datetime import date

import pytest

from roundup.build.sources import Unreadable, today
from roundup.problems import as_text


def test_the_day_is_that_of_the_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1578268800")
    assert today() == date(2020, 1, 6)


@pytest.mark.parametrize("stamp", ["soon", "²", "99999999999999", "1" * 400])
def test_an_epoch_that_is_no_time_is_told(monkeypatch: pytest.MonkeyPatch, stamp: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", stamp)
    with pytest.raises(Unreadable) as caught:
        today()
    assert [as_text(one) for one in caught.value.problems] == [
        f"SOURCE_DATE_EPOCH: error: '{stamp}' is no time\n"
        "  hint: write seconds since 1970, or unset it"
    ]
