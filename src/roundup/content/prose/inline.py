"""The inline pass: the text of one block to HTML, in one walk from left to right.

It stands in for Python-Markdown's inline tree processor. That one runs every pattern over every
text and rebuilds the tree; this one looks at each special character once, so that its time is
linear, and knows the neighbours of each mark, which quotes and East Asian emphasis need.
"""

import re
from collections.abc import Callable

from roundup.content.prose.attributes import attributes_at
from roundup.content.prose.brackets import check_unclosed, close_bracket, open_bracket
from roundup.content.prose.codespans import Backticks
from roundup.content.prose.draft import Draft
from roundup.content.prose.emphasis import Delimiter, flanking
from roundup.content.prose.escaping import entity_at, escape, escape_text, unescape
from roundup.content.prose.footnotes import note_sign
from roundup.content.prose.formula import formula_at, inline_html
from roundup.content.prose.raw import is_unsafe, take_tag
from roundup.content.prose.scripts import has_wide, joins
from roundup.content.prose.tags import TAG
from roundup.content.prose.typography import Typographer, apostrophe_for, dashes, dots, quotes_for
from roundup.content.prose.walk import Definitions, Walk
from roundup.content.prose.wiki import wiki_at

# Every alternative begins with a literal, so that the search can skip ahead by a set of characters.
_ALWAYS = r"\\|``*|!\[|\[|\]|\*\**|__*|<|>|&|\n|\"|'"
_SMART = r"|--+|\.\.\."
_FRENCH = r"|\ (?=[;:!?»](?![^\s*_)\]]))|«\ "
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\x00-\x1f]*+)>")
_MAIL = re.compile(r"<(?:mailto:)?([^\s<>@\"'&:]{1,64}+@[A-Za-z0-9][A-Za-z0-9.-]{0,253})>")
_NOTE = re.compile(r"\[\^([^\]\s\[]{1,100})\]")


class Inline:
    """The inline pass for one language and one set of options."""

    def __init__(self, language: str, math: bool, smart: bool) -> None:
        french = smart and language.lower().split("-")[0] == "fr"
        pattern = _ALWAYS + (r"|\$" if math else "")
        pattern += (_SMART if smart else "") + (_FRENCH if french else "")
        self._search = re.compile(pattern).search
        self._quotes = quotes_for(language) if smart else None
        self._apostrophe = apostrophe_for(language)
        self._math = math

    def render(self, draft: Draft, definitions: Definitions, text: str) -> str:
        """The HTML of a text; `definitions` are the body's reference links."""
        found = self._search(text)
        if found is None:
            return text
        typographer = Typographer(self._quotes, self._apostrophe) if self._quotes else None
        walk = Walk(draft, definitions, text, typographer)
        if not self._math:
            walk.missing.update(("\\)", "\\]"))
        position, out, search = 0, walk.out, self._search
        while found:
            start = found.start()
            if start > position:
                out.append(text[position:start])
            position = _HANDLERS[text[start]](walk, found)
            found = search(text, position)
        out.append(text[position:])
        check_unclosed(walk)
        walk.emphasise(0)
        return walk.html_from(0)


def _backslash(walk: Walk, found: re.Match[str]) -> int:
    at = found.start()
    char = walk.text[at + 1 : at + 2]
    if char in ("(", "[") and (end := _formula(walk, at)):
        return end
    if char == "\n":
        walk.out.append("<br>\n")
    elif char in _PUNCTUATION:
        walk.out.append(escape_text(char))
    else:
        walk.out.append("\\")
        return at + 1
    return at + 2


def _formula(walk: Walk, at: int) -> int:
    formula = formula_at(walk.text, at, walk.missing)
    if formula is None:
        return 0
    html = inline_html(walk.draft, formula)
    walk.out.append(walk.draft.keep_piece(html, formula.tex))
    return formula.end


def _dollar(walk: Walk, found: re.Match[str]) -> int:
    if end := _formula(walk, found.start()):
        return end
    walk.out.append("$")
    return found.end()


def _ticks(walk: Walk, found: re.Match[str]) -> int:
    if walk.ticks is None:
        walk.ticks = Backticks(walk.text)
    size = found.end() - found.start()
    close = walk.ticks.close(size, found.start())
    if close < 0:
        walk.out.append(found[0])
        return found.end()
    code = walk.text[found.end() : close].replace("\n", " ").strip()
    attributes, end = attributes_at(walk.draft, walk.text, close + size)
    walk.out.append(f"<code{attributes}>{escape_text(code)}</code>")
    return end


def _bracket(walk: Walk, found: re.Match[str]) -> int:
    at, text = found.start(), walk.text
    if text.startswith("[[", at) and (wiki := wiki_at(text, at)):
        walk.out.append(walk.draft.keep_wiki(wiki[0], wiki[1]))
        return wiki[2]
    if text.startswith("[^", at) and (note := _NOTE.match(text, at)):
        sign = note_sign(walk.draft, note[1])
        walk.out.append(sign or escape(note[0]))
        return note.end()
    return open_bracket(walk, found[0], found.end())


def _bang(walk: Walk, found: re.Match[str]) -> int:
    if found[0] == "![":
        return open_bracket(walk, "![", found.end())
    walk.out.append("!")
    return found.end()


def _close(walk: Walk, found: re.Match[str]) -> int:
    return close_bracket(walk, found.end())


def _emphasis(walk: Walk, found: re.Match[str]) -> int:
    text, start, end = walk.text, found.start(), found.end()
    before = text[start - 1] if start else ""
    can = flanking(text[start], before, text[end : end + 1])
    if not any(can):
        walk.out.append(found[0])
        return end
    delimiter = Delimiter(text[start], end - start, len(walk.out), can)
    walk.out.append(delimiter)
    walk.delimiters.append(delimiter)
    return end


def _less(walk: Walk, found: re.Match[str]) -> int:
    text, at = walk.text, found.start()
    if tag := TAG.match(text, at):
        html, end = take_tag(walk.draft, text, tag)
        walk.out.append(html)
        return end
    if mail := _MAIL.match(text, at):
        shown = escape(mail[1])
        walk.out.append(f'<a href="mailto:{shown}">{shown}</a>')
        return mail.end()
    if link := _AUTOLINK.match(text, at):
        shown = escape(unescape(link[1]))
        unsafe = is_unsafe(walk.draft, unescape(link[1]))
        walk.out.append(shown if unsafe else f'<a href="{shown}">{shown}</a>')
        return link.end()
    walk.out.append("&lt;")
    return at + 1


def _greater(walk: Walk, found: re.Match[str]) -> int:
    walk.out.append("&gt;")
    return found.end()


def _ampersand(walk: Walk, found: re.Match[str]) -> int:
    if entity := entity_at(walk.text, found.start()):
        walk.out.append(escape_text(unescape(entity[0])))
        return entity.end()
    walk.out.append("&amp;")
    return found.end()


def _newline(walk: Walk, found: re.Match[str]) -> int:
    text, end = walk.text, found.end()
    while text.startswith(" ", end):
        end += 1
    last = walk.out[-1] if walk.out else ""
    if isinstance(last, str) and last.endswith(" "):
        walk.out[-1] = last.rstrip(" ")
        if last.endswith("  "):
            walk.out.append("<br>\n")
            return end
    if walk.wide is None:
        walk.wide = has_wide(text)
    if not (walk.wide and joins(walk.last_word(), walk.next_word(end))):
        walk.out.append("\n")
    return end


def _double(walk: Walk, found: re.Match[str]) -> int:
    end = found.end()
    if walk.typographer is None:
        walk.out.append('"')
    else:
        before, after = walk.before(found.start()), walk.after(end)
        walk.out.append(walk.typographer.double(before, after))
    return end


def _single(walk: Walk, found: re.Match[str]) -> int:
    end = found.end()
    if walk.typographer is None:
        walk.out.append("'")
    else:
        before, after = walk.before(found.start()), walk.after(end)
        rest = walk.text[end : end + 8]
        walk.out.append(walk.typographer.single(before, after, rest))
    return end


def _dashes(walk: Walk, found: re.Match[str]) -> int:
    walk.out.append(dashes(found[0], walk.before(found.start()), walk.after(found.end())))
    return found.end()


def _dots(walk: Walk, found: re.Match[str]) -> int:
    walk.out.append(dots(walk.before(found.start()), walk.after(found.end())))
    return found.end()


def _french_space(walk: Walk, found: re.Match[str]) -> int:
    if found[0] != " ":
        walk.out.append("«\xa0")
    else:
        wide = walk.text[found.end()] in ":»"
        walk.out.append("\xa0" if wide else "\u202f")
    return found.end()


_HANDLERS: dict[str, Callable[[Walk, re.Match[str]], int]] = {
    "\\": _backslash,
    "$": _dollar,
    "`": _ticks,
    "[": _bracket,
    "!": _bang,
    "]": _close,
    "*": _emphasis,
    "_": _emphasis,
    "<": _less,
    ">": _greater,
    "&": _ampersand,
    "\n": _newline,
    '"': _double,
    "'": _single,
    "-": _dashes,
    ".": _dots,
    " ": _french_space,
    "«": _french_space,
}
