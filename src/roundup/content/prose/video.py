"""Videos: which addresses are one, and where it plays in place."""

import re
from urllib.parse import quote

from roundup.content.prose.addresses import host_of

_YOUTUBE = re.compile(
    r"https?://(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com/"
    r"(?:watch\?(?:[^#\s]*&)?v=|embed/|shorts/|live/)|youtu\.be/)([\w-]{6,20})"
)
_VIMEO = re.compile(r"https?://(?:www\.|player\.)?vimeo\.com/(?:video/)?(\d{4,12})(?![\w-])")
_BILIBILI = re.compile(r"https?://(?:www\.|m\.)?bilibili\.com/video/(BV\w{8,12}|av\d{1,15})")
_PEERTUBE = re.compile(
    r"https?://[^/\s]+/(?:w|videos/watch|videos/embed)/"
    r"([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[1-9A-HJ-NP-Za-km-z]{20,24})(?![\w-])"
)
_FILE = re.compile(r"[^?#\s]+\.(?:mp4|m4v|webm|ogv)(?:[?#]\S*)?", re.IGNORECASE)
_YOUTUBE_HOSTS = ("www.youtube-nocookie.com", "www.youtube.com")


def is_video(address: str) -> bool:
    """Whether an address leads to a video: a page of a known host, or a file."""
    known = (_YOUTUBE, _VIMEO, _BILIBILI, _PEERTUBE)
    return any(one.match(address) for one in known) or _FILE.fullmatch(address) is not None


def player(address: str, frames: tuple[str, ...]) -> str:
    """The address of the video's player, "" where no host that may be framed has one."""
    for host, path in _players(address):
        if host in frames:
            return f"https://{host}/{path}"
    return ""


def _players(address: str) -> list[tuple[str, str]]:
    if found := _YOUTUBE.match(address):
        return [(host, f"embed/{found[1]}") for host in _YOUTUBE_HOSTS]
    if found := _VIMEO.match(address):
        return [("player.vimeo.com", f"video/{found[1]}")]
    if found := _BILIBILI.match(address):
        name = found[1]
        key = f"bvid={name}" if name.startswith("BV") else f"aid={name[2:]}"
        return [("player.bilibili.com", f"player.html?{key}&autoplay=0")]
    if found := _PEERTUBE.match(address):
        return [(host_of(address), f"videos/embed/{quote(found[1])}")]
    return []
