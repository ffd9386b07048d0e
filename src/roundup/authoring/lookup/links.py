"""Where a site's articles lead outside of it."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote

import msgspec

from roundup.content.article import Article

_IN_WORDS = re.compile(r'\s(?:href|src|cite|poster)="(https?://[^"]+)"', re.IGNORECASE)
_WHOLE = re.compile(r"https?://\S+", re.IGNORECASE)
# Titles may spell an address that they do not lead to; what `extra` means is for a site's own templates to say.
_NO_ADDRESSES = ("title", "heading", "short", "extra")


class OutsideLink(msgspec.Struct, frozen=True, order=True):
    """An address of another site, and where it is written first in a file."""

    file: str
    line: int
    url: str


def outside_links(
    articles: Iterable[Article], bodies: Mapping[str, str], texts: Mapping[str, str]
) -> tuple[OutsideLink, ...]:
    """Every outside link of front matter and words, once a file; `bodies` are the words as HTML by digest,
    `texts` the files as they are written."""
    found = set()
    for article in articles:
        rows = texts.get(article.path, "").split("\n")
        places = dict(_in_words(article, bodies)) | dict(_in_fields(article))
        for url, start in places.items():
            found.add(OutsideLink(article.path, _line(rows, url, start), url))
    return tuple(sorted(found))


def _in_fields(article: Article) -> Iterator[tuple[str, int]]:
    """The addresses of front matter, each with the line its field begins on; the first of two counts."""
    for name in reversed(article.fields.__struct_fields__):
        if name not in _NO_ADDRESSES:
            for url in _addresses(getattr(article.fields, name)):
                yield url, article.line(name)


def _addresses(value: Any) -> Iterator[str]:
    """The addresses inside a value; a text that holds more than one is none."""
    match value:
        case str():
            if _WHOLE.fullmatch(value):
                yield value
        case msgspec.Struct():
            for name in value.__struct_fields__:
                yield from _addresses(getattr(value, name))
        case tuple():
            for one in value:
                yield from _addresses(one)


def _in_words(article: Article, bodies: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """The addresses of the words, each with the line they begin on."""
    for part in article.parts:
        for found in _IN_WORDS.findall(bodies.get(part.html, "")):
            yield html.unescape(found), article.body_line


def _line(rows: list[str], url: str, start: int) -> int:
    """The line an address stands on from a line on, also where it is escaped there; else that line."""
    spellings = (url, html.escape(url), unquote(url), url.partition("://")[2])
    for spelling in spellings:
        for number, row in enumerate(rows[start - 1 :], start):
            if spelling in row:
                return number
    return start
