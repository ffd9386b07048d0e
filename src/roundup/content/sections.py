"""What a translator translates, section by section: fields by name, the words of a body by heading."""

import re
from collections.abc import Iterator

from roundup.content.fields import AnyFields, EntryFields, RoundupFields
from roundup.content.prose import Part, split_papers, without_comments

Sections = tuple[tuple[str, str], ...]
BODY, CLOSING = "body", "closing"
TRANSLATED_FIELDS = ("title", "heading", "description", "summary", "highlights", "abstract")
_HEADING = re.compile(r"#{1,6}[ \t]+(.+)$")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")


def sections(fields: AnyFields, body: str) -> Iterator[tuple[str, str]]:
    """Every section's name and text; of several with one name the later are numbered."""
    counts: dict[str, int] = {}
    for name, value in _said(fields):
        counts[name] = 1
        yield name, value
    for name, text in _worded(fields, body):
        if text.strip() or name not in (BODY, CLOSING):
            counts[name] = counts.get(name, 0) + 1
            yield (name if counts[name] == 1 else f"{name} ({counts[name]})"), text


def _said(fields: AnyFields) -> Iterator[tuple[str, str]]:
    """The fields that a translator translates."""
    heading = fields.heading if isinstance(fields, EntryFields) else ""
    if title := heading or fields.title:
        yield "title", title
    for name in ("description", "summary", "highlights", "abstract"):
        if value := getattr(fields, name, ""):
            yield name, value if isinstance(value, str) else "\n".join(value)
    if fields.image and fields.image.alt:
        yield "image", fields.image.alt + "\n" + fields.image.caption


def _worded(fields: AnyFields, body: str) -> Iterator[tuple[str, str]]:
    """The words by heading; those before the first are `body`, those behind a roundup's papers `closing`."""
    pieces = split_papers(body) if isinstance(fields, RoundupFields) else (Part("words", body),)
    name = BODY
    for piece in pieces:
        if piece.kind == "words":
            yield from _headed(name, without_comments(piece.text).text)
        else:
            name = CLOSING


def _headed(name: str, body: str) -> Iterator[tuple[str, str]]:
    """Words cut at their headings, code fences left whole; what stands before the first has the name given."""
    rows, fence = list[str](), ""
    for row in body.split("\n"):
        if found := _FENCE.match(row):
            closes = fence and found[1].startswith(fence)
            fence = "" if closes else fence or found[1]
        elif not fence and (found := _HEADING.match(row)):
            yield name, "\n".join(rows)
            name, rows = found[1].rstrip(" \t#") or found[1], []
        rows.append(row)
    yield name, "\n".join(rows)
