"""What Pagefind wrote, made the same every time: of its files some depend on the order of a hash map."""

import gzip
import json
from collections.abc import Iterator, Mapping
from typing import Any

from roundup.build import cbor
from roundup.content.words import fingerprint

ENTRY = "pagefind-entry.json"
_SCRIPTS = ("pagefind.js", "pagefind-worker.js")
_SAME = ("fragment/", "index/")  # folders of files that come out the same every time
_SIGNATURE = b"pagefind_dcd"
_FILTERS = 3  # the place of the filters in the table of an index
_DIGITS = 10


class UnknownIndex(ValueError):
    """What was written is not as Pagefind 1.5 writes it."""


def bundle(made: Mapping[str, bytes], *, scripts: bool) -> Iterator[tuple[str, bytes]]:
    """The files that the site publishes by name, the entry first; raises ValueError for what it does not know.

    Values of a filter and filters of an index come out of Pagefind 1.5 in random order, and names of
    files are digests of that: here they are sorted, and named anew.
    """
    entry: dict[str, Any] = json.loads(made[ENTRY])
    [(tag, language)] = entry["languages"].items()
    filters, table = _sorted_tables(made, tag, language["hash"])
    language["hash"] = _named(tag, table)
    yield ENTRY, json.dumps(entry, sort_keys=True, separators=(",", ":")).encode()
    yield f"pagefind.{language['hash']}.pf_meta", _packed(table)
    for name, data in sorted(filters.items()):
        yield f"filter/{name}.pf_filter", _packed(data)
    runtime = f"wasm.{language['wasm'] or 'unknown'}.pagefind"
    for name in (*_SCRIPTS, runtime) if scripts else ():
        yield name, made[name]
    for name in sorted(made):
        if name.startswith(_SAME):
            yield name, made[name]


def _sorted_tables(
    made: Mapping[str, bytes], tag: str, name: str
) -> tuple[dict[str, bytes], bytes]:
    """The filters of an index by their new names, and its table, which names them."""
    table = _unpacked(made[f"pagefind.{name}.pf_meta"])
    found: dict[str, bytes] = {}
    renamed: list[cbor.Value] = []
    for title, old in sorted(table[_FILTERS]):
        held, values = _unpacked(made[f"filter/{old}.pf_filter"])
        data = cbor.encode([held, sorted(values)])
        found[_named(tag, data)] = data
        renamed.append([title, _named(tag, data)])
    table[_FILTERS] = renamed
    return found, cbor.encode(table)


def _unpacked(packed: bytes) -> list[Any]:
    data = gzip.decompress(packed)
    value = cbor.decode(data.removeprefix(_SIGNATURE)) if data.startswith(_SIGNATURE) else None
    if not isinstance(value, list):
        raise UnknownIndex("a table of another kind")
    return value


def _packed(data: bytes) -> bytes:
    return gzip.compress(_SIGNATURE + data, mtime=0)


def _named(tag: str, data: bytes) -> str:
    return f"{tag}_{fingerprint(data)[:_DIGITS]}"
