"""Raw HTML in a body: every tag rewritten canonically, or left out where it may not stand."""

import re

from roundup.content.prose import allowed
from roundup.content.prose.addresses import Address, absolute, host_of, kind_of
from roundup.content.prose.draft import Draft
from roundup.content.prose.escaping import escape, escape_text, unescape
from roundup.content.prose.frames import frame_piece
from roundup.content.prose.marks import INNER
from roundup.content.prose.tags import TAG, VOID, Attributes, attributes_of, start_tag

_VERBATIM = frozenset(("script", "style", "textarea", "title", "iframe", "noscript", "xmp"))
_CONTENT_GOES = frozenset(("script", "style", "template"))
_NEVER = frozenset(("plaintext", "base", "meta", "html", "head", "body", "frameset", "noembed"))
_ADDRESSES = frozenset(
    ("href", "src", "poster", "cite", "action", "formaction", "data", "background", "xlink:href")
)


def raw_html(draft: Draft, text: str) -> str:
    """A block of raw HTML: tags rewritten, text between them escaped where it must be."""
    out: list[str] = []
    position = 0
    while found := TAG.search(text, position):
        out.append(escape_text(unescape(text[position : found.start()])))
        html, position = take_tag(draft, text, found)
        out.append(html)
    out.append(escape_text(unescape(text[position:])))
    return "".join(out)


def take_tag(draft: Draft, text: str, found: re.Match[str]) -> tuple[str, int]:
    """One raw tag as it may stand, and where reading goes on."""
    draft.has_raw = True
    name = found[2].lower()
    trusted = draft.rules.trusted
    gone = name in _NEVER or not (trusted or name in allowed.TAGS)
    if found[1]:
        return ("" if gone or name in VOID else f"</{name}>"), found.end()
    if gone:
        if name == "iframe" and (frame := _frame(draft, found)):
            return frame, found.end()
        _say_dropped(draft, name)
    if name in (_VERBATIM if trusted else _CONTENT_GOES):
        return _with_content(draft, text, found, name, gone)
    if gone:
        return "", found.end()
    html = _start(draft, name, found[3])
    if found[4] and name not in VOID and html.startswith("<"):
        html += f"</{name}>"
    return html, found.end()


def _frame(draft: Draft, found: re.Match[str]) -> str:
    """A frame around a host that the site's owner allows, "" for all others."""
    attributes = attributes_of(found[3])
    source = absolute(attributes.get("src") or "")
    if host_of(source) not in draft.rules.frames:
        return ""
    return frame_piece(draft, source, attributes.get("title") or draft.labels.video)


def _with_content(
    draft: Draft, text: str, found: re.Match[str], name: str, gone: bool
) -> tuple[str, int]:
    if draft.unclosed.get(name) is text:
        return "", found.end()
    end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, found.end())
    if end is None:
        draft.unclosed[name] = text
        return "", found.end()
    if gone:
        return "", end.end()
    content = draft.keep_piece(INNER.sub("", text[found.end() : end.start()]), "")
    return f"{_start(draft, name, found[3])}{content}</{name}>", end.end()


def _start(draft: Draft, name: str, written: str) -> str:
    attributes = attributes_of(written)
    if name == "a" and "name" in attributes:  # how anchors were written before HTML5
        attributes.setdefault("id", attributes.pop("name"))
    if not draft.rules.trusted:
        attributes = {key: v for key, v in attributes.items() if allowed.allows(name, key)}
        if name == "input" and attributes.get("type") != "checkbox":
            return ""
    for key in sorted(_ADDRESSES & attributes.keys()):
        if is_unsafe(draft, attributes[key] or ""):
            del attributes[key]
            if name == "img":
                return escape(attributes.get("alt") or "")
    _register_id(draft, attributes)
    return start_tag(name, attributes)


def _register_id(draft: Draft, attributes: Attributes) -> None:
    name = (attributes.get("id") or "").strip()
    if not name or name in draft.ids or any(char.isspace() for char in name):
        attributes.pop("id", None)
        return
    attributes["id"] = draft.new_id(name)


def is_unsafe(draft: Draft, address: str) -> bool:
    """Whether an address may not stand on a page; says so to the author."""
    if kind_of(address) is not Address.UNSAFE:
        return False
    draft.warn(
        draft.lines.of(address, escape(address)),
        f"unsafe address '{' '.join(address.split())[:60]}'",
        "only http, https, mailto and relative addresses become links",
    )
    return True


def _say_dropped(draft: Draft, name: str) -> None:
    line = draft.lines.of(f"<{name}")
    if name in draft.dropped:
        return
    draft.dropped.add(name)
    hint = "" if name in _NEVER else "'trusted_content = true' under [security] lets it through"
    draft.warn(line, f"the HTML element <{name}> is not allowed in an article: left out", hint)
