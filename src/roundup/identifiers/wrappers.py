"""Addresses that only lead to another address: web archives and redirects."""

import re
from urllib.parse import unquote

_GOOGLE = re.compile(r"(?:[a-z]+\.)?google\.(?:com|[a-z]{2}|com?\.[a-z]{2})")
_ARCHIVES = {
    "web.archive.org": re.compile(r"/(?:web|save)/(?:[0-9]{1,14}(?:[a-z]{2}_)?\*?/|\*/)?(.+)"),
} | dict.fromkeys(
    ("archive.today", "archive.ph", "archive.is", "archive.li", "archive.md", "archive.vn"),
    re.compile(r"/(?:[0-9]{4,14}|newest|timegate)/(.+)"),
)
# host, path, and the parameter that holds the address meant
_REDIRECTS = (
    ("medium.com", "/r", "url"),
    ("google.com", "/url", "q"),
    ("google.com", "/url", "url"),
    ("google.com", "/scholar_url", "url"),
    ("google.com", "/translate", "u"),
    ("l.facebook.com", "/l.php", "u"),
    ("lm.facebook.com", "/l.php", "u"),
    ("linkedin.com", "/redir/redirect", "url"),
    ("linkedin.com", "/safety/go", "url"),
    ("youtube.com", "/redirect", "q"),
    ("out.reddit.com", "", "url"),
    ("slack-redir.net", "/link", "url"),
    ("duckduckgo.com", "/l", "uddg"),
    ("t.umblr.com", "/redirect", "z"),
    ("vk.com", "/away.php", "to"),
    ("safelinks.protection.outlook.com", "", "url"),
    ("link.zhihu.com", "", "target"),
    ("link.csdn.net", "", "target"),
    ("link.juejin.cn", "", "target"),
    ("link.jianshu.com", "", "t"),
)
_LOOKS_LIKE_ADDRESS = re.compile(r"(?ai)https?:/|[a-z0-9-]+(?:\.[a-z0-9-]+)+/")


def is_on(host: str, site: str) -> bool:
    """Whether a host is the site itself or a name below it; `evil-arxiv.org` is not `arxiv.org`."""
    return host == site or host.endswith("." + site)


def unwrap(host: str, path: str, query: str) -> str | None:
    """The address as written inside an archive's or a redirect's one; None where there is none."""
    archived = _archived(host, f"{path}?{query}" if query else path)
    target = archived or _redirected(host, path.rstrip("/"), query)
    return target if target and _LOOKS_LIKE_ADDRESS.match(target) else None


def _archived(host: str, rest: str) -> str | None:
    pattern = _ARCHIVES.get(host)
    found = pattern.fullmatch(rest) if pattern else None
    return found[1] if found else None


def _redirected(host: str, path: str, query: str) -> str | None:
    site = "google.com" if _GOOGLE.fullmatch(host.removeprefix("www.")) else host
    names = {n for known, place, n in _REDIRECTS if place == path and is_on(site, known)}
    for part in query.split("&") if names else ():
        name, _, value = part.partition("=")
        if name in names:
            return unquote(value)
    return None
