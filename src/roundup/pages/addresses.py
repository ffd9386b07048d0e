"""Where everything is: addresses of pages relative to the site's root, and files behind addresses."""

import posixpath
import re
from urllib.parse import quote, unquote

OUTLINES = "/feeds.opml"
ACCENT = "/accent.css"
_SAFE = "/:?#[]@!$&'()*+,;=~%"
_PLAIN = re.compile(r"[A-Za-z0-9_.\-/:?#\[\]@!$&'()*+,;=~%]*")


def home(prefix: str) -> str:
    """The home page of a language; `prefix` is empty for the default one, else `zh/`."""
    return f"/{prefix}"


def roundup(prefix: str, key: str) -> str:
    """A roundup by its key `YEAR/SLUG`."""
    return f"/{prefix}{key}/"


def year(prefix: str, number: int) -> str:
    """A year."""
    return f"/{prefix}{number}/"


def kind(prefix: str, name: str, slug: str = "", page: int = 1) -> str:
    """A page of papers, tags, authors or series: the list, one of its pages, or one member."""
    base = f"/{prefix}{name}/" + (f"{slug}/" if slug else "")
    return base if page == 1 else f"{base}page/{page}/"


def reading_list(prefix: str) -> str:
    """The page of the papers that a reader saved."""
    return f"/{prefix}reading-list/"


SEARCH_INDEX = "/search/pagefind/"
_SEARCH_ENTRY = "pagefind-entry.json"  # what Pagefind's script asks for first


def search_part(language: str, part: int) -> str:
    """The folder of a part of a language's search index; parts count from 1."""
    return f"{SEARCH_INDEX}{language}/" if part == 1 else f"{SEARCH_INDEX}{language}.{part}/"


def search_entry(language: str, part: int) -> str:
    """The file of such a part that names the others."""
    return search_part(language, part) + _SEARCH_ENTRY


def search(prefix: str) -> str:
    """The search page of a language."""
    return f"/{prefix}search/"


def article(prefix: str, folder: str, stem: str) -> str:
    """A standalone page: `about.md` is `/about/`, `guides/index.md` is `/guides/`."""
    parts = [part for part in (*folder.split("/"), "" if stem == "index" else stem) if part]
    return "/" + prefix + "".join(f"{part}/" for part in parts)


def file(path: str) -> str:
    """A file beside articles, or among the static ones, that is published as it is."""
    return "/" + path.partition("/")[2]


def twin(page: str) -> str:
    """A page as plain Markdown, beside it."""
    return page + "index.md"


def guide(prefix: str) -> str:
    """What a language's pages hold, for programs that read text."""
    return f"/{prefix}llms.txt"


def output_path(address: str) -> str:
    """The file behind an address: a folder's is its `index.html`."""
    path = address.removeprefix("/")
    return path + "index.html" if not path or path.endswith("/") else path


def of_page(path: str) -> str:
    """The address behind which a file of the output stands."""
    folder, _, name = path.rpartition("/")
    return f"/{path}" if name != "index.html" else f"/{folder}/" if folder else "/"


def linked(written: str) -> str:
    """What a link beginning with `/` names: without query, fragment, `.` and `..`, or a slash at its end."""
    path = unquote(written.partition("#")[0].partition("?")[0])
    return "/" + posixpath.normpath(path).strip("/")


def encoded(address: str) -> str:
    """The address as it stands in HTML and feeds: letters outside ASCII percent-encoded (RFC 3986)."""
    return address if _PLAIN.fullmatch(address) else quote(address, safe=_SAFE)
