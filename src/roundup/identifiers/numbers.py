"""Plain numbers: PubMed's, and those of books with their check digits."""

import re

from roundup.identifiers.identifier import Identifier
from roundup.identifiers.link import Link

_PMID = re.compile(r"[1-9][0-9]{0,7}")
_PUBMED_PAGE = re.compile(r"/(?:m/)?(?:pubmed/)?([0-9]+)")
_EUROPE_PMC_PAGE = re.compile(r"(?ai)/(?:article|abstract)/med/([0-9]+)")
_ISBN_SEPARATORS = re.compile(r"[\s\u2010-\u2015-]")
_ISBN_PAGE = re.compile(r"/isbn/([0-9Xx-]+)")
_ISBN_HOSTS = ("openlibrary.org", "worldcat.org", "isbnsearch.org")


def read_pmid(text: str) -> Identifier | None:
    """A PubMed number."""
    return Identifier("pmid", text) if _PMID.fullmatch(text) else None


def locate_pmid(link: Link) -> Identifier | None:
    """The article of a page at PubMed or Europe PMC."""
    if link.is_on("pubmed.ncbi.nlm.nih.gov") or (
        link.is_on("ncbi.nlm.nih.gov") and "/pubmed/" in link.path
    ):
        page = _PUBMED_PAGE.fullmatch(link.path)
    else:
        page = _EUROPE_PMC_PAGE.fullmatch(link.path) if link.is_on("europepmc.org") else None
    return read_pmid(page[1]) if page else None


def read_isbn(text: str) -> Identifier | None:
    """An ISBN with right check digit, as thirteen digits (ISO 2108); ten become thirteen."""
    digits = _ISBN_SEPARATORS.sub("", text).upper()
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits) and _is_sound_10(digits):
        body = "978" + digits[:9]
        return Identifier("isbn", body + _check_digit_13(body))
    is_sound = re.fullmatch(r"97[89][0-9]{10}", digits) and digits[12] == _check_digit_13(
        digits[:12]
    )
    return Identifier("isbn", digits) if is_sound else None


def locate_isbn(link: Link) -> Identifier | None:
    """The book of a page that is addressed by its ISBN."""
    page = _ISBN_PAGE.fullmatch(link.path) if link.is_on(*_ISBN_HOSTS) else None
    return read_isbn(page[1]) if page else None


def _is_sound_10(digits: str) -> bool:
    values = (10 if digit == "X" else int(digit) for digit in digits)
    return (
        sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)) % 11
        == 0
    )


def _check_digit_13(body: str) -> str:
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(body))
    return str(-total % 10)
