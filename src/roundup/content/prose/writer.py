"""The tree of blocks to HTML, each block's text through the inline pass on the way."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from roundup.content.prose.attributes import class_in, html_of, id_in, split_attributes
from roundup.content.prose.code import code_block
from roundup.content.prose.draft import Draft
from roundup.content.prose.escaping import escape, plain
from roundup.content.prose.figures import figure
from roundup.content.prose.headings import Levels, slug
from roundup.content.prose.limits import DEEPEST, TooDeep
from roundup.content.prose.marks import BLOCK, OPEN
from roundup.content.prose.raw import raw_html

_TASK = re.compile(r"\[([ xX])\][ \n]+(?=\S)")
_BLOCK_TAG = re.compile(
    r"</?(?:address|article|aside|blockquote|center|details|div|dl|fieldset|figure|footer|form|"
    r"h[1-6]|header|hr|main|nav|ol|p|pre|section|summary|table|ul|video|audio|iframe|script|style)"
    r"[\s>]"
)


class Writer:
    """Writes one body; `code` holds the rows of its indented code blocks."""

    def __init__(
        self, draft: Draft, inline: Callable[[str], str], code: dict[Element, list[str]]
    ) -> None:
        self.draft = draft
        self.inline = inline
        self.code = code
        self.levels = Levels(draft.rules.heading_base)
        self._depth = 0

    def children(self, parent: Element) -> str:
        """The HTML of an element's children, each on a line of its own."""
        return "\n".join([_KINDS[child.tag](self, child) for child in parent])

    def mixed(self, parent: Element) -> str:
        """The HTML of an element's text, children and what stands between them."""
        out = [self.text(parent.text)]
        for child in parent:
            out.append(_KINDS[child.tag](self, child))
            out.append(self.text(child.tail))
        return "\n".join(filter(None, out))

    def text(self, text: str | None) -> str:
        """The HTML of a text; what was put aside as a block stands where its mark stood."""
        text = (text or "").strip()
        if OPEN not in text:
            return self.inline(text) if text else ""
        return "\n".join(html or self.inline(words) for words, html in self._split(text))

    def _split(self, text: str) -> list[tuple[str, str]]:
        """Words and blocks in order, one of the two in each pair."""
        found, position = list[tuple[str, str]](), 0
        for mark in BLOCK.finditer(text):
            if words := text[position : mark.start()].strip():
                found.append((words, ""))
            raw = mark[1] == "h"
            html = raw_html(self.draft, self.draft.raw_blocks[int(mark[2])]) if raw else mark[0]
            found.append(("", html))
            position = mark.end()
        if words := text[position:].strip():
            found.append((words, ""))
        return found

    def nested(self, open_tag: str, parent: Element, close_tag: str) -> str:
        """An element around others; counts how deep they are."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeep
        html = f"{open_tag}\n{self.mixed(parent)}\n{close_tag}"
        self._depth -= 1
        return html

    def paragraph(self, element: Element) -> str:
        """A paragraph, or the figure that it amounts to, or the blocks whose marks are in it."""
        text = (element.text or "").strip()
        if OPEN in text:
            return "\n".join(
                html or self._words(words, element) for words, html in self._split(text)
            )
        return self._words(text, element)

    def _words(self, text: str, element: Element) -> str:
        text, written = split_attributes(text)
        html = self.inline(text)
        if found := figure(self.draft, text, html, self.inline):
            return found
        if self.draft.has_raw and _BLOCK_TAG.match(html):
            return html
        own = element.get("class")
        attributes = f' class="{own}"' if own else html_of(self.draft, written) if written else ""
        return f"<p{attributes}>{html}</p>"

    def heading(self, element: Element) -> str:
        """A heading at its level on the page, with an id to link to."""
        text, written = split_attributes((element.text or "").strip())
        html = self.text(text)
        level = self.levels.place(int(element.tag[1]))
        words = self.draft.words_of(html)
        name = self.draft.new_id(id_in(written) or slug(words))
        self.draft.headings.append((level, name, words))
        return f'<h{level} id="{escape(name)}"{class_in(written)}>{html}</h{level}>'

    def item(self, element: Element) -> str:
        """A list item; one that begins with `[x]` is a task with a box that says if it is done."""
        first = element
        if len(element) and element[0].tag == "p" and not (element.text or "").strip():
            first = element[0]
        text = (first.text or "").lstrip()
        task = _TASK.match(text)
        if task is None:
            return f"<li>{self.mixed(element)}</li>"
        words, first.text = self.text(text[task.end() :]), ""
        if first is not element:
            element.remove(first)
        checked = "" if task[1] == " " else " checked"
        box = f'<label><input type="checkbox" disabled{checked}> {words}</label>'
        rest = self.mixed(element)
        return f'<li class="task">{box}{rest and chr(10) + rest}</li>'

    def pre(self, element: Element) -> str:
        """An indented code block."""
        rows = "".join(self.code[element]).rstrip()
        parts = self._split(rows) if OPEN in rows else [(rows, "")]
        return "\n".join(
            html or self.draft.keep_block(code_block(self.draft, words + "\n", "", 1))
            for words, html in parts
        )

    def table(self, element: Element) -> str:
        """A table in a box that scrolls, named after its columns."""
        head = [self.text(cell.text) for cell in element[0][0]]
        sides = [_class(cell) for cell in element[0][0]]
        # An empty cell is no header: it would announce nothing.
        cells = "".join(
            f'<th scope="col"{side}>{html}</th>' if html else f"<td{side}></td>"
            for html, side in zip(head, sides, strict=True)
        )
        rows = [self._row(row) for part in element[1:] for row in part]
        body = "\n<tbody>\n" + "\n".join(rows) + "\n</tbody>" if rows else ""
        names = [words for html in head if (words := plain(self.draft.words_of(html)))]
        labels = self.draft.labels
        label = escape(
            labels.table.replace("{columns}", labels.separator.join(names)).rstrip(":： ")
        )
        return (
            f'<div class="table" role="group" tabindex="0" aria-label="{label}">\n'
            f"<table>\n<thead>\n<tr>{cells}</tr>\n</thead>{body}\n</table>\n</div>"
        )

    def _row(self, row: Element) -> str:
        cells = [f"<td{_class(cell)}>{self.text(cell.text)}</td>" for cell in row]
        return f"<tr>{''.join(cells)}</tr>"


def _class(element: Element) -> str:
    name = element.get("class")
    return f' class="{name}"' if name else ""


def _ordered(writer: Writer, element: Element) -> str:
    start = element.get("start")
    return writer.nested(f'<ol start="{start}">' if start else "<ol>", element, "</ol>")


def _box(writer: Writer, element: Element) -> str:
    return writer.nested(f"<div{_class(element)}>", element, "</div>")


_KINDS: dict[str, Callable[[Writer, Element], str]] = {
    "p": Writer.paragraph,
    **{f"h{level}": Writer.heading for level in range(1, 7)},
    "ul": lambda writer, element: writer.nested("<ul>", element, "</ul>"),
    "ol": _ordered,
    "li": Writer.item,
    "dl": lambda writer, element: writer.nested("<dl>", element, "</dl>"),
    "dt": lambda writer, element: f"<dt>{writer.text(element.text)}</dt>",
    "dd": lambda writer, element: f"<dd>{writer.mixed(element)}</dd>",
    "blockquote": lambda writer, element: writer.nested("<blockquote>", element, "</blockquote>"),
    "div": _box,
    "table": Writer.table,
    "hr": lambda writer, element: "<hr>",
    "pre": Writer.pre,
}
