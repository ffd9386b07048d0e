"""How many papers the claims of some parts are, and whether two titles mean the same work."""

import re
from collections.abc import Collection, Sequence

from rapidfuzz import fuzz

from roundup.authoring.importers.recognise.claims import Claim
from roundup.authoring.importers.recognise.leads import Lead
from roundup.authoring.importers.recognise.lines import weight
from roundup.authoring.importers.recognise.parts import Part
from roundup.authoring.importers.recognise.quotes import quoted

# How alike two titles are when they mean the same work (rapidfuzz, 0 to 100), by the length of the shorter:
# one letter tells Fast R-CNN from Faster R-CNN.
SAME_TITLE = ((40, 82), (20, 90), (0, 97))
# More papers than an entry may hold need no counting.
_ENOUGH = 24
_NAMED = re.compile(r"[^:]{2,30}:\s.{8,}")
_SCHEME = re.compile(r"[a-z]+:")


def alike(first: str, second: str) -> bool:
    """Whether two titles mean the same work: nearly equal, or one the other with a name before it."""
    one, other = _folded(first), _folded(second)
    if not one or not other:
        return False
    shorter, longer = sorted((one, other), key=len)
    least = next(ratio for length, ratio in SAME_TITLE if len(shorter) >= length)
    if fuzz.ratio(one, other) >= least:
        return True
    if (
        _NAMED.fullmatch(raw := max(first, second, key=len))
        and _folded(raw.partition(":")[0]) == shorter
    ):
        return True
    return len(shorter) >= 8 and (longer.endswith(shorter) or longer.startswith(shorter))


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def works(lead: Lead, claims: Sequence[Claim]) -> float:
    """How many papers claims are; a lead's title that no claim repeats is one more only beside other titles."""
    groups: list[tuple[list[str], set[str]]] = []
    for claim in claims:
        if not _joined(groups, claim):
            groups.append(([claim.title] if claim.title else [], set(claim.keys)))
        if len(groups) > _ENOUGH:
            break
    if not groups:
        return 0
    strangers = sum(
        1 for titles, _ in groups if titles and not any(alike(lead.title, one) for one in titles)
    )
    if lead.title and strangers == len(groups) and not any(claim.labelled for claim in claims):
        return len(groups) + 0.6
    return len(groups)


def restarts(parts: Sequence[Part]) -> int:
    """How many quoted titles, each alone on its line and each with a paper linked below, parts hold."""
    titles: list[str] = []
    open_title = ""
    for part in parts:
        if _is_quoted_alone(part):
            open_title = part.lead.title
        if open_title and part.claims:
            if not any(alike(open_title, one) for one in titles):
                titles.append(open_title)
            open_title = ""
    return len(titles)


def _is_quoted_alone(part: Part) -> bool:
    if part.kind == "heading" or not part.lead.title or not part.lines:
        return False
    found = quoted(part.lines[0].text)
    return found is not None and weight(found[0]) == weight(part.lines[0].text)


def _joined(groups: list[tuple[list[str], set[str]]], claim: Claim) -> bool:
    for titles, keys in groups:
        same = keys.intersection(claim.keys) or any(
            claim.title and alike(claim.title, one) for one in titles
        )
        # A link without a title of its own belongs to the work before it, unless both are known to differ.
        loose = (not claim.title or not titles or claim.labelled) and not _contradict(
            keys, claim.keys
        )
        loose = loose or (_are_local(claim.keys) and not _are_local(keys))
        if same or (loose and groups[-1][1] is keys):
            keys.update(claim.keys)
            if claim.title:
                titles.append(claim.title)
            return True
    return False


def _are_local(keys: Collection[str]) -> bool:
    """Whether addresses lead to files beside the document: copies of what is linked before them."""
    return bool(keys) and not any(key.startswith("http") or _SCHEME.match(key) for key in keys)


def _contradict(known: set[str], keys: Sequence[str]) -> bool:
    schemes = {key.partition(":")[0] for key in known if not key.startswith("http")}
    return any(not key.startswith("http") and key.partition(":")[0] in schemes for key in keys)
