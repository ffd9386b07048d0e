"""The tree of headings: which of them are papers, which name a section of papers, which neither."""

from collections.abc import Iterator, Sequence

import msgspec

from roundup.authoring.importers.recognise.claimed import alike, restarts
from roundup.authoring.importers.recognise.columns import Cell
from roundup.authoring.importers.recognise.company import in_company, with_company
from roundup.authoring.importers.recognise.leads import Lead
from roundup.authoring.importers.recognise.lines import has_cjk, weight
from roundup.authoring.importers.recognise.parts import Part
from roundup.authoring.importers.recognise.people import has_et_al
from roundup.authoring.importers.recognise.rating import is_capital, rate
from roundup.authoring.importers.recognise.sections import kind_of_section
from roundup.authoring.importers.recognise.segments import (
    Division,
    Segment,
    divide,
    repeated,
)
from roundup.authoring.importers.recognise.tables import divide_table
from roundup.authoring.importers.recognise.tree import Found, Judged, Node, tree
from roundup.authoring.importers.recognise.venues import is_short_venue, is_year
from roundup.authoring.importers.recognise.votes import (
    believed,
    group_votes,
    is_entry,
    is_numbered_through,
    presented,
    votes_of,
)


def outline(
    parts: Sequence[Part], skipped: frozenset[int], lenient: bool = False
) -> tuple[Found, ...]:
    """The entries of a document in reading order; parts at `skipped` places begin none. A `lenient` reading
    takes a shape that is repeated for evidence, where no paper is linked."""
    headings = tree(parts)
    root = _judge(parts, headings, skipped, lenient)
    if lenient:
        numbered = is_numbered_through(parts)
        root = believed(parts, root) if numbered else presented(parts, root)
    votes = votes_of(root)
    found = in_company(parts, tuple(_collect(parts, root, (), votes, skipped)))
    return with_company(parts, headings, found)


def _judge(parts: Sequence[Part], node: Node, skipped: frozenset[int], lenient: bool) -> Judged:
    children = tuple(_judge(parts, child, skipped, lenient) for child in node.children)
    runs = _runs(parts, node, skipped, lenient)
    section = sum(found.score for found in runs) + sum(
        max(child.entry, child.section, 0.0) for child in children
    )
    entry = -1.0 if node.at < 0 or node.at in skipped else _as_entry(parts, node)
    if entry > 0 and _names_another(parts, node, runs):
        entry -= 0.6
    return Judged(node, entry, section, runs, children)


def _names_another(parts: Sequence[Part], node: Node, runs: Sequence[Found]) -> bool:
    """Whether the first line below a heading is set as the title of a work of another name."""
    if not runs or runs[0].start != node.at + 1 or runs[0].cells:
        return False
    lead, below = parts[node.at].lead, runs[0].lead
    if any(claim.labelled for claim in parts[runs[0].start].claims):
        return False
    if lead.number is not None and below.number is None:
        return False
    set_apart = below.style in ("bold", "link", "quote") or below.number is not None
    return set_apart and weight(below.title) >= 3 and not alike(below.title, lead.title)


def _as_entry(parts: Sequence[Part], node: Node) -> float:
    lead = parts[node.at].lead
    inside = parts[node.at : node.end]
    linked = any(claim.strength for claim in parts[node.at].claims)
    text = parts[node.at].text
    if (kind_of_section(text) and not linked) or is_short_venue(text) or is_year(text):
        return -1.0
    claims = [claim for part in inside for claim in part.claims]
    if restarts(inside) > 1 or (parts[node.at].text.endswith((":", "：")) and not claims):
        return -1.0
    score = rate(lead, inside)
    if not lead.title and not any(part.claims for part in inside):
        return -1.0
    if linked:
        score += 0.3
    if lead.number is not None:
        score += 0.25
    if any(claim.title and alike(claim.title, lead.title) for claim in claims):
        score += 0.3
    if any(claim.labelled for claim in claims):
        score += 0.15
    if weight(lead.title) >= 3 or has_cjk(lead.title):
        score += 0.1
    if not claims and weight(lead.title) and mentioned(inside):
        score = max(score, 0.6)
    if not claims and has_et_al(lead.authors):
        score = max(score, 0.7)
    if not claims and (lead.number is not None or (weight(lead.title) >= 4 and is_capital(lead))):
        score = max(score, 0.1)
    if not lead.title and lead.number is not None and 0 < len(claims) < 4:
        score = max(score, 1.1)
    return score


def mentioned(parts: Sequence[Part]) -> bool:
    """Whether sentences link one paper by its title, so that a heading over them may be its entry."""
    named = {
        ref.target.url
        for part in parts
        for refs in part.refs
        for ref in refs
        if ref.kind == "paper"
        and ref.target.strength >= 2
        and weight(ref.label) >= 3
        and ref.role == "title"
    }
    return len(named) == 1


def _runs(
    parts: Sequence[Part], node: Node, skipped: frozenset[int], lenient: bool
) -> tuple[Found, ...]:
    """The entries that lists, paragraphs and tables directly below a heading hold."""
    found: list[Found] = []
    start = node.at + 1
    for place in range(node.at + 1, node.own_end + 1):
        cells = (
            divide_table(parts[place].block)
            if place < node.own_end and parts[place].kind == "table" and place not in skipped
            else ()
        )
        if place < node.own_end and not cells and place not in skipped:
            continue
        found.extend(_run(parts, start, place, lenient))
        found.extend(_row(place, cell) for cell in cells)
        start = place + 1
    if (
        node.at >= 0
        and kind_of_section(parts[node.at].text) == "other"
        and not _is_strong(parts, found, parts[node.at : node.own_end])
    ):
        return ()
    return tuple(found)


def _row(place: int, cells: tuple[Cell, ...]) -> Found:
    return Found(start=place, end=place + 1, lead=Lead(), by="row", score=1.0, cells=cells)


def _run(parts: Sequence[Part], start: int, end: int, lenient: bool) -> list[Found]:
    division = divide(parts[start:end]) if end > start else Division()
    if lenient and not _is_credible(division):
        division = repeated(parts[start:end])
    elif not _is_credible(division):
        return []
    return [_found(parts, segment, division.mark, start) for segment in division.segments]


def _is_credible(division: Division) -> bool:
    """A list of tools or steps has titles and links too: some of its entries must be papers beyond doubt."""
    believed = sum(1 for one in division.segments if one.score >= 0.6)
    return division.score >= 0.4 and believed * 4 >= len(division.segments)


def _found(parts: Sequence[Part], segment: Segment, mark: str, offset: int) -> Found:
    topics = [topic + offset for topic in segment.topics]
    return Found(
        start=segment.start + offset,
        end=segment.end + offset,
        lead=segment.lead,
        sections=tuple(topic for topic in topics if _is_topic(parts[topic])),
        by=mark,
        score=segment.score,
    )


def _is_topic(part: Part) -> bool:
    """Whether an item names the topic of the items in it and says nothing else."""
    return len(part.lines) == 1 and weight(part.text) <= 10 and not any(part.refs)


def _is_strong(parts: Sequence[Part], found: Sequence[Found], inside: Sequence[Part]) -> bool:
    strong = sum(
        1 for one in found
        if one.cells or any(claim.strength >= 2 for part in parts[one.start : one.end] for claim in part.claims)
    )  # fmt: skip
    items = sum(1 for part in inside if part.kind == "item")
    return strong * 10 >= len(found) * 6 and strong >= 2 and len(found) * 2 >= items


def _collect(
    parts: Sequence[Part],
    judged: Judged,
    above: tuple[int, ...],
    votes: dict[int, tuple[int, int]],
    skipped: frozenset[int],
) -> Iterator[Found]:
    yield from (
        msgspec.structs.replace(found, sections=above + found.sections) for found in judged.runs
    )
    level = group_votes(judged.children, votes)
    beside: tuple[int, ...] = ()
    for child in judged.children:
        if is_entry(child, level):
            lead = parts[child.node.at].lead
            yield Found(
                start=child.node.at,
                end=child.node.end,
                lead=lead,
                sections=above + beside,
                by=f"heading{child.node.level}",
                score=child.entry,
            )
        elif _is_bare_section(parts, child):
            beside = (child.node.at,)
        else:
            beside = ()
            yield from _collect(parts, child, (*above, child.node.at), votes, skipped)


def _is_bare_section(parts: Sequence[Part], child: Judged) -> bool:
    """A heading at the papers' own level with nothing below it names the papers that follow."""
    inside = parts[child.node.at + 1 : child.node.end]
    return (
        not child.children
        and not child.runs
        and all(part.kind == "rule" or not part.text.strip() for part in inside)
    )
