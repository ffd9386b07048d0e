"""Which file of the output stands at an address, and what a browser is told of it."""

import mimetypes
from pathlib import Path

# Python's own table differs from machine to machine; these the site itself can hold.
_TYPES = {
    ".avif": "image/avif",
    ".bib": "text/plain",
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".ris": "text/plain",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


def file_at(folder: Path, path: str) -> Path | None:
    """The file a static host would show at a path; None where there is none, or none to be shown.

    Hidden files are not shown, and nothing that lies outside the folder, whatever links lead there.
    """
    names = path.split("/")
    if any(name.startswith(".") for name in names) or "\\" in path or "\0" in path:
        return None
    found = folder.joinpath(*(name for name in names if name))
    if path.endswith("/"):
        found /= "index.html"
    try:
        inside = found.resolve().is_relative_to(folder.resolve())
        return found if inside and found.is_file() else None
    except OSError:  # a name too long to be one
        return None


def is_folder(folder: Path, path: str) -> bool:
    """Whether a path without its last slash names a folder with a page."""
    return not path.endswith("/") and file_at(folder, path + "/") is not None


def media_type(file: Path) -> str:
    """The media type by a file's ending."""
    ending = file.suffix.lower()
    return _TYPES.get(ending) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
