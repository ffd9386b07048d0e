"""Brackets: links and images, inline or by reference."""

from roundup.content.prose.addresses import Address, kind_of
from roundup.content.prose.attributes import attributes_at
from roundup.content.prose.destinations import Destination, destination_at
from roundup.content.prose.escaping import escape
from roundup.content.prose.raw import is_unsafe
from roundup.content.prose.walk import Bracket, Walk

MOST_UNCLOSED = 1000
_LONGEST_LABEL = 999


def open_bracket(walk: Walk, sign: str, end: int) -> int:
    """Remembers a `[` or `![` that may turn out to begin a link or an image."""
    walk.brackets.append(Bracket(len(walk.out), end, sign == "![", len(walk.delimiters)))
    walk.out.append(sign)
    return end


def close_bracket(walk: Walk, end: int) -> int:
    """Closes the innermost open bracket: a link, an image, or just brackets."""
    if not walk.brackets:
        walk.out.append("]")
        return end
    bracket = walk.brackets.pop()
    alive = bracket.is_image or len(walk.brackets) >= walk.link_floor
    walk.link_floor = min(walk.link_floor, len(walk.brackets))
    target = _target(walk, bracket, end) if alive else None
    if target is None:
        walk.out.append("]")
        return end
    walk.emphasise(bracket.delimiter)
    attributes, end = attributes_at(walk.draft, walk.text, target.end)
    if target.title:
        attributes = f' title="{escape(target.title)}"' + attributes
    if bracket.is_image:
        _image(walk, bracket, target.address, attributes)
    else:
        _link(walk, bracket, target.address, attributes)
    return end


def check_unclosed(walk: Walk) -> None:
    """Says so when more brackets stay open than the limit allows."""
    if len(walk.brackets) > MOST_UNCLOSED:
        first = walk.text.split("\n", 1)[0][:80]
        walk.draft.refuse(
            walk.draft.lines.of(first),
            f"more than {MOST_UNCLOSED:,} unclosed brackets in one paragraph",
            "put a backslash before brackets that are meant as such, or split the paragraph",
        )


def _target(walk: Walk, bracket: Bracket, end: int) -> Destination | None:
    if walk.text.startswith("(", end) and (found := destination_at(walk.text, end)):
        return found
    if not walk.definitions:
        return None
    own = walk.text[bracket.start : end - 1]
    if walk.text.startswith("[", end):
        close = walk.text.find("]", end, end + _LONGEST_LABEL)
        label = walk.text[end + 1 : close] if close > 0 else ""
        if close > 0 and (defined := _defined(walk, label or own)):
            return Destination(*defined, close + 1)
    defined = _defined(walk, own)
    return Destination(*defined, end) if defined else None


def _defined(walk: Walk, label: str) -> tuple[str, str] | None:
    if len(label) > _LONGEST_LABEL:
        return None
    found = walk.definitions.get(" ".join(label.split()).lower())
    return (found[0], found[1] or "") if found else None


def _image(walk: Walk, bracket: Bracket, address: str, attributes: str) -> None:
    alt = escape(walk.draft.words_of(walk.html_from(bracket.place + 1)))
    del walk.out[bracket.place :]
    if is_unsafe(walk.draft, address):
        walk.out.append(alt)
    else:
        walk.out.append(f'<img src="{escape(address)}" alt="{alt}"{attributes}>')


def _link(walk: Walk, bracket: Bracket, address: str, attributes: str) -> None:
    unsafe = is_unsafe(walk.draft, address)
    if len(walk.out) == bracket.place + 1 and kind_of(address) is not Address.FRAGMENT:
        walk.out.append(escape(address))
    walk.out[bracket.place] = "" if unsafe else f'<a href="{escape(address)}"{attributes}>'
    if not unsafe:
        walk.out.append("</a>")
    walk.link_floor = len(walk.brackets)
