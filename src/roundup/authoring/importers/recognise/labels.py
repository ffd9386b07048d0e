"""Labels of facts, as lists print them before a colon or on a link, in six languages."""

import re
from functools import lru_cache

from roundup.authoring.importers.recognise.label_words import (
    AMBIGUOUS,
    EXACT,
    PHRASES,
    SMALL,
    TELLING,
    TELLING_CJK,
)
from roundup.authoring.importers.recognise.lines import weight
from roundup.authoring.importers.recognise.vocabulary import words

_TELLING_WORDS = {
    word: field for field, several in reversed(TELLING) for word in several.split("|")
}
_TELLING_ORDER = {field: place for place, (field, _) in enumerate(TELLING)}
# `Paper-CVPR14`, `Code-Caffe`
_JOINED = re.compile(r"([a-z]+)[-–+.]\S{1,15}")
_NOISE = re.compile(
    r"^(?:click here (?:for|to)|link (?:to|for)|check (?:out )?|view|read|see|full|official|"
    r"the|our|a|original|watch|"
    r"get|download|open|unofficial|new|ver|leer|lee|leia|ler|descargar|baixar|acceder al?|acessar|"
    r"el|la|o|本|该|その)\s+"
)
_STRIP = re.compile(r"[^\w\s;+.-]|_")
_ACCENTS = str.maketrans("áéíóúüàâêôãõçñ", "aeiouuaaeoaocn")
_CJK = re.compile(r"[぀-ヿ㐀-鿿가-힯]")


# All words that labels are made of.
LABEL_WORDS = words(" ".join(EXACT)) | frozenset(_TELLING_WORDS)


@lru_cache(maxsize=8192)
def field_of(label: str) -> str:
    """The field a label names; empty where it names none."""
    if len(label) > 60:
        return ""
    text = " ".join(_STRIP.sub(" ", label.casefold()).split()).strip(" .-;+")
    plain = text.translate(_ACCENTS)
    found = EXACT.get(text) or EXACT.get(plain) or EXACT.get(plain.replace("-", " "))
    if found:
        return found
    joined = _JOINED.fullmatch(plain)
    if joined and joined[1] in _TELLING_WORDS:
        return _TELLING_WORDS[joined[1]]
    bare = _NOISE.sub("", _NOISE.sub("", plain)).strip()
    if plain in PHRASES or (bare and not set(bare.split()) - SMALL):
        return "link"
    return (
        EXACT.get(bare)
        or _telling(bare)
        or _telling(plain)
        or _telling_cjk(text)
        or _said_twice(label)
    )


def _said_twice(label: str) -> str:
    """The field that a label names in two languages, as in `论文/paper`."""
    halves = re.split("[/／]", label)
    fields = {field_of(half) for half in halves} if len(halves) == 2 else set()
    return fields.pop() if len(fields) == 1 else ""


# `Video-to-Video Synthesis` is a title, `Click here for the model's code` a call to follow a link.
_PAIRED = re.compile(r"\b(\w+)[ -]to[ -]\w+")
_CALLS = frozenset(
    (
        "click",
        "link",
        "see",
        "check",
        "download",
        "read",
        "view",
        "watch",
        "get",
        "find",
        "official",
    )
)


def _telling(text: str) -> str:
    words = re.findall(r"[a-z]+", text)
    if not words or len(words) > 7 or _CJK.search(text):
        return ""
    fields = {_TELLING_WORDS[word] for word in words if word in _TELLING_WORDS}
    strange = sum(word not in _TELLING_WORDS and word not in SMALL for word in words)
    if not fields or _PAIRED.search(text) or (strange and (strange > 3 or words[0] not in _CALLS)):
        return ""
    return min(fields, key=_TELLING_ORDER.__getitem__)


_GENERIC = re.compile(
    r"链接|地址|下载|网址|官方|主页|页面|原文|全文|开源|论文|論文|논문|数据集|数据|代码|项目|"
    r"阅读|查看|点击|"
    r"リンク|はこちら|こちら|公式|링크|주소|공식|바로가기|보기|url|github|[的和与及先のと:：\s\W]"
)


def _telling_cjk(text: str) -> str:
    if len(text.replace(" ", "")) > 8 or not _CJK.search(text):
        return ""
    for field, alternatives in TELLING_CJK:
        word = next((word for word in alternatives.split("|") if word in text), "")
        if word:
            return field if len(_GENERIC.sub("", text.replace(word, ""))) <= 1 else ""
    return ""


_FIELD = re.compile(
    r"\s*[\[【(（*_•·\-–—►▶>]*\s*(?P<label>[^:：\n]{1,60}?)\s*[\]】)）*_]*\s*[:：]+\s*"
)


_ALSO = re.compile(
    r"(?i)\W*(?:see also|véase también|ver también|veja também|另见|参见|も参照)\s*[:：]\s*"
)
_REMARK = re.compile(r"[（(\[【].*")


_STARTS = re.compile(
    r"(?:^|[.;；。|｜·•,，/)）\]】]\s*|\s{2,}|\s[-–—]\s)(?=[^\W\d_][^:：.|;；。]{0,30}[:：])"
)


def label_places(text: str) -> tuple[int, ...]:
    """Where labelled facts begin in a line, if it begins with one."""
    if not labelled(text)[0]:
        return ()
    places = [found.end() for found in _STARTS.finditer(text[:1500])]
    return (0, *(place for place in places if place and _is_plain_label(text[place:])))


def _is_plain_label(text: str) -> bool:
    found = _FIELD.match(text[:60])
    return (
        found is not None
        and not text[found.end() - 1 :].startswith("//")
        and bool(field_of(found["label"]))
    )


def is_also(text: str) -> bool:
    """Whether `See also:` stands before something as long as a title, which is then one more paper."""
    found = _ALSO.match(text)
    return found is not None and weight(text[found.end() :]) >= 5


def is_label(text: str) -> str:
    """The field of a text that is a label and nothing else; empty for other text."""
    bare = text.strip(" :：-–—*_•·【】[]（）()>►▶")
    return field_of(bare) if bare and len(bare) <= 40 else ""


def labelled(text: str) -> tuple[str, int]:
    """The field of a `Label: value` line and where the value begins; an empty field without one."""
    found = _FIELD.match(text[:120])
    if not found:
        return "", 0
    label = found["label"].casefold()
    if weight(text[found.end() :]) >= 3 and (label in AMBIGUOUS or _JOINED.fullmatch(label)):
        return "", 0
    field = field_of(found["label"]) or field_of(_REMARK.sub(" ", found["label"]))
    return (field, found.end()) if field else ("", 0)
