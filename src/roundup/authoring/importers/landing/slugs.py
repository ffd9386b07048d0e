"""The slug of a roundup that comes from elsewhere: what its old address or file was called, else its title."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from roundup.authoring.importers.landing.years import undated_name
from roundup.authoring.keys import slug
from roundup.content.values import RESERVED_KEY

FALLBACK = "roundup"
# Names that say where a page stands, not what it is about.
_EMPTY = frozenset(
    (
        "index", "readme", "post", "posts", "page", "article", "blog", "untitled", "download",
        "document", "default", "home", "main", "content", "view", "s", "p", "stdin", "list", "src",
        "data", "references", "papers", RESERVED_KEY,
    )
)  # fmt: skip
_ENDING = re.compile(r"\.[A-Za-z]\w{0,8}$")
_LANGUAGE = re.compile(r"\.[a-z]{2}(?:-[A-Za-z]{2,4})?$")
_WORD = re.compile(r"[a-z]{3}")
_DIGEST = re.compile(r"-[0-9a-f]{8,12}$")  # what Medium puts behind a title


def slug_of(addresses: Iterable[str], name: str, title: str, folder: str = "") -> str:
    """The first of these that says something in ASCII letters; scripts are not transliterated."""
    last = (_last(address) for address in addresses)
    candidates = (*last, undated_name(stem(name)), title, folder)
    return next(_telling(candidates), FALLBACK)


def stem(name: str) -> str:
    """A file's name without its folders, ending and language."""
    base = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return _LANGUAGE.sub("", _ENDING.sub("", base))


def named(path: str) -> str:
    """A title for what has none, out of its file's name."""
    words = " ".join(undated_name(stem(path)).replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:] or "Roundup"


def _last(address: str) -> str:
    """The last part of an address that names something."""
    path = re.sub(r"^\w+://[^/]*|[?#].*$", "", unquote(address))
    parts = [stem(part) for part in path.split("/") if part]
    named = [part for part in parts if slug(part) not in _EMPTY]
    return undated_name(named[-1]) if named else ""


def _telling(candidates: Iterable[str]) -> Iterator[str]:
    for text in candidates:
        whole = slug(text)
        made = _DIGEST.sub("", whole)
        if made not in _EMPTY and _WORD.search(made) and _kept(text, whole):
            yield made


def _kept(text: str, made: str) -> bool:
    """Whether most of a text is left in its slug; what is left of one in another script says little."""
    return 2 * len(made) >= len(text.strip())
