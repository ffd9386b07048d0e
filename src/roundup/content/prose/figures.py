"""Paragraphs that are a picture or a video alone become figures."""

import re
from collections.abc import Callable

from roundup.content.prose.draft import Draft
from roundup.content.prose.escaping import escape, unescape
from roundup.content.prose.frames import frame_piece
from roundup.content.prose.video import is_video, player

_PICTURE = re.compile(r"(<a [^>]*>)?<img ([^>]*)>(</a>)?")
_TITLE = re.compile(r' title="([^"]*)"')
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
    return f"<figure>{image}<figcaption>{inline(unescape(title[1]))}</figcaption></figure>"


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
    words = escape(f"{draft.labels.video}{draft.labels.colon}{_short(address)}") if bare else inside
    caption = inline(title) if title else ""
    anchor = f'<a href="{escape(address)}">{words}</a>'
    if source := player(address, draft.rules.frames):
        name = draft.words_of(caption) or (
            "" if words.startswith("<img") else draft.words_of(words)
        )
        below = f'<a href="{escape(address)}">{caption or escape(name or _short(address))}</a>'
        frame = frame_piece(draft, source, name or draft.labels.video)
        return f'<figure class="video">{frame}<figcaption>{below}</figcaption></figure>'
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure class="video">{anchor}{below}</figure>'


def _short(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", address)
