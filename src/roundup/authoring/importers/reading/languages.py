"""The language of a text by its letters and its smallest words."""

import re

_SAMPLE = 60_000
_KANA = re.compile("[\u3041-\u30fa]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_HAN = re.compile("[\u4e00-\u9fff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile(r"[^\W\d_]+")
_ADDRESSES = re.compile(r"https?://\S+")
_SMALL = {
    "en": "the of and to in is that for with this are we on as it from by an be which",
    "es": "el la los las de que y en un una es por con para del se más como su esta",
    "pt": "o a os as de que e em um uma é por com para do da não mais como dos no na",
    "fr": "le la les de des et en un une est pour que dans par sur du qui au plus ce",
    "de": "der die das und in den von zu mit ist des für auf ein eine im dem nicht es",
    "it": "il la le di che e in un una è per con del della i gli non più sono dei",
}
_STOPS = {tag: frozenset(words.split()) for tag, words in _SMALL.items()}


def guess(text: str) -> str:
    """A language tag, "" where nothing tells."""
    text = _ADDRESSES.sub(" ", text[:_SAMPLE])
    han, kana = len(_HAN.findall(text)), len(_KANA.findall(text))
    hangul, latin = len(_HANGUL.findall(text)), _LATIN.findall(text)
    words = sum(one.isascii() for one in latin)
    if hangul > 30 and hangul * 3 > words:
        return "ko"
    if kana > 30 and kana * 4 > words and kana * 8 > han:
        return "ja"
    if han > 40 and han * 2 > words:
        return "zh"
    if len(_CYRILLIC.findall(text)) > words * 3:
        return "ru"
    return _latin([one.lower() for one in latin])


def _latin(words: list[str]) -> str:
    counts = {tag: sum(one in stops for one in words) for tag, stops in _STOPS.items()}
    best = max(counts, key=lambda tag: counts[tag])
    return best if counts[best] >= 5 and counts[best] * 20 > len(words) else ""
