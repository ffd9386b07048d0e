"""The authors that a citation begins with."""

import re

from roundup.authoring.importers.recognise.lines import weight
from roundup.authoring.importers.recognise.people import (
    certainty,
    has_et_al,
    is_name,
    names_in,
    only_names,
)

# A name as indexes print it: `LeCun Y`, `Hinton G E`.
_FAMILY_FIRST = re.compile(r"[^\W\d_][\w'’-]+(?:\s[^\W\d_a-z]){1,3}|et al\.?")

# Endings of adjectives, verbs and nouns that family names seldom have.
_WORDLIKE = re.compile(r"\w{3}(?:ive|[aeiu]te|ed|ing|[lr]ace|[gt]y|ous|age)$")

_PARTS = re.compile(r",|\band\b|&|、|，")


def certainty_of_prefix(text: str) -> bool:
    """Whether it begins with authors and a colon, as in `Authors: Title`."""
    head, colon, _ = text.partition(":")
    return bool(colon) and certainty(head) >= 2


def authors_first(text: str) -> tuple[str, str]:
    """The authors that a citation begins with, and the rest; no authors where it begins with its title."""
    for found in re.finditer(
        r"\s*[:：]\s+|\s*：|[.,]?\s*[(\[]\s*(?:19|"
        r"20)\d\d[a-z]?(?:,\s*\w+)?\s*[)\]]\s*[.,:]?\s*|\.\s+|\s+[-–—]\s+|。",
        text[:700],
    ):
        head, tail = text[: found.start()], text[found.end() :]
        dated = "(" in found[0] or "[" in found[0]
        if not tail or tail[:1] in ",;&(" or weight(tail) < 1:
            continue
        if re.match(r"(?:[A-Z]\.|and\b|&|et al)", tail) or (
            not dated and cuts_initials(head, found[0])
        ):
            continue
        sure = certainty(head) if dated or _ends_in_name(head, found[0]) else 0
        if (
            sure >= 2
            or (sure >= 1 and (dated or has_et_al(head)))
            or (sure == 1 and (_is_inverted(head) or _are_before_colon(head, found[0])))
        ):
            return head, tail
        if weight(head) > 60:
            break
    return _authors_by_commas(text)


def are_cited_names(head: str) -> bool:
    """Whether what stands before the year of a citation are its authors: one in words that may be others has its
    family name first, or two names, or others with it."""
    sure = certainty(head)
    if sure != 1 or not only_names(head):
        return sure >= 2 and (only_names(head) or len(names_in(head)) > 8)
    names = names_in(head)
    paired = len(names) > 1 and re.search(r"&|\band\b|\by\b|\be\b|,", head) is not None
    return paired or _is_inverted(head) or has_et_al(head) or len(names[0].split()) > 1


def _ends_in_name(head: str, mark: str) -> bool:
    """Whether the last of the names is one: what a colon stands behind may be the name of a method."""
    *others, last = (part.strip() for part in _PARTS.split(_without_more(head)))
    # A lone word behind full names is what the title begins with: `A. Smith, B. Jones, Adam: A Method`.
    full = sum(len(one.split()) > 1 for one in others)
    if (
        full
        and (full >= 2 or full == len(others))
        and mark.strip() in (":", "：")
        and len(last.split()) == 1
    ):
        return False
    return not last or is_name(last) or len(last) <= 4


def _without_more(head: str) -> str:
    return re.sub(r"(?i),?\s*(?:et\.?\s*al\.?|and others|等人?)\s*$", "", head)


def cuts_initials(head: str, mark: str) -> bool:
    """Whether a period belongs to an initial whose family name is still to come."""
    if not mark.startswith(".") or not re.search(r"(?:^|[\s,.-])[^\W\d_a-z]$", head):
        return False
    if not head[-1].isupper():
        return False
    parts = [part.strip() for part in re.split(r"[,;]|\band\b|&", head) if part.strip()]
    family = [word for word in parts[-2].split() if word[:1].isupper()] if len(parts) > 1 else []
    if all(_FAMILY_FIRST.fullmatch(part) for part in parts[-2:]):
        return False
    initials = all(len(word.strip(".-")) <= 2 for word in parts[-1].split())
    return not initials or len(family) != 1


def _are_before_colon(head: str, mark: str) -> bool:
    """`Zhang, Bengio, Hardt: A title`: family names alone."""
    least = 2 if re.search(r"&|\band\b", head) else 3
    return mark.strip() in (":", "：") and are_families(head, least)


def are_families(text: str, least: int = 1) -> bool:
    """Whether it names families alone, at least so many, none of which reads as a word of a title."""
    names = names_in(text)
    return len(names) >= least and not any(_WORDLIKE.search(name) for name in names)


def _is_inverted(head: str) -> bool:
    return (
        re.fullmatch(
            r"[^\W\d_]+,\s(?:[^\W\d_]\.\s?-?)+",
            head.strip() + ("." if not head.endswith(".") else ""),
        )
        is not None
    )


def _authors_by_commas(text: str) -> tuple[str, str]:
    """`A. Bochkovskiy, C.-Y. Wang, and H.-Y. M. Liao, Yolov4: Optimal speed, 2020`."""
    end = 0
    for found in re.finditer(r"([^,]{1,60}),\s*", text[:700]):
        part = re.sub(r"^(?:and|&)\s+", "", found[1].strip())
        # A lone word behind full names is no name.
        full = end and all(len(one.split()) > 1 for one in text[:end].rstrip(", ").split(","))
        if (
            found.start() != end
            or (full and " " not in part)
            or not (is_name(part) or re.fullmatch(r"(?:[^\W\d_]\.[ -]?)+", part))
        ):
            break
        end = found.end()
    head, rest = text[:end].rstrip(", "), text[end:]
    several = certainty(head) >= 3 or (certainty(head) == 2 and len(names_in(head)) > 2)
    if end and several and weight(rest) >= 2 and re.search(r",|\band\b|&", head):
        return head, rest
    return "", text
