"""arXiv: new ids and old ones, with the mirrors and readers whose addresses hold them.

https://info.arxiv.org/help/arxiv_identifier.html
"""

import re

from roundup.identifiers.identifier import Identifier
from roundup.identifiers.link import Link

_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph"
    "|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th"
    "|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio"
    "|quant-ph|solv-int|supr-con"
)
_ID = re.compile(
    r"(?ai)(?:arxiv\s*[:：]?\s*)?"
    r"(?:(?P<new>[0-9]{4}\.[0-9]{4,5})"
    rf"|(?P<archive>{_ARCHIVES})(?:\.[a-z-]{{2,12}})?/(?P<old>[0-9]{{7}}))"
    r"(?:v[1-9][0-9]{0,2})?"
    r"(?:(?:\.full)?\.pdf|\.html|\.ps(?:\.gz)?)?/?"
    r"(?:\s*\[[^\]]{1,40}\].{0,60})?",  # the stamp: [cs.CL] 19 Jun 2019
)
_MIRRORS = ("arxiv.org", "xxx.lanl.gov", "xxx.itp.ac.cn")
_PAGE = re.compile(
    r"(?ai)/(?:(?:abs|pdf|html|format|ps|e-print|src|other|tb|cits)/)?([^/]+(?:/[^/]+)?)"
)
_STORED = re.compile(r"(?ai)/(?:ftp|ps_cache)/([a-z-]+)/[a-z]+/[0-9]{4}/([^/]+)")
_READERS = {
    "ar5iv.org": r"/(?:abs|html|pdf|papers)/(.+)",
    "arxiv-vanity.com": r"/papers/(.+)",
    "alphaxiv.org": r"/(?:[a-z]{2}/)?(?:abs|overview|pdf|html|resources)/(.+)",
    "huggingface.co": r"/papers/(.+)",
    "hf.co": r"/papers/(.+)",
    "scirate.com": r"/arxiv/(.+)",
    "semanticscholar.org": r"/(?:arxiv/|(?:(?:graph/)?v1/)?(?:paper/)?(?=arxiv:))(.+)",
    "catalyzex.com": r"/paper/(arxiv:.+)",
    "papers.cool": r"/arxiv/(.+)",
    "emergentmind.com": r"/papers/(.+)",
    "inspirehep.net": r"/(?:api/)?arxiv/(.+)",
    "adsabs.harvard.edu": r"/abs/(arxiv:.+)",
    "dblp.org": r"/rec/(?:html/|bibtex/)?journals/corr/abs-([0-9]{4})-([0-9]{4,5})(?:\.[a-z]+)?",
}
_READER_PAGES = {host: re.compile(f"(?ai){path}") for host, path in _READERS.items()}


def read(text: str) -> Identifier | None:
    """An arXiv id with or without `arXiv:`, version, subject class and file ending."""
    found = _ID.fullmatch(text)
    if not found:
        return None
    if found["new"]:
        return Identifier("arxiv", found["new"]) if _is_dated(found["new"]) else None
    if not _is_dated(found["old"]):
        return None
    return Identifier("arxiv", f"{found['archive'].lower()}/{found['old']}")


def locate(link: Link) -> Identifier | None:
    """The paper of an address at arXiv, at one of its mirrors or at a site that shows its papers;
    `https://ar5iv.labs.arxiv.org` is a host of arXiv's own."""
    path = link.plain_path
    if link.is_on(*_MIRRORS):
        stored = _STORED.fullmatch(path)
        if stored:
            archive = stored[1].lower()
            return read(stored[2] if archive == "arxiv" else f"{archive}/{stored[2]}")
        page = _PAGE.fullmatch(path)
        return read(page[1]) if page else None
    for host, pattern in _READER_PAGES.items():
        if link.is_on(host):
            page = pattern.fullmatch(path)
            return read(".".join(page.groups())) if page else None
    return None


def _is_dated(digits: str) -> bool:
    """Whether YYMM begins them; which numbers were ever given out is not for a shape to say."""
    return 1 <= int(digits[2:4]) <= 12
