"""Pieces of views that many pages share, made once for each scope."""

from collections.abc import Callable
from functools import wraps
from typing import Protocol, TypeVar

from roundup.pages.scope import Scope


class Keyed(Protocol):
    """A paper or a roundup of the scope's catalog."""

    @property
    def key(self) -> str: ...


K = TypeVar("K", bound=Keyed)
R = TypeVar("R")


def once(make: Callable[[Scope, K], R]) -> Callable[[Scope, K], R]:
    """The function, asked once about each paper or roundup of a scope."""

    @wraps(make)
    def made(scope: Scope, thing: K) -> R:
        known = scope.pieces.setdefault(make, {})
        if thing.key not in known:
            known[thing.key] = make(scope, thing)
        found: R = known[thing.key]
        return found

    return made
