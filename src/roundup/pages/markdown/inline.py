"""Runs of text as Markdown: escaped, emphasised, linked.

What Markdown has no sign for stays HTML. Formulas stand between dollar signs; footnotes have the ids that
their page knows them by, since one document holds the notes of many articles.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from roundup.pages.markdown.elements import Child, Element

BREAK = "\v"
_SPACES = re.compile(r" {2,}")
_SIGN = re.compile(r"[\\`*\[\]<$_&~]")
_SPECIAL = re.compile(r"[\\`*\[\]<$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|~(?=~)|(?<=~)~")
_OPENS = re.compile(
    r"#{1,6}(?=\s|$)|[-+=>](?=\s|$)|>|[-=]{2,}|~{3}|:(?=\s)|\d{1,9}(?=[.)](?:\s|$))"
)
_CLOSES = re.compile(r"(?<=\s)#+$")
_ESCAPED = r"\\\g<0>"
_TICKS = re.compile(r"`+")
_UNSAFE = str.maketrans({"<": "%3C", ">": "%3E", " ": "%20", "\n": ""})
_KEPT = ("sup", "sub", "kbd", "ins", "u", "small", "mark")
_SIGNS = {"em": "*", "i": "*", "cite": "*", "strong": "**", "b": "**", "del": "~~", "s": "~~"}


def plain(text: str) -> str:
    """Text on one line that Markdown shows as it is."""
    return guarded(escaped(" ".join(text.split())))


def escaped(text: str) -> str:
    """Text without anything that Markdown would take for a sign inside a line."""
    return _SPECIAL.sub(_ESCAPED, text) if _SIGN.search(text) else text


def guarded(line: str) -> str:
    """A line that opens no block: what would is escaped, of a number the sign behind it."""
    found = _OPENS.match(line)
    if not found:
        return line
    cut = found.end() if found[0].isdigit() else 0
    return f"{line[:cut]}\\{line[cut:]}"


def heading(level: int, text: str) -> str:
    """A heading of finished Markdown; signs at its end that would only close it are escaped."""
    return f"{'#' * level} {_CLOSES.sub(_ESCAPED, text)}"


def paragraph(children: Iterable[Child]) -> str:
    """A run of text, each forced break at the end of its line."""
    lines = (line.strip(" \xa0") for line in _spaced(inline(children)).split(BREAK))
    return "\\\n".join(guarded(line) for line in lines if line)


def one_line(children: Iterable[Child]) -> str:
    """A run of text where no line can be broken: a heading."""
    return _spaced(inline(children).replace(BREAK, " ")).strip()


def cell(children: Iterable[Child]) -> str:
    """A run of text in a table."""
    return one_line(children).replace("|", "\\|")


def _spaced(text: str) -> str:
    """Text on one line, every run of white space one space; spaces that do not break stay."""
    for space in "\n\t\r\f":
        text = text.replace(space, " ")
    return _SPACES.sub(" ", text) if "  " in text else text


def inline(children: Iterable[Child]) -> str:
    """Children as text with signs, spaces as they come."""
    return "".join(escaped(one) if isinstance(one, str) else _element(one) for one in children)


def _element(element: Element) -> str:
    return _WRITTEN.get(element.name, _inside)(element)


def _inside(element: Element) -> str:
    return inline(element.children)


def _signed(element: Element) -> str:
    """Signs stand at the words themselves: spaces inside them go outside."""
    text, sign = _inside(element), _SIGNS[element.name]
    core = text.strip()
    if not core:
        return text
    before, _, after = text.partition(core)
    return f"{before}{sign}{core}{sign}{after}"


def _kept(element: Element) -> str:
    note = element.find("a")
    if note and note.get("role") == "doc-noteref":
        return _link(note)
    return f"<{element.name}>{_inside(element)}</{element.name}>"


def _code(element: Element) -> str:
    text = _spaced(element.text)
    fence = "`" * (max(map(len, _TICKS.findall(text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}" if text.strip() else text


def _link(element: Element) -> str:
    address, role = element.get("href"), element.get("role")
    if role == "doc-backlink":
        return ""
    if role == "doc-noteref":
        return f"[^{address.partition('#')[2]}]"
    if not address:
        return _inside(element)
    if element.text.strip() == address and "://" in address:
        return f"<{address.translate(_UNSAFE)}>"
    return f"[{_inside(element).strip()}]({target(address)})"


def target(address: str) -> str:
    """An address between a link's parentheses."""
    safe = address.translate(_UNSAFE)
    return f"<{safe}>" if "(" in safe or ")" in safe else safe


def _image(element: Element) -> str:
    return f"![{escaped(' '.join(element.get('alt').split()))}]({target(element.get('src'))})"


def _formula(element: Element) -> str:
    tex = element.get("alttext")
    return f"${tex}$" if tex else escaped(element.text)


def _box(element: Element) -> str:
    if element.get("type") != "checkbox":
        return ""
    return "[x]" if element.has("checked") else "[ ]"


def _quoted(element: Element) -> str:
    return f'"{_inside(element)}"'


def _nothing(element: Element) -> str:
    return ""


def _break(element: Element) -> str:
    return BREAK


_WRITTEN: Mapping[str, Callable[[Element], str]] = MappingProxyType(
    {
        **dict.fromkeys(_SIGNS, _signed),
        **dict.fromkeys(_KEPT, _kept),
        **dict.fromkeys(("script", "style", "source", "track", "template"), _nothing),
        "a": _link,
        "br": _break,
        "code": _code,
        "samp": _code,
        "img": _image,
        "input": _box,
        "math": _formula,
        "q": _quoted,
    }
)
