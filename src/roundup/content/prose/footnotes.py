"""Footnotes: their signs in the text, their definitions, the list of them at the end."""

import re

from roundup.content.prose.draft import Draft
from roundup.content.prose.escaping import escape

_DEFINITION = re.compile(r"[ ]{0,3}\[\^([^\]\s\[]{1,100})\]:[ ]*")


def take_definitions(draft: Draft, source: str) -> str:
    """The source without its footnotes' definitions, which go to the draft.

    A definition goes on over lines that follow it, and after a blank line over indented ones.
    """
    if "[^" not in source or "]:" not in source:
        return source
    kept, note = list[str](), list[str]()
    label, blank = "", False
    for line in source.split("\n"):
        if found := _DEFINITION.match(line):
            _define(draft, label, note)
            label, note = found[1], [line[found.end() :]]
        elif label and (line.startswith("    ") or not (blank and line.strip())):
            note.append(line[4:] if line.startswith("    ") else line)
        else:
            _define(draft, label, note)
            label, note = "", []
            kept.append(line)
        blank = not line.strip()
    _define(draft, label, note)
    _reserve_ids(draft)
    return "\n".join(kept)


def _define(draft: Draft, label: str, note: list[str]) -> None:
    if label in draft.notes:
        line = draft.lines.of(f"[^{label}]:")
        draft.warn(line, f"the footnote '{label}' is defined twice: the first one counts")
    elif label:
        draft.notes[label] = "\n".join(note).strip("\n")


def note_sign(draft: Draft, label: str) -> str:
    """The raised number that leads to a footnote, "" where none is defined."""
    if label not in draft.notes:
        draft.warn(
            draft.lines.of(f"[^{label}]"),
            f"the footnote '{label}' is not defined",
            f"add a line '[^{label}]: ...'",
        )
        return ""
    if label not in draft.note_numbers:
        draft.note_order.append(label)
        draft.note_numbers[label] = len(draft.note_order)
    number = draft.note_numbers[label]
    uses = draft.note_uses[label] = draft.note_uses.get(label, 0) + 1
    draft.ids.add(_sign_id(number, uses))
    return (
        f'<sup id="{_sign_id(number, uses)}"><a class="footnote-ref" href="#fn-{number}"'
        f' role="doc-noteref">{number}</a></sup>'
    )


def back_links(draft: Draft, label: str) -> str:
    """The links from a footnote back to every place that refers to it."""
    number = draft.note_numbers[label]
    said = escape(draft.labels.footnote_back.replace("{n}", str(number)))
    return "".join(
        f'\xa0<a class="footnote-backref" href="#{_sign_id(number, use)}" role="doc-backlink"'
        f' aria-label="{said}">↩</a>'
        for use in range(1, draft.note_uses[label] + 1)
    )


def notes_section(draft: Draft, items: list[tuple[str, str]]) -> str:
    """The list of footnotes; `items` are labels and their HTML, in order of number."""
    if not items:
        return ""
    rows = "\n".join(_row(draft, label, html) for label, html in items)
    said = escape(draft.labels.footnotes)
    return (
        f'<section class="footnotes" role="doc-endnotes" aria-label="{said}">\n'
        f"<ol>\n{rows}\n</ol>\n</section>"
    )


def _reserve_ids(draft: Draft) -> None:
    """Takes the ids of all footnotes before anything else can."""
    for number in range(1, len(draft.notes) + 1):
        draft.ids.update((f"fn-{number}", _sign_id(number, 1)))


def warn_unused(draft: Draft) -> None:
    """Says which footnotes nothing in the text refers to."""
    for label in draft.notes:
        if label not in draft.note_numbers:
            line = draft.lines.of(f"[^{label}]:")
            draft.warn(line, f"nothing refers to the footnote '{label}': left out")


def _row(draft: Draft, label: str, html: str) -> str:
    links = back_links(draft, label)
    body = html.removesuffix("</p>")
    end = f"{links}</p>" if body != html else f"<p>{links.lstrip()}</p>"
    return f'<li id="fn-{draft.note_numbers[label]}">\n{body}{end}\n</li>'


def _sign_id(number: int, use: int) -> str:
    return f"fnref-{number}" if use == 1 else f"fnref-{number}-{use}"
