"""The way in which the lines of a list give title and authors: what one line leaves open, its siblings tell."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from roundup.authoring.importers.recognise.citations import Way, leaning
from roundup.authoring.importers.recognise.leads import read_lead
from roundup.authoring.importers.recognise.lines import weight
from roundup.authoring.importers.recognise.marks import read_marks
from roundup.authoring.importers.recognise.parts import Part
from roundup.authoring.importers.recognise.people import names_in

_LONGEST = 40
_BOTH: tuple[tuple[Way, Way], ...] = (("title", "authors"), ("authors", "title"))


def agreed(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Parts whose leads are read in the way in which most of their siblings can only be read."""
    ways = _ways(parts)
    return tuple(_again(part, ways.get(_group(part), "")) for part in parts)


def _group(part: Part) -> tuple[str, int, int, bool]:
    return part.kind, part.depth, part.level, part.lead.number is None


def _ways(parts: Sequence[Part]) -> dict[tuple[str, int, int, bool], Way]:
    votes: dict[tuple[str, int, int, bool], Counter[Way]] = defaultdict(Counter)
    open_votes: dict[tuple[str, int, int, bool], Counter[Way]] = defaultdict(Counter)
    for part in parts:
        if part.lead.title:
            votes[_group(part)][_way_of(part)] += 1
            open_votes[_group(part)][_leaning(part)] += 1
    return {group: _most(counts) or _inclined(open_votes[group]) for group, counts in votes.items()}


def _leaning(part: Part) -> Way:
    text = part.lines[0].text if part.lines else ""
    return leaning(text[read_marks(text).at :])


def _inclined(counts: Counter[Way]) -> Way:
    """The way in which most lines may be read, where none has to be: three at least, hardly any the other."""
    for way, other in _BOTH:
        if (
            counts[way] >= 3
            and counts[way] * 10 >= counts.total() * 6
            and counts[other] * 8 <= counts[way]
        ):
            return way
    return ""


def _most(counts: Counter[Way]) -> Way:
    """The way of most lines that have one: two at least, and few of the other."""
    for way, other in _BOTH:
        if counts[way] >= 2 and counts[way] >= 3 * counts[other]:
            return way
    # Family names before a colon are words of a title where few lines have them.
    return "families" if 0 < counts["families"] * 4 < counts.total() else ""


def _way_of(part: Part) -> Way:
    """Whether a line begins with its title or with its authors; neither where it may have none."""
    lead = part.lead
    if not lead.authors or not part.lines:
        return ""
    text = part.lines[0].text
    if not 0 <= text.find(lead.authors) < text.find(lead.title):
        return "title"
    lone = lead.style == "plain" and all(len(name.split()) == 1 for name in names_in(lead.authors))
    return "families" if lone else "authors"


def _is_long(part: Part) -> bool:
    """Whether a line may be prose."""
    plain = part.kind == "paragraph" and part.lead.number is None
    return (len(part.lines) > 1 and plain) or weight(part.lines[0].text) > _LONGEST / (1 + plain)


def _again(part: Part, way: Way) -> Part:
    """A part that leaves open which words are its title, read in the way of its siblings."""
    own = _way_of(part)
    if not way or not part.lines or _is_long(part):
        return part
    if own != "families" if way == "families" else own in (way, "families"):
        return part
    lead = read_lead(part.lines[0], part.refs[0], "title" if way == "families" else way)
    told = lead.title and (lead.authors or own == "families")
    return msgspec.structs.replace(part, lead=lead) if told else part
