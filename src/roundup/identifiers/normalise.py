"""Any spelling of an identifier -> the one that all of them share."""

import re
from collections.abc import Callable

import msgspec

from roundup.identifiers import acl, arxiv, doi, numbers, proceedings
from roundup.identifiers.identifier import Identifier
from roundup.identifiers.link import Link, read_link
from roundup.identifiers.paste import tidy


class _Rule(msgspec.Struct, frozen=True):
    read: Callable[[str], Identifier | None]
    locate: Callable[[Link], Identifier | None]


_RULES = {
    "arxiv": _Rule(arxiv.read, arxiv.locate),
    "doi": _Rule(doi.read, doi.locate),
    "acl": _Rule(acl.read, acl.locate),
    "openreview": _Rule(proceedings.read_openreview, proceedings.locate_openreview),
    "pmlr": _Rule(proceedings.read_pmlr, proceedings.locate_pmlr),
    "cvf": _Rule(proceedings.read_cvf, proceedings.locate_cvf),
    "neurips": _Rule(proceedings.read_neurips, proceedings.locate_neurips),
    "jmlr": _Rule(proceedings.read_jmlr, proceedings.locate_jmlr),
    "pmid": _Rule(numbers.read_pmid, numbers.locate_pmid),
    "isbn": _Rule(numbers.read_isbn, numbers.locate_isbn),
}
SCHEMES = ("arxiv", "doi", "acl", "openreview", "pmlr", "cvf", "pmid", "isbn")
"""The schemes that are fields of front matter, beside `url`."""

# Their ids look like nothing else; the others need their scheme's name before them.
_SPEAK_FOR_THEMSELVES = ("arxiv", "doi", "acl")
_PREFIX = re.compile(
    rf"(?ai)(?:(?:urn|info)\s*:\s*)?({'|'.join(_RULES)})(?:-?1[03])?"
    r"(?:\s+(?:e-?|pre)prints?,?)?(?:\s*[:：]\s*|/(?=10\.|[0-9])|\s+)(.+)"
)


def normalise(text: str) -> Identifier | None:
    """The identifier that a text spells: with its scheme's name before it (`arXiv:1906.08237`),
    as a bare arXiv id, DOI or ACL id, or as an address. None where nothing is recognised."""
    text = tidy(text)
    prefixed = _PREFIX.fullmatch(text)
    if prefixed:
        return _understood(_RULES[prefixed[1].lower()], prefixed[2])
    for scheme in _SPEAK_FOR_THEMSELVES:
        found = _RULES[scheme].read(text)
        if found:
            return found
    link = read_link(text)
    return _recognised(link) if link else None


def normalise_as(scheme: str, text: str) -> Identifier | None:
    """The identifier in a front matter field of a scheme: bare, prefixed or an address. None where
    the shape is wrong. A DOI of arXiv's or ACL's becomes their identifier; `url` is `from_link`."""
    if scheme == "url":
        return from_link(text)
    rule = _RULES.get(scheme)
    text = tidy(text)
    if rule is None or not text:
        return None
    prefixed = _PREFIX.fullmatch(text)
    if prefixed and prefixed[1].lower() == scheme:
        return _understood(rule, prefixed[2])
    found = _understood(rule, text)
    if found:
        return found
    other = normalise(text)
    return other if other and other.scheme == scheme else None


def from_link(text: str) -> Identifier | None:
    """The identity of what `url` or `pdf` leads to: the identifier that the address holds, else the
    whole address as scheme `url`; None for a host alone, a host of code, and what is no address."""
    known = normalise(text)
    if known:
        return known
    link = read_link(text)
    return Identifier("url", link.address) if link and link.is_work else None


def _understood(rule: _Rule, text: str) -> Identifier | None:
    found = rule.read(text)
    if found:
        return found
    link = read_link(text)
    return rule.locate(link) if link else None


def _recognised(link: Link) -> Identifier | None:
    for rule in _RULES.values():
        found = rule.locate(link)
        if found:
            return found
    return None
