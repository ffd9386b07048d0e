"""Where entries end and sections begin, once the entries of a document are found."""

from collections.abc import Sequence

import msgspec

from roundup.authoring.importers.recognise.lines import weight
from roundup.authoring.importers.recognise.parts import Part
from roundup.authoring.importers.recognise.tree import Found


def contents_places(parts: Sequence[Part]) -> frozenset[int]:
    """The parts of tables of contents: lists whose links lead to this very page."""
    places: set[int] = set()
    run: list[int] = []
    for place in range(len(parts) + 1):
        if (place < len(parts) and parts[place].kind in ("item", "line")) or (
            place < len(parts) and parts[place].depth
        ):
            run.append(place)
            continue
        if _is_contents(parts, run):
            places.update(run)
        run = [place] if place < len(parts) and _is_contents(parts, [place]) else []
        if run:
            places.add(place)
            run = []
    return frozenset(places)


def _is_contents(parts: Sequence[Part], run: Sequence[int]) -> bool:
    refs = [ref for place in run for refs in parts[place].refs for ref in refs]
    anchors = sum(1 for ref in refs if ref.target.kind == "anchor" and not ref.image)
    lines = sum(1 for place in run if parts[place].lines)
    return anchors >= 2 and anchors * 10 >= len(refs) * 8 and anchors * 10 >= lines * 5


def trimmed(parts: Sequence[Part], found: Sequence[Found]) -> tuple[Found, ...]:
    """Entries without what follows a rule at their end, and without a bold line that names the next section."""
    kept: list[Found] = []
    named: int | None = None
    for place, one in enumerate(found):
        if kept and (one.by != kept[-1].by or one.sections != found[place - 1].sections):
            named = None
        if (
            not one.cells
            and one.start
            and named is None
            and _begins_run(found, place)
            and _names_section(parts[one.start - 1], one)
        ):
            named = one.start - 1
        after = named
        end = _at_rule(parts, one)
        follower = found[place + 1] if place + 1 < len(found) else None
        if (
            follower
            and follower.start == one.end == end
            and follower.by == one.by
            and _names_section(parts[end - 1], one)
            and end - one.start > 1
        ):
            end -= 1
            after = end
        sections = one.sections if named is None else (*one.sections, named)
        kept.append(msgspec.structs.replace(one, end=end, sections=sections))
        named = after
    return tuple(kept)


def _begins_run(found: Sequence[Found], place: int) -> bool:
    return (
        place == 0
        or found[place - 1].end <= found[place].start - 1
        or found[place - 1].sections != found[place].sections
    )


def _at_rule(parts: Sequence[Part], one: Found) -> int:
    if one.cells:
        return one.end
    for place in range(one.start + 1, one.end):
        if parts[place].kind != "rule":
            continue
        before, after = parts[one.start : place], parts[place : one.end]
        if any(part.claims for part in after):
            continue
        if (
            any(part.claims for part in before)
            or sum(weight(part.text) for part in before[1:]) > 20
        ):
            return place
    return one.end


def _names_section(part: Part, entry: Found) -> bool:
    if (
        part.kind not in ("paragraph", "line")
        or part.depth
        or len(part.lines) != 1
        or any(part.refs)
    ):
        return False
    if entry.by.startswith(("heading", "style bold", "plain", "line", "paper")):
        return False
    line = part.lines[0]
    text = line.text.strip()
    if not text or weight(text) > 10 or part.lead.number is not None:
        return False
    return all(
        run.span.bold for run in line.runs if line.text[run.start : run.end].strip(" :：.")
    ) or text.endswith((":", "："))
