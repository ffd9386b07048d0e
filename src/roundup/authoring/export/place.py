"""A document is taken from its place on the site: addresses in full, pictures beside it."""

from collections.abc import Container
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin

import msgspec
from bs4 import BeautifulSoup, Tag

from roundup.authoring.export.elements import attribute, found

_FOLDERS = ("content", "static")


class Place(msgspec.Struct, frozen=True):
    """Where a document stands on the site: the site's base URL, and its own address in full."""

    base_url: str
    address: str


def made_whole(soup: BeautifulSoup, place: Place) -> None:
    """Gives every link its address in full; links to parts of the document itself stay as they are."""
    here = {attribute(one, "id") for one in soup.find_all(id=True) if isinstance(one, Tag)}
    for link in found(soup, "a"):
        target = attribute(link, "href")
        if not (target.startswith("#") and unquote(target[1:]) in here):
            link["href"] = urljoin(place.address, target)


def pictures_beside(
    soup: BeautifulSoup, place: Place, files: Container[str]
) -> tuple[tuple[str, str], ...]:
    """Lets every picture of the site stand beside the document: its name there, and its file in the site.

    A picture that is no file of the site keeps its address.
    """
    beside: dict[str, str] = {}
    for picture in found(soup, "img"):
        address = urljoin(place.address, attribute(picture, "src"))
        source = _file(address, place.base_url, files)
        picture["src"] = _beside(source, beside) if source else address
    return tuple((name, source) for source, name in beside.items())


def _file(address: str, base_url: str, files: Container[str]) -> str:
    """The file of the site that an address of it shows; empty where there is none."""
    if not address.startswith(base_url):
        return ""
    path = unquote(address.removeprefix(base_url).split("?")[0])
    return next((one for folder in _FOLDERS if (one := f"{folder}/{path}") in files), "")


def _beside(source: str, beside: dict[str, str]) -> str:
    """The picture's own name, with its folder's where another has the same."""
    path = PurePosixPath(source)
    if source not in beside:
        name = path.name if path.name not in beside.values() else "-".join(path.parts[1:])
        beside[source] = name
    return beside[source]
