"""What an entry of a bibliography gives becomes the facts of a work: identifiers, links, venue, dates."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from roundup.authoring.importers.bibliography.given import Given, cleaned
from roundup.authoring.importers.found import FoundEntry, Remark
from roundup.authoring.work import Work
from roundup.identifiers import SCHEMES, clean_url, from_link, normalise, normalise_as
from roundup.identifiers.code_hosts import is_code_host
from roundup.model import Link, Venue
from roundup.pages.markdown.inline import plain

# Where preprints are kept: no place of publication.
_PREPRINTS = re.compile(
    r"(?i)\W*(?:corr|arxiv|computing research repository|(?:bio|med|chem|psy)rxiv)\b.*"
)
_BREAKS = re.compile(r"[\s,;|()]+")
_HOST = re.compile(r"https?://([^/?#]*)([^?#]*)")
_LONGEST_SHORT = 30
_LONGEST_SERIES = 20
_PREPRINT_TYPES = ("article", "article-journal", "manuscript", "")


class Identified(msgspec.Struct, frozen=True):
    """Identifiers by scheme, and what contradicted or could not be read."""

    values: dict[str, str]
    doubts: tuple[str, ...] = ()


def entry(given: Given) -> tuple[FoundEntry | None, tuple[Remark, ...]]:
    """The entry and what is doubtful about it; none where it has neither title nor address."""
    identified = _identified(given)
    links = tuple(dict.fromkeys(filter(None, map(clean_url, _links(given)))))
    papers = [one for one in links if not _is_code(one)]
    title = cleaned(given.title)
    doubts = list(identified.doubts)
    if not title:
        title = next(iter(identified.values.values()), next(iter(papers), ""))
        doubts.append("the entry has no title")
    if not title:
        what = f"entry '{given.key}'" if given.key else "an entry"
        return None, (Remark(given.line, "skipped", f"{what} has no title and no identifier"),)
    if given.unnamed:
        doubts.append(f"not all authors are named: {title}")
    work = _work(given, title, identified.values, links)
    remarks = tuple(Remark(given.line, "doubted", one) for one in doubts)
    return FoundEntry(work=work, words=_words(given), line=given.line), remarks


def _work(given: Given, title: str, identifiers: dict[str, str], links: tuple[str, ...]) -> Work:
    papers = [one for one in links if not _is_code(one)]
    pdfs = [one for one in map(clean_url, given.pdfs) if one]
    url = papers[0] if papers else ""
    beside = [one for one in (*pdfs, *papers[1:]) if one != url]
    pdf = next((one for one in beside if one in pdfs or one.lower().endswith(".pdf")), "")
    preprint = is_preprint(given)
    kind = "article" if preprint and given.type in _PREPRINT_TYPES else given.type
    return Work(
        title=title,
        short=given.short if len(given.short) <= _LONGEST_SHORT else "",
        authors=given.authors,
        identifiers=identifiers,
        url=url,
        pdf=pdf,
        code=tuple(one for one in links if _is_code(one)),
        links=tuple(Link(one) for one in beside if one != pdf and not _says(one, identifiers)),
        venue=None if preprint else _venue(given),
        date=given.date if preprint else None,
        published=None if preprint else given.date,
        type=kind,
        abstract=cleaned(given.abstract),
        tags=tuple(dict.fromkeys(given.keywords)),
    )


def is_preprint(given: Given) -> bool:
    """Whether it stands at a preprint server and nowhere else."""
    named = given.venue or given.publisher
    if named:
        return _PREPRINTS.fullmatch(named) is not None
    arxiv = any(scheme in ("arxiv", "") for scheme, _ in given.identifiers)
    return arxiv and given.type in _PREPRINT_TYPES


def _venue(given: Given) -> Venue | None:
    name = cleaned(given.venue) or cleaned(given.publisher)
    if not name:
        return None
    short = cleaned(given.venue_short)
    return Venue(
        name=name,
        short=short if len(short) <= _LONGEST_SERIES and short != name else "",
        volume=cleaned(given.volume),
        issue=cleaned(given.issue),
        pages=cleaned(given.pages),
        publisher=cleaned(given.publisher) if given.venue else "",
    )


def _identified(given: Given) -> Identified:
    """Identifiers from their fields first, then from links, then from whatever else holds one."""
    values: dict[str, str] = {}
    doubts: list[str] = []
    for scheme, text in given.identifiers:
        found = normalise_as(scheme, text) if scheme else normalise(text)
        if found is None and scheme:
            doubts.append(f"no {scheme} identifier: {cleaned(text)}")
        if found is None or found.scheme not in SCHEMES:
            continue
        kept = values.setdefault(found.scheme, found.value)
        if kept != found.value:
            doubts.append(f"two identifiers, {found.scheme} {kept} and {found.value}")
    for text in (*_links(given), *given.pdfs):
        found = from_link(text)
        if found and found.scheme in SCHEMES:
            values.setdefault(found.scheme, found.value)
    hidden = next(_hidden_arxiv(given), "") if "arxiv" not in values else ""
    values |= {"arxiv": hidden} if hidden else {}
    return Identified({name: values[name] for name in SCHEMES if name in values}, tuple(doubts))


def _hidden_arxiv(given: Given) -> Iterator[str]:
    """Ids of arXiv in names of journals, numbers and notes: `CoRR abs/1906.08237`."""
    preprint = is_preprint(given)
    places = [given.venue, given.volume, given.issue, given.pages, given.publisher]
    for text in (*(places if preprint else ()), *given.notes):
        said = preprint or "arxiv" in text.lower()
        for word in _BREAKS.split(text) if said else ():
            found = normalise_as("arxiv", word.removeprefix("abs/").rstrip(".,"))
            if found:
                yield found.value


def _links(given: Given) -> Iterable[str]:
    """Its addresses, notes that are nothing else, and what notes say of code."""
    words = [word.rstrip(".,;)") for note in given.notes for word in note.split()]
    code = (word for word in words if word.startswith("http") and _is_code(word))
    return (*given.links, *(one for one in given.notes if clean_url(one)), *code)


def _is_code(address: str) -> bool:
    found = _HOST.match(address)
    return found is not None and is_code_host(found[1], found[2])


def _says(address: str, identifiers: dict[str, str]) -> bool:
    """Whether an identifier field says the same as the address."""
    found = from_link(address)
    return found is not None and identifiers.get(found.scheme) == found.value


def _words(given: Given) -> str:
    """Remarks as Markdown: annotations first, then notes that say more than an address."""
    notes = (one for one in given.notes if not (clean_url(one) or normalise(one)))
    parts = [*given.words.split("\n\n"), *notes]
    return "\n\n".join(plain(cleaned(part)) for part in parts if cleaned(part))
