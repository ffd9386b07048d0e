"""Where a content file stands decides what it is: kind, roundup, stem and language tag from its path."""

import re
from typing import Literal

import msgspec

from roundup.content.values import is_key, is_language
from roundup.content.words import topic_slug

ArticleKind = Literal["home", "year", "roundup", "entry", "paper", "topic", "person", "page"]

RESERVED_PAGES = ("papers", "tags", "authors", "series", "search", "data")
_YEAR = re.compile(r"[12]\d{3}")
_SHARED: dict[str, ArticleKind] = {"papers": "paper", "tags": "topic", "authors": "person"}


class Place(msgspec.Struct, frozen=True):
    """What a file below `content/` is; `folder` is its folder there, `tag` its language tag or empty."""

    kind: ArticleKind
    folder: str
    stem: str
    tag: str

    @property
    def prefix(self) -> str:
        """What the ids of its words begin with, so that they are unique on every page of the site."""
        parts = [part for part in (*self.folder.split("/"), self.stem, self.tag) if part]
        return topic_slug("-".join(parts)) + "-"


class Misplaced(Exception):
    """A path that cannot be an article's; says why and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def place_of(path: str, languages: tuple[str, ...]) -> Place:
    """The place of `content/…/NAME.md`; raises Misplaced for names that no page can have."""
    *folders, name = path.split("/")[1:]
    stem, tag = _split(name.removesuffix(".md"), languages)
    folder = "/".join(folders)
    kind = _kind(folders, stem)
    place = Place(kind, folder, stem, tag)
    _require(place, folders, languages)
    return place


def _split(name: str, languages: tuple[str, ...]) -> tuple[str, str]:
    stem, dot, tag = name.rpartition(".")
    if not dot or not is_language(tag):
        return name, ""
    for declared in languages:
        if declared.lower() == tag.lower():
            return stem, declared
    raise Misplaced(f"the language '{tag}' is not declared", f"add [languages.{tag}] to site.toml")


def _kind(folders: list[str], stem: str) -> ArticleKind:
    match folders:
        case []:
            return "home" if stem == "index" else "page"
        case [year] if _YEAR.fullmatch(year) and stem == "index":
            return "year"
        case [year, _] if _YEAR.fullmatch(year):
            return "roundup" if stem == "index" else "entry"
        case [shared] if shared in _SHARED and stem != "index":
            return _SHARED[shared]
        case _:
            return "page"


def _require(place: Place, folders: list[str], languages: tuple[str, ...]) -> None:
    keyed = {"roundup": folders[-1:], "entry": [*folders[-1:], place.stem], "paper": [place.stem]}
    for word in keyed.get(place.kind, []):
        if not is_key(word) or word == "page":
            hint = "names are lower-case letters a-z, digits and single hyphens, at most 100 long"
            raise Misplaced(
                f"'{word}' cannot be a key", hint if word != "page" else "'page' is reserved"
            )
    if place.kind in ("topic", "person") and topic_slug(place.stem) != place.stem:
        raise Misplaced(f"'{place.stem}' is not a slug", f"name it {topic_slug(place.stem)}.md")
    if place.kind == "page":
        first = folders[0] if folders else place.stem
        taken = (first in RESERVED_PAGES and first not in _SHARED) or first in languages
        at_root = not folders and (first in RESERVED_PAGES or bool(_YEAR.fullmatch(first)))
        if taken or at_root or place.stem == "page":
            raise Misplaced(f"the address of '{place.stem}' is reserved", "choose another name")
        for word in (*folders, place.stem):
            if topic_slug(word) != word:
                raise Misplaced(f"'{word}' cannot be an address", f"name it {topic_slug(word)}")
