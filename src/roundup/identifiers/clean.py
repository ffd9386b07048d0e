"""A link as people paste it -> the address that is meant."""

import re
from collections.abc import Callable
from urllib.parse import quote

from roundup.identifiers.code_hosts import is_code_host, repository
from roundup.identifiers.paste import LIMIT, tidy
from roundup.identifiers.wrappers import unwrap

_SCHEME = r" ?: ?/ ?(?:/ ?)?"
_WITH_SCHEME = re.compile(rf"(?ai)(?:https?{_SCHEME})*(https?){_SCHEME}(.+)")
# Without a scheme only what cannot be a file's name: `www.`, `//`, or a dotted host and a path.
_WITHOUT_SCHEME = re.compile(
    r"(?ai)(?://)?(www\..+)|//(.+)|((?:[a-z0-9-]+\.)+[a-z]{2,24}(?::[0-9]{1,5})?[/?].*)"
)
_PARTS = re.compile(r"([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#.*)?")
_AUTHORITY = re.compile(r"([^:@]+?)\.?(?::([0-9]{0,5}))?")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_STRAY_SPACES = re.compile(r" ?([/?&=]) ?")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_TRACKING = re.compile(
    r"(?ai)utm_\w*|fbclid|[gdy]clid|gclsrc|wbraid|gbraid|msclkid|twclid|igshid|igsh|mc_[ce]id"
    r"|_hs(?:enc|mi)|hsCtaTracking|mkt_tok|_g[al]|spm|ref|ref_src|ref_url|referrer|trk|trkCampaign"
    r"|ncid|cmpid|wt_mc|sk_source"
)
_MOST_ROUNDS = 10


def clean_url(text: str) -> str | None:
    """The http(s) address that a pasted link means, without stray spaces, tracking, fragment,
    default port, or the archive or redirect around it (normalised as in RFC 3986, 6.2.2);
    None where it is no such address. A link to a repository itself loses `www.`, `.git` and
    its parameters."""
    return settle(text, clean_once)


def settle(text: str, step: Callable[[str], str | None]) -> str | None:
    """What a step leaves alone, reached by repeating it: so its answer is its own answer."""
    for _ in range(_MOST_ROUNDS):
        after = step(text)
        if after is None or after == text:
            return after
        text = after
    return None


def clean_once(text: str) -> str | None:
    """One layer of cleaning: the address inside a wrapper, or the address itself cleaned."""
    split = _split(tidy(text))
    if split is None:
        return None
    scheme, authority, path, query = split
    host = _host(authority)
    if host is None:
        return None
    inner = unwrap(host, path, query)
    if inner is not None:
        return inner
    path = _without_dots(_escaped(path))
    query = _without_tracking(host, path, query)
    address = repository(host, path) or f"{scheme}://{host}{path}" + (f"?{query}" if query else "")
    return address if len(address) <= LIMIT else None


def _split(text: str) -> tuple[str, str, str, str] | None:
    found = _WITH_SCHEME.fullmatch(text)
    if found:
        scheme, rest = found[1].lower(), found[2]
    else:
        found = _WITHOUT_SCHEME.fullmatch(text)
        if not found:
            return None
        scheme, rest = "https", found[1] or found[2] or found[3]
    parts = _PARTS.fullmatch(_STRAY_SPACES.sub(r"\1", rest))
    return (scheme, parts[1], parts[2], parts[3] or "") if parts else None


def _host(authority: str) -> str | None:
    """The host in lower case with its port, if that is not a default one. An address with a user
    name is refused: what stands before the `@` is there to mislead."""
    found = _AUTHORITY.fullmatch(authority)
    if not found:
        return None
    try:
        host = found[1].lower() if found[1].isascii() else found[1].encode("idna").decode().lower()
    except UnicodeError:
        return None
    if len(host) > 253 or not all(map(_LABEL.fullmatch, host.split("."))):
        return None
    port = int(found[2] or 443)
    return host if port in (80, 443) else f"{host}:{port}"


def _escaped(text: str) -> str:
    """Percent-encoded exactly where needed, in upper case (RFC 3986, 6.2.2.1 and 6.2.2.2)."""
    text = _ESCAPE.sub(_decoded_if_unreserved, _STRAY_PERCENT.sub("%25", text))
    return quote(text, safe="%/:?[]@!$&'()*+,;=~")


def _decoded_if_unreserved(escape: re.Match[str]) -> str:
    char = chr(int(escape[0][1:], 16))
    return char if char in _UNRESERVED else escape[0].upper()


def _without_dots(path: str) -> str:
    """The path without `.` and `..` segments (RFC 3986, 5.2.4)."""
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            kept[-1:] = []
        elif segment != ".":
            kept.append(segment)
    if segments and segments[-1] in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)


def _without_tracking(host: str, path: str, query: str) -> str:
    # Beside code, `?ref=` may name a branch.
    branches = is_code_host(host, path)
    parts = (part for part in query.split("&") if part and not _is_tracking(part, branches))
    return "&".join(map(_escaped, parts))


def _is_tracking(part: str, branches: bool) -> bool:
    name, _, value = part.partition("=")
    if name == "source":
        return "-----" in value or value.startswith(("post_page", "rss", "friends_link"))
    return _TRACKING.fullmatch(name) is not None and not (branches and name == "ref")
