"""How large a picture is, read from the head of its file without decoding it."""

import struct
from collections.abc import Iterator

_TURNED = range(5, 9)  # Exif orientations that lay the picture on its side (Exif 2.32, tag 0x0112)
_ORIENTATION = 0x0112
_NO_FRAMES = (0xC4, 0xC8, 0xCC)  # markers among the JPEG frames that begin none
_JPEG_MARK = b"\xff\xd8\xff"
_PNG_MARK = b"\x89PNG\r\n\x1a\n"

Size = tuple[int, int]


def dimensions(data: bytes) -> Size:
    """Width and height of a PNG, JPEG, GIF, WebP or AVIF picture as it is shown; 0 where there is none to read.

    What a camera says of the way it was held (Exif) is obeyed, as browsers do.
    """
    try:
        if data.startswith(_PNG_MARK):
            return _png(data)
        if data.startswith(_JPEG_MARK):
            return _jpeg(data)
        if data.startswith((b"GIF87a", b"GIF89a")):
            return struct.unpack_from("<HH", data, 6)
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return _webp(data)
        if data[4:8] == b"ftyp":
            return _avif(data)
    except struct.error:
        pass
    return 0, 0


def _png(data: bytes) -> Size:
    """PNG (W3C 2025), 11.2.1 and 11.3.2."""
    if data[12:16] != b"IHDR":
        return 0, 0
    size = struct.unpack_from(">II", data, 16)
    place, name = len(_PNG_MARK), b""
    while name not in (b"IDAT", b"IEND", b"eXIf"):
        length, name = struct.unpack_from(">I4s", data, place)
        start, place = place + 8, place + 12 + length
    return _upright(size, data[start : start + length] if name == b"eXIf" else b"")


def _jpeg(data: bytes) -> Size:
    """ITU-T T.81, B.2.2: the first frame's head; Exif stands before it."""
    place, exif = 2, b""
    while True:
        while data[place : place + 2] == b"\xff\xff":
            place += 1
        sign, mark, length = struct.unpack_from(">BBH", data, place)
        if sign != 0xFF:
            return 0, 0
        body = place + 4
        if 0xC0 <= mark <= 0xCF and mark not in _NO_FRAMES:
            height, width = struct.unpack_from(">xHH", data, body)
            return _upright((width, height), exif)
        if mark == 0xE1 and data.startswith(b"Exif\0\0", body) and not exif:
            exif = data[body + 6 : place + 2 + length]
        place += 2 + max(length, 2)


def _webp(data: bytes) -> Size:
    """RFC 9649, section 2.4 to 2.7."""
    size, exif = (0, 0), b""
    for name, start, length in _chunks(data):
        if name == b"VP8X":
            size = (_three_bytes(data, start + 4) + 1, _three_bytes(data, start + 7) + 1)
        elif name == b"VP8 " and size == (0, 0):
            width, height = struct.unpack_from("<HH", data, start + 6)
            size = (width & 0x3FFF, height & 0x3FFF)
        elif name == b"VP8L" and size == (0, 0):
            (bits,) = struct.unpack_from("<I", data, start + 1)
            size = ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        elif name == b"EXIF":
            exif = data[start : start + length].removeprefix(b"Exif\0\0")
    return _upright(size, exif)


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    place = 12
    while place + 8 <= len(data):
        name, length = struct.unpack_from("<4sI", data, place)
        yield name, place + 8, length
        place += 8 + length + length % 2


def _three_bytes(data: bytes, place: int) -> int:
    low, high = struct.unpack_from("<HB", data, place)
    return int(low | high << 16)


def _avif(data: bytes) -> Size:
    """ISO/IEC 23008-12, 6.5.3 and 6.5.10: the largest of the images inside, turned where all are."""
    head = data[: data.find(b"mdat")] if b"mdat" in data else data
    sizes: list[Size] = []
    place = head.find(b"ispe")
    while place >= 0:
        sizes.append(struct.unpack_from(">8x2I", head, place))
        place = head.find(b"ispe", place + 4)
    width, height = max(sizes, key=lambda one: one[0] * one[1], default=(0, 0))
    turn = head.find(b"irot")
    on_its_side = turn >= 0 and head[turn + 4 : turn + 5] in (b"\1", b"\3")
    return (height, width) if on_its_side else (width, height)


def _upright(size: Size, exif: bytes) -> Size:
    return (size[1], size[0]) if exif and _orientation(exif) in _TURNED else size


def _orientation(exif: bytes) -> int:
    """The orientation in the first directory of a TIFF structure (TIFF 6.0, section 2), 1 where it says none."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if order is None:
        return 1
    try:
        (place,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, place)
        for entry in range(place + 2, place + 2 + 12 * count, 12):
            tag, value = struct.unpack_from(f"{order}H6xH", exif, entry)
            if tag == _ORIENTATION:
                return int(value)
    except struct.error:
        pass
    return 1
