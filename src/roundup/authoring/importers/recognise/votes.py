"""Which level of headings names papers and which names sections, as most of its headings say."""

import re
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from roundup.authoring.importers.recognise.dates import MONTH
from roundup.authoring.importers.recognise.labels import is_label
from roundup.authoring.importers.recognise.lines import weight
from roundup.authoring.importers.recognise.parts import Part
from roundup.authoring.importers.recognise.rating import is_capital
from roundup.authoring.importers.recognise.sections import kind_of_section
from roundup.authoring.importers.recognise.tree import Judged, Node

_DAY = re.compile(
    rf"(?i)\b(?:(?:{MONTH})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{MONTH}))\b.{{0,6}}(?:19|20)\d\d|"
    r"(?:19|20)\d\d[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}"
)
_PAPER = re.compile(r"(?i)\bpapers?|论文|論文|논문|\bart[íi]culos?\b|\bartigos?\b")


def is_numbered_through(parts: Sequence[Part]) -> bool:
    """Whether headings are numbered from one on and read as titles more often than not."""
    leads = [part.lead for part in parts if part.kind == "heading" and part.lead.number is not None]
    numbers = [lead.number for lead in leads if lead.number is not None]
    if len(numbers) < 3 or sorted(numbers) != list(range(1, len(numbers) + 1)):
        return False
    titled = sum(1 for lead in leads if weight(lead.title) >= 2 and is_capital(lead))
    return titled * 2 >= len(leads)


def believed(parts: Sequence[Part], judged: Judged) -> Judged:
    """The tree with its numbered headings taken for entries."""
    children = tuple(believed(parts, child) for child in judged.children)
    at = judged.node.at
    numbered = at >= 0 and parts[at].lead.number is not None and not kind_of_section(parts[at].text)
    entry = 0.5 if numbered else -1.0
    return msgspec.structs.replace(judged, entry=entry, section=0.0, children=children)


def presented(parts: Sequence[Part], judged: Judged) -> Judged:
    """The tree with headings taken for entries that stand, three or more of them beside each other, over an
    abstract, or over a date and a word of the paper."""
    children = tuple(presented(parts, child) for child in judged.children)
    named = [child for child in children if not kind_of_section(parts[child.node.at].text)]
    good = [child.node.at for child in named if _presents(parts, child.node)]
    if len(good) < 3 or len(good) * 10 < len(named) * 6:
        return msgspec.structs.replace(judged, children=children)
    children = tuple(
        msgspec.structs.replace(child, entry=0.5, section=0.0) if child.node.at in good else child
        for child in children
    )
    return msgspec.structs.replace(judged, children=children)


def _presents(parts: Sequence[Part], node: Node) -> bool:
    if any(is_label(parts[child.at].text) == "abstract" for child in node.children):
        return weight(parts[node.at].lead.title) >= 3
    below = [line.text for part in parts[node.at + 1 : node.own_end] for line in part.lines]
    if len(below) < 2 or weight(below[0]) > 8 or not _DAY.search(below[0]):
        return False
    return _PAPER.search(" ".join(below[1:])) is not None


def votes_of(root: Judged) -> dict[int, tuple[int, int]]:
    """For each level of headings, how many are better as entries and how many as sections."""
    votes: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    stack = [root]
    while stack:
        one = stack.pop()
        stack.extend(one.children)
        if one.node.at >= 0 and max(one.entry, one.section) > 0.3:
            votes[one.node.level][0 if one.entry > one.section else 1] += 1
    return {level: (counts[0], counts[1]) for level, counts in votes.items()}


def group_votes(children: Sequence[Judged], votes: dict[int, tuple[int, int]]) -> tuple[int, int]:
    """The votes of headings beside each other, or where they are few those of their level."""
    group = [child for child in children if max(child.entry, child.section) > 0.3]
    if len(group) >= 3:
        entries = sum(1 for child in group if child.entry > child.section)
        return entries, len(group) - entries
    return votes.get(children[0].node.level, (0, 0)) if children else (0, 0)


def is_entry(child: Judged, level: tuple[int, int]) -> bool:
    """Whether a heading is an entry, after what the others of its level are."""
    entries, sections = level
    if child.entry <= 0:
        return False
    if entries >= 2 * sections and entries >= 2:
        return child.section - child.entry < 2.5
    if sections > entries:
        return child.entry > child.section + 0.6
    return child.entry > 0.3 and child.entry >= child.section
