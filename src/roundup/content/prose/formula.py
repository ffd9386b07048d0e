"""Formulas in a text: `$...$`, `$$...$$`, `\\(...\\)`, `\\[...\\]`, and their HTML."""

import re
from typing import NamedTuple

from roundup.content.prose.draft import Draft
from roundup.content.prose.escaping import escape
from roundup.content.prose.mathml import mathml

_INLINE = re.compile(r"\$(?![\s$])((?>(?:[^$\\]|\\.)*))(?<!\s)\$(?!\d)", re.DOTALL)
_DISPLAY = re.compile(r"\$\$((?>(?:[^$\\]|\\.|\$(?!\$))*))\$\$", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NARROW = 24  # signs of half an em each, beside those that stand in fractions
_CLOSERS = {"\\(": "\\)", "\\[": "\\]"}


class Formula(NamedTuple):
    """TeX, whether it stands on a line of its own, and where reading goes on."""

    tex: str
    display: bool
    end: int


def formula_at(text: str, at: int, missing: set[str]) -> Formula | None:
    """The formula that begins at a place, if one does; `missing` remembers closers not found.

    A dollar sign is money unless it touches what it opens, what it closes and no digit (pandoc);
    `\\[` is an escaped bracket unless it begins its line and `\\]` ends one.
    """
    if text.startswith("$$", at):
        found = None if "$$" in missing else _DISPLAY.match(text, at)
        if found is None:
            missing.add("$$")
        return Formula(found[1].strip(), True, found.end()) if found and found[1].strip() else None
    if text.startswith("$", at):
        if at and text[at - 1].isalnum() and text[at - 1].isascii():
            return None
        found = _INLINE.match(text, at)
        return Formula(found[1], False, found.end()) if found else None
    if text[at + 1] == "[" and at and text[at - 1] != "\n":
        return None
    closer = _CLOSERS[text[at : at + 2]]
    end = -1 if closer in missing else text.find(closer, at + 2)
    if end < 0:
        missing.add(closer)
        return None
    tex = text[at + 2 : end].strip()
    line_end = text.find("\n", end)
    if closer == "\\]" and text[end + 2 : len(text) if line_end < 0 else line_end].strip():
        return None
    return Formula(tex, closer == "\\]", end + 2) if tex else None


def formula_html(draft: Draft, formula: Formula) -> str:
    """MathML, or the TeX as code with a warning where it cannot be read."""
    html, fault = mathml(formula.tex, formula.display)
    if not fault:
        return html
    first = formula.tex.split("\n", 1)[0]
    draft.warn(
        draft.lines.of(first),
        f"cannot read the formula '{_short(formula.tex)}': {fault}",
        "it is shown as code",
    )
    return f'<code class="tex">{escape(formula.tex)}</code>'


def inline_html(draft: Draft, formula: Formula) -> str:
    """A formula in a line; browsers break none, so one that may be wider than a phone scrolls by itself."""
    html = formula_html(draft, formula)
    if len(_TAG.sub("", html)) <= _NARROW or not html.startswith("<math"):
        return html
    label = escape(draft.labels.formula)
    return f'<span role="group" tabindex="0" aria-label="{label}">{html}</span>'


def display_block(draft: Draft, formula: Formula) -> str:
    """A formula that is a block of its own; it may scroll, so it can take the keyboard's focus."""
    label = escape(draft.labels.formula)
    html = formula_html(draft, formula)
    return f'<div class="formula" role="group" tabindex="0" aria-label="{label}">{html}</div>'


def _short(tex: str) -> str:
    line = " ".join(tex.split())
    return line if len(line) <= 60 else line[:57] + "..."
