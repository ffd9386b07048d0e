"""What is known about a work: facts of one article, and of a paper from all that present it."""

from collections.abc import Iterable, Sequence

import msgspec

from roundup.content.article import Article
from roundup.content.fields import SCHEMES, WorkFields
from roundup.content.words import topic_slug
from roundup.identifiers import Identifier, from_link
from roundup.model import Facts

_SAME_NAMES = tuple(n for n in Facts.__struct_fields__ if n in WorkFields.__struct_fields__)
EMPTY = Facts()


def work_fields(article: Article) -> WorkFields:
    """The fields of an entry's or shared paper's article."""
    assert isinstance(article.fields, WorkFields)
    return article.fields


def stated_at(article: Article, name: str) -> int:
    """The line on which an article states a fact; its address may state an identifier."""
    lines = (article.lines.get(field) for field in (name, "url", "pdf"))
    return next((line for line in lines if line), 1)


def facts_of(fields: WorkFields) -> Facts:
    """What an article itself says of its work."""
    values = {name: getattr(fields, name) for name in _SAME_NAMES}
    tags = tuple(dict.fromkeys(slug for tag in fields.tags if (slug := topic_slug(tag))))
    return Facts(**{**values, "tags": tags, "identifiers": identifiers_of(fields)})


def identifiers_of(fields: WorkFields) -> tuple[Identifier, ...]:
    """One identifier a scheme: of the fields, then of `url` and `pdf` where those hold one."""
    stated = (getattr(fields, scheme) for scheme in SCHEMES)
    found: dict[str, Identifier] = {}
    for identifier in stated:
        if identifier:
            found.setdefault(identifier.scheme, identifier)
    for identifier in links_of(fields):
        if identifier.scheme != "url":
            found.setdefault(identifier.scheme, identifier)
    return tuple(found[scheme] for scheme in sorted(found))


def links_of(fields: WorkFields) -> tuple[Identifier, ...]:
    """What `url` and `pdf` identify: an identifier of a known kind, else the address itself."""
    links = (from_link(address) for address in (fields.url, fields.pdf) if address)
    return tuple(link for link in links if link is not None)


def completed(facts: Facts, others: Iterable[Facts], removed: Sequence[str] = ()) -> Facts:
    """The facts, what they leave out taken from the others in turn; removed fields stay empty."""
    for other in others:
        missing = {
            name: theirs
            for name, theirs, empty in zip(
                Facts.__struct_fields__, msgspec.structs.astuple(other), _EMPTY_VALUES, strict=True
            )
            if theirs != empty and getattr(facts, name) == empty and name not in removed
        }
        identifiers = _joined(facts.identifiers, other.identifiers, removed)
        if missing or identifiers != facts.identifiers:
            missing["identifiers"] = identifiers
            facts = msgspec.structs.replace(facts, **missing)
    return facts


_EMPTY_VALUES = msgspec.structs.astuple(EMPTY)


def _joined(
    own: tuple[Identifier, ...], others: tuple[Identifier, ...], removed: Sequence[str]
) -> tuple[Identifier, ...]:
    found = {one.scheme: one for one in (*reversed(others), *reversed(own))}
    return tuple(found[scheme] for scheme in sorted(found) if scheme not in removed)
