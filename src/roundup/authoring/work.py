"""What a reference, a service or a document says of one paper, before it is an article's front matter."""

import msgspec

from roundup.model import Link, PartialDate, Person, Venue


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """Facts of one work, named as the fields of front matter; empty where nothing is known.

    `identifiers` maps field names (arxiv, doi, acl, ...) to one normalised value each.
    """

    title: str = ""
    short: str = ""
    authors: tuple[Person, ...] = ()
    identifiers: dict[str, str] = {}
    url: str = ""
    pdf: str = ""
    code: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    venue: Venue | None = None
    date: PartialDate | None = None
    published: PartialDate | None = None
    type: str = ""
    abstract: str = ""
    tags: tuple[str, ...] = ()
    status: str = ""
