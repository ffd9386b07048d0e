"""References to papers as people type them: arXiv ids, DOIs, addresses."""

import msgspec

from roundup.authoring.work import Work
from roundup.content.fields import SCHEMES
from roundup.identifiers import Identifier, clean_url, from_link
from roundup.identifiers.code_hosts import is_code_host
from roundup.identifiers.link import read_link


class NoReference(ValueError):
    """A text that names no paper; the hint says what would."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class Reference(msgspec.Struct, frozen=True):
    """A paper somebody asked for: how it was written, what identifies it, what that alone says of it."""

    text: str
    identifier: Identifier
    work: Work


def read_reference(text: str) -> Reference:
    """The paper that a text refers to; raises NoReference."""
    found = from_link(text)
    if found is None:
        raise _unknown(text)
    address = clean_url(text) or ""
    is_pdf = _is_pdf(address)
    work = Work(
        identifiers=dict(_fields(found)),
        url="" if is_pdf else address,
        pdf=address if is_pdf else "",
    )
    return Reference(text, found, work)


def reference_of(work: Work) -> Reference | None:
    """The best way to ask for facts of a work that is known in part; None where nothing identifies it."""
    found = sorted(identified(work), key=_ease)
    return Reference(spelled(found[0]), found[0], work) if found else None


def _ease(identifier: Identifier) -> int:
    """How far down the list of services an identifier is asked for."""
    known = identifier.scheme in _EASE
    return _EASE.index(identifier.scheme) if known else len(_EASE)


_EASE = ("arxiv", "doi", "acl", "pmlr", "cvf", "openreview", "neurips", "jmlr", "pmid")


def identified(work: Work) -> tuple[Identifier, ...]:
    """All that identifies a work: its identifiers, and what its addresses lead to."""
    links = (from_link(one) for one in (work.url, work.pdf) if one)
    found = [Identifier(name, value) for name, value in work.identifiers.items()]
    return tuple(dict.fromkeys(one for one in (*found, *links) if one))


def tokens(work: Work) -> tuple[str, ...]:
    """What identifies a work, as the catalog spells it: `arxiv:1906.08237`."""
    return tuple(f"{one.scheme}:{one.value}" for one in identified(work))


def names_of(work: Work) -> tuple[str, ...]:
    """What may stand for the title of a work as long as nobody knows it."""
    return tuple(spelled(one) for one in identified(work))


def spelled(identifier: Identifier) -> str:
    """An identifier as it can be typed, and as it stands for a title that nobody knows."""
    if identifier.scheme in ("url", "neurips", "jmlr"):
        return identifier.address
    name = {"arxiv": "arXiv", "doi": "doi"}.get(identifier.scheme, identifier.scheme)
    return f"{name}:{identifier.value}"


def _fields(identifier: Identifier) -> tuple[tuple[str, str], ...]:
    known = identifier.scheme in SCHEMES
    return ((identifier.scheme, identifier.value),) if known else ()


def _is_pdf(address: str) -> bool:
    link = read_link(address) if address else None
    return link is not None and (
        link.path.lower().endswith(".pdf")
        or link.path.startswith("/pdf/")
        or (link.is_on("openreview.net") and link.path == "/pdf")
    )


def _unknown(text: str) -> NoReference:
    link = read_link(text)
    if link and is_code_host(link.host, link.path):
        message = "this is a repository, not a paper"
        return NoReference(message, "give the paper's link, and write this one as 'code:'")
    if link:
        return NoReference(
            "this is a whole site, not a paper", "give the address of the paper's page"
        )
    hint = "a reference is an arXiv id, a DOI, a paper's address, or a .bib, .ris or .json file"
    return NoReference("this is no reference to a paper", hint)
