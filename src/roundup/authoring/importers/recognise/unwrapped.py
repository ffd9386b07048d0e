"""Lines of a paragraph that merely go on with a sentence, joined to the line before."""

import re

import msgspec

from roundup.authoring.importers.document import Span
from roundup.authoring.importers.recognise.labels import labelled
from roundup.authoring.importers.recognise.lines import Line, Run
from roundup.authoring.importers.recognise.numbers import leading
from roundup.authoring.importers.recognise.people import certainty

BULLET = re.compile(r"\s*[-*•·▪■◆●○►▶]\s+\S")


def unwrapped(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines that merely go on with a sentence joined to the line before."""
    joined: list[Line] = []
    for line in lines:
        if joined and _goes_on(joined[-1], line):
            joined[-1] = _with(joined[-1], line)
        else:
            joined.append(line)
    return tuple(joined)


def _goes_on(before: Line, after: Line) -> bool:
    head, tail = before.text.rstrip(), after.text.lstrip()
    if not after.soft or not head or not tail or len(head) < 30:
        return False
    if labelled(tail)[0] or leading(tail) or BULLET.match(tail):
        return False
    styled = after.runs and (
        after.runs[0].span.bold
        or after.runs[0].span.link
        or after.runs[0].span.italic
        or after.runs[0].span.image
    )
    if tail[:1].islower() or tail[:1] in ",.;)(":
        return True
    if "," in tail and certainty(tail) >= 1:
        return False
    # Authors end a line: what follows them is no more of it.
    behind = re.split(r"\s[-–—|]\s", head)[1:][-1:]
    if behind and certainty(behind[0]) and " " in behind[0] and not head.endswith(","):
        return False
    return not styled and head[-1] not in ".!?:：。！？)]}」』”" and 60 <= len(head) <= 140


def _with(before: Line, after: Line) -> Line:
    shift = len(before.text) + 1
    runs = tuple(
        msgspec.structs.replace(run, start=run.start + shift, end=run.end + shift)
        for run in after.runs
    )
    gap = Run(shift - 1, shift, Span("\n", mark="soft"))
    return Line(
        f"{before.text} {after.text}", (*before.runs, gap, *runs), before.number, before.soft
    )
