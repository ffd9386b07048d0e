"""Articles that build: what front matter or words could not hold is taken out, and said."""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from typing import Any
from urllib.parse import unquote

import msgspec

from roundup.authoring.articles import article
from roundup.authoring.importers.landing.index_file import PAPERS
from roundup.authoring.importers.landing.relinked import relinked
from roundup.authoring.yamlwriter import dump
from roundup.content import schema
from roundup.content.article import FAMILIES, Article, Reading, parse
from roundup.content.frontmatter import ARTICLE_LIMIT, FRONT_MATTER_LIMIT
from roundup.content.place import ArticleKind, Place
from roundup.content.values import Path
from roundup.pages.markdown.inline import plain

_FRONT_LIMIT = FRONT_MATTER_LIMIT - 4_000
_WORDS_LIMIT = ARTICLE_LIMIT - FRONT_MATTER_LIMIT - 10_000
_MOST_FAULTS = 1_000


class Sound(msgspec.Struct, frozen=True):
    """The text of an article without an error of its own, and what was done for that."""

    text: str
    fields: dict[str, Any]
    doubts: tuple[str, ...] = ()


def sound(
    kind: ArticleKind, fields: Mapping[str, Any], words: str, language: str, files: Collection[str]
) -> Sound:
    """The article of these fields and words; `files` are the names of what will stand beside it."""
    kept, doubts = _readable(kind, fields)
    beside = _Beside(kind, language, files)
    if len(words.encode()) > _WORDS_LIMIT:
        words = words.encode()[:_WORDS_LIMIT].decode(errors="ignore").rpartition("\n\n")[0]
        doubts.append("the words are longer than 1 MB: the rest is left out")
    text = article(kept, words)
    if fault := beside.fault(text):
        doubts.append(f"the words are kept as plain text: {fault}")
        text = article(kept, "\n\n".join(_plain(part) for part in words.split("\n\n")))
        if beside.fault(text):
            doubts.append("no words are kept")
            text = article(kept, PAPERS if PAPERS in words else "")
    return Sound(text, kept, tuple(doubts))


def _readable(kind: ArticleKind, fields: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The fields that can be read, small enough for front matter."""
    kept, doubts = dict(fields), []
    for _ in range(_MOST_FAULTS):
        faults = schema.read(FAMILIES[kind], kept).faults
        if not faults:
            break
        doubts.append(f"left out: {faults[0].message}")
        kept = _without(kept, faults[0].path)
    for name in ("abstract", "description", "authors", "links", "entries"):
        if name in kept and _is_long(kept):
            doubts.append(f"left out: '{name}' is too long for front matter")
            del kept[name]
    return kept, doubts


def _is_long(fields: Mapping[str, Any]) -> bool:
    """Whether they are too long for front matter; only what may be is written out for that."""
    roughly = len(msgspec.json.encode(fields))
    return roughly > _FRONT_LIMIT // 4 and len(dump(fields).encode()) > _FRONT_LIMIT


def _without(fields: dict[str, Any], path: Path) -> dict[str, Any]:
    """The fields without the item of a list that a path leads to, else without the whole field."""
    name, value = str(path[0]), fields[str(path[0])]
    if len(path) > 1 and isinstance(path[1], int) and isinstance(value, list) and len(value) > 1:
        return fields | {name: [*value[: path[1]], *value[path[1] + 1 :]]}
    return {other: one for other, one in fields.items() if other != name}


def _plain(part: str) -> str:
    """A part of the words as text; the mark where entries go is kept."""
    return part if part.strip() == PAPERS else plain(relinked(part, lambda _: None))


class _Beside(msgspec.Struct, frozen=True):
    """What decides whether an article is sound: its kind and language, and the files beside it."""

    kind: ArticleKind
    language: str
    files: Collection[str]

    def fault(self, text: str) -> str:
        """The first error that a build would find in an article, among them links to what will not be there."""
        place = Place(self.kind, "2000/import", "index" if self.kind == "roundup" else "entry", "")
        path, data = "content/2000/import/entry.md", text.encode()
        read = parse(path, place, data, Reading(self.language)).article
        errors = (one.message for one in read.problems if one.is_error)
        return next(chain(errors, _broken(read, self.files)), "")


def _broken(read: Article, files: Collection[str]) -> Iterator[str]:
    for part in read.parts:
        for reference in part.references:
            name = unquote(reference.target).partition("#")[0]
            if reference.kind == "wiki" or name not in files:
                yield f"{reference.target} is not here"
