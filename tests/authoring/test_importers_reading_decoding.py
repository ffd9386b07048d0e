"""Bytes of unknown origin: marks, declarations, and guesses by what the letters would be."""

import pytest

from roundup.authoring.importers.reading.decoding import text_of

CHINESE = "今年的论文很多，我们选出了五篇最好的，每一篇都有代码和说明，大家可以看看作者的想法。" * 3
TRADITIONAL = (
    "今年的論文很多，我們選出了五篇最好的，每一篇都有程式碼和說明，大家可以看看作者的想法。" * 3
)
JAPANESE = "今年のベスト論文をまとめました。それぞれの論文にはコードと説明があります。" * 3
KOREAN = "올해 가장 좋은 논문을 정리했습니다. 각 논문에는 코드와 설명이 있습니다. " * 3
FRENCH = "Les meilleurs articles de l’année : réseaux, déjà vus à l'été. Ça suffit, dit-on.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CHINESE, "gb18030"),
        (CHINESE, "gb2312"),
        (TRADITIONAL, "big5"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (KOREAN, "euc_kr"),
        (FRENCH, "cp1252"),
        (FRENCH.replace("’", "'"), "latin-1"),
        ("Words — “quoted”", "cp1252"),
        (CHINESE, "utf-8"),
        (CHINESE, "utf-8-sig"),
        (FRENCH, "utf-16"),
        (CHINESE, "utf-16"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-16-be"),
        (FRENCH, "utf-32"),
    ],
)
def test_the_encoding_is_told(text: str, encoding: str) -> None:
    assert text_of(text.encode(encoding)) == text


def test_a_declaration_is_believed() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Статьи</body></html>'
    assert text_of(page.encode("cp1251")) == page


def test_a_declaration_that_is_not_true_is_not_believed() -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset=gb2312">{CHINESE}'
    assert text_of(page.encode()) == page


def test_a_few_wrong_bytes_do_not_spoil_utf_8() -> None:
    assert text_of(CHINESE.encode() + b" caf\xe9") == f"{CHINESE} café"


def test_line_ends_are_one_kind_and_zero_bytes_go() -> None:
    assert text_of(b"a\r\nb\rc\x00d\n") == "a\nb\ncd\n"


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"\x00" * 500, b"PK\x03\x04" + b"\x00\x05\x11" * 100]
)
def test_what_is_no_text_is_none(data: bytes) -> None:
    assert text_of(data) is None


def test_nothing_is_text() -> None:
    assert text_of(b"") == ""
