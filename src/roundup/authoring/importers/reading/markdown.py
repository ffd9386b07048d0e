"""Markdown becomes HTML whose elements know their lines, so that it is read like any page."""

import re
from collections.abc import Sequence
from html import escape
from itertools import islice, pairwise

import msgspec
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from roundup.authoring.importers.reading.formulas import TEXISH
from roundup.authoring.importers.reading.html import with_lines
from roundup.authoring.importers.reading.pipes import bare_table
from roundup.authoring.importers.reading.repairs import repaired
from roundup.authoring.importers.reading.wrapping import wraps

_FORMULA = re.compile(
    r"\$\$([^$]{1,2000})\$\$|\$(?![\s$])([^$\n]{0,500}?[^\s$\\]|[^\s$\\])\$(?!\d)"
)
_BACKSLASHED = (("\\(", "\\)"), ("\\\\(", "\\\\)"), ("\\[", "\\]"), ("\\\\[", "\\\\]"))
_MARKUP = re.compile(r"\]\(\S|\*\*[^*\s]|^\s*[-*+] .*https?://", re.MULTILINE)
_NO_NAME = re.compile(r"[^\w\- ]")
_LINK = re.compile(
    r"\[([^\[\]<>\n]{1,300})\]\((https?://[^\s()<>\"]{1,500})\)"
)  # as kramdown reads it
_START = re.compile(r"<([A-Za-z][^\s/>]*)")
_LONGEST_SETEXT = 150
MOST_SIGNS, MOST_LINES = 250_000, 150_000
_SIGN, _LINE = re.compile(r"[*_`\[\]<>!\\$&~|#]"), re.compile("\n")


class Converted(msgspec.Struct, frozen=True):
    """HTML, and the line behind which there was too much of the text to read (else 0)."""

    html: str
    cut: int = 0


def html_of(body: str, first: int) -> Converted:
    """The HTML of a body that begins on a line of its file."""
    end = _end(body)
    lines = repaired(body[:end])
    html = _Converter(wraps(lines)).convert("\n".join(lines), first)
    return Converted(html, first + body.count("\n", 0, end) if end < len(body) else 0)


def _end(body: str) -> int:
    """Where a text ends that can be read in reasonable time: at a line's end if there is one."""
    for pattern, most in ((_SIGN, MOST_SIGNS), (_LINE, MOST_LINES)):
        if len(body) > most and (found := next(islice(pattern.finditer(body), most, None), None)):
            line_end = body.rfind("\n", 0, found.start())
            body = body[: line_end if line_end > 0 else found.start()]
    return len(body)


class _Parser(MarkdownIt):
    """Leaves addresses as they are written."""

    def normalizeLink(self, url: str) -> str:
        return url


class _Converter:
    """A parser with our rules; lines are written into the tokens before they are rendered."""

    def __init__(self, wrapped: bool) -> None:
        self.wrapped = wrapped
        self.names: dict[str, int] = {}
        self.parser = _Parser("commonmark", {"html": True, "maxNesting": 60})
        self.parser.enable(["table", "strikethrough"])
        self.parser.inline.ruler.before("escape", "formula", _formula)
        self.parser.add_render_rule("formula", _rendered)
        self.parser.block.ruler.before(
            "paragraph", "bare_table", bare_table, {"alt": ["paragraph", "reference"]}
        )

    def convert(self, text: str, first: int, depth: int = 0) -> str:
        environment: dict[str, object] = {}
        tokens = self.parser.parse(text, environment)
        return self._render(_setext(tokens), first, environment, depth)

    def _render(
        self, tokens: Sequence[Token], first: int, environment: dict[str, object], depth: int
    ) -> str:
        out: list[Token] = []
        line = first
        for token in tokens:
            if token.map:
                line = token.map[0] + first
            self._mark(token, line)
            if token.type == "html_block":
                written = _LINK.sub(r'<a href="\2">\1</a>', token.content)
                token.content = f'<wbr data-line="{line}">{with_lines(written, line)}'
            elif token.type == "code_block" and depth < 2 and _MARKUP.search(token.content):
                token.content = self.convert(token.content, line, depth + 1)
                token.type = "html_block"
            elif token.type == "inline":
                self._inline(token, line)
                if out[-1].type == "heading_open":
                    out[-1].attrSet("id", self._anchor(token))
            out.append(token)
        _number(out)
        return str(self.parser.renderer.render(out, self.parser.options, environment))

    def _anchor(self, token: Token) -> str:
        """The name that GitHub gives a heading."""
        words = "".join(
            one.content for one in token.children or () if one.type in ("text", "code_inline")
        )
        name = _NO_NAME.sub("", words.strip().lower()).replace(" ", "-")
        count = self.names.get(name, 0)
        self.names[name] = count + 1
        return f"{name}-{count}" if count else name

    def _mark(self, token: Token, line: int) -> None:
        if token.nesting >= 0 and token.type not in ("inline", "html_block", "text"):
            token.attrSet("data-line", str(line))

    def _inline(self, token: Token, line: int) -> None:
        for child in token.children or ():
            if child.type in ("softbreak", "hardbreak"):
                line += 1
                _break(child, line, soft=child.type == "softbreak", wrapped=self.wrapped)
            elif child.type == "html_inline":
                child.content = _START.sub(rf'<\1 data-line="{line}"', child.content)
                line += child.content.count("\n")
            elif child.nesting >= 0 and child.tag:
                child.attrSet("data-line", str(line))


def _break(child: Token, line: int, *, soft: bool, wrapped: bool) -> None:
    if soft and wrapped:
        child.type, child.content, child.tag = "text", "\n", ""
    else:
        child.type = "html_inline"
        child.content = f'<br data-line="{line}"{" data-soft" if soft else ""}>'


def _number(tokens: Sequence[Token]) -> None:
    """Items are numbered as their author did where the numbers only rise or only fall."""
    lists: list[list[Token]] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            lists.append([])
        elif token.type == "ordered_list_close":
            items = lists.pop()
            numbers = [int(one.info) for one in items]
            steps = {later > sooner for sooner, later in pairwise(numbers)}
            if len(steps) == 1 and len(set(numbers)) == len(numbers):
                for item in items:
                    item.attrSet("value", item.info.lstrip("0") or "0")
        elif token.type == "list_item_open" and token.info and lists:
            lists[-1].append(token)


def _setext(tokens: Sequence[Token]) -> list[Token]:
    """A paragraph over a line of hyphens is a heading only if it looks like one."""
    out: list[Token] = []
    undone = False
    for place, token in enumerate(tokens):
        if token.type == "heading_open" and token.markup == "-":
            text = tokens[place + 1].content
            undone = "\n" in text or len(text) > _LONGEST_SETEXT or "http" in text
        if undone and token.type in ("heading_open", "heading_close"):
            token.type = token.type.replace("heading", "paragraph")
            token.tag = "p"
            out.append(token)
            if token.nesting < 0:
                out.append(Token("hr", "hr", 0))
                undone = False
            continue
        out.append(token)
    return out


def _formula(state: StateInline, silent: bool) -> bool:
    """`$x$`, `$$x$$` and `\\(x\\)` are kept from emphasis and escapes."""
    sign = state.src[state.pos]
    if sign == "$":
        found = _FORMULA.match(state.src, state.pos, state.posMax)
        tex, end = (found[1] or found[2], found.end()) if found else ("", 0)
    elif sign == "\\":
        tex, end = _between_backslashes(state.src, state.pos)
    else:
        return False
    if not tex or not TEXISH.search(tex):
        return False
    if not silent:
        token = state.push("formula", "tex", 0)
        token.content = tex
    state.pos = end
    return True


def _between_backslashes(text: str, start: int) -> tuple[str, int]:
    """The formula that `\\(` or `\\[` begins, backslashes doubled or not, and its end."""
    for opening, closing in _BACKSLASHED:
        if text.startswith(opening, start):
            end = text.find(closing, start + len(opening), start + 1000)
            if end > 0:
                return text[start + len(opening) : end], end + len(closing)
    return "", 0


def _rendered(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    at: int,
    options: OptionsDict,
    environment: object,
) -> str:
    return f"<tex>{escape(tokens[at].content)}</tex>"
