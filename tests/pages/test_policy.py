"""The Content-Security-Policy of pages."""

import pytest

from roundup.content.settings import AllowSettings, SecuritySettings
from roundup.pages.site import policy


def rules(allow: AllowSettings) -> dict[str, list[str]]:
    parts = (part.split() for part in policy(SecuritySettings(allow=allow)).split(";"))
    return {name: values for name, *values in parts}


def test_nothing_but_the_sites_own_host_is_reached_unless_the_owner_allows_it() -> None:
    sources = {value for values in rules(AllowSettings()).values() for value in values}
    assert sources == {"'self'", "'none'"}


@pytest.mark.parametrize(
    ("kind", "directives"),
    [
        ("img", {"img-src", "media-src"}),
        ("script", {"script-src", "connect-src"}),
        ("style", {"style-src"}),
        ("frame", {"frame-src"}),
    ],
)
def test_a_host_is_added_to_its_own_directives(kind: str, directives: set[str]) -> None:
    allowed = rules(AllowSettings(**{kind: ("www.example.org",)}))
    named = {name for name, values in allowed.items() if "www.example.org" in values}
    assert named == directives
