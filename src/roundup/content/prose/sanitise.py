"""The sanitiser of untrusted HTML: nh3 with the allowlist of this package."""

import nh3

from roundup.content.prose import allowed

_CLEANER = nh3.Cleaner(
    tags=set(allowed.TAGS),
    clean_content_tags={"script", "style"},
    attributes=allowed.ATTRIBUTES,
    tag_attribute_values=allowed.VALUES,
    set_tag_attribute_values={"input": {"disabled": ""}},
    url_schemes={"http", "https", "mailto"},
    strip_comments=True,
    link_rel=None,
)


def sanitise(html: str) -> str:
    """The HTML without anything that the allowlist does not name; marks pass as text does."""
    return _CLEANER.clean(html)
