"""The last column of lines such as `2018, ECCV, A Title, A Name`: who made it, which only siblings can tell."""

import re
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from roundup.authoring.importers.recognise.lines import weight
from roundup.authoring.importers.recognise.parts import Part
from roundup.authoring.importers.recognise.people import certainty
from roundup.authoring.importers.recognise.refs import blanked

_DATED = re.compile(r"\W*(?:19|20)\d\d\s*[,，]\s")
_MAKER = re.compile(
    r"[,，]\s+([^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*){0,2})[\s,，.]*(?=\0|\[|\(|$)"
)
_LEAST = 3


def without_makers(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Parts whose titles end before the maker's name, where most siblings begin with a year and a comma and
    half of them name a maker behind a comma."""
    siblings: dict[tuple[str, int], list[Part]] = defaultdict(list)
    for part in parts:
        if part.lead.title and part.lines:
            siblings[part.kind, part.depth].append(part)
    agreed = {group for group, several in siblings.items() if _agree(several)}
    return tuple(_cut(part) if (part.kind, part.depth) in agreed else part for part in parts)


def _agree(siblings: Sequence[Part]) -> bool:
    dated = [part for part in siblings if _DATED.match(part.lines[0].text)]
    made = sum(_maker(part) is not None for part in dated)
    return len(dated) >= _LEAST and len(dated) * 10 >= len(siblings) * 6 and made * 2 >= len(dated)


def _maker(part: Part) -> re.Match[str] | None:
    text = blanked(part.lines[0].text, part.refs[0])
    found = _MAKER.search(text, part.lead.start)
    return found if found and weight(text[part.lead.start : found.start()]) >= 2 else None


def _cut(part: Part) -> Part:
    """A part whose title ends before its maker; a full name is an author, a lone one is left as a word."""
    found, lead = _maker(part), part.lead
    title = lead.title.removesuffix(found[1]).rstrip(" ,，") if found else lead.title
    if found is None or title == lead.title or not _DATED.match(part.lines[0].text):
        return part
    full = certainty(found[1]) > 0 and " " in found[1]
    lead = msgspec.structs.replace(
        lead,
        title=title,
        authors=lead.authors or (found[1] if full else ""),
        end=found.start(),
        rest="" if full else found[1],
        rest_at=found.end() if full else found.start(1),
    )
    return msgspec.structs.replace(part, lead=lead)
