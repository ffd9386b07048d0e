"""Words of articles, which are HTML where pages are written, as Markdown again (CommonMark, GFM tables)."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from roundup.pages.markdown.elements import Child, Element, parse
from roundup.pages.markdown.inline import cell, heading, one_line, paragraph, target

_TICKS = re.compile(r"^ {0,3}(`{3,})", re.MULTILINE)  # what ends a fence (CommonMark, 4.5)
_LANGUAGE = re.compile(r"(?:^|\s)language-(\S+)")
_LOOSE = frozenset(("p", "pre", "table", "blockquote", "div", "figure", "dl"))
_ALIGNED = {"right": "--:", "center": ":-:", "left": ":--"}
_OPEN = """
    address article aside details div fieldset figure footer form header main nav section dd li tbody thead tr
"""


def markdown(html: str) -> str:
    """A piece of HTML as Markdown, blocks set apart by blank lines; no line break at its end."""
    return "\n\n".join(_blocks(parse(html).children))


def _blocks(children: Iterable[Child]) -> Iterator[str]:
    """Blocks one by one; what stands between them in a line is a paragraph."""
    for block, group in groupby(children, _writer):
        if block is None:
            text = paragraph(group)
            if text:
                yield text
            continue
        for one in group:
            if isinstance(one, Element) and (text := block(one)):
                yield text


def _writer(child: Child) -> "Callable[[Element], str] | None":
    """What writes a child as a block; None for what stands in a line."""
    if isinstance(child, str):
        return None
    if child.name == "math":
        return _formula if child.get("display") == "block" else None
    return _WRITTEN.get(child.name)


def _inside(element: Element) -> str:
    return "\n\n".join(_blocks(element.children))


def _paragraph(element: Element) -> str:
    text = paragraph(element.children)
    return f"**{text}**" if text and element.get("class") == "admonition-title" else text


def _heading(element: Element) -> str:
    text = one_line(element.children)
    return heading(int(element.name[1]), text) if text else ""


def _rule(element: Element) -> str:
    return "---"


def _quote(element: Element) -> str:
    return "\n".join(f"> {line}".rstrip() for line in _inside(element).split("\n"))


def _division(element: Element) -> str:
    """A division is what is in it, but for an admonition, which is set apart as a quotation."""
    if "admonition" not in element.get("class").split():
        return _inside(element)
    return _quote(element)


def _section(element: Element) -> str:
    if "footnotes" not in element.get("class").split():
        return _inside(element)
    notes = element.find("ol") or element
    return "\n\n".join(
        f"[^{one.get('id')}]: {_indented(_inside(one), 4)}"
        for one in notes.children
        if isinstance(one, Element)
    )


def _fence(element: Element) -> str:
    text = element.text.strip("\n")
    code = element.find("code")
    language = _LANGUAGE.search(code.get("class")) if code else None
    longest = max(map(len, _TICKS.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language[1] if language else ''}\n{text}\n{fence}"


def _list(element: Element) -> str:
    items = [one for one in element.children if isinstance(one, Element)]
    is_loose = any(
        isinstance(child, Element) and child.name in _LOOSE
        for one in items
        for child in one.children
    )
    apart = "\n\n" if is_loose else "\n"
    start = element.get("start")
    number = int(start) if start.isascii() and start.isdigit() else 1
    rows = []
    for place, one in enumerate(items, start=number):
        marker = f"{place}. " if element.name == "ol" else "- "
        rows.append(marker + _indented(apart.join(_blocks(one.children)), len(marker)))
    return apart.join(rows)


def _indented(text: str, width: int) -> str:
    """Lines behind a marker: all but the first are moved in."""
    return re.sub(r"\n(?=[^\n])", "\n" + " " * width, text)


def _definitions(element: Element) -> str:
    rows = []
    for one in element.children:
        if isinstance(one, Element):
            is_term = one.name == "dt"
            rows.append(_paragraph(one) if is_term else ":   " + _indented(_inside(one), 4))
    return "\n".join(rows)


def _table(element: Element) -> str:
    """A table with a head: the first row is it where none is marked so."""
    rows = [_cells(row) for row in _rows(element)]
    if not rows:
        return ""
    width = max(map(len, rows))
    head, *body = ([cell(one.children) for one in row] for row in rows)
    rule = [_ALIGNED.get(one.get("class"), "---") for one in rows[0]]
    lines = [
        _line(head, width, ""),
        _line(rule, width, "---"),
        *(_line(r, width, "") for r in body),
    ]
    caption = element.find("caption")
    return "\n".join(([_paragraph(caption), ""] if caption else []) + lines)


def _line(row: list[str], width: int, rest: str) -> str:
    return f"| {' | '.join(row + [rest] * (width - len(row)))} |"


def _rows(element: Element) -> Iterator[Element]:
    for one in element.children:
        if isinstance(one, Element):
            if one.name == "tr":
                yield one
            elif one.name in ("thead", "tbody", "tfoot"):
                yield from _rows(one)


def _cells(row: Element) -> list[Element]:
    return [one for one in row.children if isinstance(one, Element)]


def _formula(element: Element) -> str:
    return f"$$\n{element.get('alttext') or element.text}\n$$"


def _media(element: Element) -> str:
    """A film or a sound is a link to its file."""
    source = element.find("source")
    address = element.get("src") or (source.get("src") if source else "")
    return f"[{element.name}]({target(address)})" if address else ""


_WRITTEN: Mapping[str, Callable[[Element], str]] = MappingProxyType(
    {
        **dict.fromkeys(_OPEN.split(), _inside),
        **dict.fromkeys(("p", "summary", "figcaption", "dt"), _paragraph),
        **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
        **dict.fromkeys(("ul", "ol"), _list),
        **dict.fromkeys(("video", "audio"), _media),
        "blockquote": _quote,
        "div": _division,
        "dl": _definitions,
        "hr": _rule,
        "pre": _fence,
        "section": _section,
        "table": _table,
    }
)
