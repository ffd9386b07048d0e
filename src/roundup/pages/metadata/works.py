"""The works that a page shows, back from its view: what metadata says is what readers see."""

from roundup.identifiers import Identifier
from roundup.model import Facts, PartialDate, Person
from roundup.pages.bibliography import Name, identifier_of
from roundup.pages.citations import citation
from roundup.pages.views import Citation, FactsView

SCHEMES = {
    "acl": "ACL Anthology",
    "arxiv": "arXiv",
    "cvf": "CVF",
    "doi": "DOI",
    "isbn": "ISBN",
    "jmlr": "JMLR",
    "neurips": "NeurIPS",
    "openreview": "OpenReview",
    "pmid": "PubMed",
    "pmlr": "PMLR",
}
# The types whose venue is a journal or another serial.
SERIALS = frozenset(("article-journal", "article-magazine", "article-newspaper", "review"))
# What Zotero calls the types that their venue does not give away; it reads them from Dublin Core.
ITEM_TYPES = {
    "article": "preprint",
    "article-journal": "journalArticle",
    "book": "book",
    "chapter": "bookSection",
    "dataset": "dataset",
    "paper-conference": "conferencePaper",
    "post-weblog": "blogPost",
    "report": "report",
    "software": "computerProgram",
    "thesis": "thesis",
    "webpage": "webpage",
}
# Where the schemes that lead to full texts keep them.
_FULL_TEXTS = {
    "arxiv": "https://arxiv.org/pdf/{}",
    "acl": "https://aclanthology.org/{}.pdf",
    "openreview": "https://openreview.net/pdf?id={}",
}


def facts_of(view: FactsView) -> Facts:
    """The facts that a view was made of, as far as citations ask for them."""
    return Facts(
        title=view.title,
        short=view.short,
        authors=tuple(Person.parse(one.inverted or one.text) for one in view.authors),
        date=_date(view.date),
        published=_date(view.published),
        venue=view.venue,
        type=view.type,
        identifiers=tuple(Identifier(one.detail, one.text) for one in view.identifiers),
        url=view.url,
        pdf=view.pdf,
        status=view.status,
    )


def _date(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def cited(key: str, view: FactsView, address: str = "") -> Citation:
    """The citation of a work on a page; `address` is where it is cited from if it has no other."""
    return citation(key, facts_of(view), address, "")


def inverted(name: Name) -> str:
    """`van der Maaten, Laurens`, with one comma at most: readers take a second one for another person."""
    return f"{name.last}, {name.given} {name.suffix}".rstrip() if name.given else name.family


def full_text(work: Citation) -> str:
    """The address of its PDF: the given one, else the one that follows from an identifier."""
    found = (
        pattern.format(value)
        for scheme, pattern in _FULL_TEXTS.items()
        if (value := identifier_of(work, scheme))
    )
    return work.pdf or next(found, "")
