"""Addresses made whole."""

import pytest

from roundup.pages.absolute import absolute


@pytest.mark.parametrize("base_url", ["https://a.org/papers", "https://a.org/papers/"])
def test_a_site_address_is_put_under_the_base_url(base_url: str) -> None:
    assert absolute(base_url, "/2019/x/#xlnet") == "https://a.org/papers/2019/x/#xlnet"


def test_letters_beyond_ascii_are_percent_encoded() -> None:
    assert absolute("https://a.org", "/tags/学/") == "https://a.org/tags/%E5%AD%A6/"


@pytest.mark.parametrize("address", ["https://b.org/x", "mailto:a@b.org"])
def test_other_addresses_stay(address: str) -> None:
    assert absolute("https://a.org", address) == address
