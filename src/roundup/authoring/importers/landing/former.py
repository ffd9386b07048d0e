"""The addresses that a document had before, as aliases that this site can have."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from urllib.parse import unquote

from roundup.authoring.importers.document import Document
from roundup.authoring.importers.landing.shelf import Shelf
from roundup.authoring.importers.landing.slugs import stem
from roundup.authoring.importers.landing.years import (
    dated_names,
    day_of,
    undated_name,
)
from roundup.content.place import RESERVED_PAGES
from roundup.pages.addresses import output_path
from roundup.pages.redirects import alias_address

_FILES = (
    "index.html", "404.html", "feed.xml", "feed.json", "robots.txt", "sitemap.xml", "cname",
    "llms.txt", "papers.bib", "papers.ris", "papers.json", ".nojekyll",
)  # fmt: skip
_HOST = re.compile(r"(?i)https?://[^/?#]*")
_LONGEST = 200


def former_addresses(document: Document, name: str) -> Iterator[str]:
    """Its permalink or canonical address, its aliases, else the date and slug of its file's name."""
    permalink = document.slug if "/" in document.slug else ""
    told = map(_path, (permalink, document.address, *document.aliases))
    written = [path for path in told if path]
    yield from written
    days = [*dated_names([stem(name)]), str(day_of(document.date) or "")]
    slug = document.slug or undated_name(stem(name))
    if days[0] and (len(days) > 1 or document.slug) and not written and days[0].count("-") == 2:
        folder = "/" + days[0].replace("-", "/")
        yield f"{folder}/{slug}/"
        yield f"{folder}/{slug}.html"


def aliases(wanted: Iterable[str], occupied: Collection[str]) -> tuple[str, ...]:
    """Those that become a file where none is; `occupied` are files of the output, folded, or folders."""
    found: dict[str, str] = {}
    for alias in wanted:
        path = file_of(alias)
        if _is_possible(alias_address(alias, "")) and not _is_taken(path, (*occupied, *found)):
            found[path] = alias
    return tuple(found.values())


def occupied(shelf: Shelf, folder: str) -> frozenset[str]:
    """The files that no alias may be: those of the site's pages, and of the roundup itself."""
    year = folder.partition("/")[0]
    own = (*_FILES, f"{year}/index.html", f"{folder}/index.html")
    reserved = (f"{name}/" for name in (*RESERVED_PAGES, *shelf.languages))
    return shelf.occupied | {folded(one) for one in (*own, *reserved)}


def file_of(alias: str) -> str:
    """The file of the output that an alias becomes, folded."""
    return folded(output_path(alias_address(alias, "")))


def folded(path: str) -> str:
    """A path of the output as file systems may compare it: without case, composed."""
    return unicodedata.normalize("NFC", path).casefold()


def _path(address: str) -> str:
    """The address on its own site."""
    path = re.sub(r"[?#].*$", "", _HOST.sub("", address.strip()))
    if not path.strip("/") or not unquote(path).isprintable() or ":" in path.split("/")[0]:
        return ""
    return "/" + path.lstrip("/").replace("\\", "/")


def _is_possible(address: str) -> bool:
    """Whether it is a page of its own with a name that files can have."""
    parts = address.strip("/").split("/")
    long = any(len(part.encode()) > _LONGEST for part in parts)
    hidden = any(part.startswith(".") or not part.strip() for part in parts)
    return address not in ("", "/") and not long and not hidden and len(parts) < 20


def _is_taken(path: str, occupied: Iterable[str]) -> bool:
    """Whether a file is there, or one that would have to be a folder, or the other way round."""
    above = f"{path}/"
    return any(
        path == one or one.startswith(above) or path.startswith(f"{one.rstrip('/')}/")
        for one in occupied
    )
