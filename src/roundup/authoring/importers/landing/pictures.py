"""Pictures of a document: which there are, which may come along, and under which names."""

import posixpath
import re
from collections.abc import Collection, Iterator
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

import msgspec

from roundup.authoring.importers.document import Document
from roundup.authoring.importers.found import Findings, FoundEntry, FoundRoundup
from roundup.authoring.importers.landing.relinked import targets
from roundup.authoring.keys import fresh, slug
from roundup.build.dimensions import dimensions
from roundup.build.svg import svg_danger

MOST_BYTES = 20_000_000
_ENDINGS = MappingProxyType(
    {b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg", b"GIF8": ".gif", b"RIFF": ".webp"}
)
_DATA = re.compile(r"(?i)data:")
_BADGES = ("shields.io", "badge.fury.io", "badgen.net", "travis-ci", "badge.svg", "colab-badge")


class Picture(msgspec.Struct, frozen=True):
    """What became of a picture's address: its bytes and file ending, else why it does not come along."""

    data: bytes = b""
    ending: str = ""
    fault: str = ""


def wanted(document: Document, findings: Findings) -> tuple[str, ...]:
    """The addresses of all pictures, in order, each once."""
    found = [source for roundup in findings.roundups for source in pictures_of(roundup)]
    return tuple(dict.fromkeys(filter(None, [document.image, *found])))


def examined(data: bytes) -> Picture:
    """A picture that a page may show, by its contents; its name says nothing."""
    if len(data) > MOST_BYTES:
        return Picture(fault=f"it is larger than {MOST_BYTES:,} bytes")
    if b"<svg" in data[:2000].lower():
        danger = svg_danger(data)
        return Picture(fault=danger) if danger else Picture(data, ".svg")
    width, _ = dimensions(data)
    ending = next((one for mark, one in _ENDINGS.items() if data.startswith(mark)), ".avif")
    return Picture(data, ending) if width else Picture(fault="it is no picture that pages can show")


def is_remote(source: str) -> bool:
    """Whether it lies on the web."""
    return source.lower().startswith(("http:", "https:", "//"))


def is_badge(source: str) -> bool:
    """Whether it is a badge, which shows a link and nothing of a paper."""
    return any(one in source for one in _BADGES)


def name_of(source: str, picture: Picture, taken: Collection[str]) -> str:
    """A name for its file beside the articles: that of its address as far as it has one, and its own ending."""
    path = unquote(urlsplit(source).path) if not _DATA.match(source) else ""
    stem = slug(posixpath.splitext(posixpath.basename(path))[0])
    names = {posixpath.splitext(one)[0] for one in taken}
    return fresh(stem[:60].strip("-") or "picture", names) + picture.ending


def pictures_of(roundup: FoundRoundup) -> Iterator[str]:
    """The addresses of a roundup's pictures, those in its words among them."""
    yield from (one.source for one in roundup.pictures)
    sections = (section.words for section in roundup.sections)
    for words in (roundup.introduction, *sections, roundup.closing):
        yield from _in_words(words)
    for entry in roundup.entries:
        yield from _of_entry(entry)


def _of_entry(entry: FoundEntry) -> Iterator[str]:
    yield from (one.source for one in entry.pictures)
    yield from _in_words(entry.words)


def _in_words(words: str) -> Iterator[str]:
    yield from (one.address for one in targets(words) if one.image)
