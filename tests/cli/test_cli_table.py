"""Tables as plain text."""

import pytest

from roundup.cli.table import table, width


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    shown = table(["A", "LONG"], [["wide one", "x"], ["y", ""]])
    assert shown == "A         LONG\nwide one  x\ny"


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("论文", 4), ("e\u0301", 1), ("", 0)])
def test_width_is_what_a_terminal_needs(text: str, columns: int) -> None:
    assert width(text) == columns


def test_wide_characters_leave_the_next_column_in_line() -> None:
    assert table(["TAG", "N"], [["论文", "1"], ["ab", "2"]]) == "TAG   N\n论文  1\nab    2"
