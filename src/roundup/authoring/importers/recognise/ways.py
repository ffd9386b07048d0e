"""The way in which the lines of a list give title and authors: what one line leaves open, its siblings tell."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from roundup.authoring.importers.recognise.citations import Way
from roundup.authoring.importers.recognise.leads import read_lead
from roundup.authoring.importers.recognise.lines import weight
from roundup.authoring.importers.recognise.parts import Part
from roundup.authoring.importers.recognise.people import names_in

_LONGEST = 40


def agreed(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Parts whose leads are read in the way in which most of their siblings can only be read."""
    ways = _ways(parts)
    return tuple(_again(part, ways.get(_group(part), "")) for part in parts)


def _group(part: Part) -> tuple[str, int, int, bool]:
    return part.kind, part.depth, part.level, part.lead.number is None


def _ways(parts: Sequence[Part]) -> dict[tuple[str, int, int, bool], Way]:
    votes: dict[tuple[str, int, int, bool], Counter[Way]] = defaultdict(Counter)
    for part in parts:
        if part.lead.title:
            votes[_group(part)][_way_of(part)] += 1
    return {group: _most(counts) for group, counts in votes.items()}


def _most(counts: Counter[Way]) -> Way:
    """The way of most lines that have one: two at least, and few of the other."""
    if counts["title"] >= 2 and counts["title"] >= 3 * counts["authors"]:
        return "title"
    if counts["authors"] >= 2 and counts["authors"] >= 3 * counts["title"]:
        return "authors"
    # Family names before a colon are words of a title where few lines have them.
    return "families" if counts["families"] * 2 < counts.total() and counts.total() >= 3 else ""


def _way_of(part: Part) -> Way:
    """Whether a line begins with its title or with its authors; neither where it may have none."""
    lead = part.lead
    if not lead.authors or not part.lines:
        return ""
    if not 0 <= part.lines[0].text.find(lead.authors) < lead.end - len(lead.title):
        return "title"
    lone = lead.style == "plain" and all(len(name.split()) == 1 for name in names_in(lead.authors))
    return "families" if lone else "authors"


def _again(part: Part, way: Way) -> Part:
    """A part that leaves open which words are its title, read in the way of its siblings."""
    own = _way_of(part)
    if not way or not part.lines or weight(part.lines[0].text) > _LONGEST:
        return part
    if own == way != "families" or (way == "families" and own != way):
        return part
    if part.kind == "paragraph" and part.lead.number is None:
        return part
    lead = read_lead(part.lines[0], part.refs[0], "title" if way == "families" else way)
    told = lead.title and (lead.authors or own == "families")
    return msgspec.structs.replace(part, lead=lead) if told else part
