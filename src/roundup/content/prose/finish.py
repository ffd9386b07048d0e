"""The last pass over finished HTML: ids prefixed, addresses turned into references.

It works on HTML that is already sanitised, so that links written in Markdown and in HTML are
treated alike; what was put aside before is put in place on the way.
"""

import difflib
import re
from urllib.parse import unquote

from roundup.content.prose.addresses import Address, absolute, is_remote, kind_of
from roundup.content.prose.draft import Draft
from roundup.content.prose.escaping import escape, unescape
from roundup.content.prose.marks import mark
from roundup.content.prose.raw import is_unsafe
from roundup.content.prose.values import Reference

_STOP = re.compile(
    r'<([a-z][a-z0-9:-]*)((?:\s+[^\s"<>/=]+(?:="[^"]*")?)+)\s*/?>|<(/?a)>|\ue000([a-z])(\d+)\ue001'
)
_ATTRIBUTE = re.compile(r'\s+([^\s"<>/=]+)(?:="([^"]*)")?')
_NAMES_IDS = frozenset(("for", "headers", "list", "form", "aria-labelledby", "aria-describedby"))
_ADDRESSES = {"href": "link", "src": "file", "poster": "file", "cite": ""}
_COMING = frozenset(("width", "height", "sizes", "loading", "decoding", "fetchpriority"))
_CANDIDATE = re.compile(r"\s*,?\s*([^\s,]\S*?)((?:\s+[\d.]+[wxh])*)\s*(?:,|\Z)")


class Finish:
    """One pass over one body's HTML."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.prefix = draft.rules.prefix
        self.references: list[Reference] = []
        self._links: list[bool] = []

    def run(self, html: str) -> str:
        """The HTML as it is stored: prefixed ids, marks for references."""
        return _STOP.sub(self._stop, html)

    def _stop(self, found: re.Match[str]) -> str:
        if found[4]:
            return self._waiting(found[4], int(found[5]))
        if found[3]:
            return self._bare_link(found[3])
        return self._tag(found[1], found[2])

    def _bare_link(self, name: str) -> str:
        """A link without an address goes, its text stays."""
        if name == "a":
            self._links.append(False)
            return ""
        return "</a>" if self._links and self._links.pop() else ""

    def _waiting(self, kind: str, number: int) -> str:
        draft = self.draft
        if kind == "m":
            return draft.pieces[number][0]
        if kind == "b":
            return draft.blocks[number]
        if kind != "w":
            return ""
        target, label = draft.wikis[number]
        if any(self._links):
            return escape(label or target)
        line = draft.lines.of(f"[[{target}", target)
        return self._refer("wiki", target, label, line)

    def _refer(self, kind: str, target: str, text: str, line: int) -> str:
        self.references.append(Reference(kind, target, text, line))
        return mark(len(self.references) - 1)

    def _tag(self, name: str, written: str) -> str:
        attributes = _ATTRIBUTE.findall(written)
        if name == "a":
            keep = any(key in ("href", "id", "name") for key, _ in attributes)
            self._links.append(keep)
            if not keep:
                return ""
            attributes.sort(key=lambda one: one[0] != "href")
        if name == "img":
            return self._image(dict(attributes))
        out = [f"<{name}"]
        for key, value in attributes:
            out.append(self._attribute(name, key, value))
        out.append(">")
        return "".join(out)

    def _attribute(self, tag: str, key: str, value: str) -> str:
        if not value:
            return f" {key}" if key not in ("alt", "href", "title") else f' {key}=""'
        if key == "id":
            value = self.prefix + value.replace("<", "&lt;").replace(">", "&gt;")
        elif key in _NAMES_IDS:
            value = " ".join(
                self.prefix + name if unescape(name) in self.draft.ids else name
                for name in value.split()
            )
        elif key == "srcset":
            value = self._srcset(value)
        elif key in _ADDRESSES:
            kind = _ADDRESSES[key] if key != "href" or tag != "link" else "file"
            value = self._address(kind, unescape(value))
        elif "<" in value or ">" in value:
            value = value.replace("<", "&lt;").replace(">", "&gt;")
        return f' {key}="{value}"'

    def _address(self, kind: str, address: str, text: str = "") -> str:
        match kind_of(address):
            case Address.ABSOLUTE:
                return escape(absolute(address))
            case Address.FRAGMENT:
                return escape(self._fragment(address))
            case Address.UNSAFE:
                return ""
        if not kind or not address.strip():
            return escape(address)
        bare = escape(address)
        line = self.draft.lines.of(
            f"]({address}", f"](<{address}", f'="{bare}', f'="{address}', address, bare
        )
        return self._refer(kind, address.strip(), text, line)

    def _fragment(self, address: str) -> str:
        name = unquote(address.strip()[1:])
        if name in ("", "top"):
            return f"#{name}"
        if name not in self.draft.ids:
            near = difflib.get_close_matches(name, sorted(self.draft.ids), 1, 0.4)
            self.draft.refuse(
                self.draft.lines.of(address, escape(address)),
                f"nothing in this article has the id '{name}'",
                f"did you mean '#{near[0]}'?" if near else "",
            )
        return f"#{self.prefix}{name}"

    def _srcset(self, value: str) -> str:
        """Every candidate its own reference; unsafe ones go."""
        out: list[str] = []
        for found in _CANDIDATE.finditer(unescape(value)):
            if not is_unsafe(self.draft, found[1]):
                out.append(self._address("file", found[1]) + escape(found[2]))
        return ", ".join(out)

    def _image(self, attributes: dict[str, str]) -> str:
        source, alt = unescape(attributes.pop("src", "")), attributes.pop("alt", "")
        if not source:
            return alt
        words = unescape(alt).strip()
        if kind_of(source) is not Address.PATH or "srcset" in attributes:
            attributes = {"loading": "lazy", "decoding": "async", **attributes}
            written = self._address("file", source, words)
        else:  # its true size, other sizes and when it is loaded come with the address
            attributes = {key: v for key, v in attributes.items() if key not in _COMING}
            written = self._address("image", source, words)
        line = self.references[-1].line if written[:1] == "\ue000" else self.draft.lines.of(source)
        if is_remote(source):
            hint = "put a copy beside the article: pages make no requests to other hosts"
            self.draft.warn(line, f"remote image {source[:80]}", hint)
        if not words:
            hint = "say in brackets what it shows: ![...](...)"
            self.draft.warn(line, f"the image {source[:80]} has no alternative text", hint)
        rest = "".join(self._attribute("img", key, value) for key, value in attributes.items())
        return f'<img src="{written}" alt="{escape(unescape(alt))}"{rest}>'
