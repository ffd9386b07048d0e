"""A topic called otherwise in `site.toml`, everything around it left as it is."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from roundup.content.words import topic_slug

_WORD = re.compile(r"\"(?:[^\"\\\n]|\\[^\n])*\"|'[^'\n]*'|[A-Za-z0-9_-]+")
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def with_topic(toml: str, old: str, written: str) -> str:
    """The text with a topic's table, and its mentions in `same_as`, under another name.

    Which of the words are names of the topic is for the parser to say: each gets one of its own for a moment.
    """
    found = [one for one in _WORD.finditer(toml) if topic_slug(one[0].strip("\"'")) == old]
    names = {f"{_fresh(toml)}{number}": number for number in range(len(found))}
    fresh = [_like(one[0], name) for one, name in zip(found, names, strict=True)]
    probe = _replaced(toml, found, fresh)
    try:
        tags = tomllib.loads(probe.removeprefix("\ufeff")).get("tags", {})
    except tomllib.TOMLDecodeError:
        return toml
    live = {names[one] for one in _named(tags) if one in names}
    slug = topic_slug(written)
    new = [_like(one[0], slug) if number in live else one[0] for number, one in enumerate(found)]
    return _replaced(toml, found, new)


def _named(tags: Any) -> Iterator[str]:
    """The topics that the table of topics names: its keys, and what is the same as they."""
    if not isinstance(tags, Mapping):
        return
    for name, table in tags.items():
        yield name
        same = table.get("same_as", []) if isinstance(table, Mapping) else []
        yield from (
            one for one in ([same] if isinstance(same, str) else same) if isinstance(one, str)
        )


def _like(word: str, name: str) -> str:
    """A name in the quotes of the word in whose place it comes; bare where it may stand bare."""
    if word[0] in "\"'":
        return f"{word[0]}{name}{word[0]}"
    return name if _BARE.fullmatch(name) else f'"{name}"'


def _replaced(text: str, found: list[re.Match[str]], new: list[str]) -> str:
    for one, word in reversed(list(zip(found, new, strict=True))):
        text = text[: one.start()] + word + text[one.end() :]
    return text


def _fresh(text: str) -> str:
    word = "topic"
    while word in text:
        word += "x"
    return f"{word}-"
