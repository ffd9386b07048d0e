"""The fields of BibTeX, BibLaTeX and of what Zotero, Mendeley, JabRef and dblp add to them."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from roundup.authoring.importers.bibliography.bibtex import Record
from roundup.authoring.importers.bibliography.bibtex_names import authors_of
from roundup.authoring.importers.bibliography.given import Given, cleaned, dated, dated_text, listed
from roundup.authoring.importers.bibliography.latex import paragraphs_of, text_of
from roundup.identifiers import SCHEMES, clean_url
from roundup.model import PartialDate

_TYPES = MappingProxyType(
    {
        "article": "article-journal",
        "suppperiodical": "article-journal",
        "review": "review",
        "inproceedings": "paper-conference",
        "conference": "paper-conference",
        "book": "book",
        "mvbook": "book",
        "collection": "book",
        "proceedings": "book",
        "incollection": "chapter",
        "inbook": "chapter",
        "inreference": "entry-encyclopedia",
        "phdthesis": "thesis",
        "mastersthesis": "thesis",
        "thesis": "thesis",
        "techreport": "report",
        "report": "report",
        "unpublished": "manuscript",
        "booklet": "pamphlet",
        "patent": "patent",
        "dataset": "dataset",
        "software": "software",
        "standard": "standard",
        "online": "webpage",
        "electronic": "webpage",
        "www": "webpage",
    }
)
_VENUES = (
    "booktitle", "journal", "journaltitle", "eventtitle", "school", "institution",
    "howpublished", "organization",
)  # fmt: skip
_SCHEMES = MappingProxyType({"arxivid": "arxiv", "pmid": "pmid", "isbn": "isbn", "doi": "doi"})
_EPRINTS = MappingProxyType({"arxiv": "arxiv", "pubmed": "pmid"})
_ADDRESSES = ("url", "ee", "link", "howpublished", "bdsk-url-1", "bdsk-url-2", "code", "eprint")


def given_of(record: Record) -> Given:
    """What an entry gives; formulas of its title and abstract stay between `$`."""
    fields = record.fields
    authors, unnamed = authors_of(fields.get("author", ""))
    venue = next(filter(None, (_venue(fields, name) for name in _VENUES)), "")
    return Given(
        line=record.line,
        key=record.key,
        type=_TYPES.get(record.kind, ""),
        title=": ".join(filter(None, (_text(fields, "title"), _text(fields, "subtitle")))),
        short=_text(fields, "shorttitle"),
        authors=authors,
        unnamed=unnamed,
        date=_date(fields),
        venue=venue,
        venue_short=_text(fields, "shortjournal") or _text(fields, "series"),
        volume=_text(fields, "volume"),
        issue=_text(fields, "number") or _text(fields, "issue"),
        pages=_text(fields, "pages").replace("—", "–").replace("–", "-"),
        publisher=_text(fields, "publisher"),
        identifiers=tuple(_identifiers(fields)),
        links=tuple(one for name in _ADDRESSES for one in _addresses(fields.get(name, ""))),
        pdfs=tuple(_addresses(fields.get("pdf", ""))),
        abstract=_text(fields, "abstract"),
        keywords=listed(_text(fields, "keywords") or _text(fields, "keyword")),
        notes=tuple(_notes(fields)),
        words=_words(fields),
    )


def _text(fields: Mapping[str, str], name: str) -> str:
    return cleaned(text_of(fields.get(name, "")))


def _venue(fields: Mapping[str, str], name: str) -> str:
    """The name of a place, which an address is not."""
    text = _text(fields, name)
    return "" if clean_url(text) else text


def _date(fields: Mapping[str, str]) -> PartialDate | None:
    """`date` of BibLaTeX, else year, month and day."""
    if found := dated_text(fields.get("date", "")):
        return found
    return dated(_text(fields, "year"), _text(fields, "month"), _text(fields, "day"))


def _identifiers(fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, scheme in _SCHEMES.items():
        if text := _text(fields, name):
            yield scheme, text
    if text := _text(fields, "eprint"):
        archive = _text(fields, "archiveprefix") or _text(fields, "eprinttype")
        scheme = _EPRINTS.get(archive.lower(), "")
        yield from [(scheme, text)] if scheme else [("", text)]
    for name in SCHEMES:
        if name not in _SCHEMES and (text := _text(fields, name)):
            yield name, text


def _addresses(latex: str) -> Iterator[str]:
    """The addresses in a value, where TeX escapes what the web does not."""
    for word in latex.replace("\\_", "_").replace("{\\_}", "_").split():
        bare = word.removeprefix("\\url").strip("{}<>,;")
        for sign in ("%", "&", "#", "~"):
            bare = bare.replace(f"\\{sign}", sign)
        bare = bare.replace("{\\textasciitilde}", "~").replace("$\\sim$", "~")
        if clean_url(bare):
            yield bare


def _notes(fields: Mapping[str, str]) -> Iterator[str]:
    """Remarks, a line each, as Zotero writes them."""
    for name in ("note", "addendum", "comment"):
        for row in paragraphs_of(fields.get(name, "")).splitlines():
            if cleaned(row):
                yield cleaned(row)


def _words(fields: Mapping[str, str]) -> str:
    """What the owner of the file wrote about the work."""
    texts = (paragraphs_of(fields.get(name, "")) for name in ("annote", "annotation", "annotate"))
    return "\n\n".join(filter(None, texts))
