"""The second half, once the catalog is known: marks become addresses, links and words."""

import re
from collections.abc import Sequence

import msgspec

from roundup.content.prose.escaping import escape

Pairs = tuple[tuple[str, str], ...]


class Target(msgspec.Struct, frozen=True):
    """Where a reference leads.

    A wiki-link becomes a link with `text` in it; for a link, an image or a file only the address
    is put in place. `attributes` (a picture's width, height, srcset) follow the address.
    """

    href: str
    text: str = ""
    attributes: Pairs = ()


class Plain(msgspec.Struct, frozen=True):
    """A reference that leads nowhere: a wiki-link becomes `text`, a link keeps its own words."""

    text: str = ""


Replacement = Target | Plain

_MARK = re.compile("\ue000(\\d+)\ue001")
_LINK = re.compile('<a href="\ue000(\\d+)\ue001"[^<>]*>|<a[ >]|</a>')


def resolve(html: str, replacements: Sequence[Replacement]) -> str:
    """The HTML of a body with `replacements[n]` in place of `mark(n)`."""
    if "\ue000" not in html:
        return html
    if any(isinstance(one, Plain) for one in replacements):
        html = _without_links(html, replacements)
    return _MARK.sub(lambda found: _written(replacements[int(found[1])]), html)


def _written(replacement: Replacement) -> str:
    if isinstance(replacement, Plain):
        return escape(replacement.text)
    href = escape(replacement.href)
    if replacement.text:
        more = "".join(f' {name}="{escape(value)}"' for name, value in replacement.attributes)
        return f'<a href="{href}"{more}>{escape(replacement.text)}</a>'
    if not replacement.attributes:
        return href
    more = '" '.join(f'{name}="{escape(value)}' for name, value in replacement.attributes)
    return f'{href}" {more}'


def _without_links(html: str, replacements: Sequence[Replacement]) -> str:
    """The HTML without the links that lead nowhere, their words kept."""
    kept: list[bool] = []

    def choose(found: re.Match[str]) -> str:
        if found[0] == "</a>":
            return found[0] if not kept or kept.pop() else ""
        kept.append(found[1] is None or isinstance(replacements[int(found[1])], Target))
        return found[0] if kept[-1] else ""

    return _LINK.sub(choose, html)
