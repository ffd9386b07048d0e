"""What Pagefind writes in random order comes out in one."""

import gzip
import json

import pytest

from roundup.build import cbor
from roundup.build.bundle import ENTRY, UnknownIndex, bundle

SIGNATURE = b"pagefind_dcd"
YEARS: list[cbor.Value] = [["2019", [0, 2]], ["2020", [1]]]
TOPICS: list[cbor.Value] = [["vision", [1, 2]], ["language", [0]]]


def packed(value: cbor.Value, signature: bytes = SIGNATURE) -> bytes:
    return gzip.compress(signature + cbor.encode(value))


def made(turned: bool = False, tag: str = "en", wasm: str | None = "en") -> dict[str, bytes]:
    """An index as Pagefind makes it; turned round, everything random stands in the other order."""
    step = -1 if turned else 1
    mark = "b" if turned else "a"
    filters: list[cbor.Value] = [["year", f"{tag}_y{mark}"], ["topic", f"{tag}_t{mark}"]][::step]
    table: cbor.Value = ["1.5.2", [], [], filters, [], ["title"]]
    said = {"hash": f"{tag}_m{mark}", "wasm": wasm, "page_count": 2}
    entry = {"version": "1.5.2", "languages": {tag: said}, "include_characters": ["_"]}
    scripts = ("pagefind.js", "pagefind-worker.js", "pagefind-ui.js", "wasm.unknown.pagefind")
    return {
        "pagefind-entry.json": json.dumps(entry).encode(),
        f"pagefind.{tag}_m{mark}.pf_meta": packed(table),
        f"filter/{tag}_y{mark}.pf_filter": packed(["year", YEARS[::step]]),
        f"filter/{tag}_t{mark}.pf_filter": packed(["topic", TOPICS[::step]]),
        f"fragment/{tag}_0.pf_fragment": b"one page",
        f"fragment/{tag}_1.pf_fragment": b"another page",
        f"index/{tag}_0.pf_index": b"words",
        f"wasm.{tag}.pagefind": b"stems",
        **{name: name.encode() for name in scripts},
    }


def test_the_order_that_things_come_in_does_not_show() -> None:
    one = list(bundle(made(), scripts=True))
    assert one == list(bundle(made(turned=True), scripts=True))
    assert one[0][0] == ENTRY


def test_tables_are_found_by_their_new_names_and_hold_the_same() -> None:
    files = dict(bundle(made(turned=True), scripts=True))
    name = json.loads(files[ENTRY])["languages"]["en"]["hash"]
    table = cbor.decode(gzip.decompress(files[f"pagefind.{name}.pf_meta"])[len(SIGNATURE) :])
    assert isinstance(table, list)
    named = dict(table[3])  # type: ignore[arg-type]  # pairs, as above
    held = gzip.decompress(files[f"filter/{named['year']}.pf_filter"])
    assert cbor.decode(held[len(SIGNATURE) :]) == ["year", YEARS]
    assert list(named) == ["topic", "year"]


def test_what_no_page_asks_for_is_not_published() -> None:
    names = [name for name, _ in bundle(made(), scripts=True)]
    assert [one for one in names if "/" not in one and not one.endswith(".pf_meta")] == [
        ENTRY,
        "pagefind.js",
        "pagefind-worker.js",
        "wasm.en.pagefind",
    ]
    assert {"fragment/en_0.pf_fragment", "index/en_0.pf_index"} <= set(names)


def test_a_language_without_stems_takes_the_runtime_without() -> None:
    names = [name for name, _ in bundle(made(tag="zh", wasm=None), scripts=True)]
    assert [one for one in names if one.startswith("wasm")] == ["wasm.unknown.pagefind"]


def test_a_part_beside_another_has_no_scripts() -> None:
    names = [name for name, _ in bundle(made(), scripts=False)]
    assert not [one for one in names if one.endswith(".js") or one.startswith("wasm")]


def test_a_table_of_another_kind_is_refused() -> None:
    files = made() | {"pagefind.en_ma.pf_meta": packed(["1.5.2"], b"another_dcd")}
    with pytest.raises(UnknownIndex, match="another kind"):
        list(bundle(files, scripts=True))


def test_several_languages_in_one_index_are_refused() -> None:
    entry = json.dumps({"languages": {"en": {}, "zh": {}}}).encode()
    with pytest.raises(ValueError, match="too many values"):
        list(bundle({ENTRY: entry}, scripts=True))
