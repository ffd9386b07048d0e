"""Inline HTML as spans: styles flattened, white space single, bare addresses linked, breaks kept."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import groupby

from msgspec.structs import replace

from roundup.authoring.importers.document import Mark, Span
from roundup.authoring.importers.reading.addresses import Base
from roundup.authoring.importers.reading.formulas import is_formula, parts, tex_of
from roundup.authoring.importers.reading.linkify import addresses
from roundup.authoring.importers.reading.nodes import Child, Node, ids_of
from roundup.authoring.importers.reading.pictures_in import picture

_BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)")
_UNBOLD = re.compile(r"font-weight:\s*(?:normal|[1-5]00)")
_ITALIC = re.compile(r"font-style:\s*italic")
_SPACES = re.compile(r"[ \t\r\n\f\v\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_WHITE = " \t\r\n\f\v\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_WRAPPED = re.compile(r"(?<=(\S))(\s*\n\s*)(?=(\S))")
_WIDE = re.compile(
    "[\u2e80-\u2fff\u3000-\u30ff\u3130-\u318f\u31f0-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]"
)
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_BOLDS = frozenset(("b", "strong"))
_ITALICS = frozenset(("i", "em", "cite", "dfn", "var"))
_CODES = frozenset(("code", "tt", "kbd", "samp"))
_MARKS = {"sub": "sub", "sup": "sup", "del": "del", "s": "del", "strike": "del"}
_GONE = frozenset(
    ("button", "canvas", "datalist", "input", "ldjson", "meta", "link", "noscript", "param", "rp",
     "rt", "select", "source", "style", "template", "textarea", "title", "track", "wbr", "head")
)  # fmt: skip
_PERMALINK = re.compile(r"(?:^|[\s_-])(?:anchor|headerlink|permalink|heading-?link|anchorjs-link)")
_SIGNS = frozenset(("", "#", "¶", "§", "🔗", "∞", "\u200b#", "link", "permalink"))
BREAK, SOFT = Span("\n", mark="break"), Span("\n", mark="soft")


class Inline:
    """Gathers the spans of one run of inline elements, and the ids in it."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self.spans: list[Span] = []
        self.anchors: list[str] = []
        self.line = 0

    def take(self, children: Iterable[Child], style: Span) -> None:
        """Adds what the children say in a style (a span without text)."""
        for child in children:
            if isinstance(child, str):
                self._text(child, style)
            else:
                self._element(child, style)

    def _text(self, text: str, style: Span) -> None:
        if text:
            drawn = self.base.math and not style.code
            for part, is_tex in parts(text) if drawn else ((text, False),):
                self._part(f"${part}$" if is_tex else part, style, is_tex=is_tex)

    def _part(self, text: str, style: Span, *, is_tex: bool) -> None:
        ahead = text[: len(text) - len(text.lstrip())].count("\n")
        mark: Mark = "math" if is_tex else style.mark
        self.spans.append(replace(style, text=text, line=self.line + ahead, mark=mark))
        self.line += text.count("\n")

    def _element(self, node: Node, style: Span) -> None:
        self.line = node.line or self.line
        self.anchors += ids_of(node)
        if is_formula(node):
            if tex := tex_of(node):
                self.spans.append(replace(style, text=f"${tex}$", line=self.line, mark="math"))
        elif node.name == "br":
            self._break("data-soft" in node.attributes, style)
        elif node.name == "img":
            if found := picture(node, self.base):
                link = style.link or found.link
                self.spans.append(replace(found, link=link, line=self.line))
        elif node.name == "q":
            self.take(["“", *node.children, "”"], style)
        elif node.name not in _GONE and not is_permalink(node):
            self.take(node.children, self.styled(node, style))

    def _break(self, is_soft: bool, style: Span) -> None:
        """A line of the source that ends inside a link or an emphasis was only wrapped there."""
        if style.link or (is_soft and (style.bold or style.italic)):
            self.spans.append(replace(style, text=" ", line=self.line))
        else:
            self.spans.append(replace(SOFT if is_soft else BREAK, line=self.line))

    def styled(self, node: Node, style: Span) -> Span:
        """The style of what stands in an element."""
        name, css = node.name, node.get("style").lower()
        if name == "a" and (link := self.base.resolved(node.get("href"))):
            style = replace(style, link=link)
        bold = (style.bold or name in _BOLDS or bool(_BOLD.search(css))) and not _UNBOLD.search(css)
        italic = style.italic or name in _ITALICS or bool(_ITALIC.search(css))
        mark = _MARKS.get(name, style.mark)
        return replace(
            style, bold=bold, italic=italic, code=style.code or name in _CODES, mark=mark
        )


def is_permalink(node: Node) -> bool:
    """Whether a link only leads to the heading that it stands in."""
    if node.name != "a" or not node.get("href").startswith("#"):
        return False
    return node.text.strip().lower() in _SIGNS and node.find("img") is None


def tidied(spans: Iterable[Span]) -> list[tuple[Span, ...]]:
    """Paragraphs of clean spans: two breaks after each other end one."""
    parts: list[list[Span]] = [[]]
    breaks: list[Span] = []
    for line, ending in _lines(spans):
        if line:
            hard = [one for one in breaks if one.mark == "break"]
            if len(hard) > 1:
                parts.append([])
            elif breaks and parts[-1]:
                parts[-1].append((hard or breaks)[0])
            parts[-1] += line
            breaks = []
        if ending:
            breaks.append(ending)
    return [tuple(part) for part in parts if part]


def _lines(spans: Iterable[Span]) -> Iterator[tuple[list[Span], Span | None]]:
    """Each line with the break behind it."""
    line: list[Span] = []
    for span in spans:
        if span.mark in ("break", "soft"):
            yield _clean(line), span
            line = []
        else:
            line.append(span)
    yield _clean(line), None


def _clean(line: list[Span]) -> list[Span]:
    return list(_linked(_apart(_merged(_outside(_single(line))))))


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """A space between links to different pages that only their style sets apart."""
    before = ""
    for span in spans:
        link = "" if span.image else span.link
        if before and link and link != before:
            yield Span(" ", span.line)
        yield span
        before = link


def _single(line: list[Span]) -> Iterator[Span]:
    """White space single and none at the ends; none where East Asian text was only wrapped."""
    last = ""
    between = ""
    for span in line:
        text = span.text if not span.image else "!"
        core = text.strip(_WHITE)
        if not core:
            between += text
            continue
        start = text.index(core[0])
        between += text[:start]
        if between and last and not _is_wrapped(last, between, core[0]):
            yield replace(span, text=" ", image="", mark="")
        between, last = text[start + len(core) :], core[-1]
        whole = span.image or span.mark == "math"
        yield span if whole else replace(span, text=_collapsed(core))


def _collapsed(text: str) -> str:
    if "\n" in text:
        text = _WRAPPED.sub(_unwrapped, text)
    return _SPACES.sub(" ", text)


def _unwrapped(found: re.Match[str]) -> str:
    return "" if _is_wrapped(found[1], found[2], found[3]) else found[0]


def _is_wrapped(before: str, between: str, after: str) -> bool:
    """Whether a line ends between two characters of a script that writes no spaces."""
    if "\n" not in between or _HANGUL.match(before) or _HANGUL.match(after):
        return False
    return bool(_WIDE.match(before) and _WIDE.match(after))


def _style(span: Span) -> tuple[object, ...]:
    return (span.bold, span.italic, span.code, span.link, span.image, span.mark)


def _outside(spans: Iterable[Span]) -> list[Span]:
    """Spaces between runs of different styles have what both sides have."""
    line = list(spans)
    for place, span in enumerate(line):
        if span.text != " " or span.image:
            continue
        before, after = line[place - 1 if place else 0], line[min(place + 1, len(line) - 1)]
        line[place] = Span(
            " ",
            span.line,
            bold=before.bold and after.bold and not (before.image or after.image),
            italic=before.italic and after.italic and not (before.image or after.image),
            code=before.code and _style(before) == _style(after),
            link=before.link if before.link == after.link else "",
            mark=before.mark if before.mark == after.mark and before.mark != "math" else "",
        )
    return line


def _merged(spans: list[Span]) -> Iterator[Span]:
    for _, group in groupby(spans, key=lambda one: (_style(one), id(one) if one.image else 0)):
        run = list(group)
        yield run[0] if len(run) == 1 else replace(run[0], text="".join(one.text for one in run))


def _linked(spans: Iterable[Span]) -> Iterator[Span]:
    """Bare addresses become links of their own."""
    for span in spans:
        if span.link or span.image or span.mark or span.code:
            yield span
            continue
        position = 0
        for start, end in addresses(span.text):
            if start > position:
                yield replace(span, text=span.text[position:start])
            address = span.text[start:end]
            yield replace(span, text=address, link=unescape(address.replace(" ", "")))
            position = end
        if position < len(span.text):
            yield replace(span, text=span.text[position:])
