"""Bytes of unknown origin become text: marks, declarations, and guesses by what the letters would be."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from bs4.dammit import EncodingDetector

_MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
_WANTED = {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc-kr": "cp949"}
_WANTED |= {"iso-8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "x-sjis": "cp932"}
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\ue000\ue001\ufffe\uffff\ufeff\u200b\u200e\u200f\xad\ud800-\udfff]"
)
_SEQUENCE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_HIGH = re.compile(rb"[\x80-\xff]+")
_COMMON = frozenset(
    "的一是在不了有和人这這中大为為上个個国國我以要他時时來来用們们到作地於于出就分對对成會会可主"
)
_SAMPLE = 100_000


def text_of(data: bytes) -> str | None:
    """The text of a file with `\\n` at the ends of lines; None where the bytes are no text."""
    text = _decoded(data)
    if text is None:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNWANTED.sub("", text.replace("\v", "\n").replace("\f", "\n"))


def _decoded(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if wide := _without_mark(data):
        return data.decode(wide, "replace")
    if _is_binary(data):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(data) or _damaged(data) or _guessed(data)


def _without_mark(data: bytes) -> str:
    """UTF-16 by where its zero bytes stand, "" for all else."""
    head = data[:2000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 5 < len(head) or min(even, odd) * 10 > max(even, odd):
        return ""
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = head.decode(encoding, "replace")
    odd_ones = sum(not one.isprintable() and one not in "\r\n\t" for one in text)
    return encoding if odd_ones * 50 <= len(text) else ""


def _is_binary(data: bytes) -> bool:
    """Whether more than one byte in fifty, and more than a slip, is a control that no text holds."""
    head = data[:_SAMPLE]
    controls = sum(head.count(bytes([one])) for one in (*range(9), *range(14, 27), 28, 29, 30, 31))
    return controls > 3 and controls * 50 > len(head)


def _declared(data: bytes) -> str | None:
    name = EncodingDetector.find_declared_encoding(data[:4096], is_html=True) or ""
    encoding = _WANTED.get(name.lower(), name)
    try:
        return data.decode(encoding) if encoding and encoding.lower() != "utf-8" else None
    except (LookupError, ValueError):
        return None


def _damaged(data: bytes) -> str | None:
    """UTF-8 with a few bytes of another kind in it, which are read as Western European."""
    sample = data[:_SAMPLE]
    good = sum(len(found) for found in _SEQUENCE.findall(sample))
    high = sum(len(found) for found in _HIGH.findall(sample))
    if good * 10 < high * 8:
        return None
    text = data.decode("utf-8", "surrogateescape")
    return re.sub("[\udc80-\udcff]+", _western, text)


def _western(found: re.Match[str]) -> str:
    return bytes(ord(one) - 0xDC00 for one in found[0]).decode("cp1252", "replace")


def _guessed(data: bytes) -> str:
    """The encoding in which the letters make most sense, else Western European."""
    cut = data.rfind(b"\n", 0, _SAMPLE) if len(data) > _SAMPLE else len(data)
    sample = data[: max(cut, 0)] or data[:_SAMPLE]
    best = max(
        ("cp1252", "gb18030", "big5", "cp949", "cp932", "euc_jp"),
        key=lambda encoding: _sense(sample, encoding),
    )
    return data.decode(best, "replace")


def _sense(sample: bytes, encoding: str) -> float:
    """How much the letters beyond ASCII look like a language that is written so."""
    if encoding == "cp1252":
        high = sum(len(found) for found in _HIGH.findall(sample))
        return 0.35 if high * 4 < len(sample) else 0.05
    try:
        text = sample.decode(encoding)
    except ValueError:
        return -1.0
    high_text = [char for char in text if char > "\x7f"]
    total = len(high_text) or 1
    if encoding == "cp949":
        hangul = sum("가" <= char <= "힣" for char in high_text) / total
        return hangul if hangul > 0.85 else 0.0
    if encoding in ("cp932", "euc_jp"):
        kana = sum("ぁ" <= char <= "ヿ" for char in high_text) / total
        narrow = sum("\uff61" <= char <= "\uff9f" for char in high_text) / total
        return 1.2 * kana + 0.4 - 2 * narrow if kana > 0.15 else 0.0
    common = sum(char in _COMMON for char in high_text) / total
    return min(6 * common, 0.9)
