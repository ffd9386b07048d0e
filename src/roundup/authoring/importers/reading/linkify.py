"""Bare addresses in a text: where they begin, and where the sentence goes on."""

import re
from collections.abc import Iterator

_SCHEME = r"https?(?: ?: ?// ?| ://|：//)"
HOSTS = (
    r"arxiv\.org|doi\.org|dx\.doi\.org|github\.com|gitlab\.com|openreview\.net|aclanthology\.org"
    r"|aclweb\.org|proceedings\.mlr\.press|openaccess\.thecvf\.com|youtu\.be|youtube\.com"
    r"|huggingface\.co|paperswithcode\.com|nature\.com|papers\.nips\.cc|proceedings\.neurips\.cc"
    r"|ieeexplore\.ieee\.org|dl\.acm\.org|biorxiv\.org|medrxiv\.org|semanticscholar\.org"
)
# What a sentence of East Asian text goes on with is no part of an address in it.
_CHARACTER = (
    r"[^\s<>\"`“”‘’«»、。，；：！？（）「」『』【】《》〈〉…"
    "\u2e80-\u2fff\u3000-\u30ff\u3130-\u318f\u31f0-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]"
)
_ADDRESS = re.compile(
    rf"(?<![A-Za-z0-9@/.])(?:{_SCHEME}(?=[A-Za-z0-9])|www\.(?=[a-z0-9-]+\.)|(?:{HOSTS})/(?=\w))"
    rf"{_CHARACTER}+",
    re.IGNORECASE,
)
_LAST = ".,;:!?'*_~|\\"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each bare address, without the punctuation that closes the sentence."""
    if "." not in text:
        return
    for found in _ADDRESS.finditer(text):
        end = _end(found[0])
        if end > 8 or "." in found[0][:end]:
            yield found.start(), found.start() + end


def _end(address: str) -> int:
    """Where an address ends: brackets are in pairs, no stop stands last."""
    end = len(address)
    counts = {sign: address.count(sign) for sign in "()[]{}"}
    while end:
        last = address[end - 1]
        if last in _PAIRS and counts[last] > counts[_PAIRS[last]]:
            counts[last] -= 1
        elif last not in _LAST:
            break
        end -= 1
    for sign, opener in _PAIRS.items():
        place = address.find(sign)
        if 0 <= place < end and opener not in address[:place]:
            end = place
    return end
