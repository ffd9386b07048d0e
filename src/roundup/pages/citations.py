"""What citations say of a paper, and every format they are written in."""

import re

from roundup.identifiers import Identifier
from roundup.model import Facts
from roundup.pages.bibtex import bibtex
from roundup.pages.csl import csl_json
from roundup.pages.reference import reference
from roundup.pages.ris import ris
from roundup.pages.views import Citation

__all__ = ["bibtex", "citation", "csl_json", "reference", "ris"]

_JOURNAL = re.compile(r"\b(?:journal|transactions|annals|letters|magazine)\b", re.IGNORECASE)
_CONFERENCE = re.compile(r"\b(?:conference|workshops?|symposium|advances in)\b", re.IGNORECASE)
_PROCEEDINGS = frozenset(("acl", "cvf", "neurips", "openreview", "pmlr"))
_NOTES = {"withdrawn": "Withdrawn", "retracted": "Retracted"}
# The version of record before the preprint, which every reader can open.
_ADDRESSES = (
    "doi", "acl", "pmlr", "cvf", "neurips", "jmlr", "openreview", "pmid", "arxiv", "url",
)  # fmt: skip


def citation(key: str, facts: Facts, address: str, language: str) -> Citation:
    """A paper as it is cited; `address`, its page on this site in full, is used if it has no other."""
    return Citation(
        key=key,
        type=facts.type or _type(facts),
        title=facts.title,
        authors=facts.authors,
        year=facts.year,
        date=_date(facts),
        venue=facts.venue,
        identifiers=tuple((one.scheme, one.value) for one in facts.identifiers),
        url=facts.url or _address(facts.identifiers) or address,
        pdf=facts.pdf,
        abstract=facts.abstract,
        note=_NOTES.get(facts.status, ""),
        language=language,
        keywords=facts.tags,
    )


def _type(facts: Facts) -> str:
    """The CSL type of a work that says none: volumes make a journal, save of proceedings."""
    venue, schemes = facts.venue, {one.scheme for one in facts.identifiers}
    if venue is None:
        return "article"
    if "jmlr" in schemes or _JOURNAL.search(venue.name):
        return "article-journal"
    if schemes & _PROCEEDINGS or _CONFERENCE.search(venue.name):
        return "paper-conference"
    return "article-journal" if venue.volume or venue.issue else "paper-conference"


def _date(facts: Facts) -> str:
    """The date whose year citations print: a preprint's day is not that of its proceedings."""
    if facts.published:
        return str(facts.published)
    if facts.venue and facts.venue.year:
        return f"{facts.venue.year:04d}"
    return str(facts.date or "")


def _address(identifiers: tuple[Identifier, ...]) -> str:
    by_scheme = {one.scheme: one.address for one in reversed(identifiers)}
    return next((by_scheme[scheme] for scheme in _ADDRESSES if scheme in by_scheme), "")
