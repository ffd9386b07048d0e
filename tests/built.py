"""A built site as tests read it: pages by address, links resolved as a browser resolves them."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from bs4 import BeautifulSoup, Tag

_ADDRESSES = (
    ("a", "href"),
    ("link", "href"),
    ("img", "src"),
    ("script", "src"),
    ("source", "src"),
    ("form", "action"),
)


class Built:
    """The output of a build, and the base URL that it was built for."""

    def __init__(self, folder: Path, base_url: str) -> None:
        self.folder, self.base_url = folder, base_url
        self._soups: dict[str, BeautifulSoup] = {}

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The addresses of all HTML pages, redirects and the 404 page too."""
        found = (path.relative_to(self.folder) for path in self.folder.rglob("*.html"))
        return tuple(sorted("/" + one.as_posix().removesuffix("index.html") for one in found))

    @cached_property
    def proper_pages(self) -> tuple[str, ...]:
        """The pages that readers come to: neither redirects nor the 404 page."""
        return tuple(one for one in self.pages if one != "/404.html" and not self.redirect_of(one))

    def file(self, address: str) -> Path:
        """The file behind an address of the site."""
        path = unquote(address).removeprefix("/")
        return self.folder / (path + "index.html" if not path or path.endswith("/") else path)

    def has(self, address: str) -> bool:
        return self.file(address).is_file()

    def text(self, address: str) -> str:
        return self.file(address).read_text(encoding="utf-8")

    def soup(self, address: str) -> BeautifulSoup:
        if address not in self._soups:
            self._soups[address] = BeautifulSoup(self.text(address), "html.parser")
        return self._soups[address]

    def main(self, address: str) -> Tag:
        """What a page says, without the frame around it."""
        found = self.soup(address).main
        assert found is not None, address
        return found

    def redirect_of(self, address: str) -> str:
        """Where a redirect page leads; empty for any other page."""
        meta = self.soup(address).find("meta", attrs={"http-equiv": "refresh"})
        return str(meta["content"]).partition("url=")[2] if isinstance(meta, Tag) else ""

    def inside(self, page: str, written: str) -> str | None:
        """What an address written on a page means within the site; None where it leads out of it."""
        whole = urljoin(self.base_url + page.removeprefix("/"), written)
        if not whole.startswith(self.base_url):
            return None
        return "/" + whole.removeprefix(self.base_url)

    def references(self, page: str) -> Iterator[str]:
        """Every address within the site that a page names, in order."""
        for name, attribute in _ADDRESSES:
            for tag in self.soup(page).find_all(name):
                if tag.has_attr(attribute):
                    inside = self.inside(page, str(tag[attribute]))
                    if inside is not None:
                        yield inside

    def links(self, tag: Tag, page: str) -> list[str]:
        """Where the links below a tag lead, within the site or out of it."""
        written = [str(one["href"]) for one in tag.find_all("a", href=True)]
        return [self.inside(page, one) or one for one in written]

    def broken(self, page: str) -> list[str]:
        """The references of a page that lead to no file, or to no such id in it."""
        return [one for one in self.references(page) if not self._resolves(one)]

    def _resolves(self, address: str) -> bool:
        plain, fragment = urldefrag(address)
        plain = plain.partition("?")[0]
        if not self.has(plain):
            return False
        if not fragment or self.file(plain).suffix != ".html":
            return True
        return unquote(fragment) in self.ids(plain)

    def ids(self, page: str) -> list[str]:
        return [str(tag["id"]) for tag in self.soup(page).find_all(id=True)]


def words(tag: Tag) -> str:
    """The text of a tag with single spaces."""
    return " ".join(tag.get_text(" ").split())
