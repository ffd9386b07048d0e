"""A found entry as the fields and words of its file."""

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from roundup.authoring.articles import work_fields
from roundup.authoring.importers.bibliography.given import cleaned
from roundup.authoring.importers.found import FoundEntry, Picture
from roundup.authoring.importers.landing.shelf import Shelf, folded_title
from roundup.authoring.work import Work
from roundup.content.words import topic_slug
from roundup.identifiers import from_link, normalise_as
from roundup.model import Facts, Link

_ALONE = re.compile(r"!\[(?P<alt>(?:[^\[\]\\]|\\.)*)\]\((?P<source>\S+)\)")
_NO_TOPIC = re.compile(r"[\W\d_]*")


def tokens_of(work: Work) -> tuple[str, ...]:
    """The identifiers by which its entry joins others, as the catalog will see them."""
    links = (from_link(address) for address in (work.url, work.pdf) if address)
    tokens = {f"{scheme}:{value}" for scheme, value in work.identifiers.items()}
    return tuple(sorted(tokens | {f"{one.scheme}:{one.value}" for one in links if one}))


def without_shared_link(work: Work) -> Work:
    """The work without an address that others have too, which is a link beside it now."""
    links = (*(Link(one) for one in (work.url, work.pdf) if is_page(one)), *work.links)
    url, pdf = ("" if is_page(one) else one for one in (work.url, work.pdf))
    return msgspec.structs.replace(work, url=url, pdf=pdf, links=links)


def is_page(address: str) -> bool:
    """Whether an address stands for a page and holds no identifier."""
    found = from_link(address) if address else None
    return found is not None and found.scheme == "url"


def titled(entry: FoundEntry) -> FoundEntry:
    """The entry with a title: the work's own, the curator's words over it, else what identifies it."""
    work = entry.work
    identified = next(iter(work.identifiers.values()), "") or work.url or work.pdf
    wanted = (work.title, entry.heading, identified, *work.code)
    title = next(filter(None, map(cleaned, wanted)), "")
    heading = "" if cleaned(entry.heading) == title else cleaned(entry.heading)
    work = msgspec.structs.replace(work, title=title)
    return msgspec.structs.replace(entry, work=work, heading=heading)


def entry_fields(entry: FoundEntry, key: str, rank: int, shelf: Shelf) -> dict[str, Any]:
    """The entry's front matter; of a paper that the site knows, what it does not know yet."""
    work, known = entry.work, shelf.facts.get(key)
    fields = work_fields(work)
    heading = entry.heading
    if known is not None:
        fields = _news(work, fields, known)
        if not heading and folded_title(work.title) != folded_title(known.title):
            heading = work.title
    tags = [tag for tag in (*_topics(entry.section), *work.tags) if topic_slug(tag)]
    fields |= {
        "paper": key,
        "rank": rank,
        "section": entry.section,
        "unplaced": entry.unplaced,
        "heading": heading,
        "tags": list(dict.fromkeys(tags)),
    }
    return {name: value for name, value in fields.items() if value}


def _news(work: Work, fields: Mapping[str, Any], known: Facts) -> dict[str, Any]:
    """The fields of a work that its paper lacks: what it has is not repeated."""
    schemes = {one.scheme for one in known.identifiers}
    said = {name for name in Facts.__struct_fields__ if getattr(known, name)}
    fresh = {n: v for n, v in fields.items() if n not in schemes | said | {"title", "url", "pdf"}}
    for name, value in work.identifiers.items():
        if name not in schemes and (found := normalise_as(name, value)):
            fresh[name] = found.value
    return fresh


def _topics(section: str) -> tuple[str, ...]:
    """A section as a topic, unless it is a number, a date or nothing else."""
    return () if _NO_TOPIC.fullmatch(section) else (section,)


def pictured(entry: FoundEntry, names: Mapping[str, str]) -> tuple[Picture | None, str]:
    """The entry's first picture that comes along and stands alone, and its words without it.

    Pictures that stand in no words are added to their end.
    """
    words = entry.words
    parts = words.split("\n\n")
    chosen = next((one for one in entry.pictures if one.source in names), None)
    for place, part in enumerate(parts):
        found = _ALONE.fullmatch(part.strip())
        if found and found["source"] in names:
            alt = found["alt"].replace("\\", "")
            chosen = _named(entry, found["source"]) or Picture(found["source"], alt)
            words = "\n\n".join((*parts[:place], *parts[place + 1 :]))
            break
    rest = [one for one in entry.pictures if one is not chosen and one.source not in words]
    shown = [f"![{_bracketed(one.alt)}]({one.source})" for one in rest if " " not in one.source]
    return chosen, "\n\n".join(filter(None, (words, *shown)))


def _named(entry: FoundEntry, source: str) -> Picture | None:
    return next((one for one in entry.pictures if one.source == source), None)


def _bracketed(alt: str) -> str:
    return re.sub(r"([\\\[\]])", r"\\\1", " ".join(alt.split()))
