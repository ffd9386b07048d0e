"""Which entries are the same paper: union-find over keys and identifiers, with the author's corrections."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from roundup.problems import Problem, error, warning


class Claim(msgspec.Struct, frozen=True):
    """What one file says about which paper it presents.

    `order` decides which claim is the earliest; `tokens` are the key and identifiers as `scheme:value`;
    `same` and `different` hold tokens, or paths as `file:PATH`, each with the line it stands on;
    `line` is that of the key.
    """

    order: tuple[object, ...]
    path: str
    stem: str
    key: str
    tokens: tuple[str, ...]
    same: tuple[tuple[str, int], ...] = ()
    different: tuple[tuple[str, int], ...] = ()
    is_shared: bool = False
    line: int = 1


class Group(msgspec.Struct, frozen=True):
    """The claims that are one paper, earliest first, and its key."""

    key: str
    claims: tuple[Claim, ...]


class Identities(msgspec.Struct, frozen=True):
    """Every paper, sorted by key, and what is wrong between them."""

    groups: tuple[Group, ...]
    problems: tuple[Problem, ...]


def identify(claims: Iterable[Claim]) -> Identities:
    """The papers behind the claims; the result does not depend on the order they come in."""
    ordered = sorted(claims, key=lambda claim: claim.path)
    holders = _holders(ordered)
    apart = _apart(ordered, holders)
    edges = sorted(_edges(ordered, holders, apart))
    forest = _Forest(len(ordered))
    for a, b in edges:
        forest.join(a, b)
    members: dict[int, list[Claim]] = defaultdict(list)
    for number, claim in enumerate(ordered):
        members[forest.root(number)].append(claim)
    groups = [_group(sorted(found, key=lambda c: c.order)) for found in members.values()]
    problems = [
        *_contradictions(ordered, forest, edges, apart),
        *_unknown(ordered, holders),
        *_key_problems(groups),
    ]
    return Identities(tuple(_distinct(groups)), tuple(problems))


Apart = Mapping[tuple[int, int], tuple[int, int]]
"""The pairs of claims that an author keeps apart, with the claim that says so and its line."""


class _Forest:
    """Disjoint sets with path halving (Tarjan 1975)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, node: int) -> int:
        parent = self._parent
        while parent[node] != node:
            parent[node] = node = parent[parent[node]]
        return node

    def join(self, a: int, b: int) -> None:
        a, b = sorted((self.root(a), self.root(b)))
        self._parent[b] = a


def _holders(claims: Sequence[Claim]) -> Mapping[str, list[int]]:
    """The claims that hold each token; paths and stems join nothing, only corrections look for them."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        for token in (*claim.tokens, f"file:{claim.path}"):
            holders[token].append(number)
        if not claim.key:
            holders[f"stem:{claim.stem}"].append(number)
    return holders


def _apart(claims: Sequence[Claim], holders: Mapping[str, list[int]]) -> Apart:
    pairs: dict[tuple[int, int], tuple[int, int]] = {}
    for number, claim in enumerate(claims):
        for token, line in claim.different:
            for other in _found(token, holders):
                if other != number:
                    pairs.setdefault((min(number, other), max(number, other)), (number, line))
    return pairs


def _found(token: str, holders: Mapping[str, list[int]]) -> list[int]:
    """The claims a correction names; a key may be one that was only taken from a stem."""
    return holders.get(token) or holders.get(token.replace("key:", "stem:", 1), [])


def _edges(
    claims: Sequence[Claim],
    holders: Mapping[str, list[int]],
    apart: Apart,
) -> Iterator[tuple[int, int]]:
    kept_apart = {number for pair in apart for number in pair}
    for token, found in holders.items():
        if token.startswith("stem:"):
            continue
        if kept_apart.isdisjoint(found):
            yield from pairwise(found)
        else:
            pairs = ((a, b) for a in found for b in found if a < b)
            yield from (pair for pair in pairs if pair not in apart)
    for number, claim in enumerate(claims):
        for token, _ in claim.same:
            for other in _found(token, holders):
                pair = (min(number, other), max(number, other))
                if other != number and pair not in apart:
                    yield pair


def _group(claims: list[Claim]) -> Group:
    """A paper's key: of its shared file, else the earliest written one, else the earliest file's stem."""
    shared = next((claim.key for claim in claims if claim.is_shared), "")
    written = next((claim.key for claim in claims if claim.key), "")
    return Group(shared or written or claims[0].stem, tuple(claims))


def _distinct(groups: Sequence[Group]) -> Iterator[Group]:
    """The groups by key; of several with one key the later are numbered, so that none hides another."""
    counts: dict[str, int] = defaultdict(int)
    for group in sorted(groups, key=lambda g: (g.key, g.claims[0].path)):
        counts[group.key] += 1
        number = counts[group.key]
        yield Group(f"{group.key}.{number}", group.claims) if number > 1 else group


def _contradictions(
    claims: Sequence[Claim],
    forest: _Forest,
    edges: Sequence[tuple[int, int]],
    apart: Apart,
) -> Iterator[Problem]:
    neighbours: dict[int, list[int]] = defaultdict(list)
    for a, b in edges:
        neighbours[a].append(b)
        neighbours[b].append(a)
    for (a, b), (sayer, line) in sorted(apart.items()):
        if forest.root(a) != forest.root(b):
            continue
        named = b if sayer == a else a
        chain = [claims[number].path for number in _chain(sayer, named, neighbours)]
        message = f"'different_from' keeps it apart from {chain[-1]}, yet they are joined"
        yield error(chain[0], line, message, "joined by " + " = ".join(chain))


def _chain(start: int, end: int, neighbours: Mapping[int, Sequence[int]]) -> list[int]:
    """A shortest path between two claims (breadth first)."""
    came: dict[int, int] = {start: start}
    queue = [start]
    for node in queue:
        for other in sorted(neighbours[node]):
            if other not in came:
                came[other] = node
                queue.append(other)
    path = [end]
    while path[-1] != start:
        path.append(came[path[-1]])
    return path[::-1]


def _unknown(claims: Sequence[Claim], holders: Mapping[str, list[int]]) -> Iterator[Problem]:
    for claim in claims:
        for field, pairs in (("same_as", claim.same), ("different_from", claim.different)):
            for token, line in pairs:
                kind, _, name = token.partition(":")
                if kind in ("file", "key") and not _found(token, holders):
                    what = "entry" if kind == "file" else "paper"
                    hint = "name a paper's key, an identifier, or an entry's file"
                    yield error(claim.path, line, f"'{field}': there is no {what} {name}", hint)


def _key_problems(groups: Sequence[Group]) -> Iterator[Problem]:
    by_key: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        by_key[group.key].append(group)
        yield from _several_keys(group)
    for key, found in sorted(by_key.items()):
        if len(found) > 1:
            first, *others = sorted((one.claims[0] for one in found), key=lambda one: one.path)
            for claim in others:
                message = f"two papers claim the key '{key}', here and in {first.path}"
                one = f"write 'paper: {key}' into the entries if they are one paper"
                hint = f"{one}, else another key, as 'paper: {key}-2', into one"
                yield error(claim.path, claim.line, message, hint)


def _several_keys(group: Group) -> Iterator[Problem]:
    written = [claim for claim in group.claims if claim.key]
    for claim in written:
        if claim.key != group.key:
            first = next(one for one in written if one.key == group.key)
            message = f"'paper: {claim.key}' is the paper that {first.path} calls '{group.key}'"
            yield warning(claim.path, claim.line, message, f"write 'paper: {group.key}'")
    if not written and len(group.claims) > 1:
        message = f"the paper has {len(group.claims)} entries and no written key"
        hint = f"roundup check --write-keys writes 'paper: {group.key}' into them"
        yield warning(group.claims[0].path, 1, message, hint)
