"""Files that `import` reads: documents, and the pictures beside them or on the web."""

import os
import re
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urljoin

from roundup.authoring.importers.bibliography import is_bibliography
from roundup.authoring.importers.document import Document
from roundup.authoring.importers.found import Findings
from roundup.authoring.importers.landing import Picture, examined, is_remote, wanted
from roundup.authoring.lookup.manners import Manners
from roundup.authoring.lookup.web import Unavailable, Web
from roundup.identifiers import clean_url
from roundup.problems import refused

LARGEST, LARGEST_TEXT = 50_000_000, 10_000_000
_EMBEDDED = re.compile(rb"data:[\w/+.;=-]+,[\w+/=%-]{100,}")  # pictures that saved pages hold
_LARGEST_PICTURE = 20_000_000


class NoDocument(Exception):
    """A path that leads to nothing that can be imported; says why and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def bytes_of(path: str) -> bytes:
    """The contents of a file, or of what is piped in for `-`; raises NoDocument."""
    data = sys.stdin.buffer.read(LARGEST + 1) if path == "-" else _contents(path)
    if len(data) > LARGEST:
        raise NoDocument(f"the file is larger than {LARGEST:,} bytes", "import a part of it")
    if not data.strip():
        raise NoDocument("the file is empty")
    if not is_bibliography(path, data) and len(_EMBEDDED.sub(b"", data)) > LARGEST_TEXT:
        told = f"it holds more than {LARGEST_TEXT:,} bytes of text"
        raise NoDocument(told, "import a part of it")
    return data


def _contents(path: str) -> bytes:
    try:
        mode = os.stat(path).st_mode
        if stat.S_ISDIR(mode):
            raise NoDocument("it is a folder", "name the files in it")
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise NoDocument("it is neither a file nor a pipe")
        with open(path, "rb", opener=_opened) as stream:
            return stream.read(LARGEST + 1)
    except FileNotFoundError:
        raise NoDocument("there is no such file") from None
    except (OSError, ValueError) as fault:
        told = getattr(fault, "strerror", None) or str(fault)
        hint = refused(fault) if isinstance(fault, OSError) else ""
        raise NoDocument(f"cannot be read: {told}", hint) from None


def _opened(path: str, flags: int) -> int:
    """Opens without waiting: a pipe that nobody writes to is empty."""
    handle = os.open(path, flags | os.O_NONBLOCK)
    os.set_blocking(handle, True)
    return handle


def pictures_of(
    path: str, document: Document, findings: Findings, images: bool
) -> Mapping[str, Picture]:
    """The pictures of a document by their addresses: those beside it, and on the web where that is wished."""
    sources = wanted(document, findings)
    found = _local(path, {one: name for one in sources if (name := _near(one, document))})
    far = {one: address for one in sources if one not in found and (address := _far(one, document))}
    return found | _fetched(far) if images and far else found


def _near(source: str, document: Document) -> str:
    """Where a picture may lie beside the document: as its page wrote it, before it was known by its address."""
    if not is_remote(source):
        return source
    folder, root = urljoin(document.address, "."), urljoin(document.address, "/")
    if source.startswith(folder):
        return source.removeprefix(folder)
    return source.removeprefix(root.rstrip("/")) if source.startswith(root) else ""


def _far(source: str, document: Document) -> str:
    """A picture's address on the web: its own, or one below that of the document."""
    base = document.address if is_remote(document.address) else ""
    return clean_url(urljoin(base, source)) or ""


def _local(path: str, names: Mapping[str, str]) -> dict[str, Picture]:
    """The pictures that lie beside a document or above it, by their addresses."""
    found = {}
    for source, name in names.items():
        file = next(_candidates(Path(path).parent, name), None)
        if file is None:
            continue
        try:
            with open(file, "rb") as stream:
                found[source] = examined(stream.read(_LARGEST_PICTURE + 1))
        except OSError as fault:
            found[source] = Picture(fault=f"it cannot be read: {fault.strerror}")
    return found


def _candidates(folder: Path, source: str) -> Iterator[Path]:
    """The files that an address may mean: one that begins with `/` begins at a folder above.

    A symbolic link that leads away from where the address says is not followed.
    """
    tops = (folder, folder / "..", folder / "../..") if source.startswith("/") else (folder,)
    for top in tops:
        for name in (source, unquote(source.partition("?")[0].partition("#")[0])):
            file = os.path.normpath(os.path.join(os.path.realpath(top), name.lstrip("/")))
            with suppress(ValueError):
                if os.path.isfile(file) and os.path.realpath(file) == file:
                    yield Path(file)


def _fetched(far: Mapping[str, str]) -> dict[str, Picture]:
    """Pictures from the web; one that cannot be had says why."""
    found = {}
    web = Web(manners=Manners(limit=_LARGEST_PICTURE, tries=2))
    try:
        for source, address in far.items():
            try:
                found[source] = examined(web.get(address, "image/*").body)
            except Unavailable as fault:
                found[source] = Picture(fault=fault.message)
    finally:
        web.close()
    return found
