"""Whether words are names of people, and which."""

import re
import unicodedata
from functools import lru_cache

from roundup.authoring.importers.recognise.vocabulary import words
from roundup.model import Person

_LOWER_ET_AL = re.compile(r"[^\W\d_][\w'’-]+(?:(?:,|,?\s(?:and|&))?\s[\w'’-]+)?,?\s+et\.?\s*al\.?")
# The beginning of a long list tells as much as all of it.
_ENOUGH = 600
_SPLIT = re.compile(
    r"\s*(?:[,，、;；/]|·|\|)\s*(?:(?:and|und|et|y|e)\s+)?|\s*(?:&|＆)\s*|\s+(?:and|und|y|et|"
    r"e)\s+|\s*[和与及]\s*"
)
_ET_AL = re.compile(
    r"(?ai:,?\s*\(?\b(?:et\.?\s*al\b\.?|and\s+(?:\d+\s+)?others|and\s+(?:the\s+)?(?:team|"
    r"colleagues)|y\s+otros|e\s+outros|y\s+col(?:s|aboradores)?)\)?)"
    r"|等人?|(?<=[^\W\d_])\+(?=\W|$)|ら(?=$|[\s、,，）)])|\s외(?:\s*\d+\s*명)?|…|\.\.\.",
    re.IGNORECASE,
)
_PARTICLES = words(
    """
    van von der den de del della di da dos das du la le el al bin ibn ben ter ten st zu af av dal y e jr
    sr ii iii
    """
)
# Words of titles which no name holds: a list of names has none of them.
_TITLE_WORDS = words(
    """
    a an the of for with from in on to by via using without is are can how what why when towards toward
    and or not as at into learning deep neural network networks model models modeling data training
    language vision image images video object detection recognition segmentation attention transformer
    transformers generation generative adversarial representation representations reinforcement
    unsupervised supervised self-supervised convolutional recurrent graph graphs large scale efficient
    robust fast optimization analysis survey review introduction machine intelligence artificial
    computer systems system based method methods approach framework benchmark dataset prediction
    classification translation understanding processing speech text knowledge search planning control
    policy memory pre-training pretraining fine-tuning few-shot zero-shot end-to-end real-time paper
    code theory conference proceedings journal workshop press preprint arxiv nature science university
    research google deepmind facebook microsoft openai institute lab labs ai inc team meta nvidia amazon
    apple stanford mit berkeley group
    """
)
_INITIALS = re.compile(r"[^\W\d_]{1,3}|(?:[^\W\d_]\.-?){1,4}[^\W\d_]?")
_CJK_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,4}|[가-힣]{2,4}|"
    r"[\u4e00-\u9fff\u3040-\u30ff]{2,5}(?:\s[\u4e00-\u9fff\u3040-\u30ff]{1,5})?"
)
# Endings of words that titles are made of and names are not.
_NOUN = re.compile(
    r"(?:[ts]ions?|ments?|(?:al|il|iv)ity|ness|ics|isms?|ology|graphy|i[sz]ing|i[sz]ed|ative|"
    r"ational|ability|ular|(?<=\w{6})ing)$"
)
_SENTENCE = re.compile(r"(?<!\bSt)(?<!\bJr)(?<!\bDr)(?<=[^\W\d_]{2})\.\s")
_TAIL = re.compile(r"[\s,.(|·–—-]*(?:[^\W\d_]+\.?\s+)?(?:19|20)\d\d\)?\.?$")
# What follows a year in brackets is no name: the text is a citation.
_CITES = re.compile(r"\((?:19|20)\d\d[a-z]?\)[.,:]?\s+\w+\s\w")
_ABBREVIATIONS = re.compile(r"[A-Z]{2,4}(?:\s*[,，、/]\s*[A-Z]{2,4})+")
_YEAR = re.compile(r"[,;\s(]+(?:19|20)\d\d[a-z]?\)?\.?$")
_TURNED = re.compile(r"[^\W\d_][\w'’ -]*,\s*[^\W\d_][^,;]*")
_CAPITALS = re.compile(r"[^\W\d_a-z]{4,}(?=(?:[ -][^\W\d_a-z]{2,})*,\s*[^\W\d_])")
_NOTES = re.compile(
    r"(?<=[a-z])\d{1,2}(?=$|[\s,;])|[*†‡§¶¹²³⁴⁵]+|\^\{?[\d,*]+\}?|\(\s*\d+\s*\)|\s*\([^()]{0,60}\)"
)


@lru_cache(maxsize=4096)
def names_in(text: str) -> tuple[str, ...]:
    """The names of a list of authors; empty where the text is not one. `et al.` is left out."""
    if len(text) > 3000 or _CITES.search(text):
        return ()
    parts = _parts(text)
    if not parts:
        return ()
    good = [part for part in parts if is_name(part)]
    # A part that is no name may be an institution; a long one belongs to a title.
    short = all(len(part.split()) <= 4 and ":" not in part for part in parts if not is_name(part))
    return tuple(good) if short and len(good) * 4 >= len(parts) * 3 else ()


def only_names(text: str) -> bool:
    """Whether every part of a text is a name."""
    parts = _parts(text)
    return bool(parts) and all(is_name(part) for part in parts)


@lru_cache(maxsize=1 << 14)
def certainty(text: str) -> int:
    """How sure it is that a text lists authors: 0 not, 1 might (a lone name), 2 several names or `et al.`,
    3 with initials."""
    text = text if len(text) <= _ENOUGH else text[:_ENOUGH].rpartition(",")[0]
    names = names_in(text)
    if not names:
        return 2 if _LOWER_ET_AL.fullmatch(text.strip(" ,.;:")) else 0
    if _ABBREVIATIONS.fullmatch(text.strip()):
        return 0
    initials = any(re.search(r"(?:^|\s)[^\W\d_]\.", name) for name in names)
    several = len(names) > 1 or has_et_al(text)
    lone = sum(1 for name in names if len(name.split()) == 1)
    if several and lone * 2 >= len(names) and not has_et_al(text):
        return 1
    return 3 if initials else 2 if several else 1


def has_et_al(text: str) -> bool:
    """Whether it says that there are more."""
    return _ET_AL.search(text) is not None


def is_byline(text: str) -> bool:
    """Whether a line names authors, perhaps with a date or venue behind them."""
    return certainty(_TAIL.sub("", text.strip(" *_·|-–—()"))) >= 2


def people(text: str) -> tuple[Person, ...]:
    """The people of a list of authors."""
    return tuple(Person.parse(name) for name in _joined(names_in(_YEAR.sub("", text))))


def _parts(text: str) -> list[str]:
    text = _ET_AL.sub(" ", _NOTES.sub(" ", text))
    text = re.sub(r"(?i)\beds?\.\)?|\(eds?\.?\)", " ", text)
    text = _CAPITALS.sub(lambda found: found[0].title(), text)
    turned = [part.strip(" &") for part in text.split(";") if part.strip(" &")]
    if len(turned) > 1 and all(_TURNED.fullmatch(part) for part in turned):
        return turned
    parts = (
        part.strip(" .:：\t—–-") if not _ends_initial(part) else part.strip(" :：,")
        for part in _SPLIT.split(text)
    )
    found = [
        re.sub(r"^(?:and|by)\s+", "", part)
        for part in parts
        if part and part.casefold() not in ("and", "others")
    ]
    return _inverted([part for part in found if part])


def _ends_initial(part: str) -> bool:
    return re.search(r"\b[^\W\d_]\.$", part.strip()) is not None


def _inverted(parts: list[str]) -> list[str]:
    """`Hinton, G. E., Osindero, S.` -> names: a part of initials alone belongs to the family name before it."""
    if len(parts) < 2 or not all(_is_initials(part) for part in parts[1:2]):
        return _first_inverted(parts)
    joined: list[str] = []
    for part in parts:
        if joined and _is_initials(part) and "," not in joined[-1]:
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    return joined


def _first_inverted(parts: list[str]) -> list[str]:
    """`Bengio, Yoshua, Ian J. Goodfellow`: the style that turns only the first name round."""
    if (
        len(parts) >= 2
        and len(parts[0].split()) == 1
        and parts[0][:1].isupper()
        and parts[0].isascii()
    ):
        second = parts[1].split()
        others = parts[2:]
        if len(second) <= 3 and all(len(other.split()) > 1 for other in others):
            if len(second) == 1 and not others:
                return parts
            if len(second) == 1 or re.fullmatch(r"[^\W\d_]+(?:\s[^\W\d_]\.?)+", parts[1]):
                return [f"{parts[0]}, {parts[1]}", *others]
    return parts


def _is_initials(part: str) -> bool:
    words = part.replace("-", " ").split()
    return len(part) <= 12 and all(_INITIALS.fullmatch(word) and word.isupper() for word in words)


def _joined(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in names)


@lru_cache(maxsize=1 << 14)
def is_name(part: str) -> bool:
    """Whether one part has the shape of a person's name."""
    part = part.strip()
    if not part or len(part) > 45 or any(char.isdigit() for char in part):
        return False
    if _CJK_NAME.fullmatch(part):
        return True
    words = part.replace(",", " ").split()
    if not 1 <= len(words) <= 5:
        return False
    if _SENTENCE.search(part):
        return False
    # A single capital behind a name is an initial and no article.
    if any(
        word.casefold() in _TITLE_WORDS and not (at and len(word) == 1)
        for at, word in enumerate(words)
    ):
        return False
    if any(_is_odd(word) for word in words):
        return False
    return words[-1].casefold() not in _PARTICLES or len(words) > 2 or words[-1][:1].isupper()


def _is_odd(word: str) -> bool:
    if len(word) >= 6 and _NOUN.search(word):
        return True
    bare = word.strip(".'’-")
    if not bare or word.casefold() in _PARTICLES:
        return False
    if not all(char.isalpha() or char in ".'’-‐‑`" or unicodedata.combining(char) for char in word):
        return True
    if not bare[0].isupper():
        return True
    # Several capitals in a row are an acronym, unless they are initials.
    return bare.isupper() and len(bare) > 3 and "." not in word
