"""Addresses made whole."""

import pytest

from roundup.pages.absolute import absolute, read_elsewhere


@pytest.mark.parametrize("base_url", ["https://a.org/papers", "https://a.org/papers/"])
def test_a_site_address_is_put_under_the_base_url(base_url: str) -> None:
    assert absolute(base_url, "/2019/x/#xlnet") == "https://a.org/papers/2019/x/#xlnet"


def test_letters_beyond_ascii_are_percent_encoded() -> None:
    assert absolute("https://a.org", "/tags/学/") == "https://a.org/tags/%E5%AD%A6/"


@pytest.mark.parametrize("address", ["https://b.org/x", "mailto:a@b.org"])
def test_other_addresses_stay(address: str) -> None:
    assert absolute("https://a.org", address) == address


@pytest.mark.parametrize(
    "before", ["<a ", '<a class="x" ', '<a title="a > b" ', '<p>t</p><a id="i"\n']
)
def test_a_link_to_a_place_on_the_page_gets_its_address(before: str) -> None:
    found = read_elsewhere(f'{before}href="#n">1</a>', "https://a.org/x/?a&b")
    assert found == f'{before}href="https://a.org/x/?a&amp;b#n">1</a>'


@pytest.mark.parametrize(
    "html",
    [
        '<code>&lt;a href="#top"&gt;</code>',
        '<a href="/x/#n">see href="#n"</a>',
        '<abbr title="href=&quot;#n">a</abbr>',
    ],
)
def test_what_only_shows_such_a_link_stays_as_it_is(html: str) -> None:
    assert read_elsewhere(html, "https://a.org/x/") == html
