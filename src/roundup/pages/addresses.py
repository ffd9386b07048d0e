"""Where everything is: addresses of pages relative to the site's root, and files behind addresses."""

import posixpath
from urllib.parse import quote, unquote

_SAFE = "/:?#[]@!$&'()*+,;=~%"


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


def article(prefix: str, folder: str, stem: str) -> str:
    """A standalone page: `about.md` is `/about/`, `guides/index.md` is `/guides/`."""
    parts = [part for part in (*folder.split("/"), "" if stem == "index" else stem) if part]
    return "/" + prefix + "".join(f"{part}/" for part in parts)


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
    return quote(address, safe=_SAFE)
