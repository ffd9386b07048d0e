"""Lists that grow without bound, split into numbered pages."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from roundup.pages import addresses
from roundup.pages.scope import Scope

T = TypeVar("T")


def pages_of(rows: Sequence[T], size: int) -> Iterator[tuple[int, int, Sequence[T]]]:
    """A list split into pages of a size: number from 1, how many, and the rows."""
    count = max(1, -(-len(rows) // size))
    for number in range(1, count + 1):
        yield number, count, rows[(number - 1) * size : number * size]


def numbered_in(scope: Scope, kind: str, slug: str, number: int) -> Callable[[str], str]:
    """Where one page of a split list is, in every language."""
    return lambda tag: addresses.kind(scope.prefix(tag), kind, slug, number)


def numbered(scope: Scope, kind: str, slug: str, number: int, count: int) -> str:
    """The address of one page of a split list; empty beyond its ends."""
    if not 1 <= number <= count:
        return ""
    return addresses.kind(scope.prefix(scope.language), kind, slug, number)
