"""Flat spans nested again, as the writer of Markdown takes them."""

import re
from collections.abc import Sequence
from html import escape

from msgspec.structs import replace

from roundup.authoring.importers.document import Span
from roundup.authoring.importers.reading.addresses import in_full
from roundup.content.prose.emphasis import flanking
from roundup.pages.markdown.elements import Child, Element

# Signs put aside while text is escaped: to our Markdown `\\[` begins a formula, and it has no sign for what is
# struck out. Emphasis that its own signs could not open or close here is written as HTML.
WRITTEN = {
    2: "\\{", 3: "&lt;", 4: "[", 5: "]", 6: "&#91;", 7: "&#93;", 8: "\\!", 14: "<del>", 15: "</del>",
    16: "<em>", 17: "</em>", 18: "<strong>", 19: "</strong>",
    26: "\\^",
}  # fmt: skip
_PLAIN = {"del": ("\x0e", "\x0f"), "em": ("\x10", "\x11"), "strong": ("\x12", "\x13")}
_STYLES = ("link", "bold", "italic", "mark")
_NAMES = {"bold": "strong", "italic": "em", "link": "a"}
_MARKS = ("sub", "sup", "del")
_ATTRIBUTES = re.compile(r"\{(?=:?[ ]*[#.])")
_HARMLESS = re.compile(r"(?<!\[)\[(?![\^\[ ]|[xX]\])([^\[\]\n]+)\](?![(\[:{\]])")


Around = tuple[str, str]


def nested(
    spans: Sequence[Span], around: Around = ("", ""), *, in_link: bool = False, deep: bool = False
) -> list[Child]:
    """Elements of which the one that styles most stands outermost; `around` is what they stand between."""
    found: list[Child] = []
    place = 0
    was_emphasis = False
    while place < len(spans):
        extent, style = _widest(spans, place)
        if not extent:
            before_link = any(one.link for one in spans[place + 1 : place + 2])
            leaf = _leaf(spans[place], before_link=before_link, in_link=in_link)
            found += [leaf] if leaf else []
            place, was_emphasis = place + 1, False
            continue
        end = place + extent
        run = [_without(one, style) for one in spans[place:end]]
        left = _last(spans[place - 1]) if place else around[0]
        right = _first(spans[end]) if end < len(spans) else around[1]
        core = _trimmed(run)
        element = _wrapped(style, spans[place], core, (left, right), (in_link, deep, was_emphasis))
        found += [one for one in (" " * _opens(run), element, " " * _ends(run)) if one]
        was_emphasis = isinstance(element, Element) and element.name in ("em", "strong")
        place = end
    return found


def _without(span: Span, style: str) -> Span:
    if style == "link":
        return replace(span, link="")
    return replace(span, mark="") if style == "mark" else replace(span, **{style: False})


def _wrapped(
    style: str, first: Span, run: Sequence[Span], around: Around, context: tuple[bool, bool, bool]
) -> Child:
    in_link, deep, was_emphasis = context
    if style == "link":
        return Element(
            "a", f'href="{escape(in_full(first.link))}"', nested(run, ("[", "]"), in_link=True)
        )
    if style == "mark":
        children = nested(run, (">", "<"), in_link=in_link)
        return (
            _plainly("del", children) if first.mark == "del" else Element(first.mark, "", children)
        )
    name = _NAMES[style]
    children = nested(run, around, in_link=in_link, deep=True)
    if was_emphasis or not _is_set_off(children, around, deep=deep):
        return _plainly(name, nested(run, (">", "<"), in_link=in_link))
    return Element(name, "", children)


def _plainly(name: str, children: list[Child]) -> Element:
    opening, closing = _PLAIN[name]
    return Element("span", "", [opening, *children, closing])


def _is_set_off(children: list[Child], around: Around, *, deep: bool) -> bool:
    """Whether signs around them open and close emphasis there, inside another one these and nothing else."""
    opening = flanking("*", around[0], _edge(children, 0))
    closing = flanking("*", _edge(children, -1), around[1])
    if deep and (opening[1] or closing[0]):
        return False
    return opening[0] and closing[1]


def _edge(children: list[Child], place: int) -> str:
    """The character at an end; signs of emphasis there join those around them."""
    one = children[place] if children else " "
    if isinstance(one, str):
        return "!" if one[place] < " " else one[place]
    return _edge(one.children, place) if one.name in ("em", "strong") else "<"


def _opens(run: Sequence[Span]) -> bool:
    return run[0].text.startswith(" ") and not run[0].image


def _ends(run: Sequence[Span]) -> bool:
    return run[-1].text.endswith(" ") and not run[-1].image


def _trimmed(run: list[Span]) -> list[Span]:
    """A run without the spaces at its ends, which stand outside its signs."""
    if _opens(run):
        run = [replace(run[0], text=run[0].text.lstrip()), *run[1:]]
    if _ends(run):
        run = [*run[:-1], replace(run[-1], text=run[-1].text.rstrip())]
    return run


def _widest(spans: Sequence[Span], place: int) -> tuple[int, str]:
    """The style of the span at a place that goes on longest, and for how many spans."""
    found = [(_extent(spans, place, style), -order, style) for order, style in enumerate(_STYLES)]
    extent, _, style = max(found)
    return extent, style


def _extent(spans: Sequence[Span], place: int, style: str) -> int:
    value = getattr(spans[place], style)
    if not value or (style == "mark" and value not in _MARKS):
        return 0
    end = place + 1
    while end < len(spans) and getattr(spans[end], style) == value:
        end += 1
    return end - place


def _first(span: Span) -> str:
    """The character that a span begins with when it is written."""
    if span.image or span.link or span.code or span.mark:
        return "!"
    return span.text[:1]


def _last(span: Span) -> str:
    if span.image or span.link or span.code or span.mark:
        return "!"
    return span.text[-1:]


def _leaf(span: Span, *, before_link: bool, in_link: bool) -> Child:
    if span.image:
        return Element("img", f'src="{escape(span.image)}" alt="{escape(span.text)}"')
    if span.mark == "math":
        return Element("math", f'alttext="{escape(span.text[1:-1])}"')
    if span.code:
        return Element("code", "", [span.text])
    text = f"{span.text[:-1]}\x08" if before_link and span.text.endswith("!") else span.text
    return _shown(text, in_link=in_link)


def _shown(text: str, *, in_link: bool) -> str:
    """Text with signs put aside that a backslash would not make text."""
    if in_link and text.startswith("^"):
        text = f"\x1a{text[1:]}"
    text = _ATTRIBUTES.sub("\x02", text).replace("<!--", "\x03!--")
    if "[" in text:
        start = 1 if in_link else 0  # two brackets after each other begin a link to a paper
        text = text[:start] + _HARMLESS.sub("\x04\\1\x05", text[start:])
    return text.replace("[", "\x06").replace("]", "\x07")
