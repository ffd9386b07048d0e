"""Addresses that determine a DOI, at resolvers and publishers."""

import re

from roundup.identifiers.link import Link

_RESOLVERS = ("doi.org", "doi.acm.org", "doi.ieeecomputersociety.org", "oadoi.org")
# Publishers whose paths end in the DOI, with at most a word for the view after it.
_CARRIERS = (
    "dl.acm.org",
    "link.springer.com",
    "springeropen.com",
    "biomedcentral.com",
    "nature.com",
    "onlinelibrary.wiley.com",
    "science.org",
    "sciencemag.org",
    "aps.org",
    "pnas.org",
    "tandfonline.com",
    "sagepub.com",
    "iopscience.iop.org",
    "frontiersin.org",
    "royalsocietypublishing.org",
    "pubs.acs.org",
    "epubs.siam.org",
    "pubsonline.informs.org",
    "mitpressjournals.org",
    "annualreviews.org",
    "scitation.org",
    "worldscientific.com",
    "emerald.com",
    "nejm.org",
    "psycnet.apa.org",
    "doi.apa.org",
    "biorxiv.org",
    "medrxiv.org",
)
# Publishers that add a number and the title after the DOI.
_CARRIERS_WITH_TITLE = ("direct.mit.edu", "pubs.aip.org")
_IN_PATH = re.compile(r"[/:](10\.[0-9]{4,9}/.+)")
_IN_PATH_BEFORE_TITLE = re.compile(r"/(10\.[0-9]{4,9}/[^/]+)")
_VIEW = re.compile(
    r"(?ai)(?:/(?:full|abs|abstract|pdf|epdf|meta|html|xml|epub|summary|references|citations|figures"
    r"|tables|metrics|fulltext)(?:\.html?)?"
    r"|\.(?:pdf(?:\+html)?|html?|epub|full|full-text|abstract|article-info|article-metrics"
    r"|supplementary-material)"
    r"|;jsessionid=[^/]*|/)$"
)
_EARLY = re.compile(
    r"/content/(?:(?:bio|med)rxiv/)?early/[0-9]{4}/[0-9]{2}/[0-9]{2}/([0-9.]+[0-9])(?:[^0-9].*)?"
)
# host, path, and the DOI that its group completes
_PATTERNS = (
    (
        "nature.com",
        re.compile(r"(?ai)/articles/([a-z0-9][a-z0-9.-]*?)(?:_reference)?(?:\.e?pdf)?(?:/.*)?"),
        "10.1038/",
    ),
    (
        "nature.com",
        re.compile(r"(?ai)/[a-z]+/journal/v[0-9]+/n[0-9]+/(?:full|abs|pdf)/([a-z0-9.-]+?)\.\w+"),
        "10.1038/",
    ),
    (
        "elifesciences.org",
        re.compile(r"/articles/([0-9]{5,6})(?:v[0-9]+)?(?:/.*)?"),
        "10.7554/elife.",
    ),
    ("biorxiv.org", _EARLY, "10.1101/"),
    ("medrxiv.org", _EARLY, "10.1101/"),
)
_PLOS = ("plos.org", "plosone.org")


def doi_at(link: Link) -> str | None:
    """The DOI in or behind an address, as written there; None where there is none."""
    path = link.plain_path
    if link.is_on(*_RESOLVERS):
        return path.removeprefix("/")
    if link.is_on(*_PLOS):
        return link.parameter("id") or _after_lead(path)
    if link.is_on(*_CARRIERS_WITH_TITLE):
        found = _IN_PATH_BEFORE_TITLE.search(path)
        return found[1] if found else None
    carried = _after_lead(path) if link.is_on(*_CARRIERS) else None
    return carried or _completed(link, path)


def _after_lead(path: str) -> str | None:
    found = _IN_PATH.search(path)
    return _without_view(found[1]) if found else None


def _without_view(name: str) -> str:
    while (shorter := _VIEW.sub("", name)) != name:
        name = shorter
    return name


def _completed(link: Link, path: str) -> str | None:
    for host, pattern, lead in _PATTERNS:
        found = pattern.fullmatch(path) if link.is_on(host) else None
        if found:
            return lead + found[1]
    return None
