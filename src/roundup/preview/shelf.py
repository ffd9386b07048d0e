"""What a preview serves: the files of the output folder, and before them those that were made ahead."""

from pathlib import Path
from urllib.parse import unquote

from roundup.pages.addresses import output_path
from roundup.preview.files import file_at, is_folder
from roundup.preview.marks import looks

_NOT_FOUND = "404.html"


class Shelf:
    """Files by their addresses in the site; `base` is the path below which the site stands."""

    def __init__(self, folder: Path, base: str = "/") -> None:
        self.folder, self.base = folder, base
        self._ahead: dict[str, bytes] = {}

    def put(self, address: str, data: bytes) -> None:
        """Takes in what a build has made ahead of the rest."""
        self._ahead[output_path(address)] = data

    def settle(self) -> None:
        """Forgets what was made ahead: the output folder has it now."""
        self._ahead.clear()

    def address(self, path: str) -> str | None:
        """The address in the site that a path below the base names; None elsewhere."""
        return "/" + path[len(self.base) :] if path.startswith(self.base) else None

    def ahead(self, address: str) -> bytes | None:
        """The bytes of a file that was made ahead."""
        return self._ahead.get(output_path(address))

    def file(self, address: str) -> Path | None:
        """The file in the output folder."""
        return file_at(self.folder, address)

    def is_folder(self, address: str) -> bool:
        """Whether an address without its last slash names a page."""
        there = not address.endswith("/") and output_path(address + "/") in self._ahead
        return there or is_folder(self.folder, address)

    def page(self, address: str) -> tuple[bytes, bool]:
        """What a reader finds at the address of a page, and whether it is that page.

        Else it is the site's page for what is not found, of the nearest folder that has one; or nothing.
        """
        found = self.ahead(address) or self._read(address)
        if found is not None:
            return found, True
        folder = address.rpartition("/")[0]
        while True:
            missing = f"{folder}/{_NOT_FOUND}"
            if found := self.ahead(missing) or self._read(missing):
                return found, False
            if not folder:
                return b"", False
            folder = folder.rpartition("/")[0]

    def looks(self, page: bytes) -> list[str]:
        """The files of the site that a page takes its look from, by their addresses."""
        paths = (unquote(one.partition("?")[0], errors="replace") for one in looks(page))
        return [one for path in paths if (one := self.address(path)) is not None]

    def missing(self, page: bytes) -> list[str]:
        """Those of them that are not there yet."""
        return [one for one in self.looks(page) if self.ahead(one) is None and not self.file(one)]

    @property
    def is_empty(self) -> bool:
        """Whether there was no good build yet."""
        return not (self.folder / "index.html").is_file()

    def _read(self, address: str) -> bytes | None:
        try:
            file = self.file(address)
            return file.read_bytes() if file and file.suffix == ".html" else None
        except OSError:
            return None
