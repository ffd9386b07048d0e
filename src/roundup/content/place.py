"""Where a content file stands decides what it is: kind, roundup, stem and language tag from its path."""

import re
from typing import Literal

import msgspec

from roundup.content.values import LONGEST_SLUG, RESERVED_KEY, is_key, is_language
from roundup.content.words import topic_slug

ArticleKind = Literal["home", "year", "roundup", "entry", "paper", "topic", "person", "page"]

UNDATED = "undated"  # the folder of roundups whose year is not known yet
RESERVED_PAGES = ("papers", "tags", "authors", "series", "search", "data", "reading-list")
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
        """What the ids of its words begin with, so that they are unique on every page of the site.

        Names hold hyphens, so these stand between none: `gpt_2-results` is not `gpt-2_results`.
        """
        parts = (*self.folder.split("/"), self.stem, self.tag)
        return "".join(f"{topic_slug(part)}_" for part in parts if part)


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


def is_undated(path: str) -> bool:
    """Whether a path below `content/` belongs to a roundup whose year is not known: it waits, unpublished."""
    return path.startswith(f"content/{UNDATED}/") and path.count("/") > 2


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
        if word == RESERVED_KEY:
            raise Misplaced(f"'{word}' cannot be a key", "it is reserved: choose another name")
        if not is_key(word):
            hint = "names are lower-case letters a-z, digits and single hyphens, at most 100 long"
            raise Misplaced(f"'{word}' cannot be a key", hint)
    if place.kind in ("topic", "person"):
        _require_slug(place.stem, f"'{place.stem}' is not a slug", ".md")
    if place.kind == "page":
        _require_free([*folders, place.stem], languages)
        for word in (*folders, place.stem):
            _require_slug(word, f"'{word}' cannot be an address", "")


def _require_slug(word: str, message: str, ending: str) -> None:
    slug = topic_slug(word)
    if len(slug) > LONGEST_SLUG:
        raise Misplaced(message, f"names are at most {LONGEST_SLUG} long")
    if slug != word or not slug:
        hint = f"name it {slug}{ending}" if slug else "name it with letters or digits"
        raise Misplaced(message, hint)


def _require_free(words: list[str], languages: tuple[str, ...]) -> None:
    """Pages of the site's own making stand at some addresses, and below some folders."""
    first, *rest = words
    if first in _SHARED and rest and rest != ["index"]:
        raise Misplaced(f"no page can stand so deep in {first}/", f"put it into content/{first}/")
    if first in languages:
        hint = "translations stand beside their originals, as about.zh.md beside about.md"
        raise Misplaced(f"the address /{first}/ is reserved for a language", hint)
    is_year = not rest and _YEAR.fullmatch(first)
    if first in RESERVED_PAGES or is_year or words[-1] == RESERVED_KEY:
        named = first if first in RESERVED_PAGES else words[-1]
        raise Misplaced(f"the name '{named}' is reserved", "choose another name")
