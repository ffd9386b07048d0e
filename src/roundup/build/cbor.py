"""The little of CBOR (RFC 8949) that Pagefind writes: whole numbers, texts and arrays of known length."""

Value = int | str | list["Value"]

_NUMBER, _TEXT, _ARRAY = 0, 3, 4
_INLINE = 24  # the least that takes 1, 2, 4 or 8 bytes after the first


class Undecodable(ValueError):
    """Bytes that are no such value."""


def decode(data: bytes) -> Value:
    """The one value in `data`; raises Undecodable for anything else."""
    value, end = _read(data, 0)
    if end != len(data):
        raise Undecodable("something stands after the value")
    return value


def encode(value: Value) -> bytes:
    """The value, every length in its shortest form."""
    if isinstance(value, int):
        return _head(_NUMBER, value)
    if isinstance(value, str):
        data = value.encode()
        return _head(_TEXT, len(data)) + data
    return _head(_ARRAY, len(value)) + b"".join(encode(one) for one in value)


def _read(data: bytes, at: int) -> tuple[Value, int]:
    kind, argument, at = _head_at(data, at)
    if kind == _NUMBER:
        return argument, at
    if kind == _TEXT:
        if at + argument > len(data):
            raise Undecodable("a text is cut off")
        return data[at : at + argument].decode(), at + argument
    if kind != _ARRAY:
        raise Undecodable(f"a value of major type {kind}")
    items: list[Value] = []
    for _ in range(argument):
        item, at = _read(data, at)
        items.append(item)
    return items, at


def _head_at(data: bytes, at: int) -> tuple[int, int, int]:
    """The major type and argument at a place, and the place behind them."""
    if at >= len(data):
        raise Undecodable("a value is missing")
    kind, argument = divmod(data[at], 32)
    at += 1
    if argument < _INLINE:
        return kind, argument, at
    size = 1 << (argument - _INLINE)
    if size > 8 or at + size > len(data):
        raise Undecodable("a length that is not known, or cut off")
    return kind, int.from_bytes(data[at : at + size], "big"), at + size


def _head(kind: int, argument: int) -> bytes:
    if argument < _INLINE:
        return bytes([kind << 5 | argument])
    size = next(size for size in (1, 2, 4, 8) if argument < 1 << 8 * size)
    return bytes([kind << 5 | _INLINE + size.bit_length() - 1]) + argument.to_bytes(size, "big")
