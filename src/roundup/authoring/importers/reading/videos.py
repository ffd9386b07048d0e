"""Players of videos and frames of previews, and the pages that they show."""

import re
from urllib.parse import unquote

from roundup.content.prose.video import is_video

_YOUTUBE = re.compile(
    r"(?:https?:)?//(?:www\.)?youtube(?:-nocookie)?\.com/(?:embed|v)/([\w-]{6,20})"
)
_VIMEO = re.compile(r"(?:https?:)?//player\.vimeo\.com/video/(\d+)")
_SHOWN = re.compile(r"[?&](?:url|href|u)=(https?(?:%3A|:)[^&#\s]+)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_BILIBILI = re.compile(r"(?:https?:)?//player\.bilibili\.com/\S*?bvid=(BV\w{8,12})")


def watched(address: str) -> str:
    """The page of a video whose player this is; any other address as it is, "" for no address at all."""
    if found := _YOUTUBE.match(address):
        return f"https://www.youtube.com/watch?v={found[1]}"
    if found := _VIMEO.match(address):
        return f"https://vimeo.com/{found[1]}"
    if found := _BILIBILI.match(address):
        return f"https://www.bilibili.com/video/{found[1]}"
    if address.startswith("//"):
        address = f"https:{address}"
    return address if address.startswith(("http://", "https://")) else ""


def framed(address: str, content: str) -> str:
    """The page that a frame shows: a video's, or what a preview names in its parameters or its content."""
    for text in (content, (_SHOWN.search(address) or ("", ""))[1], address):
        page = watched(unquote(text) if "%3A" in text.upper() else text)
        if _ADDRESS.fullmatch(page) and (text is not address or is_video(page)):
            return page
    return ""
