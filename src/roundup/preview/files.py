"""Which file of the output stands at an address, and what a browser is told of it."""

import mimetypes
from pathlib import Path

# Python's own table differs from machine to machine; these the site itself can hold.
_TYPES = {
    ".avif": "image/avif",
    ".bib": "text/plain",
    ".css": "text/css",
    ".gif": "image/gif",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".mp4": "video/mp4",
    ".opml": "text/x-opml",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".ris": "text/plain",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".webm": "video/webm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_BYTES = "application/octet-stream"


def file_at(folder: Path, path: str) -> Path | None:
    """The file a static host would show at a path; None where there is none, or none to be shown.

    Hidden files are not shown, and nothing that lies outside the folder, whatever links lead there.
    """
    names = path.split("/")
    hidden = any(name.startswith(".") and name != ".well-known" for name in names)
    if hidden or "\\" in path or "\0" in path:
        return None
    found = folder.joinpath(*(name for name in names if name))
    if path.endswith("/"):
        found /= "index.html"
    try:
        inside = found.resolve().is_relative_to(folder.resolve())
        return found if inside and found.is_file() else None
    except (OSError, ValueError):  # too long for a name, or of characters that no name has
        return None


def is_folder(folder: Path, path: str) -> bool:
    """Whether a path without its last slash names a folder with a page."""
    return not path.endswith("/") and file_at(folder, path + "/") is not None


def media_type(name: str) -> str:
    """The media type by a file's ending."""
    ending = Path(name).suffix.lower()
    return _TYPES.get(ending) or (mimetypes.guess_type(name)[0] if ending else None) or _BYTES
