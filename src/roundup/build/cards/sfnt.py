"""What a font file says of itself: weight, which characters it has, how pairs of Latin letters are kerned.

Reads the few tables of OpenType (ISO/IEC 14496-22) that cards need and nothing else of the file. Pure.
"""

from collections.abc import Iterable, Iterator, Mapping
from struct import error as _Short
from struct import unpack_from
from typing import NamedTuple

_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))  # fullest first: platform, encoding
_KERNED = [chr(code) for code in (*range(0x21, 0x7F), 0x2013, 0x2019, 0x201C, 0x201D)]
_SEEN = 8  # thousandths of an em that make a difference to the eye
_PAIRS, _EXTENSION = 2, 9  # types of lookups
_ADVANCE = 4  # the flag of an advance among the values of a pair


class NoFont(ValueError):
    """Bytes that are no OpenType or TrueType font with a Unicode character map."""


class FontFile(NamedTuple):
    """A font's weight (400 is regular), and its characters as ranges of code points."""

    weight: int
    ranges: tuple[tuple[int, int], ...]


def read_font(data: bytes) -> FontFile:
    """What the bytes of a font say; raises NoFont."""
    try:
        tables = _tables(data)
        glyphs = _glyphs(tables[b"cmap"])
        (weight,) = unpack_from(">H", tables[b"OS/2"], 4)
    except (_Short, LookupError, StopIteration):
        raise NoFont from None
    if not glyphs:
        raise NoFont
    return FontFile(weight, tuple(_ranges(sorted(glyphs))))


def read_kerning(data: bytes) -> dict[str, int]:
    """How far pairs of letters are moved together or apart, in thousandths of an em, where that can be seen.

    The first subtable that knows a pair decides. A font whose pairs cannot be read has none.
    """
    found: dict[str, int] = {}
    try:
        tables = _tables(data)
        (em,) = unpack_from(">H", tables[b"head"], 18)
        glyphs, gpos = _glyphs(tables[b"cmap"]), tables.get(b"GPOS", b"")
        letters = {char: glyphs[ord(char)] for char in _KERNED if ord(char) in glyphs}
        for start in _pair_tables(gpos) if gpos else ():
            pairs = _listed if unpack_from(">H", gpos, start)[0] == 1 else _classed
            for pair, value in pairs(gpos, start, letters):
                found.setdefault(pair, round(value * 1000 / em))
    except (NoFont, _Short, LookupError, StopIteration, ZeroDivisionError):
        return {}
    return {pair: value for pair, value in sorted(found.items()) if abs(value) >= _SEEN}


def _tables(data: bytes) -> dict[bytes, bytes]:
    if data[:4] not in _KINDS:
        raise NoFont
    (count,) = unpack_from(">H", data, 4)
    rows = (unpack_from(">4s4xII", data, 12 + 16 * row) for row in range(count))
    return {tag: data[start : start + length] for tag, start, length in rows}


def _ranges(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    first = last = -2
    for code in codes:
        if code != last + 1:
            if last >= 0:
                yield first, last
            first = code
        last = code
    yield first, last


def _glyphs(cmap: bytes) -> dict[int, int]:
    """The characters with a glyph of their own, from the fullest Unicode map there is."""
    (count,) = unpack_from(">H", cmap, 2)
    found = {}
    for row in range(count):
        platform, encoding, start = unpack_from(">HHI", cmap, 4 + 8 * row)
        found[platform, encoding] = start
    start = next(found[one] for one in _UNICODE if one in found)
    (form,) = unpack_from(">H", cmap, start)
    read = {4: _segments, 12: _groups}[form]
    return {code: glyph for code, glyph in read(cmap[start:]) if glyph}


def _segments(table: bytes) -> Iterator[tuple[int, int]]:
    """Format 4: characters below U+10000 in segments, each with a shift or a list of glyphs."""
    (double,) = unpack_from(">H", table, 6)
    for row in range(0, double, 2):
        (last,) = unpack_from(">H", table, 14 + row)
        first, shift, skip = (
            unpack_from(">H", table, 16 + column * double + row)[0] for column in (1, 2, 3)
        )
        place = 16 + 3 * double + row
        for code in range(first, min(last, 0xFFFE) + 1):
            if not skip:
                yield code, code + shift & 0xFFFF
                continue
            (glyph,) = unpack_from(">H", table, place + skip + 2 * (code - first))
            yield code, glyph + shift & 0xFFFF if glyph else 0


def _groups(table: bytes) -> Iterator[tuple[int, int]]:
    """Format 12: all characters in groups that run in step with their glyphs."""
    (count,) = unpack_from(">I", table, 12)
    for row in range(count):
        first, last, glyph = unpack_from(">III", table, 16 + 12 * row)
        yield from ((code, glyph + code - first) for code in range(first, min(last, 0x10FFFF) + 1))


def _pair_tables(gpos: bytes) -> Iterator[int]:
    """Where the subtables of the feature `kern` begin."""
    _, features, lookups = unpack_from(">HHH", gpos, 4)
    wanted = set()
    for row in range(unpack_from(">H", gpos, features)[0]):
        tag, place = unpack_from(">4sH", gpos, features + 2 + 6 * row)
        if tag == b"kern":
            wanted |= set(_offsets(gpos, features + place + 2))
    starts = _offsets(gpos, lookups)
    for index in sorted(wanted):
        lookup = lookups + starts[index]
        (kind,) = unpack_from(">H", gpos, lookup)
        for offset in _offsets(gpos, lookup + 4):
            start, inner = lookup + offset, kind
            if kind == _EXTENSION:
                inner, further = unpack_from(">HI", gpos, start + 2)
                start += further
            if inner == _PAIRS:
                yield start


def _offsets(table: bytes, start: int) -> tuple[int, ...]:
    """A count and so many numbers of 16 bits."""
    (count,) = unpack_from(">H", table, start)
    return unpack_from(f">{count}H", table, start + 2)


def _sizes(first: int, second: int) -> tuple[int, int]:
    """How many bytes the two values of a pair take; every flag stands for one number of 16 bits."""
    return 2 * first.bit_count(), 2 * second.bit_count()


def _advance(gpos: bytes, place: int, form: int) -> int:
    """By how much the first letter's advance changes; shifts of its place come before it."""
    if not form & _ADVANCE:
        return 0
    (value,) = unpack_from(">h", gpos, place + 2 * (form & 3).bit_count())
    return int(value)


def _listed(gpos: bytes, start: int, letters: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Format 1: for each first glyph a list of second ones."""
    cover, one, two = unpack_from(">HHH", gpos, start + 2)
    sets = _offsets(gpos, start + 8)
    covered = _covered(gpos, start + cover)
    size = 2 + sum(_sizes(one, two))
    for left, glyph in letters.items():
        if glyph not in covered:
            continue
        place = start + sets[covered[glyph]]
        (count,) = unpack_from(">H", gpos, place)
        rows = range(place + 2, place + 2 + count * size, size)
        values = {unpack_from(">H", gpos, row)[0]: _advance(gpos, row + 2, one) for row in rows}
        yield from ((left + r, values[other]) for r, other in letters.items() if other in values)


def _classed(gpos: bytes, start: int, letters: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Format 2: classes of first and second glyphs, and a value for each two of them."""
    cover, one, two, first, second, _, columns = unpack_from(">HHHHHHH", gpos, start + 2)
    covered = _covered(gpos, start + cover)
    lefts, rights = _classes(gpos, start + first), _classes(gpos, start + second)
    size = sum(_sizes(one, two))
    for left, glyph in letters.items():
        if glyph not in covered:
            continue
        row = start + 16 + lefts.get(glyph, 0) * columns * size
        for right, other in letters.items():
            yield left + right, _advance(gpos, row + rights.get(other, 0) * size, one)


def _covered(gpos: bytes, start: int) -> dict[int, int]:
    """The glyphs of a coverage table with their places in it."""
    form, count = unpack_from(">HH", gpos, start)
    if form == 1:
        return {glyph: index for index, glyph in enumerate(_offsets(gpos, start + 2))}
    found: dict[int, int] = {}
    for row in range(count):
        first, last, index = unpack_from(">HHH", gpos, start + 4 + 6 * row)
        found |= {glyph: index + glyph - first for glyph in range(first, last + 1)}
    return found


def _classes(gpos: bytes, start: int) -> dict[int, int]:
    """The glyphs of a class definition with their classes; all others are of class 0."""
    (form,) = unpack_from(">H", gpos, start)
    if form == 1:
        (first,) = unpack_from(">H", gpos, start + 2)
        return {first + step: one for step, one in enumerate(_offsets(gpos, start + 4))}
    (count,) = unpack_from(">H", gpos, start + 2)
    found: dict[int, int] = {}
    for row in range(count):
        first, last, kind = unpack_from(">HHH", gpos, start + 4 + 6 * row)
        found |= dict.fromkeys(range(first, last + 1), kind)
    return found
