"""Markdown as people write it becomes Markdown as CommonMark reads it; every line stays on its line."""

import re
from collections.abc import Iterator
from itertools import groupby

_FENCE = re.compile(r"[ >]*(?:[-*+] +|\d{1,9}[.)] +)?(`{3,}|~{3,})")
_TAG = re.compile(r"\{%-?\s*(/?\w+)((?:[^%]|%(?!\}))*)%\}")
_OUTPUT = re.compile(r"\{\{(?![<%])[^{}\n]{0,300}\}\}")
_SHORTCODE = re.compile(r"\{\{[<%]\s*(/?[\w./-]+)((?:[^<>%{}]|%(?!\}\})|>(?!\}\}))*)[>%]\}\}")
_PARAMETER = re.compile(r"(?:(\w+)=)?(?:\"([^\"]*)\"|'([^']*)'|`([^`]*)`|(\S+))")
_ATTRIBUTES = re.compile(r"^(\s*)\{:[^{}\n]*\}\s*$")
_TRAILING = re.compile(r"\s*\{:?\s*(?:[.#][\w:.-]+\s*)+\}\s*$")
_TIGHT_HEADING = re.compile(r"^( {0,3}#{2,6})(?=[^#\s])")
_TIGHT_TITLE = re.compile(r"^ {0,3}#(?=[^\W\d_])(?=\S+\s)(?!.*\s#\w)")
_SPACED = re.compile(
    r"\] ?[(（]\s*(https?) ?: ?// ?([^\s()<>（）]+(?:\([^\s()<>]*\)[^\s()<>（）]*)?)\s*[)）]"
)
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]{1,60})\]:\s*")
_NOTE_SIGN = re.compile(r"\[\^([^\]\s]{1,60})\](?!:)")
_TASK = re.compile(r"^(\s*(?:[-*+]|\d{1,9}[.)])\s+)\[[ xX]\]\s+")
_TOC = re.compile(
    r"^\s*(?:(?:[-*+]|1\.)\s*(?:TOC|toc)|\[(?:TOC|toc)\]|\[\[_?(?:toc|TOC)_?\]\])\s*$"
)
_NUMBERED = re.compile(r"^( {0,3})(\d{1,9}[.)])( {1,4})\S")
_BULLET = re.compile(r"^( {1,3})([-*+] )")
_CODE = re.compile(r"^(`{3,}|~{3,}).*?(?:^\1|\Z)", re.MULTILINE | re.DOTALL)
_SHORT = 40
_MOST_UNCLOSED = 300
_HIGHLIGHT = "`" * 8
_END_HIGHLIGHT = re.compile(r"\s*\{%-?\s*endhighlight")
_WORD = re.compile(r"(\w[\w.-]*)")


def repaired(text: str) -> list[str]:
    """The lines of a body, slips and the tags of site generators seen to."""
    repairs = _Repairs()
    return list(_calmed([repairs.line(line) for line in text.split("\n")]))


class _Repairs:
    """Goes through the lines in order and leaves code alone."""

    def __init__(self) -> None:
        self.fence = ""
        self.nested = _Nesting()

    def line(self, line: str) -> str:
        """A line as CommonMark wants it."""
        found = _FENCE.match(line)
        if self.fence:
            if self.fence == _HIGHLIGHT and _END_HIGHLIGHT.match(line):
                self.fence = ""
                return _HIGHLIGHT
            if found and found[1].startswith(self.fence) and not line[found.end() :].strip():
                self.fence = ""
            return line
        if found and "`" not in line[found.end() :]:
            self.fence = found[1]
            return line
        fixed, self.fence = _line(line)
        return self.nested.line(fixed)


def _calmed(lines: list[str]) -> Iterator[str]:
    """Lines in which no paragraph has more open brackets than a parser can look for the ends of."""
    for _, group in groupby(lines, key=lambda line: not line.strip()):
        paragraph = list(group)
        unclosed = sum(line.count("[") - line.count("]") for line in paragraph)
        if unclosed > _MOST_UNCLOSED:
            paragraph = [line.replace("[", "&#91;") for line in paragraph]
        yield from paragraph


def _line(line: str) -> tuple[str, str]:
    """A line outside code, and the fence that it opens."""
    opens = ""
    if "{" in line:
        line, opens = _templates(line)
    if "](" in line or "] (" in line or "（" in line:
        line = _SPACED.sub(_mended, line)
    if "[^" in line:
        line = _NOTE.sub(lambda found: f'<a id="fn-{_id(found[1])}"></a>\\[{found[1]}\\] ', line)
        line = _NOTE_SIGN.sub(lambda found: f"[\\[{found[1]}\\]](#fn-{_id(found[1])})", line)
    if "[" in line:
        line = _TASK.sub(r"\1", line)
    if "#" in line:
        line = _TIGHT_HEADING.sub(r"\1 ", line)
        if _TIGHT_TITLE.match(line):
            line = line.replace("#", "# ", 1)
    return ("" if _TOC.match(line) else line), opens


def _mended(found: re.Match[str]) -> str:
    """The target of a link without slips; one that has none as it is."""
    whole = f"]({found[1]}://{found[2]})"
    return whole if found[0] == whole else f"](<{found[1]}://{found[2]}>)"


def _id(label: str) -> str:
    return "".join(_WORD.findall(label)) or "note"


def _templates(line: str) -> tuple[str, str]:
    """Liquid and Hugo tags: what they show where that can be told, else nothing."""
    if _ATTRIBUTES.match(line):
        return "", ""
    opens = ""
    if "{%" in line:
        found = _TAG.search(line)
        if found and found[1] == "highlight":
            language = found[2].split()[:1]
            return f"{_HIGHLIGHT}{''.join(language)}", _HIGHLIGHT
        line = _TAG.sub(_liquid, line)
    if "{{" in line:
        line = _SHORTCODE.sub(_shortcode, line)
        line = _OUTPUT.sub("", line)
    return _TRAILING.sub(_kept_id, line), opens


def _kept_id(found: re.Match[str]) -> str:
    """An attribute list at the end of a line: only its id stays, as an anchor."""
    name = re.search(r"#([\w:.-]+)", found[0])
    return f'<a id="{name[1]}"></a>' if name else ""


def _liquid(found: re.Match[str]) -> str:
    if found[1] in ("youtube", "include", "vimeo"):
        return _shown(found[1], found[2])
    return ""


def _shortcode(found: re.Match[str]) -> str:
    return _shown(found[1].rpartition("/")[2], found[2])


def _shown(name: str, written: str) -> str:
    """What a shortcode puts on the page, as far as its parameters say."""
    given = [(one[0], one[1] or one[2] or one[3] or one[4]) for one in _PARAMETER.findall(written)]
    named = {key: value for key, value in given if key}
    first = next((value for key, value in given if not key), "")
    if "youtube" in name.lower() or "youtube" in first.lower():
        video = named.get("id") or ("" if "." in first else first)
        return f"https://www.youtube.com/watch?v={video}" if video else ""
    if name == "vimeo" and first.isdecimal():
        return f"https://vimeo.com/{first}"
    source = named.get("src") or named.get("image_path") or named.get("link") or ""
    if name in ("figure", "img", "image") and source:
        return (
            f"![{named.get('alt') or named.get('title') or named.get('caption') or ''}](<{source}>)"
        )
    if name in ("ref", "relref"):
        return first
    return ""


class _Nesting:
    """Bullets that stand under a numbered item, but not far enough in for CommonMark, are moved in."""

    def __init__(self) -> None:
        self.content = 0
        self.marker = 0
        self.shift = 0

    def line(self, line: str) -> str:
        if found := _NUMBERED.match(line):
            self.marker, self.content = len(found[1]), found.end() - 1
            self.shift = 0
            return line
        if not line.strip():
            return line
        if line[:1] != " ":
            self.content = self.shift = 0
            return line
        if self.content and (bullet := _BULLET.match(line)) and len(bullet[1]) > self.marker:
            self.shift = max(self.content - len(bullet[1]), 0)
        return " " * self.shift + line if self.content and self.shift else line


def comments(text: str) -> Iterator[int]:
    """The lines on which longer comments begin; what is in them is not for readers."""
    bare = _CODE.sub(lambda found: "\n" * found[0].count("\n"), text)
    start = bare.find("<!--")
    while start >= 0 and (end := bare.find("-->", start)) >= 0:
        if end - start > _SHORT:
            yield bare.count("\n", 0, start) + 1
        start = bare.find("<!--", end)
