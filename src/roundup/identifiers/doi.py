"""DOIs: one spelling each, and those that name a paper known by a better identifier.

https://www.doi.org/doi-handbook/HTML/ (the names are case-insensitive in ASCII)
"""

import re
from string import ascii_lowercase, ascii_uppercase
from urllib.parse import unquote

from roundup.identifiers import acl, arxiv
from roundup.identifiers.identifier import Identifier
from roundup.identifiers.link import Link, trimmed
from roundup.identifiers.paste import tidy
from roundup.identifiers.publishers import doi_at

_NAME = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")
# Written before the name by people and by resolvers.
_LEAD = re.compile(r"\A(?:info:|urn:)?doi\s*[:：/]\s*")
# A preprint of bioRxiv and medRxiv keeps its DOI from version to version.
_PREPRINT = re.compile(r"(10\.(?:1101|64898)/(?:[0-9]{4}\.[0-9]{2}\.[0-9]{2}\.)?[0-9]{6,8})v[0-9]+")
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
# So short that its address stays within the limit of addresses however it is escaped.
_LONGEST = 160
_MOST_ROUNDS = 5


def read(text: str) -> Identifier | None:
    """A DOI in any case, percent-encoded or not. An arXiv DOI is that arXiv id, an ACL DOI that
    ACL id; a bioRxiv or medRxiv DOI loses its version and stays a DOI."""
    for _ in range(_MOST_ROUNDS):
        plain = _plain(text)
        if plain == text:
            return _refined(text) if _is_name(text) else None
        text = plain
    return None


def locate(link: Link) -> Identifier | None:
    """The DOI of an address of a resolver, or of a publisher whose addresses determine it."""
    name = doi_at(link)
    return read(name) if name else None


def _plain(text: str) -> str:
    try:
        text = unquote(text, errors="strict")
    except UnicodeDecodeError:
        return ""
    text = trimmed(tidy(_LEAD.sub("", text.translate(_LOWER))))
    preprint = _PREPRINT.fullmatch(text)
    return preprint[1] if preprint else text


def _is_name(text: str) -> bool:
    if len(text) > _LONGEST or not _NAME.fullmatch(text):
        return False
    return not {".", ".."}.intersection(text.split("/"))


def _refined(name: str) -> Identifier:
    prefix, _, rest = name.partition("/")
    known = None
    if prefix == "10.48550" and rest.startswith("arxiv."):
        known = arxiv.read(rest.removeprefix("arxiv."))
    elif prefix in ("10.18653", "10.3115") and rest.startswith("v1/"):
        known = acl.read(rest.removeprefix("v1/"))
    return known or Identifier("doi", name)
