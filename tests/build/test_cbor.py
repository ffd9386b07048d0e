"""The subset of CBOR that Pagefind's tables are written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundup.build.cbor import Undecodable, decode, encode

VALUES = st.recursive(st.integers(0, 2**64 - 1) | st.text(), st.lists, max_leaves=40)


@given(VALUES)
def test_what_is_written_is_read_again(value: object) -> None:
    assert decode(encode(value)) == value  # type: ignore[arg-type]  # hypothesis knows no recursive type


# RFC 8949, appendix A.
@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (100, "1864"),
        (1000, "1903e8"),
        (1000000, "1a000f4240"),
        (18446744073709551615, "1bffffffffffffffff"),
        ("", "60"),
        ("IETF", "6449455446"),
        ("水", "63e6b0b4"),
        ([], "80"),
        ([1, [2, 3], [4, 5]], "8301820203820405"),
        (list(range(1, 26)), "98190102030405060708090a0b0c0d0e0f101112131415161718181819"),
    ],
)
def test_the_examples_of_the_standard(value: int | str | list[object], written: str) -> None:
    assert encode(value).hex() == written  # type: ignore[arg-type]  # lists are invariant
    assert decode(bytes.fromhex(written)) == value


@pytest.mark.parametrize(
    "written",
    ["", "20", "40", "a0", "f6", "fb3ff199999999999a", "9fff", "18", "6361", "8301", "0000", "1c"],
)
def test_anything_else_is_refused(written: str) -> None:
    with pytest.raises(Undecodable):
        decode(bytes.fromhex(written))
