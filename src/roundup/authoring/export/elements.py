"""What the exports share in looking at a document's elements."""

from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag


def parsed(html: str) -> BeautifulSoup:
    """A document or a piece of one, to be changed."""
    return BeautifulSoup(html, "html.parser")


def found(soup: Tag, *names: str) -> Iterator[Tag]:
    """The elements of these names in reading order; they may be changed meanwhile."""
    for one in soup.find_all(list(names)):
        if isinstance(one, Tag):
            yield one


def attribute(one: Tag, name: str) -> str:
    """The text of an attribute; empty without it."""
    value = one.get(name)
    return value if isinstance(value, str) else " ".join(value or [])
