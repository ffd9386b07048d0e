"""What Zotero makes of a page, after the rules of its translators "Embedded Metadata", "RDF" and "COinS".

An oracle for tests: the rules as they were in 2024, as far as they bear on what our pages say.
"""

import re
from typing import Any, NamedTuple
from urllib.parse import unquote

from bs4 import BeautifulSoup

Item = dict[str, Any]


class Creator(NamedTuple):
    """An author; `first` is empty for a name in one field."""

    last: str
    first: str = ""


CONTAINERS = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_inbook_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
FIELDS = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_journal_title": "publicationTitle",
    "citation_journal_abbrev": "journalAbbreviation",
    "citation_inbook_title": "publicationTitle",
    "citation_volume": "volume",
    "citation_issue": "issue",
    "citation_conference_title": "conferenceName",
    "citation_dissertation_institution": "university",
    "citation_technical_report_institution": "institution",
    "citation_publisher": "publisher",
    "citation_isbn": "ISBN",
    "citation_abstract": "abstractNote",
    "citation_doi": "DOI",
    "citation_public_url": "url",
    "citation_language": "language",
}
TYPES = ("preprint", "journalArticle", "conferencePaper", "bookSection", "book", "thesis", "report")
TYPES += ("dataset", "computerProgram", "webpage", "blogPost", "document")


def author(name: str) -> Creator:
    """A name taken apart: at the first comma, else at the last space."""
    cleaned = re.sub(r"^[\s.,/\[\]:]+|[\s.,/\[\]:]+$", "", name)
    if "," in name:
        parts = re.split(r"[,،] ?", cleaned)
        return Creator(parts[0], _dotted(parts[1]) if len(parts) > 1 else "")
    first, _, last = cleaned.rpartition(" ")
    return Creator(last, _dotted(first))


def _dotted(first: str) -> str:
    """Initials have a full stop behind them."""
    return " ".join(f"{one}." if re.fullmatch("[A-Z]", one) else one for one in first.split(" "))


def imported(html: str) -> Item:
    """The item that a page's own metadata makes."""
    metas = [
        (str(one.get("name") or one.get("property")), str(one["content"]))
        for one in BeautifulSoup(html, "html.parser").find_all("meta", content=True)
    ]
    first = dict(reversed(metas))
    item: Item = {"itemType": _type(metas, first)}
    item |= {"title": first.get("og:title"), "publicationTitle": first.get("og:site_name")}
    item |= {"url": first.get("og:url"), "abstractNote": first.get("og:description")}
    for name, field in FIELDS.items():
        if first.get(name, "").strip():
            item[field] = " ".join(first[name].split())
    item["creators"] = _creators([value for name, value in metas if name == "citation_author"])
    pages = [
        first[f"citation_{end}page"] for end in ("first", "last") if f"citation_{end}page" in first
    ]
    item["pages"] = "-".join(pages)
    item.setdefault("date", first.get("citation_online_date"))
    item["pdf"] = first.get("citation_pdf_url")
    item["pmid"] = first.get("citation_pmid")
    return item


def _type(metas: list[tuple[str, str]], first: dict[str, str]) -> str:
    """The last tag of a container decides; then Dublin Core's type, a guess, Open Graph's."""
    containers = [CONTAINERS[name] for name, _ in metas if name in CONTAINERS]
    if containers:
        return containers[-1]
    if first.get("og:type") == "website":
        return "webpage"
    if first.get("DC.type") in TYPES:
        return first["DC.type"]
    guess = (
        "book"
        if "citation_isbn" in first
        else "journalArticle"
        if "citation_title" in first
        else ""
    )
    return guess or "webpage"


def _creators(tags: list[str]) -> list[Creator]:
    found = []
    for tag in tags:
        names = re.split(r"\s*;\s*", tag)
        if len(names) == 1 and len(tags) == 1:
            parts = re.split(r"\s*,\s*", tag)
            if len(parts) > 1 and " " in parts[0] and " " in parts[1]:
                names = parts
        found += [author(name.strip()) for name in names if name.strip()]
    return found


def offered(html: str) -> list[Item]:
    """The items that a page's COinS make, in order."""
    spans = BeautifulSoup(html, "html.parser").select("span.Z3988[title]")
    return [item for span in spans if (item := context_object(str(span["title"])))]


def context_object(text: str) -> Item:
    """The item in an OpenURL ContextObject; an empty one where its format is not known."""
    pairs = [part.split("=") for part in text.split("&")]
    item: Item = {"itemType": _format(text, pairs), "creators": []}
    if not item["itemType"]:
        return {}
    for pair in pairs:
        value = unquote(re.sub(r"\+|%2[bB]", " ", pair[1]))
        if value:
            _take(item, pair[0], value)
    return item


def _format(text: str, pairs: list[list[str]]) -> str:
    name = next((unquote(pair[1]) for pair in pairs if pair[0] == "rft_val_fmt"), "")
    genres = {"bookitem": "bookSection", "proceeding": "conferencePaper", "report": "report"}
    match name.removeprefix("info:ofi/fmt:kev:mtx:"):
        case "journal":
            return "journalArticle"
        case "book":
            genre = next((pair[1] for pair in pairs if pair[0] == "rft.genre"), "")
            return genres.get(genre, "book")
        case "dissertation":
            return "thesis"
        case "dc":
            return "webpage"
    return ""


def _take(item: Item, key: str, value: str) -> None:
    if key == "rft_id":
        _identify(item, value)
    elif key in ("rft.au", "rft.creator"):
        item["creators"].append(author(value))
    elif key == "rft.type":
        item["itemType"] = value if value in TYPES else item["itemType"]
    elif key == "rft.epage":
        item["pages"] = f"{item['pages']}-{value}"
    elif field := _field(item["itemType"], key):
        item[field] = value


def _identify(item: Item, value: str) -> None:
    if value.lower().startswith("info:doi"):
        item["DOI"] = value[9:]
    elif value.lower().startswith("urn:isbn"):
        item["ISBN"] = value[9:]
    elif re.match("https?://", value):
        item["url"] = value


def _field(kind: str, key: str) -> str:
    """The field that a key fills in an item of that type."""
    inside = kind in ("journalArticle", "bookSection", "conferencePaper")
    fields = {
        "rft.btitle": "publicationTitle" if inside else "title",
        "rft.title": "publicationTitle" if inside else "title",
        "rft.atitle": "title" if inside else "",
        "rft.jtitle": "publicationTitle" if kind == "journalArticle" else "",
        "rft.stitle": "journalAbbreviation" if kind == "journalArticle" else "",
        "rft.inst": "publisher" if kind == "thesis" else "",
        "rft.date": "date",
        "rft.volume": "volume",
        "rft.issue": "issue",
        "rft.spage": "pages",
        "rft.pub": "publisher",
        "rft.publisher": "publisher",
        "rft.source": "publicationTitle",
    }
    return fields.get(key, "")
