"""Keys for papers that come to a site, out of what is known of them."""

import re
import unicodedata
from collections.abc import Container, Iterator

from roundup.authoring.work import Work
from roundup.content.values import LONGEST_SLUG, RESERVED_KEY

_LONGEST = 50
_NAME = re.compile(r"[^:：]{1,40}?(?=[:：]\s?\S)")  # "XLNet: Generalized ..." begins with its name
_NAME_WORDS = 4
# What a title that is cut short must not end in: small words of the languages that most titles are in.
_UNFINISHED = re.compile(
    r"(?:-(?:an?|the|and|or|of|in|on|at|to|by|for|from|with|via|as|is|are|that|which|into|using|through|"
    r"over|under|its?|their|der|die|das|und|von|de|la|le|les|des|du|et|el|los|del|y|en|e|da|do))+$"
)
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ł": "l", "ı": "i"})


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and single hyphens; letters lose their accents, other scripts drop out.

    Whole words as long as they fit into 50, not ending in "of the" where that cuts it short; empty where
    nothing is left.
    """
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(one for one in folded if not unicodedata.combining(one))
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=\w)['’](?=\w)", "", plain))
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word[:LONGEST_SLUG]
        if made and len(longer) > _LONGEST:
            return _UNFINISHED.sub("", made)
        made = longer
    return made


def key_for(work: Work, taken: Container[str]) -> str:
    """A key that is not taken: the paper's usual name, else its title, else its identifier; SPEC 2 rules."""
    for one in _wanted(work):
        if one and one != RESERVED_KEY:
            return fresh(one, taken)
    return fresh("paper", taken)


def fresh(wanted: str, taken: Container[str]) -> str:
    """The slug itself, else with the first number that makes it free."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def _wanted(work: Work) -> Iterator[str]:
    yield slug(work.short)
    named = _NAME.match(work.title)
    if named and len(named[0].split()) <= _NAME_WORDS:
        yield slug(named[0])
    title = slug(work.title)
    # What is left of a title in another script may be a lone number or abbreviation.
    if len(title) * 3 >= len(work.title) or len(title) >= _LONGEST // 2:
        yield title
    for scheme, value in work.identifiers.items():
        yield slug(f"{scheme} {value}")
    yield title
