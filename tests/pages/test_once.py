"""Pieces of views are made once for each scope and key."""

from typing import Any, NamedTuple, cast

from roundup.pages.once import once
from roundup.pages.scope import Scope


class Thing(NamedTuple):
    key: str


class Place:
    """As much of a scope as keeps pieces."""

    def __init__(self) -> None:
        self.pieces: dict[object, dict[str, Any]] = {}


def scope() -> Scope:
    return cast(Scope, Place())


def test_a_piece_is_made_once_for_a_key_and_anew_in_another_scope() -> None:
    asked: list[str] = []

    @once
    def piece(scope: Scope, thing: Thing) -> list[str]:
        asked.append(thing.key)
        return [thing.key]

    here, there = scope(), scope()
    first = piece(here, Thing("a"))
    assert piece(here, Thing("a")) is first
    assert piece(here, Thing("b")) == ["b"]
    assert piece(there, Thing("a")) == first
    assert asked == ["a", "b", "a"]


def test_functions_keep_their_pieces_apart_and_nothing_is_a_piece_too() -> None:
    asked: list[str] = []

    @once
    def none(scope: Scope, thing: Thing) -> None:
        asked.append(thing.key)

    @once
    def name(scope: Scope, thing: Thing) -> str:
        return thing.key

    here = scope()
    none(here, Thing("a"))
    none(here, Thing("a"))
    assert name(here, Thing("a")) == "a"
    assert asked == ["a"]
