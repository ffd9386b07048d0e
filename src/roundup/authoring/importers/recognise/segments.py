"""The repeated structure of a run of parts: where its entries begin, chosen among all shapes that fit."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from roundup.authoring.importers.recognise.claimed import alike
from roundup.authoring.importers.recognise.leads import TRAILING, Lead
from roundup.authoring.importers.recognise.lines import weight
from roundup.authoring.importers.recognise.parts import Part
from roundup.authoring.importers.recognise.rating import ITEMS, marks_of, rate, reads_as_title

_MOST_MARKS = 12


class Segment(msgspec.Struct, frozen=True):
    """Parts from `start` up to `end`, and how sure it is that they are one paper's entry; `topics` are the
    places of the items that it stands below."""

    start: int
    end: int
    score: float
    lead: Lead
    topics: tuple[int, ...] = ()


class Division(msgspec.Struct, frozen=True):
    """One way to divide a run: its segments, their total, and the mark that begins each."""

    segments: tuple[Segment, ...] = ()
    score: float = 0.0
    mark: str = ""


def divide(parts: Sequence[Part], depth: int = 0) -> Division:
    """The best division of a run of parts into entries; none where nothing in it looks like a paper."""
    best = Division()
    for mark in sorted({mark for part in parts for mark in marks_of(part)})[:_MOST_MARKS]:
        found = _by_items(parts) if mark == ITEMS else _by_mark(parts, mark)
        if found.score > best.score + 1e-9:
            best = found
    first = best.segments[0].start if best.segments else 0
    before = divide(parts[:first], depth + 1) if first and depth < 4 else Division()
    if before.score <= 0:
        return best
    return Division(before.segments + best.segments, best.score + before.score, best.mark)


def _by_mark(parts: Sequence[Part], mark: str) -> Division:
    starts = [place for place, part in enumerate(parts) if mark in marks_of(part)]
    ends = [*starts[1:], len(parts)]
    segments = [_segment(parts, start, end) for start, end in zip(starts, ends, strict=True)]
    return _division(parts, _in_sequence(parts, segments), mark)


def _segment(
    parts: Sequence[Part], start: int, after: int, topics: tuple[int, ...] = ()
) -> Segment:
    end = _end(parts, start, after)
    lead = parts[start].lead
    return Segment(start, end, rate(lead, parts[start:end]), lead, topics)


def _division(parts: Sequence[Part], segments: Sequence[Segment], mark: str) -> Division:
    first = segments[0].start if segments else len(parts)
    lost = sum(len(part.claims) for part in parts[:first]) * 0.9
    total = sum(segment.score for segment in segments) - lost
    kept = tuple(segment for segment in _lifted(parts, segments) if segment.score > 0)
    return Division(kept, total, mark) if kept else Division()


def _lifted(parts: Sequence[Part], segments: Sequence[Segment]) -> Iterator[Segment]:
    """What reads as a title among entries that are papers beyond doubt is one too, though nothing is linked."""
    sure = sum(1 for one in segments if one.score >= 0.6)
    for one in segments:
        lift = (
            -0.3 <= one.score <= 0 and sure * 10 >= len(segments) * 6 and reads_as_title(one.lead)
        ) and not _leads_elsewhere(parts[one.start : one.end])
        yield msgspec.structs.replace(one, score=0.2) if lift else one


def _leads_elsewhere(parts: Sequence[Part]) -> bool:
    """Whether a title stands for something that is no paper, such as a post about one."""
    refs = [ref for part in parts for refs in part.refs for ref in refs]
    return any(ref.leads and ref.kind in ("blog", "video", "thread") for ref in refs)


def _by_items(parts: Sequence[Part]) -> Division:
    """Lists: each item is an entry, or a topic whose own items are."""
    segments = list(_items(parts, 0, len(parts), ()))
    return _division(parts, _in_sequence(parts, segments), ITEMS)


def _items(
    parts: Sequence[Part], begin: int, after: int, topics: tuple[int, ...]
) -> Iterator[Segment]:
    starts = _outermost(parts, begin, after)
    ends = [*starts[1:], after] if starts else []
    pairs = [_either(parts, start, end, topics) for start, end in zip(starts, ends, strict=True)]
    are_topics = any(_gain(parts, whole, inner) > 0.3 and len(inner) > 1 for whole, inner in pairs)
    for (whole, inner), end in zip(pairs, ends, strict=True):
        if _is_topic_of_one(parts, whole, inner, end):
            yield from inner
            continue
        least = -0.1 if are_topics and _is_other(parts, whole, inner) else 0.3
        if inner and _gain(parts, whole, inner) > least:
            yield from inner
        else:
            yield whole


def _either(
    parts: Sequence[Part], start: int, end: int, topics: tuple[int, ...]
) -> tuple[Segment, tuple[Segment, ...]]:
    """An item as one entry, and as a topic with entries in it."""
    whole = _segment(parts, start, end, topics)
    if len(topics) >= 6:
        return whole, ()
    beside = _beside(parts, whole, topics)
    return whole, beside or tuple(_items(parts, start + 1, whole.end, (*topics, start)))


def _beside(parts: Sequence[Part], whole: Segment, topics: tuple[int, ...]) -> tuple[Segment, ...]:
    """The papers of an item that names several beside each other, its own first."""
    starts = range(whole.start, whole.end)
    lines = all(parts[place].kind == "line" for place in starts[1:])
    if len(starts) < 2 or not lines or not all(parts[place].claims for place in starts):
        return ()
    return tuple(_segment(parts, place, place + 1, topics) for place in starts)


def _gain(parts: Sequence[Part], whole: Segment, inner: Sequence[Segment]) -> float:
    own = inner and inner[0].start == whole.start
    lost = 0.0 if own else 0.9 * len(parts[whole.start].claims)
    return sum(one.score for one in inner) - lost - whole.score


def _is_topic_of_one(
    parts: Sequence[Part], whole: Segment, inner: Sequence[Segment], end: int
) -> bool:
    """Whether an item of few words holds nothing but one item, which is a paper by itself."""
    if end - whole.start != 2 or weight(whole.lead.title) > 3 or not _is_other(parts, whole, inner):
        return False
    return bool(parts[inner[0].start].claims)


def _is_other(parts: Sequence[Part], whole: Segment, inner: Sequence[Segment]) -> bool:
    """Whether the one entry in an item has another title, so that the item names its topic."""
    if len(inner) != 1 or any(parts[whole.start].refs):
        return False
    return weight(inner[0].lead.title) >= 3 and not alike(inner[0].lead.title, whole.lead.title)


def _outermost(parts: Sequence[Part], begin: int, after: int) -> list[int]:
    """The items of a stretch that stand in no other item of it; without items, its lines."""
    items = [place for place in range(begin, after) if parts[place].kind == "item"]
    if not items:
        return [
            place
            for place in range(begin, after)
            if parts[place].kind == "line" and parts[place].depth
        ]
    least = min(parts[place].depth for place in items)
    return [place for place in items if parts[place].depth == least]


def _end(parts: Sequence[Part], start: int, after: int) -> int:
    """An entry ends at the next one, where its list ends, or at a rule with nothing of its own after it."""
    last = max((place for place in range(start, after) if parts[place].claims), default=start)
    for place in range(start + 1, after):
        part = parts[place]
        if part.kind == "rule" and place > last:
            return place
        if parts[start].depth and part.kind != "rule" and part.depth < parts[start].depth:
            return place
    return after


def number_of(part: Part) -> int | None:
    """The number that a part begins with, or that its list gives it."""
    listed = part.block.number if part.kind == "item" else None
    if listed is not None and part.lead.shape in ("", TRAILING):
        return listed
    return part.lead.number


def _in_sequence(parts: Sequence[Part], segments: list[Segment]) -> list[Segment]:
    """Entries that are numbered through need no link to be believed."""
    numbers = [number_of(parts[segment.start]) for segment in segments]
    known = [number for number in numbers if number is not None]
    steps = [later - earlier for earlier, later in pairwise(known)]
    if len(known) < 3 or len(known) * 10 < len(numbers) * 8:
        return segments
    if sum(1 for step in steps if abs(step) == 1) * 10 < len(steps) * 8:
        return segments
    believed = sum(1 for one in segments if one.score >= 0.5)
    least = 0.55 if believed * 3 >= len(segments) else 0.3
    return [
        msgspec.structs.replace(one, score=max(one.score, least))
        if one.lead.title and number is not None and one.score > -0.5
        else one
        for one, number in zip(segments, numbers, strict=True)
    ]


def repeated(parts: Sequence[Part]) -> Division:
    """A division by shape alone: at least three titles set apart in one way, or numbered, that read as titles."""
    best = Division()
    for mark in sorted({mark for part in parts for mark in marks_of(part)})[:_MOST_MARKS]:
        found = _shaped(parts, mark)
        if found.score > best.score:
            best = found
    return best


def _shaped(parts: Sequence[Part], mark: str) -> Division:
    starts = [place for place, part in enumerate(parts) if mark in marks_of(part)]
    segments = [
        msgspec.structs.replace(_segment(parts, start, end), score=0.5)
        for start, end in zip(starts, [*starts[1:], len(parts)], strict=True)
    ]
    good = [one for one in segments if reads_as_title(one.lead)]
    if len(good) < 3 or len(good) * 10 < len(segments) * 8:
        return Division()
    return Division(tuple(good), 0.5 * len(good), mark)
