"""HTML of any origin written anew so that every parser reads it alike, and in linear time.

Comments, scripts and styles are gone, tags are well-formed and in order, signs in the text are put aside,
and every element says on which line it begins.
"""

import re
from html import escape, unescape

from roundup.authoring.importers.reading.opened import Opened

MOST_TAGS = 100_000
_MOST_ATTEMPTS = 50
_NEXT = re.compile(r"<!--|<!\[CDATA\[|<[!?]|<(/?)([A-Za-z][^\s/>\x00]{0,60})")
_REST = re.compile(r"((?:\s*=\s*\"[^\"]*\"|\s*=\s*'[^']*'|[^>])*+)>")
_SIMPLE_REST = re.compile(r"([^<>]*)>")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]{1,60})(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_COMMENT_END = re.compile(r"--!?>")
AND, LESS = "\ue000", "\ue001"  # decoding lets none of these through
SIGNS = str.maketrans({AND: "&", LESS: "<"})
_TEXTUAL = frozenset(("title", "textarea", "xmp"))
_GONE = frozenset(("style", "noembed", "noframes", "plaintext", "svg"))
_MATH = re.compile(r"math/(?:tex|asciimath)")
_EMPTY = ("a", "span", "i")  # as XHTML writes anchors and icons
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)


class Tame:
    """One pass over the text; what comes out has only well-formed tags and escaped text."""

    def __init__(self, html: str, line: int = 1, *, whole: bool = True) -> None:
        self.html = html
        self.opened = Opened() if whole else None
        self.out: list[str] = []
        self.line = line
        self.counted = 0
        self.failed = 0
        self.tags = 0
        self.cut = 0
        self.unclosed: set[str] = set()

    def run(self) -> str:
        """The text written anew; `cut` is the line behind which there was too much of it."""
        position = 0
        while found := _NEXT.search(self.html, position):
            self._text(position, found.start())
            position = self._thing(found)
            if self.tags > MOST_TAGS:
                self.cut = self._line_at(position)
                return "".join(self.out)
        self._text(position, len(self.html))
        return "".join(self.out)

    def _text(self, start: int, end: int) -> None:
        if end > start:
            text = self.html[start:end]
            self.out.append(_held(unescape(text) if "&" in text else text))

    def _thing(self, found: re.Match[str]) -> int:
        """Takes what begins here; where reading goes on."""
        if found[2]:
            return self._tag(found)
        start, sign = found.start(), found[0]
        if sign == "<!--":
            return self._until(start, _COMMENT_END, start + 2)
        if sign == "<![CDATA[":
            end = self.html.find("]]>", start)
            self._text(start + 9, end if end >= 0 else start + 9)
            return end + 3 if end >= 0 else start + 9
        end = self.html.find(">", start, start + 2000)
        if end >= 0:
            return end + 1
        self.out.append(LESS)
        return start + 1

    def _until(self, start: int, end: re.Pattern[str], after: int) -> int:
        """Behind a comment; one that never ends is text up to its line's end."""
        if "--" not in self.unclosed and (found := end.search(self.html, after)):
            return found.end()
        self.unclosed.add("--")
        line_end = self.html.find("\n", start)
        return line_end if line_end >= 0 else len(self.html)

    def _tag(self, found: re.Match[str]) -> int:
        rest = self._rest(found.end())
        if rest is None:
            self.failed += 1
            self.out.append(LESS)
            return found.start() + 1
        name, position = found[2].lower(), rest.end()
        self.tags += 1
        if name == "script" or name in _GONE or name in _TEXTUAL:
            return position if found[1] else self._verbatim(name, found, rest[1], position)
        if not found[1]:
            self._start(name, found.start(), _attributes(rest[1]))
        if name == "br" and found[1]:
            self.out.append("<br/>")
        elif found[1] or (rest[1].endswith("/") and name in _EMPTY):
            self._end(name)
        return position

    def _rest(self, position: int) -> re.Match[str] | None:
        """The rest of a tag; the more of them had no end, the less far it is looked for."""
        if self.failed >= _MOST_ATTEMPTS:
            return _SIMPLE_REST.match(self.html, position)
        reach = 20_000 if self.failed > 1 else 4_000_000
        return _REST.match(self.html, position, position + reach)

    def _verbatim(self, name: str, found: re.Match[str], written: str, position: int) -> int:
        """An element whose inside is no HTML: left out, or kept as escaped text."""
        if name == "svg" and written.endswith("/"):
            return position
        end = None
        if name not in self.unclosed:
            end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self.html, position)
        if end is None:
            self.unclosed.add(name)
            return position
        inside = self.html[position : end.start()]
        attributes = _attributes(written)
        kind = attributes.get("type", "").lower()
        if name == "script":
            name = "tex" if _MATH.match(kind) else "ldjson" if kind == "application/ld+json" else ""
            if name == "tex" and "display" in kind:
                attributes["display"] = "block"
        elif name in _GONE:
            name = ""
        if name:
            self._start(name, found.start(), attributes)
            inside = inside if name in ("tex", "ldjson") else unescape(inside)
            self.out.append(_held(inside))
            self._end(name)
        return end.end()

    def _start(self, name: str, at: int, attributes: dict[str, str]) -> None:
        if self.opened and name not in _VOID:
            if self.opened.is_full:
                self.opened.drop(name)
                return
            self.out += [f"</{one}>" for one in self.opened.start(name)]
        written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
        line = "" if "data-line" in attributes else f' data-line="{self._line_at(at)}"'
        end = (
            "/>" if name in _VOID else ">"
        )  # the parser searches lists for those that it closes itself
        self.out.append(f"<{name}{line}{written}{end}")

    def _end(self, name: str) -> None:
        if self.opened:
            self.out += [f"</{one}>" for one in self.opened.end(name)]
        elif name not in _VOID:
            self.out.append(f"</{name}>")

    def _line_at(self, position: int) -> int:
        self.line += self.html.count("\n", self.counted, position)
        self.counted = position
        return self.line


def _held(text: str) -> str:
    """Text in which signs are put aside, since a parser stops at each of them."""
    if "\ue000" in text or "\ue001" in text:
        text = text.replace("\ue000", "").replace("\ue001", "")
    return text.replace("&", AND).replace("<", LESS)


def _attributes(written: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in _ATTRIBUTE.finditer(written):
        value = one[2] or one[3] or one[4] or ""
        if value.startswith("data:"):
            value = "data:"
        found.setdefault(one[1].lower(), unescape(value) if "&" in value else value)
        if len(found) > 60:
            break
    return found
