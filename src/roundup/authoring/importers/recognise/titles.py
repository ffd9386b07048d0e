"""A title, its authors and its venue out of one line of print."""

import re

import msgspec

from roundup.authoring.importers.recognise.bylines import (
    are_families,
    authors_first,
    certainty_of_prefix,
)
from roundup.authoring.importers.recognise.lines import has_cjk, is_symbol, weight
from roundup.authoring.importers.recognise.numbers import trailing
from roundup.authoring.importers.recognise.people import certainty, has_et_al
from roundup.authoring.importers.recognise.quotes import QUOTED, inner, quoted, sentence_end
from roundup.authoring.importers.recognise.venues import glued, is_short_venue, is_venue, is_year

_GROUP = re.compile(
    r"\s*(?:\(([^()]{1,140})\)|\[([^\[\]]{1,140})\]|（([^（）]{1,140})）|【([^【】]{1,140})】)\s*$"
)
_FRONT_GROUP = re.compile(
    r"\s*(?:\(([^()]{1,60})\)|\[([^\[\]]{1,60})\]|（([^（）]{1,60})）|"
    r"【([^【】]{1,60})】)\s*[:：,.–—-]?\s*"
)
_SEPARATOR = re.compile(
    r"\s+[-–—|/·•~]{1,2}\s+|\s*[|•·]\s*|\s*[,，;；]\s+|(?<=[^\s.])[.。]\s+|\s+(?i:by|por)\s+|"
    r"\s*[，。；]\s*"
)
_NOTE = re.compile(
    r"(?i)(?:(?:best|outstanding|distinguished|test[- ]of[- ]time)\b.{0,40}|oral|spotlight|"
    r"poster|highlight|award.{0,20}|honou?rable mention|"
    r"(?:cited|citations?|cit\.?|被引|引用).{0,25}|[\d,.]+k?\s*(?:stars?|citations?|cites|"
    r"pages?)|paper|pdf|code|link|new!?|must[- ]read|"
    r"(?:best|最佳).{0,6}(?:论文|paper).{0,10}|arxiv|preprint|under review|openreview|github|"
    r"slides|video|website|\d+\s*pages?|"
    r"survey|tutorial|(?:paper|code|pdf|github|[&,/\s+]|and)+)"
)
_STRAY = " \t\n\0*_`~:：;；,，、|·•–—-=>→►▶"
_ET_AL_AHEAD = re.compile(r"([^.,;:]{2,40}(?:,[^.,;:]{2,40}){0,6}?\bet\.? al\b\.?)(?:[\s,.;:(]|$)")
_DATED_NAMES = re.compile(r"[,\s]+(?:19|20)\d\d[a-z]?$")
_INSTITUTION = re.compile(
    r"(?:UC|U\.?) [A-Z]\w+|MSRA|CMU|MIT|INRIA|KAIST|ETH(?: Zurich)?|FAIR|DeepMind|OpenAI|"
    r"Stanford|Oxford|Berkeley|Cambridge"
    r"|(?:Google|Microsoft|Facebook|Baidu|Tencent|Alibaba|NVIDIA|IBM|Adobe|Amazon|"
    r"Intel)(?: (?:AI|Brain|Research|Labs?|Asia))*"
    r"|(?:[A-Z][\w.-]+ )*(?:University|Institute)(?: of(?: [A-Z]\w+)+)?"
)


class Cited(msgspec.Struct, frozen=True):
    """The parts of a citation as printed; empty where it has none."""

    title: str = ""
    authors: str = ""
    venue: str = ""
    rest: str = ""


def cleaned(text: str) -> str:
    """A title without the marks around it: emoji, brackets of references, stray punctuation, quotation marks."""
    text = " ".join(text.replace("\0", " ").split())
    while True:
        before = text
        text = _without_symbols(text).strip(_STRAY)
        mark = trailing(text)
        if mark:
            text = text[: mark[1]].rstrip()
        found = QUOTED.fullmatch(text)
        if found:
            text = inner(found)
        text = _unbracketed(text)
        if (
            text.endswith((".", "。"))
            and not text.endswith("..")
            and not re.search(r"\b[A-Z]\.$", text)
        ):
            text = text[:-1].rstrip()
        if text == before:
            return text


def _without_symbols(text: str) -> str:
    while text and (is_symbol(text[0]) or text[0] in "★☆✓✔◆■□●○※"):
        text = text[1:].lstrip()
    while text and (is_symbol(text[-1]) or text[-1] in "★☆✓✔◆■□●○※"):
        text = text[:-1].rstrip()
    return re.sub(r"(?:\s*:[a-z0-9_+]+:)+\s*$|^(?::[a-z0-9_+]+:\s*)+", "", text)


def _unbracketed(text: str) -> str:
    for opener, closer in ("()", "[]", "（）", "【】", "{}"):
        if text.startswith(opener) and text.endswith(closer) and text.count(opener) == 1:
            return text[1:-1].strip()
        if text.endswith(opener) or (text.startswith(closer)):
            return text.strip(opener + closer + " ")
        if text.count(opener) == text.count(closer) + 1 and text.startswith(opener):
            return text[1:].strip()
        if text.count(closer) == text.count(opener) + 1 and text.endswith(closer):
            return text[:-1].strip()
    return text


def split(text: str, styled: bool = False) -> Cited:
    """A title with what may stand around it: `Title - Authors (Year)`, `Title, Authors, Venue`,
    `Authors: Title, Venue`, `Authors. Title. In Venue, 2019`, `Title by A, B & C (2015)`."""
    mark = trailing(text)
    text = (text[: mark[1]] if mark else text).strip(_STRAY)
    named = quoted(text)
    ahead = text[: named.start()].strip(_STRAY + ".") if named else ""
    if named and ahead and certainty(ahead):
        after = text[named.end() :]
        return Cited(cleaned(inner(named)), ahead, _venue(after), after)
    authors, rest = authors_first(text) if not styled or certainty_of_prefix(text) else ("", text)
    if authors and not is_short_venue(rest):
        return _cited_after_authors(authors, rest)
    title, parts = _peeled(text)
    return Cited(
        title=cleaned(title),
        authors=next((part for kind, part in parts if kind == "authors"), ""),
        venue=next((part for kind, part in parts if kind == "venue"), ""),
    )


def _cited_after_authors(authors: str, rest: str) -> Cited:
    found = quoted(rest)
    if found and found.start() <= 3:
        return Cited(
            cleaned(inner(found)), authors, _venue(rest[found.end() :]), rest[found.end() :]
        )
    end = sentence_end(rest)
    head, tail = rest[:end], rest[end:]
    title, parts = _peeled(head)
    venue = next((part for kind, part in parts if kind == "venue"), "") or _venue(tail)
    return Cited(cleaned(title), authors, venue, "" if venue else tail)


def _venue(text: str) -> str:
    text = text.strip(_STRAY + ".")
    head = re.split(r"\0|\. (?=[A-Z])", text)[0].strip(" .,")
    return head if is_venue(head) else ""


def _peeled(text: str) -> tuple[str, list[tuple[str, str]]]:
    """A title and what stood after it, from the end on: years, venues, authors, remarks in brackets."""
    parts: list[tuple[str, str]] = []
    for _ in range(8):
        text = text.rstrip(_STRAY + ". ") if not text.rstrip().endswith("...") else text.rstrip()
        cut = _bracketed_part(text) or _separated_part(text, bool(parts)) or _glued_part(text)
        if cut is None:
            break
        at, kind, part = cut
        if weight(text[:at]) < 1:
            break
        parts.append((kind, part))
        text = text[:at]
    return text, parts


def _bracketed_part(text: str) -> tuple[int, str, str] | None:
    found = _GROUP.search(text[-200:])
    if not found:
        return None
    inside = next(group for group in found.groups() if group is not None).strip()
    at = len(text) - len(text[-200:]) + found.start()
    kind = kind_of(inside)
    return (at, kind, inside) if kind else None


def kind_of(text: str) -> str:
    """What a part beside a title is: `venue` (or a year), `authors`, `note`; empty for part of a title."""
    if is_short_venue(text) or is_year(text):
        return "venue"
    if certainty(text) >= 2 or (
        _DATED_NAMES.search(text) and certainty(_DATED_NAMES.sub("", text)) >= 1
    ):
        return "authors"
    if _NOTE.fullmatch(text.strip()):
        return "note"
    return "venue" if is_venue(text) else ""


def _glued_part(text: str) -> tuple[int, str, str] | None:
    at, venue = glued(text)
    return (at, "venue", venue) if venue else None


def _separated_part(text: str, peeled: bool = False) -> tuple[int, str, str] | None:
    cuts = list(_SEPARATOR.finditer(text))[:40]
    for cut in cuts:
        part = text[cut.end() :]
        if weight(text[: cut.start()]) < 1:
            continue
        sure = certainty(part)
        if sure >= 2 or (sure and has_et_al(part)):
            return cut.start(), "authors", part
        if _INSTITUTION.fullmatch(part):
            return cut.start(), "note", part
        cut_short = _ET_AL_AHEAD.match(part)
        if cut_short and certainty(cut_short[1]) >= 1:
            return cut.start(), "authors", cut_short[1]
        if sure == 1 and (
            "|" in cut[0]
            or (re.search("[-–—]", cut[0]) and "&" in part)
            or (peeled and weight(text[: cut.start()]) >= 4 and are_families(part))
        ):
            return cut.start(), "authors", part
        if is_short_venue(part) or is_year(part):
            return cut.start(), "venue", part
        if (
            (weight(text[: cut.start()]) >= 3 or cut[0].strip() in "|-–—")
            and is_venue(part)
            and not has_cjk(part)
        ):
            return cut.start(), "venue", part
    return None


def front_group(text: str) -> tuple[str, str, int] | None:
    """A bracketed remark before a title (`[CVPR 2019]`, `(2015)`, `[BERT]`): its kind, its words, its end."""
    found = _FRONT_GROUP.match(text)
    if not found:
        return None
    inside = next(group for group in found.groups() if group is not None).strip()
    return kind_of(inside) or "short", inside, found.end()
