"""Paragraphs that are a picture or a video alone become figures."""

import re
from collections.abc import Callable

from roundup.content.prose.draft import Draft
from roundup.content.prose.escaping import escape, unescape
from roundup.content.prose.frames import frame_piece
from roundup.content.prose.video import is_video, player

_PICTURE = re.compile(r"(<a [^>]*>)?<img ([^>]*)>(</a>)?")
_TITLE = re.compile(r' title="([^"]*)"')
_ALT = re.compile(r' alt="([^"]*)"')
_LINK = re.compile(r'<a href="([^"]*)"([^>]*)>((?:(?!</a>).)*)</a>', re.DOTALL)
_BARE = re.compile(r"https?://[^\s<>]+")

Inline = Callable[[str], str]


def figure(draft: Draft, text: str, html: str, inline: Inline) -> str:
    """The figure that a paragraph's text and HTML amount to, "" where it is a paragraph."""
    if html.startswith("<"):
        if found := _PICTURE.fullmatch(html):
            if link := _video_link(html):
                return _video(draft, link, inline)
            return _picture(found, inline)
        link = _video_link(html)
        return _video(draft, link, inline) if link else ""
    if text.startswith("http") and _BARE.fullmatch(text) and is_video(text):
        return _video(draft, (text, "", ""), inline)
    return ""


def _picture(found: re.Match[str], inline: Inline) -> str:
    title = _TITLE.search(found[2])
    if title is None or bool(found[1]) != bool(found[3]):
        return ""
    image = f"<img {_TITLE.sub('', found[2])}>"
    image = f"{found[1]}{image}{found[3]}" if found[1] else image
    return f"<figure>{image}{_caption(*_parts(unescape(title[1]), inline))}</figure>"


def _parts(title: str, inline: Inline) -> tuple[str, str]:
    """A caption, and behind the title's last bar whom the picture is owed to."""
    words, _, owed = title.rpartition(" | ")
    # A bar inside a formula or code parts nothing.
    is_credit = owed != title and not any(owed.count(sign) % 2 for sign in "$`")
    found = (words, owed) if is_credit else (title, "")
    caption, credit = (inline(one.strip()) if one.strip() else "" for one in found)
    return caption, credit


def _caption(caption: str, credit: str) -> str:
    owed = f'<span class="credit">{credit}</span>' if credit else ""
    words = " ".join(filter(None, (caption, owed)))
    return f"<figcaption>{words}</figcaption>" if words else ""


def _video_link(html: str) -> tuple[str, str, str] | None:
    """Address, title and inside of the link to a video that the HTML is, None where it is none."""
    found = _LINK.fullmatch(html) if html.endswith("</a>") else None
    if found is None or not is_video(unescape(found[1])):
        return None
    title = _TITLE.search(found[2])
    return unescape(found[1]), unescape(title[1]) if title else "", found[3]


def _video(draft: Draft, link: tuple[str, str, str], inline: Inline) -> str:
    address, title, inside = link
    bare = not inside or inside == escape(address)
    said = f"{draft.labels.video}{draft.labels.colon}"
    words = escape(f"{said}{_short(address)}") if bare else inside
    poster = _ALT.search(words) if words.startswith("<img") else None
    caption, credit = _parts(title, inline)
    name = draft.words_of(caption) or (unescape(poster[1]) if poster else draft.words_of(words))
    if source := player(address, draft.rules.frames):
        shown = caption if caption and "<a" not in caption else escape(name or _short(address))
        below = _caption(_anchor(address, shown), credit)
        frame = frame_piece(draft, source, name or draft.labels.video)
        return f'<figure class="video">{frame}{below}</figure>'
    anchor = _anchor(address, words, f"{said}{name or _short(address)}" if poster else "")
    return f'<figure class="video">{anchor}{_caption(caption, credit)}</figure>'


def _anchor(address: str, words: str, name: str = "") -> str:
    said = f' aria-label="{escape(name)}"' if name else ""
    return f'<a href="{escape(address)}"{said}>{words}</a>'


def _short(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", address)
