"""A new roundup's `index.md`, on its own or as the next edition of an earlier one."""

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from roundup.authoring.articles import article

# What an earlier edition says of the list, and not of its year alone.
_TAKEN = (
    "ranked",
    "order",
    "series",
    "curators",
    "tags",
    "license",
    "consensus",
    "template",
    "language",
)
_PATTERNS = ("title", "description")
_WORDS = """\
<!-- An introduction: how these papers were picked, what they have in common. -->

<!-- papers -->

<!-- Closing words, if there are any. Comments like this one reach no page. -->
"""
_NUMBER = re.compile(r"[1-9]\d{0,2}")


class Earlier(msgspec.Struct, frozen=True, kw_only=True):
    """An edition that a new one follows: its index's path and front matter, how many papers it places."""

    path: str
    fields: Mapping[str, Any]
    size: int

    @property
    def year(self) -> str:
        """The year of its folder."""
        return self.path.split("/")[1]

    @property
    def slug(self) -> str:
        """Its name in addresses."""
        return self.path.split("/")[2]


def index(key: str, title: str, earlier: Earlier | None = None) -> str:
    """The text of the `index.md` of a roundup `YEAR/SLUG`; without a title its slug or the earlier one gives it."""
    year, slug = key.split("/")
    fields: dict[str, Any] = {"title": title_of(slug, year)}
    if earlier:
        fields |= followed(earlier)
        fields.setdefault("series", series_of(slug, earlier))
    if title:
        fields["title"] = title
    return article(fields, _WORDS)


def title_of(slug: str, year: str) -> str:
    """A title out of a slug: `top-10-papers` becomes `Top {n} papers`."""
    words = ["{year}" if word == year else word for word in slug.split("-")]
    for place, word in enumerate(words):
        if _NUMBER.fullmatch(word):
            words[place] = "{n}"
            break
    title = " ".join(words)
    return title[:1].upper() + title[1:]


def followed(earlier: Earlier) -> dict[str, Any]:
    """The fields that the next edition takes over, empty ones left out; words name neither year nor number."""
    given = {name: value for name, value in earlier.fields.items() if value not in (None, "")}
    taken = {name: given[name] for name in _TAKEN if name in given}
    words = {name: given[name] for name in _PATTERNS if isinstance(given.get(name), str)}
    return taken | {name: pattern(text, earlier) for name, text in words.items()}


def pattern(text: str, earlier: Earlier) -> str:
    """A title with `{year}` and `{n}` where it spells the year, or the number of its papers, in digits."""
    text = _once(text, earlier.year, "{year}")
    return _once(text, str(earlier.size), "{n}") if earlier.size and "{n}" not in text else text


def _once(text: str, number: str, name: str) -> str:
    """The number replaced where it stands alone, as `GPT-2`, `2.5` and `12` do not hold a 2 of their own."""
    alone = rf"(?<![0-9A-Za-z.,])(?<![A-Za-z]-){re.escape(number)}(?![0-9A-Za-z]|[.,][0-9])"
    top = rf"(?<=[Tt]op-){re.escape(number)}(?![0-9A-Za-z]|[.,][0-9])"
    return re.sub(f"{alone}|{top}", name, text)


def series_of(slug: str, earlier: Earlier) -> str:
    """The series of two editions that have none: the words that both slugs begin with, without numbers."""
    pairs = zip(slug.split("-"), earlier.slug.split("-"), strict=False)
    same: list[str] = []
    for one, other in pairs:
        if one != other:
            break
        same.append(one)
    words = [word for word in same if not word.isdecimal()]
    return "-".join(words) or slug
