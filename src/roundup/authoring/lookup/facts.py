"""Facts of the papers that references name: each asked where it is known best."""

from collections.abc import Callable, Mapping, Sequence
from urllib.parse import quote

import msgspec

from roundup.authoring.importers.bibliography import read_bibliography
from roundup.authoring.lookup import arxiv, crossref, highwire
from roundup.authoring.lookup.cache import Kept
from roundup.authoring.lookup.hosts import host_of
from roundup.authoring.lookup.merge import completed
from roundup.authoring.lookup.references import Reference
from roundup.authoring.lookup.web import Unavailable, Web
from roundup.authoring.work import Work
from roundup.content.settings import LookupSettings

_CSL = "application/vnd.citationstyles.csl+json"

Told = Callable[[int], None]


class Found(msgspec.Struct, frozen=True):
    """What services say of a paper; `troubles` tell why something is missing."""

    kept: Kept | None
    troubles: tuple[str, ...] = ()


def look_up(
    references: Sequence[Reference], web: Web, services: LookupSettings, told: Told
) -> tuple[Found, ...]:
    """Facts for each reference, in their order; `told` hears how many are done. Never raises for an answer."""
    ids = [one.identifier.value for one in references if one.identifier.scheme == "arxiv"]
    feed = _from_arxiv(list(dict.fromkeys(ids)), web, services.arxiv)
    found = []
    for number, reference in enumerate(references, 1):
        found.append(_found(reference, feed, web, services))
        told(number)
    return tuple(found)


def _found(
    reference: Reference,
    feed: Mapping[str, Work | Unavailable],
    web: Web,
    services: LookupSettings,
) -> Found:
    """The facts of one paper, those of its DOI taken where its first source leaves them out."""
    try:
        kept = _first(reference, feed, web, services)
    except Unavailable as fault:
        return Found(None, (fault.message,))
    doi = kept.work.identifiers.get("doi", "")
    if reference.identifier.scheme == "doi" or not doi or _is_settled(kept.work):
        return Found(kept)
    try:
        record = _from_doi(doi, web, services)
    except Unavailable as fault:
        return Found(kept, (f"where and when it was published: {fault.message}",))
    said = f"{kept.said}, {record.said}"
    return Found(Kept(completed(_without_journal(kept.work, record.work), record.work), said))


def _without_journal(work: Work, record: Work) -> Work:
    """A work whose own words on where it was published give way to the publisher's."""
    return msgspec.structs.replace(work, venue=None) if record.venue else work


def _is_settled(work: Work) -> bool:
    return bool(work.venue and work.published and work.authors)


def _first(
    reference: Reference,
    feed: Mapping[str, Work | Unavailable],
    web: Web,
    services: LookupSettings,
) -> Kept:
    match reference.identifier.scheme:
        case "arxiv":
            answer = feed[reference.identifier.value]
            if isinstance(answer, Unavailable):
                raise answer
            return Kept(answer, "arXiv")
        case "doi":
            return _from_doi(reference.identifier.value, web, services)
        case _:
            return _from_page(reference.work.url or reference.identifier.address, web)


def _from_arxiv(ids: Sequence[str], web: Web, service: str) -> dict[str, Work | Unavailable]:
    """What arXiv says of many papers, asked for together; one bad number among them spoils no other."""
    found: dict[str, Work | Unavailable] = {}
    for start in range(0, len(ids), arxiv.BATCH):
        batch = ids[start : start + arxiv.BATCH]
        try:
            works = arxiv.works(web.get(arxiv.address(service, batch), arxiv.ACCEPT).body)
        except Unavailable as fault:
            if fault.status == 400 and len(batch) > 1:
                for one in batch:
                    found |= _from_arxiv([one], web, service)
            else:
                found |= dict.fromkeys(batch, fault)
            continue
        for one in batch:
            found[one] = _entry(one, works, service)
    return found


def _entry(one: str, works: Mapping[str, Work] | None, service: str) -> Work | Unavailable:
    if works is None:
        return _nonsense(service)
    return works.get(one) or Unavailable(f"arXiv shows no paper {one}", "absent")


def _from_doi(doi: str, web: Web, services: LookupSettings) -> Kept:
    """What Crossref says of a DOI, else the agency that its resolver knows (DataCite and others)."""
    try:
        address = crossref.address(services.crossref, doi, services.mailto)
        work = crossref.work(web.get(address, crossref.ACCEPT).body, doi)
    except Unavailable as fault:
        if fault.reason != "absent":
            raise
        return _from_agency(doi, web, services.doi)
    if work is None:
        raise _nonsense(services.crossref)
    return Kept(work, "Crossref")


def _from_agency(doi: str, web: Web, service: str) -> Kept:
    """https://citation.doi.org/docs.html"""
    try:
        answer = web.get(f"{service.rstrip('/')}/{quote(doi, safe='/')}", _CSL)
    except Unavailable as fault:
        if fault.reason != "absent":
            raise
        raise Unavailable(f"nobody knows the DOI {doi}", "absent") from None
    works, _ = read_bibliography("doi.json", answer.body)
    if len(works) != 1 or not works[0].title:
        raise _nonsense(service)
    return Kept(msgspec.structs.replace(works[0], url=""), host_of(answer.url))


def _from_page(url: str, web: Web) -> Kept:
    answer = web.get(url, highwire.ACCEPT)
    work = highwire.work(answer.body, answer.charset, answer.url)
    if work is None:
        raise Unavailable(f"the page at {host_of(url)} does not say which paper it shows", "broken")
    return Kept(work, host_of(url))


def _nonsense(service: str) -> Unavailable:
    return Unavailable(f"{host_of(service)} answered with something that is no paper", "broken")
